using System.Globalization;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>What a check of a ledger found, as sentences.</summary>
public static class CheckSentences
{
    /// <summary>An answer as a verdict on a community.</summary>
    public static string Verdict(this Answer answer) => answer switch
    {
        Answer.Yes => "可以纳入",
        Answer.No => "不能纳入",
        Answer.Unknown => "还不能确定",
        Answer.Conditional => "有条件纳入",
    };

    public static string Name(this Measure measure) => measure switch
    {
        Measure.Projects => "项目",
        Measure.Communities => "小区",
        Measure.Buildings => "楼栋",
        Measure.Households => "户数",
        Measure.Area => "建筑面积",
        Measure.Investment => "计划投资",
    };

    /// <summary>“2 列没有读：坐向、层高”.</summary>
    public static string Unread(IReadOnlyList<string> headings) => $"{headings.Count} 列没有读，不认得列名：{string.Join('、', headings)}";

    /// <summary>“建筑面积合计 1,234.56 ㎡，2 行未填”.</summary>
    public static string Of(LedgerSum sum) =>
        $"{sum.Measure.Name()}合计 {Amount(sum)} {Unit(sum)}{(sum.Unsaid > 0 ? $"，{sum.Unsaid} 行未填" : "")}";

    /// <summary>A sum in the unit people use.</summary>
    public static string Amount(LedgerSum sum) =>
        ((decimal)(sum.Sum ?? 0) / PerUnits.Scale(sum.Measure)).ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>The unit of a sum.</summary>
    public static string Unit(LedgerSum sum) => sum.Measure switch
    {
        Measure.Area => "㎡",
        Measure.Households => "户",
        Measure.Buildings => "栋",
        Measure.Investment => "元",
        _ => "个",
    };

    /// <summary>“不能纳入：不符合“2005年12月31日前建成”（W20-1.3a）”.</summary>
    public static string Of(LedgerVerdict verdict)
    {
        if (verdict.Split is { } split)
        {
            return $"按楼判断：{string.Join('，', split.OrderByDescending(s => s.Key).Select(s => $"{s.Value} 栋{s.Key.Verdict()}"))}";
        }

        var reasons = string.Join('；', verdict.Reasons.Select(Reason));
        var missing = verdict.Answer == Answer.Unknown && verdict.Missing.Count > 0 ? $"；缺：{string.Join('、', verdict.Missing)}" : "";
        return $"{verdict.Answer.Verdict()}{(reasons.Length > 0 ? $"：{reasons}" : "")}{missing}";
    }

    /// <summary>“不符合“2005年12月31日前建成”（W20-1.3a）”.</summary>
    public static string Reason(VerdictReason reason) =>
        $"{reason.Finding}“{reason.Title}”{(reason.Clauses.Count == 0 ? "" : $"（{string.Join('、', reason.Clauses)}）")}";
}
