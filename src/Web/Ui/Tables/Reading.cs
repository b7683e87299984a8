using System.Globalization;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Tables;

/// <summary>What people type into a filter, read leniently: full-width digits, thousands commas, 年 and 月.</summary>
public static class Reading
{
    public static decimal? Number(string typed) =>
        decimal.TryParse(Plain(typed), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Whole(string typed) =>
        Number(typed) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < 1e15m ? (long)number : null;

    public static int? Small(string typed) =>
        Whole(typed) is { } number && number == (int)number ? (int)number : null;

    /// <summary>Money in the column's unit, rounded to the fen: a filter is a question, not an entry.</summary>
    public static Fen? Money(string typed, bool isWan) =>
        Hundredths(typed, isWan) is { } fen ? new Fen(fen) : null;

    public static Area? Floor(string typed, bool isWan) =>
        Hundredths(typed, isWan) is { } value ? new Area(value) : null;

    public static DateOnly? Date(string typed)
    {
        var text = Plain(typed).Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal)
            .Replace('/', '-').Replace('.', '-');
        string[] forms = ["yyyy-M-d", "yyyyMMdd"];
        return DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private static long? Hundredths(string typed, bool isWan) =>
        Number(typed) is { } number && Math.Abs(number) < 1e12m
            ? (long)decimal.Round(number * (isWan ? 1_000_000m : 100m), MidpointRounding.AwayFromZero)
            : null;

    private static string Plain(string typed) =>
        new([.. typed.Where(c => !char.IsWhiteSpace(c))
            .Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
}
