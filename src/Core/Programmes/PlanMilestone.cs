using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Where a milestone stands (里程碑结论).</summary>
public enum MilestoneVerdict { Below, At, Above, Unknown }

/// <summary>A share to be reached by a year, held against what is planned (里程碑核对), by one measure (W20-1.5b). Exact, never rounded.</summary>
/// <param name="Part">Planned up to the year, in the unit of <see cref="PlanFigures.Of"/>; null where nothing is reported.</param>
/// <param name="Whole">All of the programme, by the same measure: the denominator.</param>
public sealed record PlanMilestone(PlanTarget Target, int Year, Measure Measure, Ratio Share, long? Part, long? Whole)
{
    /// <summary>Below, exactly at, or above the share (结论).</summary>
    public MilestoneVerdict Verdict => Part is not { } part || Whole is not (> 0 and var whole)
        ? MilestoneVerdict.Unknown
        : Share.IsExceededBy(part, whole) ? MilestoneVerdict.Above
        : Share.IsReachedBy(part, whole) ? MilestoneVerdict.At
        : MilestoneVerdict.Below;

    /// <summary>How much is missing to reach the share (差额), rounded up to the smallest unit; zero when reached.</summary>
    public long Missing
    {
        get
        {
            if (Verdict != MilestoneVerdict.Below) return 0;

            var wanted = (Int128)Whole!.Value * Share.Numerator;
            return (long)((wanted + Share.Denominator - 1) / Share.Denominator) - Part!.Value;
        }
    }

    /// <summary>Every milestone of a document against a plan (逐项核对): communities, households and area as the document names them.</summary>
    public static IReadOnlyList<PlanMilestone> Of(PolicyDocument document, PlanGrid plan, Func<string, Ratio?> value) =>
    [
        .. from target in document.Targets
           where target is { Share: not null, Year: not null }
           let share = value(target.Share!)
           where share is not null
           from measure in target.ShareOf.Select(word => Words<Measure>.Parse(word)).OfType<Measure>()
           select new PlanMilestone(target, target.Year!.Value, measure, share!.Value,
               plan.Until(target.Year!.Value).Of(measure), plan.Total.Of(measure)),
    ];
}
