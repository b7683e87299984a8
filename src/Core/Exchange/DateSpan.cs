namespace Huanxin.Core.Exchange;

/// <summary>
/// As much of a date as was written (时间范围): 1998 is its twelve months, 九十年代 its ten years. A limit inside the span
/// cannot be judged; one outside can.
/// </summary>
public readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    public static DateSpan OfDay(DateOnly day) => new(day, day);

    public static DateSpan OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DateSpan OfYears(int first, int last) => new(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));

    public bool IsDay => First == Last;

    /// <summary>True when the whole span lies on or before the day (不晚于).</summary>
    public bool IsBy(DateOnly day) => Last <= day;

    /// <summary>True when the whole span lies after the day (晚于).</summary>
    public bool IsAfter(DateOnly day) => First > day;
}
