using static Huanxin.App.Policies.Shape;

namespace Huanxin.App.Policies;

/// <summary>Keys of a file of cases. What may be given and expected depends on what the case is about.</summary>
internal static class CaseShapes
{
    private static readonly Shape Count = Of(Must("all", Whole), Must("present", Whole), Must("agree", Whole));

    private static readonly Key[] CommunityKeys =
    [
        May("place", Region), May("kind", Text), May("built-on", Date), May("buildings-built-on", ListOf(Date)),
        May("land", Text),
        May("in-town", Flag), May("signs", MapOf(Flag)), May("wish-strong", Flag), May("renovated-on", Text),
        May("clearance-on", Text),
        May("to-be-rebuilt", Flag), May("funded-before", Flag), May("planned-before", Flag), May("area", OpenNumber),
        May("buildings", Whole),
        May("households", Whole), May("consent-households", Text), May("consent-owners", Text),
        May("consent-area", Text),
        May("wishes-collected", Text), May("contribution", Text), May("management-agreed", Flag),
        May("in-library", Flag),
    ];

    private static readonly Shape Communities = ListOf(Of([Must("name", Text), .. CommunityKeys]));

    private static readonly Shape Project = Of(
        May("items", ListOf(Of(
            Must("codes", ListOf(Text)), Must("class", Text), Must("obligation", Text), Must("included", Flag),
            May("reason-approved", Flag), May("cost", Whole)))),
        May("flags", MapOf(Flag)), May("measures", MapOf(OpenNumber)), May("lists", MapOf(ListOf(Text))),
        May("portions", MapOf(Text)),
        May("steps", ListOf(Text)), May("agreed", ListOf(Text)), May("green-before", Text), May("green-after", Text));

    private static readonly Shape Answer = Of(
        Must("answer", Word("yes", "no", "unknown", "conditional")), May("because", ListOf(Text)),
        May("missing", ListOf(Text)),
        May("quota", Text));

    private static readonly Shape LastDay = Of(May("last-day", Date), May("missing", Text));

    /// <summary>What may be given, by what the case is about.</summary>
    public static readonly IReadOnlyDictionary<string, (Shape Given, Shape Expect)> ByAbout = new Dictionary<string,
        (Shape, Shape)>
    {
        ["eligibility"] = (Of(CommunityKeys), Answer),
        ["requirement"] = (Project, Answer),
        ["vote"] = (Of(Must("matter", Word("ordinary", "special", "unanimous")), Must("area", Count), Must("owners", Count)),
            Of(Must("outcome", Word("passed", "quorum-missed", "majority-missed")))),
        ["tender"] = (Of(
            Must("kind", Word("works", "goods", "services")), Must("estimate", OpenNumber),
            Must("budget-money", OpenNumber),
            Must("investment", OpenNumber), May("state-money-controls", Flag)), Answer),
        ["warranty"] = (Of(Must("accepted", Date)), LastDay),
        ["clock"] = (Of(Must("began", Date), May("extended", Flag)), LastDay),
        ["value"] = (Of(), Of(Must("value", Text), May("from", Text))),
        ["priority"] = (Of(Must("communities", Communities)), Of(Must("order", ListOf(Text)))),
        ["quota"] = (Of(Must("communities", Communities), May("year-total", Whole)),
            Of(May("fits", ListOf(Text)), May("waits", ListOf(Text)), May("unknown", ListOf(Text)))),
    };

    /// <summary>A file of cases, except what is given and expected.</summary>
    public static readonly Shape File = ListOf(Of(
        Must("name", Text), Must("about", Word([.. ByAbout.Keys])), May("of", Text), May("place", Region),
        May("on", Date),
        May("clause", OneOrMany(Refer(NameKind.Clause))), May("given", MapOf(Later("anything", () => Anything!))),
        Must("expect", MapOf(Later("anything", () => Anything!)))));

    private static readonly Shape Anything = new Shape.Free();
}
