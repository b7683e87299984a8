using System.Text.RegularExpressions;

namespace Huanxin.Core.Exchange;

/// <summary>A heading taken apart (表头文字): the words to compare, and the unit that was written into it.</summary>
internal readonly record struct HeaderText(string Key, string Unit)
{
    private const RegexOptions Options = RegexOptions.Compiled | RegexOptions.CultureInvariant;
    private static readonly Regex Brackets = new(@"[(\[【〔{]([^)\]】〕}]*)[)\]】〕}]", Options);
    private static readonly Regex Behind = new("[/:,_-](?:单位:?)?([^/:,_-]{1,5})$", Options);
    private static readonly Regex Number = new(@"^\d{1,2}[.、)]", Options);

    private static readonly HashSet<string> Units =
    [
        "㎡", "m2", "平方米", "平米", "万㎡", "万m2", "万平方米", "万平米", "万平", "元", "万元", "亿元", "千元", "个", "户", "万户", "栋", "幢",
        "座", "部", "层", "套", "间", "人", "单元", "处", "台", "%", "元/㎡", "元/户", "㎡/户", "km", "公里", "米", "年", "年月", "年份", "年度",
    ];

    public static HeaderText Of(string? text)
    {
        var key = CellText.Key(text).Trim('*', ':', '#');
        var unit = "";
        foreach (Match match in Brackets.Matches(key))
        {
            if (IsUnit(match.Groups[1].Value)) unit = Clean(match.Groups[1].Value);
        }

        key = Number.Replace(Brackets.Replace(key, ""), "");
        if (unit.Length == 0 && Behind.Match(key) is { Success: true } behind && IsUnit(behind.Groups[1].Value))
        {
            unit = behind.Groups[1].Value;
            key = key[..behind.Index];
        }

        return new HeaderText(key.Trim('*', ':', '-', '/'), unit);
    }

    public static bool IsUnit(string text) => Units.Contains(Clean(text));

    /// <summary>How many plain units (㎡, 元, 户) one of the named unit is.</summary>
    public static decimal Times(string unit) =>
        unit.Length > 1 && unit[0] is '万' or '亿' or '千' ? NumberText.Times(unit[..1]) : 1;

    private static string Clean(string text) => text.Replace("单位", "").Trim(':', '(', ')', ' ');
}
