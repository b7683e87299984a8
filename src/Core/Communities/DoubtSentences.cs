using System.Globalization;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>Doubts about figures as sentences (存疑理由).</summary>
public static class DoubtSentences
{
    /// <summary>What is doubted and why (理由), and what the suggestion would do.</summary>
    /// <param name="cell">Where a figure of the row stands; null where that is not known.</param>
    public static string Of(Doubt doubt, Func<Measure, string?> cell) => doubt.Kind switch
    {
        DoubtKind.SpreadAverage => Spread(doubt),
        DoubtKind.ZeroBesideSome when doubt.Unit.Base() == Measure.Communities && doubt.Cells[0].Of(Measure.Communities) == 1 =>
            $"{doubt.Cells[0].Label}：{Name(doubt.Measure)}填了 0，请核实；没有数据的请留空。",
        DoubtKind.ZeroBesideSome => $"{doubt.Cells[0].Label}：{Amount(doubt.Cells[0], doubt.Unit.Base())}，"
            + $"却有{Amount(doubt.Cells[0], doubt.Unit.Part())}，两数矛盾，请核实。",
        _ => Lone(doubt, cell),
    };

    /// <summary>Short name of a kind (存疑种类名称).</summary>
    public static string Label(this DoubtKind kind) => kind switch
    {
        DoubtKind.OutsideBand => "超出合理范围",
        DoubtKind.Outlier => "与同类相差悬殊",
        DoubtKind.DigitShift => "疑似错位",
        DoubtKind.SpreadAverage => "疑似平均数",
        DoubtKind.ZeroBesideSome => "零与非零并存",
    };

    /// <summary>Unit of a figure by another (单位).</summary>
    public static string Label(this PerUnit unit) => unit switch
    {
        PerUnit.AreaPerHousehold => "㎡/户",
        PerUnit.HouseholdsPerBuilding => "户/栋",
        PerUnit.HouseholdsPerCommunity => "户/小区",
        PerUnit.InvestmentPerArea => "元/㎡",
        PerUnit.InvestmentPerHousehold => "元/户",
        PerUnit.AreaPerCommunity => "㎡/小区",
    };

    // What the suggested figure comes to, and what it would change in the total.
    private static string Of(Doubt doubt, Suggestion suggestion) =>
        $"{Name(suggestion.Measure)}若为{Amount(suggestion.Measure, suggestion.Value)}，"
        + $"合{Plain(Then(doubt, suggestion))}{doubt.Unit.Label()}，才与其他数字相称"
        + (suggestion.TotalNow == suggestion.Found ? "" : $"，全表{Name(suggestion.Measure)}合计将由{Total(suggestion.Measure, suggestion.TotalNow)}"
            + $"变为{Total(suggestion.Measure, suggestion.TotalThen)}");

    private static decimal Then(Doubt doubt, Suggestion suggestion) => suggestion.Measure == doubt.Unit.Part()
        ? doubt.Found * suggestion.Value / suggestion.Found
        : doubt.Found * suggestion.Found / suggestion.Value;

    private static string Lone(Doubt doubt, Func<Measure, string?> cell)
    {
        var row = doubt.Cells[0];
        var figures = string.Join('、', new[] { doubt.Unit.Part(), doubt.Unit.Base() }
            .Select(measure => cell(measure) is { } at ? $"{Amount(row, measure)}（{at}）" : Amount(row, measure)));
        var found = $"{row.Label}：{figures}，合{Plain(doubt.Found)}{doubt.Unit.Label()}";
        var band = doubt.Band is { } limits && !limits.Holds(doubt.Found)
            ? $"，超出{Plain(limits.Low)}—{Plain(limits.High)}{doubt.Unit.Label()}的合理范围"
            : "";
        var peers = doubt.Peers is { } others
            ? $"，{(others.Group is null ? "表内" : others.Group)}其余{others.Count - 1}处的中位数为{Plain(others.Middle)}，"
                + $"一般在{Plain(others.Low)}—{Plain(others.High)}之间"
            : "";
        var hint = doubt.Suggested is { } suggestion ? $"{Of(doubt, suggestion)}。系统未作改动，请核实。" : $"{Blame(doubt)}可能属实，请核实。";
        return $"{found}{band}{peers}。{hint}";
    }

    // A ratio is two figures, and being off says nothing of which.
    private static string Blame(Doubt doubt) => doubt switch
    {
        { Other: null } => "",
        { Suspect: { } suspect } => $"与其他数字对照，更可能是{Name(suspect)}有误，也",
        _ => $"{Name(doubt.Unit.Part())}、{Name(doubt.Unit.Base())}都可能有误，也",
    };

    private static string Spread(Doubt doubt)
    {
        var (part, whole) = (Name(doubt.Unit.Part()), Name(doubt.Unit.Base()));
        var average = doubt.Found == doubt.FoundMost
            ? $"恰为{whole}的{Exact(doubt.Found)}倍"
            : $"都约为{whole}的{Plain(doubt.Found)}至{Plain(doubt.FoundMost)}倍";
        var places = string.Join('、', doubt.Cells.Take(6).Select(c => c.Label)) + (doubt.Cells.Count > 6 ? "等" : "");
        return $"{places}共{doubt.Cells.Count}处的{part}{average}（{doubt.Unit.Label()}），是平均数而不像实测，请核实并注明数据质量。";
    }

    private static string Amount(Figures cell, Measure measure) => Name(measure) + Amount(measure, cell.Of(measure) ?? 0);

    private static string Amount(Measure measure, long value) => measure switch
    {
        Measure.Area => $"{Exact(value / 100m)}㎡",
        Measure.Investment => $"{Exact(value / 100m)}元",
        Measure.Communities => $"{Exact(value)}个",
        Measure.Buildings => $"{Exact(value)}栋",
        _ => $"{Exact(value)}户",
    };

    // Totals of area and money are told as people tell them, in 万.
    private static string Total(Measure measure, long value) => measure switch
    {
        Measure.Area => $"{Round(value / 1_000_000m, 2)}万㎡",
        Measure.Investment => $"{Round(value / 1_000_000m, 2)}万元",
        _ => Amount(measure, value),
    };

    private static string Name(Measure measure) => measure switch
    {
        Measure.Area => "建筑面积",
        Measure.Investment => "投资",
        Measure.Communities => "小区数",
        Measure.Buildings => "楼栋数",
        Measure.Households => "户数",
        Measure.Projects => "项目数",
    };

    private static string Exact(decimal value) => value.ToString("#,##0.########", CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => Round(value, value < 10 ? 2 : 1);

    private static string Round(decimal value, int places) =>
        Exact(Math.Round(value, places, MidpointRounding.AwayFromZero));
}
