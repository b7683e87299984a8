namespace Huanxin.Core.Policies;

/// <summary>When a time limit ends (届满日), with what is missing where that cannot be said.</summary>
public sealed record ClockEnd(StatutoryClock Clock, DateOnly? LastDay, string? Missing);

/// <summary>Time limits of documents (时限).</summary>
public static class ClockRules
{
    /// <summary>Last day of a time limit that began on a day (届满日), extension included where it was granted.</summary>
    // The first day is not counted (民法典第二百零一条).
    public static ClockEnd EndOf(RuleBook book, WorkingCalendar calendar, string clock, DateOnly began,
        bool extended = false)
    {
        var limit = book.Nearest(d => d.Clocks, c => c.Id).Single(c => c.Id == clock);
        var end = Add(book, calendar, limit, limit.Days, began);
        return extended && limit.Extension is { } more && end.LastDay is { } day
            ? Add(book, calendar, limit, more, day)
            : end;
    }

    private static ClockEnd Add(RuleBook book, WorkingCalendar calendar, StatutoryClock limit, string days,
        DateOnly from)
    {
        if (book.Value(days) is not { Value: long count } given) return new(limit, null, days);
        if (!given.Parameter.CountsWorkingDays) return new(limit, from.AddDays((int)count), null);

        var counted = calendar.Plus(from, (int)count);
        return new(limit, counted.Date, counted.UnknownYear is { } year ? $"calendar {year}" : null);
    }
}
