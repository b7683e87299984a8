using System.Globalization;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Differences between data sets in words (差异说明); figures are never adjusted to one another.</summary>
public static class GapSentences
{
    private const int MostTold = 20;

    /// <summary>A figure with its unit as people write it (显示): 万㎡ and 万元 in summaries.</summary>
    public static string Show(Measure measure, long value) => measure switch
    {
        Measure.Area => $"{Wan(value)} 万㎡",
        Measure.Investment => $"{Wan(value)} 万元",
        _ => $"{value.ToString("#,##0", CultureInfo.InvariantCulture)} {measure.Unit()}",
    };

    /// <summary>The same where perhaps nobody reported it (未报).</summary>
    public static string Show(Measure measure, long? value) => value is { } said ? Show(measure, said) : "未报";

    /// <summary>The difference with its sign (差额).</summary>
    public static string Signed(DataSetGap gap) =>
        gap.Difference == 0 ? "相同" : (gap.Difference > 0 ? "+" : "−") + Show(gap.Measure, Math.Abs(gap.Difference));

    /// <summary>“12/20 已填报” (填报情况).</summary>
    public static string Show(Reporting reporting) => $"{reporting.Said}/{reporting.All} 已填报";

    /// <summary>How a figure stands to that of the document (核对结果), or why the two are not held against each other.</summary>
    public static string? Told(DataSetFigures said, DataSetFigures set, Measure measure) =>
        said.Figures.Of(measure) is null || set.Figures.Of(measure) is null ? null
        : (said.Aside ?? set.Aside) is { } reason ? $"不可比：{reason}"
        : set.Lacking.TryGetValue(measure, out var reporting) ? $"{Show(reporting)}，不计算差额"
        : DataSetGap.Between(said, set).First(gap => gap.Measure == measure) is not { Difference: not 0 } gap ? "一致"
        : gap.IsRounding ? "四舍五入之内" : Signed(gap);

    /// <summary>Why a figure of a document is held against nothing (部分任务): it counts a part of another.</summary>
    public static string PartOf(string task) => $"文件的数只是“{task}”的一部分";

    /// <summary>Figures that are not compared although both say something (未比较的指标), and why.</summary>
    public static IReadOnlyList<string> NotCompared(DataSetFigures set) =>
        set.Aside is { } reason ? [$"“{set.Name}”不与其他数据比较：{reason}。"]
        : set.Lacking.Count > 0 ? [$"“{set.Name}”的{string.Join('、', set.Lacking.Select(l => $"{l.Key.Heading()}（{Show(l.Value)}）"))}没有全部填报，不计算差额。"]
        : [];

    /// <summary>A community and the projects that take the same of it (几个项目共有的小区).</summary>
    public static string Shared(string community, IEnumerable<string> projects) =>
        $"“{community}”（在项目{string.Concat(projects.Select(name => $"“{name}”"))}中）";

    /// <summary>What a sum counts once (只计一次的小区).</summary>
    public static IReadOnlyList<string> CountedOnce(DataSetFigures set) => set.CountedOnce.Count == 0 ? []
        : [$"“{set.Name}”中，{string.Join('、', set.CountedOnce.Take(MostTold))}{(set.CountedOnce.Count > MostTold ? $"等 {set.CountedOnce.Count} 个小区" : "")}由几个项目共有，只计一次。"];

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

        var isPart = gaps[0].Left.Lacking.Count + gaps[0].Right.Lacking.Count > 0;
        if (open.Count == 0) return sentences.Count > 0 ? sentences : [isPart ? "能比较的指标一致，其余没有全部填报。" : "完全一致。"];

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
