using System.Globalization;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Differences between data sets in words (差异说明); figures are never adjusted to one another.</summary>
public static class GapSentences
{
    /// <summary>A figure with its unit as people write it (显示): 万㎡ and 万元 in summaries.</summary>
    public static string Show(Measure measure, long value) => measure switch
    {
        Measure.Area => $"{Wan(value)} 万㎡",
        Measure.Investment => $"{Wan(value)} 万元",
        _ => $"{value.ToString("#,##0", CultureInfo.InvariantCulture)} {measure.Unit()}",
    };

    /// <summary>The difference with its sign (差额).</summary>
    public static string Signed(DataSetGap gap) =>
        gap.Difference == 0 ? "相同" : (gap.Difference > 0 ? "+" : "−") + Show(gap.Measure, Math.Abs(gap.Difference));

    /// <summary>Why two data sets differ, as far as their figures say (说明).</summary>
    public static IReadOnlyList<string> Explain(IReadOnlyList<DataSetGap> gaps)
    {
        if (gaps.Count == 0) return ["两套数据没有共同的指标，不能比较。"];

        var open = gaps.Where(gap => gap.Difference != 0 && !gap.IsRounding).ToList();
        var sentences = new List<string>();
        if (gaps.Any(gap => gap.IsRounding))
        {
            sentences.Add($"{string.Join('、', gaps.Where(gap => gap.IsRounding).Select(gap => gap.Measure.Heading()))}相差在四舍五入之内，可视为一致。");
        }

        if (open.Count == 0) return sentences.Count > 0 ? sentences : ["完全一致。"];

        if (gaps[0].Left.Data != gaps[0].Right.Data)
        {
            sentences.Add($"“{gaps[0].Left.Data.Name()}”与“{gaps[0].Right.Data.Name()}”是两套数据，编制时间和范围不同，都保留，不互相替换。");
        }

        if (Scale(gaps) is { } scale) sentences.Add(scale);
        return sentences;
    }

    /// <summary>Name of a data set (口径名称).</summary>
    public static string Name(this TargetData data) => data switch
    {
        TargetData.Plan => "计划",
        TargetData.Library => "项目库",
        TargetData.Actual => "台账",
    };

    // More communities and fewer households: other communities were meant, smaller ones.
    private static string? Scale(IReadOnlyList<DataSetGap> gaps)
    {
        var communities = gaps.FirstOrDefault(gap => gap.Measure == Measure.Communities);
        var households = gaps.FirstOrDefault(gap => gap.Measure == Measure.Households);
        if (communities is not { LeftValue: > 0, RightValue: > 0 } || households is null) return null;

        var (before, after) = (Per(households.LeftValue, communities.LeftValue), Per(households.RightValue, communities.RightValue));
        var word = Math.Sign(communities.Difference) * Math.Sign(households.Difference) < 0
            ? "小区数与户数一增一减，说明列入的小区不同，须按小区名单逐个核对"
            : "小区数与户数同向变化";
        return $"{word}；平均每个小区由 {before} 户变为 {after} 户。";
    }

    private static string Per(long part, long whole) =>
        decimal.Round((decimal)part / whole, 1, MidpointRounding.AwayFromZero).ToString("#,##0.0", CultureInfo.InvariantCulture);

    private static string Wan(long hundredths) =>
        decimal.Round(hundredths / 1_000_000m, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
