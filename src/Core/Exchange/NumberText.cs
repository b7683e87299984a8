using System.Globalization;
using System.Text.RegularExpressions;

namespace Huanxin.Core.Exchange;

/// <summary>A number with what was written around it (带单位的数字): “约1.2万㎡” is 12000, unit m2, approximate.</summary>
internal readonly record struct NumberText(decimal Value, string Unit, bool HasTimes, bool IsApproximate)
{
    private const int Longest = 64;
    private const decimal Most = 1e18m;

    // Sign, grouped or plain digits, fraction, exponent, 余, 万 or 亿, unit, 左右.
    private static readonly Regex Written = new(
        "^(?<about>约|大约|近|将近|≈|~)?¥?(?<sign>[+-])?(?<digits>\\d{1,3}(?:[, ]\\d{3})+|\\d+)"
        + "(?<fraction>\\.\\d*)?(?<power>[eE][+-]?\\d{1,2})?"
        + " ?(?<more>余|多)? ?(?<times>万|亿|千|百)? ?(?<more>余|多)?(?<unit>[^\\d, .~-].*?)??(?<about>左右|上下)?$",
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex FromTo = new(
        "^\\d[\\d.]*\\D{0,3}[-~至到]\\d[\\d.]*\\D{0,3}$", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>Null when the text is no number; the reason says whether it is a range.</summary>
    public static NumberText? Parse(string shown, out ReadingReason reason)
    {
        reason = ReadingReason.NotANumber;
        var text = CellText.Plain(shown);
        if (text.Length > Longest) return null;

        var match = Written.Match(text);
        if (!match.Success)
        {
            if (FromTo.IsMatch(text)) reason = ReadingReason.Range;
            return null;
        }

        var digits = match.Groups["sign"].Value + match.Groups["digits"].Value.Replace(",", "").Replace(" ", "")
            + match.Groups["fraction"].Value + match.Groups["power"].Value;
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || Math.Abs(value) > Most)
        {
            reason = ReadingReason.TooLarge;
            return null;
        }

        var (times, unit) = (match.Groups["times"].Value, match.Groups["unit"].Value.Trim());
        reason = ReadingReason.Fine;
        return new NumberText(
            value * Times(times), unit.ToLowerInvariant(), times.Length > 0,
            match.Groups["about"].Success || match.Groups["more"].Success);
    }

    /// <summary>How many of the plain unit one of these is.</summary>
    public static decimal Times(string word) => word switch
    {
        "亿" => 100_000_000,
        "万" => 10_000,
        "千" => 1_000,
        "百" => 100,
        _ => 1,
    };
}
