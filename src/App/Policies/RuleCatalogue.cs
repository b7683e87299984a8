using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;
using static Huanxin.Core.Policies.ParameterType;
using static Huanxin.Core.Policies.RuleArgument;

namespace Huanxin.App.Policies;

/// <summary>Every rule a pack may name, listed by hand.</summary>
public static class RuleCatalogue
{
    private static readonly RuleArgument Bound = Word("bound", "inclusive", "exclusive");
    private static readonly RuleArgument After = Word("bound", "exclusive", "inclusive");
    private static readonly RuleArgument By = Word("by", "community", "every-building", "any-building");

    /// <summary>Rules on communities: eligibility, exclusions, priority.</summary>
    public static IReadOnlyList<Rule<CommunityFacts>> Communities { get; } =
    [
        new("built-before", EligibilityRules.BuiltBefore, Value("limit", Date), Bound, By),
        new("built-after", EligibilityRules.BuiltAfter, Value("limit", Date), After, By),
        new("on-state-land", EligibilityRules.OnStateLand),
        new("in-town", EligibilityRules.InTown),
        new("land-kind-is", EligibilityRules.LandKindIs, Value("kinds", List)),
        new("inside-places", EligibilityRules.InsidePlaces, Value("places", List)),
        new("sign-shown", EligibilityRules.SignShown, Choice("sign", Words<Sign>.All)),
        new("wish-strong", EligibilityRules.WishStrong),
        new("not-renovated-within", EligibilityRules.NotRenovatedWithin, Value("years", Count)),
        new("not-cleared-within", EligibilityRules.NotClearedWithin, Value("years", Count)),
        new("clearance-planned", EligibilityRules.ClearancePlanned),
        new("rebuild-planned", EligibilityRules.RebuildPlanned),
        new("not-funded-before", EligibilityRules.NotFundedBefore),
        new("never-planned-before", EligibilityRules.NeverPlannedBefore),
        new("minimum-area", EligibilityRules.MinimumArea, Value("minimum", Area)),
        new("minimum-buildings", EligibilityRules.MinimumBuildings, Value("minimum", Count)),
        new("minimum-households", EligibilityRules.MinimumHouseholds, Value("minimum", Count)),
        new("consent-reached", EligibilityRules.ConsentReached, Value("share", Ratio),
            Choice("of", "households", "owners", "area"), Bound),
        new("wishes-collected", EligibilityRules.WishesCollected, Value("share", Ratio), Bound),
        new("contribution-collected", EligibilityRules.ContributionCollected, Value("share", Ratio), Bound),
        new("kind-is", EligibilityRules.KindIs, Value("kinds", List)),
        new("kind-is-not", EligibilityRules.KindIsNot, Value("kinds", List)),
        new("management-agreed", EligibilityRules.ManagementAgreed),
        new("listed-in-library", EligibilityRules.ListedInLibrary),
    ];

    /// <summary>Rules on projects: requirements.</summary>
    public static IReadOnlyList<Rule<ProjectFacts>> Projects { get; } =
    [
        new("item-present", RequirementRules.ItemPresent, NameIn("item", NameOf.Item)),
        new("mandatory-items-present", RequirementRules.MandatoryItemsPresent),
        new("class-items-present", RequirementRules.ClassItemsPresent, NameIn("class", NameOf.Class)),
        new("class-prevails", RequirementRules.ClassPrevails, NameIn("class", NameOf.Class)),
        new("measure-at-least", RequirementRules.MeasureAtLeast, Choice("measure", Measures),
            Value("minimum", Count, Area)),
        new("measure-at-most", RequirementRules.MeasureAtMost, Choice("measure", Measures),
            Value("maximum", Count, Area)),
        new("features-present", RequirementRules.FeaturesPresent, Choice("feature", "garbage-room-functions",
            "garbage-room-operation"), Value("required", List)),
        new("represented-at", RequirementRules.RepresentedAt, Value("stages", List)),
        new("evidence-present", RequirementRules.EvidencePresent, Value("gates", List)),
        new("financed-by", RequirementRules.FinancedBy, Choice("kind", PackWords.FundKinds)),
        new("owners-consented", RequirementRules.OwnersConsented, NameIn("matter", NameOf.Matter)),
        new("step-done", RequirementRules.StepDone, NameIn("step", NameOf.Step)),
        new("green-rate-kept", RequirementRules.GreenRateKept, Value("tolerance", Ratio)),
        new("contribution-complete", RequirementRules.ContributionComplete, Value("share", Ratio)),
        new("satisfaction-reached", RequirementRules.SatisfactionReached, Value("share", Ratio)),
        new("share-reached", RequirementRules.ShareReached, Choice("of", "communities", "households", "area"),
            Value("share", Ratio)),
        .. Statements.Select(name => new Rule<ProjectFacts>(name, RequirementRules.Stated(name))),
    ];

    /// <summary>All rules by name.</summary>
    public static IReadOnlyDictionary<string, Rule> All { get; } =
        Communities.Concat<Rule>(Projects).ToDictionary(r => r.Name, StringComparer.Ordinal);

    private static string[] Measures =>
        ["smart-stars", "garbage-room-area", "garbage-rooms", "parking-spaces", "charging-points", "elderly-room-area"];

    // What a project's file simply states, yes or no.
    private static string[] Statements =>
    [
        "checkup-done", "findings-answered", "one-scheme-per-community", "within-progress", "within-contract",
            "source-permits-purpose",
        "underground-first", "dig-once", "consulted", "parties-present", "faults-closed", "within-estimate",
            "balance-plan-present",
        "supervisor-appointed", "committee-consented", "manager-named",
    ];
}
