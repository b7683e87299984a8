using System.Globalization;

namespace Huanxin.Core.Kernel;

/// <summary>
/// As much of a date as is known (时间范围): 1998 is its twelve months, 九十年代 its ten years. A limit inside the span
/// cannot be judged; one outside can.
/// </summary>
public readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d"];
    private static readonly string[] Months = ["yyyy-MM", "yyyy-M"];

    /// <summary>Some time that nobody has said (时间不明): it is so, and every limit lies inside.</summary>
    public static readonly DateSpan Ever = new(DateOnly.MinValue, DateOnly.MaxValue);

    public static DateSpan OfDay(DateOnly day) => new(day, day);

    public static DateSpan OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DateSpan OfYears(int first, int last) => new(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));

    /// <summary>From the first to the last of several (合并); null for none.</summary>
    public static DateSpan? Over(IEnumerable<DateSpan> spans)
    {
        DateSpan? whole = null;
        foreach (var span in spans)
        {
            whole = whole is not { } so
                ? span
                : new(span.First < so.First ? span.First : so.First, span.Last > so.Last ? span.Last : so.Last);
        }

        return whole;
    }

    /// <summary>Reads “1998”, “1998-06”, “1998-06-30” and “1998~2001” (读取).</summary>
    public static bool TryParse(string? text, out DateSpan span)
    {
        var (parts, culture) = ((text ?? "").Trim().Split('~'), CultureInfo.InvariantCulture);
        span = default;
        if (parts.Length == 2)
        {
            if (!TryParse(parts[0], out var from) || !TryParse(parts[1], out var to) || to.Last < from.First) return false;
            span = new(from.First, to.Last);
        }
        else if (parts.Length > 2) return false;
        else if (DateOnly.TryParseExact(parts[0], Days, culture, DateTimeStyles.None, out var day)) span = OfDay(day);
        else if (DateOnly.TryParseExact(parts[0], Months, culture, DateTimeStyles.None, out var month)) span = OfMonth(month.Year, month.Month);
        else if (parts[0].Length == 4 && int.TryParse(parts[0], NumberStyles.None, culture, out var year) && year > 0) span = OfYears(year, year);
        else return false;

        return span.First.Year is >= 1900 and <= 2100 && span.Last.Year is >= 1900 and <= 2100;
    }

    public bool IsDay => First == Last;

    /// <summary>True when the whole span lies on or before the day (不晚于).</summary>
    public bool IsBy(DateOnly day) => Last <= day;

    /// <summary>True when the whole span lies after the day (晚于).</summary>
    public bool IsAfter(DateOnly day) => First > day;

    public static implicit operator DateSpan(DateOnly day) => OfDay(day);

    /// <summary>As short as it is known (显示): 1998, 1998-06, 1998-06-30, else first~last.</summary>
    public override string ToString()
    {
        if (IsDay) return Written(First, "yyyy-MM-dd");

        var isMonths = First.Day == 1 && Last.Day == DateTime.DaysInMonth(Last.Year, Last.Month);
        var shape = !isMonths ? "yyyy-MM-dd" : First.Month == 1 && Last.Month == 12 ? "yyyy" : "yyyy-MM";
        var (from, to) = (Written(First, shape), Written(Last, shape));
        return from == to ? from : $"{from}~{to}";
    }

    private static string Written(DateOnly day, string shape) => day.ToString(shape, CultureInfo.InvariantCulture);
}
