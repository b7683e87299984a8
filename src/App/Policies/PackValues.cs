using System.Globalization;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Reads single values of packs exactly; null where a text is none of the kind.</summary>
public static class PackValues
{
    private static readonly Dictionary<string, decimal> Money =
        new() { ["元"] = 1m, ["万元"] = 10_000m, ["亿元"] = 100_000_000m };
    private static readonly Dictionary<string, decimal> Surface = new() { ["㎡"] = 1m, ["万㎡"] = 10_000m };

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A parameter's value by its type and unit.</summary>
    public static object? Of(string text, ParameterType type, string? unit) => type switch
    {
        ParameterType.Date => Date(text),
        ParameterType.Ratio => Ratio.Parse(text),
        ParameterType.Fen => Scaled(text, unit, Money) is { } yuan && Fits(yuan) ? Fen.FromYuan(yuan) : null,
        ParameterType.Area =>
            Scaled(text, unit, Surface) is { } metres && Fits(metres)
            ? Core.Kernel.Area.FromSquareMetres(metres)
            : null,
        ParameterType.Count when unit is ['万', ..] =>
            Number(text) * 10_000m is { } count && count == decimal.Truncate(count) && Fits(count) ? (long)count : null,
        ParameterType.Count or ParameterType.Days =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
                ? count
                : null,
        ParameterType.Text => text,
        ParameterType.List => null,
    };

    /// <summary>A parameter's value as packs and cases write it: money in 元, area in ㎡.</summary>
    public static string Text(object? value) => value switch
    {
        null => Shape.Unverified,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Fen money => money.Yuan.ToString("0.##", CultureInfo.InvariantCulture),
        Area area => area.SquareMetres.ToString("0.##", CultureInfo.InvariantCulture),
        IReadOnlyList<string> list => string.Join('、', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // “元/㎡·月” is money in 元.
    private static decimal? Scaled(string text, string? unit, Dictionary<string, decimal> units) =>
        unit is not null && units.TryGetValue(unit.Split('/')[0], out var scale) ? Number(text) * scale : null;

    private static bool Fits(decimal value) =>
        value * 100m == decimal.Truncate(value * 100m) && Math.Abs(value) < 1_000_000_000_000m;
}
