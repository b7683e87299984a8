using Huanxin.Core.Exchange;

namespace Huanxin.Core.Communities;

/// <summary>How numbers of buildings, stairwells and rooms are compared (楼号、单元号、房号).</summary>
public static class BuildingNumbers
{
    private static readonly string[] Tails = ["号住宅楼", "号居民楼", "号楼", "栋楼", "幢楼", "单元", "号", "栋", "幢", "座", "楼", "室", "户", "#", "第"];

    /// <summary>Buildings as people count them (楼号顺序): 2号楼 before 10号楼.</summary>
    public static IEnumerable<Building> InOrder(this IEnumerable<Building> buildings) =>
        buildings.OrderBy(b => b.NumberKey.Length).ThenBy(b => b.NumberKey, StringComparer.Ordinal);

    /// <summary>A number as it is compared (比对键): “第3号楼”, “3栋”, “3#” and “三号楼” are “3”.</summary>
    public static string Key(string number)
    {
        var key = CellText.Key(number).TrimStart('第');
        foreach (var tail in Tails)
        {
            if (key.Length > tail.Length && key.EndsWith(tail, StringComparison.Ordinal))
            {
                key = key[..^tail.Length];
                break;
            }
        }

        key = Arabic(key).TrimStart('0');
        return key.Length > 0 ? key : CellText.Key(number);
    }

    // 一 to 九十九, as building numbers are written out.
    private static string Arabic(string text)
    {
        const string digits = "零一二三四五六七八九";
        if (text.Length is 0 or > 3 || text.Any(c => c != '十' && !digits.Contains(c))) return text;

        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return text.Length == 1 ? $"{digits.IndexOf(text[0], StringComparison.Ordinal)}" : text;

        var tens = ten == 0 ? 1 : digits.IndexOf(text[0], StringComparison.Ordinal);
        var ones = ten == text.Length - 1 ? 0 : digits.IndexOf(text[^1], StringComparison.Ordinal);
        return $"{tens * 10 + ones}";
    }
}
