namespace Huanxin.Core.Policies;

/// <summary>A date reached by counting (推算日期); null when a year on the way has no announced calendar.</summary>
public readonly record struct CountedDate(DateOnly? Date, int? UnknownYear);

/// <summary>
/// Working days by the announced holidays (工作日历). Years that were not announced are said to be unknown, never guessed.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<int> years = [];
    private readonly HashSet<DateOnly> holidays = [];
    private readonly HashSet<DateOnly> workdays = [];

    /// <summary>From the announced years (编成).</summary>
    public WorkingCalendar(IEnumerable<CalendarYear> announced)
    {
        foreach (var year in announced)
        {
            years.Add(year.Year);
            workdays.UnionWith(year.Workdays);
            foreach (var holiday in year.Holidays)
            {
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1)) holidays.Add(day);
            }
        }
    }

    /// <summary>Years that are known (已公布年份).</summary>
    public IReadOnlyCollection<int> Years => years;

    /// <summary>Is it a working day (是否工作日)? Null in a year that was not announced.</summary>
    public bool? IsWorkingDay(DateOnly date)
    {
        if (!years.Contains(date.Year)) return null;
        if (workdays.Contains(date)) return true;

        return !holidays.Contains(date) && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>So many working days later (后推工作日); the first day is not counted (民法典第二百零一条).</summary>
    public CountedDate Plus(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day) is not { } works) return new(null, day.Year);
            if (works) workingDays--;
        }

        return new(day, null);
    }

    /// <summary>
    /// This day, or the first working day after it (顺延), as 民法典第二百零三条 has it for the last day of a period.
    /// </summary>
    public CountedDate NextWorkingDay(DateOnly date)
    {
        for (var day = date; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) is not { } works) return new(null, day.Year);
            if (works) return new(day, null);
        }
    }
}
