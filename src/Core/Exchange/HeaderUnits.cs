namespace Huanxin.Core.Exchange;

/// <summary>Units a heading may name (表头单位).</summary>
public static class HeaderUnits
{
    /// <summary>The units one can choose for a kind of column (可选单位); none where a number needs none.</summary>
    public static IReadOnlyList<string> For(FieldKind kind) => kind switch
    {
        FieldKind.Area => ["㎡", "万㎡"],
        FieldKind.Money => ["元", "万元", "亿元"],
        FieldKind.Whole => ["个", "万个"],
        _ => [],
    };

    /// <summary>How many plain units one of the named unit is (换算倍数).</summary>
    public static decimal Times(string unit) => HeaderText.Times(unit);
}
