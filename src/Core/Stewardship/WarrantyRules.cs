using System.Globalization;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Stewardship;

/// <summary>Last day of a warranty (保修届满日); null where the document gives words only or a value is missing.</summary>
public sealed record WarrantyEnd(WarrantyPeriod Period, DateOnly? LastDay, string? Missing);

/// <summary>Minimum warranty by kind of work (建设工程质量管理条例第四十条), from the day acceptance passes.</summary>
public static class WarrantyRules
{
    /// <summary>Last day of the warranty of a kind of work (届满日).</summary>
    // The first day is not counted and the day of the same number is the last (民法典第二百零一条、第二百零二条).
    public static WarrantyEnd EndOf(RuleBook book, string kind, DateOnly accepted)
    {
        var period = book.Nearest(d => d.Warranties, w => w.Id).Single(w => w.Id == kind);
        if (period.Years is { } years)
        {
            return book.Value<long>(years) is { } count
                ? new(period, accepted.AddYears((int)count), null)
                : new(period, null, years);
        }

        return period.Seasons is { } seasons ? EndOfSeasons(book, period, seasons, accepted) : new(period, null, null);
    }

    // A season counts only when it begins after acceptance; the city's own dates decide when one begins and ends.
    private static WarrantyEnd EndOfSeasons(RuleBook book, WarrantyPeriod period, string seasons, DateOnly accepted)
    {
        if (book.Value<long>(seasons) is not { } count) return new(period, null, seasons);
        if (DayOf(book, "heating.season-start") is not { } start) return new(period, null, "heating.season-start");
        if (DayOf(book, "heating.season-end") is not { } end) return new(period, null, "heating.season-end");

        var first = start.In(accepted.Year) >= accepted ? accepted.Year : accepted.Year + 1;
        var lastStart = first + (int)count - 1;
        return new(period, end.In(end.IsBefore(start) ? lastStart + 1 : lastStart), null);
    }

    private static DayOfYear? DayOf(RuleBook book, string name) =>
        book.Value(name)?.Value is string text
            && DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)
            ? new DayOfYear(day.Month, day.Day)
            : null;

    private readonly record struct DayOfYear(int Month, int Day)
    {
        public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

        public bool IsBefore(DayOfYear other) => (Month, Day).CompareTo((other.Month, other.Day)) < 0;
    }
}
