using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>A milestone held against a plan, as a sentence.</summary>
public static class MilestoneSentences
{
    /// <summary>“2020年底前完成不少于20%：按小区个数95÷548，合17.3%，低于要求，还差15个（W20-1.5b）”.</summary>
    public static string Of(PlanMilestone milestone)
    {
        var measure = milestone.Measure;
        if (milestone is not { Part: { } part, Whole: { } whole } || PlanAmounts.Share(part, whole) is not { } rate) return $"{milestone.Target.Title}：{measure.Heading()}未报，{milestone.Verdict.Label()}{Clauses(milestone)}";

        var missing = milestone.Missing > 0 ? $"，还差{PlanAmounts.Shown(measure, milestone.Missing)}{measure.Unit()}" : "";
        return $"{milestone.Target.Title}：按{measure.Heading()}{PlanAmounts.Shown(measure, part)}÷{PlanAmounts.Shown(measure, whole)}，"
            + $"合{rate}，{milestone.Verdict.Label()}{missing}{Clauses(milestone)}";
    }

    private static string Clauses(PlanMilestone milestone) => $"（{string.Join('、', milestone.Target.Clauses)}）";
}
