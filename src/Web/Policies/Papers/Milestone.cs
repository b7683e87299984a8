using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies.Papers;

/// <summary>A share target held against the document's own plan table, by one measure.</summary>
public sealed record Milestone(Measure Measure, decimal Planned, decimal Total, Ratio Share)
{
    /// <summary>Reached, the share itself included; compared exactly, in hundredths.</summary>
    public bool IsReached => Share.IsReachedBy(Hundredths(Planned), Hundredths(Total));

    /// <summary>Per cent with one decimal.</summary>
    public decimal Rate => decimal.Round(Planned * 100m / Total, 1, MidpointRounding.AwayFromZero);

    /// <summary>One for each measure of the target; none without a plan table.</summary>
    public static IReadOnlyList<Milestone> Of(PolicyDocument document, PlanTarget target, Ratio? share)
    {
        if (share is not { } wanted || target.Year is not { } year || document.Plans is not [var plan, ..]) return [];

        return
        [
            .. target.ShareOf.Select(word => Words<Measure>.Parse(word)).OfType<Measure>()
                .Select(measure => new Milestone(measure, Sum(plan, measure, y => y <= year), Sum(plan, measure, _ => true), wanted))
                .Where(milestone => milestone.Total > 0),
        ];
    }

    private static decimal Sum(PlanTable plan, Measure measure, Func<int, bool> years) => plan.Leaves
        .Select((leaf, column) => leaf.Measure == measure && leaf.Year is { } year && years(year) ? plan.SumOf(column) : 0m).Sum();

    private static long Hundredths(decimal value) => decimal.ToInt64(value * 100m);
}
