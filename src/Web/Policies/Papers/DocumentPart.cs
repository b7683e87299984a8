using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies.Papers;

/// <summary>A section of a document page: shown where the document has something for it.</summary>
public sealed record DocumentPart(string Anchor, Type Component)
{
    private static readonly (DocumentPart Part, Func<PolicyDocument, int> Count)[] All =
    [
        (new("unverified", typeof(GapsPart)), d => Gaps.Of(d).Count),
        (new("targets", typeof(TargetsPart)), d => d.Targets.Count + d.Listed.Count),
        (new("plans", typeof(PlansPart)), d => d.Plans.Count),
        (new("eligibility", typeof(EligibilityPart)), d => d.Eligibility.Count + d.Exclusions.Count + d.Quotas.Count + d.Priority.Count),
        (new("requirements", typeof(RequirementsPart)), d => d.Requirements.Count),
        (new("catalogue", typeof(CataloguePart)), d => d.Items.Count + d.Classes.Count),
        (new("procedure", typeof(ProcedurePart)), d => d.Procedures.Count + d.JointReviews.Count + d.Clocks.Count),
        (new("voting", typeof(VotingPart)), d => d.Voting.Count + d.Warranties.Count + d.Tenders.Count),
        (new("money", typeof(MoneyPart)), d => d.FundingSources.Count + d.CostShares.Count + d.Subsidies.Count + d.FinancingModes.Count),
        (new("returns", typeof(ReturnsPart)), d => d.Returns.Count + d.Forms.Count),
        (new("supervision", typeof(SupervisionPart)), d => d.Supervision.Count),
        (new("acceptance", typeof(AcceptancePart)), d => d.Acceptance.Count),
        (new("stewardship", typeof(StewardshipPart)), d => d.Stewardship.Count + d.Evaluation.Count),
        (new("responsibilities", typeof(ResponsibilitiesPart)), d => d.Responsibilities.Count + d.Organisations.Count),
        (new("duties", typeof(DutiesPart)), d => d.Duties.Count),
        (new("values", typeof(ValuesPart)), d => d.Parameters.Count),
        (new("lists", typeof(ListsPart)), d => d.Calendar.Count + d.CommonItems.Count),
    ];

    public string Title => PartLabels.TitleOf(Anchor);

    public string? Sub => PartLabels.SubOf(Anchor);

    /// <summary>The sections a document has.</summary>
    public static IReadOnlyList<DocumentPart> Of(PolicyDocument document) =>
        [.. All.Where(p => p.Count(document) > 0).Select(p => p.Part)];
}
