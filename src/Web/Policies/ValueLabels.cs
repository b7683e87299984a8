using System.Globalization;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>Values of documents as they are written there, with their units.</summary>
public static class ValueLabels
{
    /// <summary>A parameter's value; 未核实 where the source does not give it.</summary>
    public static string Show(Parameter parameter, object? value) => value switch
    {
        null => PolicyWords.Unverified,
        Fen money => $"{Digits(money.Yuan / Scale(parameter.Unit))} {parameter.Unit}",
        Area area => $"{Digits(area.SquareMetres / Scale(parameter.Unit))} {parameter.Unit}",
        long count => parameter.Unit is null ? Digits(count) : $"{Digits(count / Scale(parameter.Unit))} {parameter.Unit}",
        _ => Show(value),
    };

    /// <summary>A found or required value: shares in per cent where that is exact.</summary>
    public static string Show(object? value) => value switch
    {
        Ratio ratio => Share(ratio),
        RegionCode place => place.ToString(),
        long count => Digits(count),
        IEnumerable<string> words => string.Join('、', words.Select(Word)),
        _ => FactLabels.Show(value),
    };

    public static string Share(Ratio ratio) => 10_000 % ratio.Denominator == 0
        ? (100m * ratio.Numerator / ratio.Denominator).ToString("0.##", CultureInfo.InvariantCulture) + "%"
        : ratio.ToString();

    /// <summary>A fixed word in Chinese where it is one of a kind of community, land or sign.</summary>
    public static string Word(string word) =>
        Words<Sign>.Parse(word) is { } sign ? sign.Label()
        : Words<CommunityKind>.Parse(word) is { } kind ? kind.Label()
        : Words<LandKind>.Parse(word) is { } land && land != LandKind.Other ? land.Label()
        : PolicyPageLabels.Argument(word);

    // As printed: no separators, the decimals that are there.
    public static string Digits(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal Scale(string? unit) => unit switch
    {
        ['亿', ..] => 100_000_000m,
        ['万', ..] => 10_000m,
        _ => 1m,
    };
}
