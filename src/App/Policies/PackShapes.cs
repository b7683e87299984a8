using Huanxin.Core.Policies;
using static Huanxin.App.Policies.Shape;

namespace Huanxin.App.Policies;

/// <summary>Every key a pack file may hold, section by section. The order is that of docs/policy-packs.md.</summary>
public static class PackShapes
{
    private static readonly Shape Clause = OneOrMany(Refer(NameKind.Clause));
    private static readonly Shape Texts = ListOf(Text);
    private static readonly Shape Level = Word(Words<Level>.All);
    private static readonly Shape OnDate = Parameter(ParameterType.Date);
    private static readonly Shape Number = Parameter(ParameterType.Count);
    private static readonly Shape Days = Parameter(ParameterType.Days);
    private static readonly Shape Every = Parameter(ParameterType.Count, ParameterType.Days);
    private static readonly Shape Share = Parameter(ParameterType.Ratio);
    private static readonly Shape Money = Parameter(ParameterType.Fen);
    private static readonly Shape Surface = Parameter(ParameterType.Area);
    private static readonly Shape Notes =
        ListOf(Of(Must("kind", Word("contradiction", "gap", "reading", "correction")), Must("text", Text)));

    private static readonly Shape Obligation = Word(PackWords.ObligationWords);

    private static readonly Shape Document = Of(
        Must("id", Define(NameKind.Document)), Must("title", Text), Must("number", Text), Must("issuer", Text),
        Must("region", Region),
        Must("kind", Word("law", "interpretation", "regulation", "plan", "notice", "explanation", "standard",
            "reference")),
        Must("issued", OrUnverified(Date)), Must("effective", Date), Must("expires", OpenDate),
        Must("status", Word("in-force", "draft")),
        May("years", ListOf(Whole)), May("subjects", Texts), May("replaces", ListOf(Refer(NameKind.Document))),
        May("based-on", Texts),
        May("source", Text), May("notes", Notes));

    private static readonly Shape Clauses = ListOf(Of(
        Must("id", Define(NameKind.Clause)), Must("heading", Text), May("title", Text),
        May("kind", Word("duty", "frame")),
        Must("text", Text), May("notes", Notes)));

    private static readonly Shape Parameters = MapOf(NameKind.Parameter, Of(
        Must("label", Text), Must("type", Word("date", "ratio", "fen", "area", "count", "days", "text", "list")),
        Must("value", OneOrMany(Text)), May("unit", Text), May("by-place", MapOf(OneOrMany(Text))),
        Must("clause", Clause),
        May("note", Text)));

    private static readonly Shape Targets = ListOf(Of(
        Must("id", Define(NameKind.Target)), Must("title", Text), May("year", Whole), May("by", OnDate),
        May("place", Text),
        May("region", Region), May("data", Word("plan", "library", "actual")), May("projects", Number),
        May("communities", Number), May("buildings", Number), May("households", Number), May("area", Surface),
        May("investment", Money), May("share", Share),
        May("share-of", ListOf(Word("projects", "communities", "households", "area"))), May("cumulative", Flag),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Column = Of(
        Must("title", Text), May("key", Text), May("unit", Text), May("year", Whole),
        May("measure", Word("projects", "communities", "buildings", "households", "area", "investment")),
        May("columns", Later("columns", () => Columns!)));

    private static readonly Shape Columns = ListOf(Column);

    private static readonly Shape Plans = ListOf(Of(
        Must("id", Define(NameKind.Plan)), Must("title", Text), Must("place-title", Text), Must("columns", Columns),
        Must("rows", ListOf(Of(Must("place", Text), May("region", Region), Must("values", ListOf(OpenNumber))))),
        May("total", Of(Must("place", Text), Must("values", ListOf(OpenNumber)))),
        May("cell-notes", ListOf(Of(Must("place", Text), Must("key", Text), Must("text", Text)))),
        May("unit", Text), Must("clause", Clause)));

    private static readonly Shape Listed = ListOf(Of(
        Must("name", Text), May("place", Text), May("region", Region),
        May("kind", Word("community", "single-building")),
        May("marks", Texts), Must("clause", Clause), May("note", Text)));

    private static readonly Key[] Node =
    [
        May("rule", Text), May("with", MapOf(Text)), May("all", Later("rules", () => Rules!)),
        May("any", Later("rules", () => Rules!)), May("unless", Later("rules", () => Rules!)),
        May("within-quota", Refer(NameKind.Quota)),
    ];

    private static readonly Shape Rules =
        ListOf(Of([.. Node, May("title", Text), May("level", Level), May("clause", Clause)]));

    private static readonly Shape RuleSets = ListOf(Of(
    [
        Must("id", Define(NameKind.RuleSet)), Must("title", Text), Must("clause", Clause), May("level", Level), .. Node,
        May("subject", Word("community", "scheme", "start", "contract", "schedule", "payment", "acceptance", "return",
            "programme")),
        May("note", Text),
    ]));

    private static readonly Shape Quotas = ListOf(Of(
        Must("id", Define(NameKind.Quota)), Must("title", Text), Must("share", Share),
        Must("of", Word("communities", "households", "area")),
        Must("base", Word("year-total", "admitted")), May("overflow", Word("stop", "skip")), Must("clause", Clause),
        May("note", Text)));

    private static readonly Shape Priority = ListOf(Of(
        Must("id", Define(NameKind.Priority)), Must("title", Text),
        Must("kind", Word("weighted", "lexicographic", "tiered")), Must("clause", Clause),
        Must("criteria", ListOf(Of(
        [
            Must("title", Text), .. Node, May("weight", Number),
            May("measure", Word("build-date", "households", "area", "buildings", "consent-households", "consent-owners",
                "consent-area")),
            May("order", Word("ascending", "descending")), May("clause", Clause),
        ]))), May("note", Text)));

    private static readonly Shape Catalogue = Of(
        Must("classes", ListOf(Of(
            Must("id", Define(NameKind.Class)), Must("title", Text), Must("obligation", Obligation), May("about", Text),
            Must("clause", Clause)))),
        Must("items", ListOf(Of(
            Must("id", Define(NameKind.Item)), Must("class", Refer(NameKind.Class)), Must("title", Text),
            Must("obligation", Obligation), Must("standard", Text),
            May("unit", Text), May("payer", Word("government", "utility", "residents", "market", "owner-of-title",
                "shared")),
            May("consent", Refer(NameKind.Matter)), May("warranty", Refer(NameKind.Warranty)), May("tags", Texts),
            May("same-as", ListOf(Refer(NameKind.CommonItem))), Must("clause", Clause),
            May("note", Text)))));

    private static readonly Shape Procedure = ListOf(Of(
        Must("id", Define(NameKind.Procedure)), Must("title", Text), May("clause", Clause),
        Must("steps", ListOf(Of(
            Must("id", Define(NameKind.Step)), Must("title", Text), Must("owner", Text), May("parties", Texts),
            May("documents", OrUnverified(Texts)),
            May("after", ListOf(Refer(NameKind.Step))), May("deadline", OnDate), May("days", Days), May("about", Text),
            Must("level", Level),
            Must("clause", Clause), May("note", Text))))));

    private static readonly Shape JointReviews = ListOf(Of(
        Must("id", Define(NameKind.JointReview)), Must("title", Text), Must("departments", OrUnverified(Texts)),
        May("after", ListOf(Refer(NameKind.Step))),
        May("days", Days), Must("clause", Clause), May("note", Text)));

    private static readonly Shape Voting = ListOf(Of(
        Must("id", Define(NameKind.Matter)), Must("title", Text),
        Must("majority", Word("ordinary", "special", "unanimous", "programme")),
        May("scope", Word("community", "stairwell", "building", "interested")), May("share", Share),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Warranties = ListOf(Of(
        Must("id", Define(NameKind.Warranty)), Must("title", Text), May("years", Number), May("seasons", Number),
        May("until", Text),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Tenders = ListOf(Of(
        Must("id", Define(NameKind.Tender)), Must("title", Text), Must("kind", Word("works", "goods", "services")),
        Must("minimum", Money),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Clocks = ListOf(Of(
        Must("id", Define(NameKind.Clock)), Must("title", Text), Must("starts", Text), Must("days", Days),
        May("bound", Word("at-most", "at-least")),
        May("extension", Days), May("owner", Text), May("level", Level), Must("clause", Clause), May("note", Text)));

    private static readonly Shape Payers = ListOf(Of(Must("payer", Text), May("share", Share), May("role", Text)));

    private static readonly Shape Funding = Of(
        May("sources", ListOf(Of(
            Must("id", Define(NameKind.Source)), Must("title", Text), Must("kind", Word(PackWords.FundKinds)),
            May("purposes", OrUnverified(ListOf(Refer(NameKind.Purpose)))),
            May("instruments", Texts), May("consent", Refer(NameKind.Matter)), May("conditions", Text), May("order", Whole),
            Must("clause", Clause),
            May("note", Text)))),
        May("shares", ListOf(Of(
            Must("id", Define(NameKind.Share)), Must("title", Text), May("class", Refer(NameKind.Class)),
            May("item", Refer(NameKind.Item)), Must("payers", Payers),
            May("conditions", Text), Must("clause", Clause), May("note", Text)))),
        May("subsidies", ListOf(Of(
            Must("id", Define(NameKind.Subsidy)), Must("title", Text), Must("rate", Money),
            Must("per", Word("area-month", "area", "household", "item")),
            Must("payers", Payers), May("months", Number), May("to", Text), May("conditions", Text),
            Must("clause", Clause),
            May("note", Text)))),
        May("modes", ListOf(Of(Must("id", Define(NameKind.Mode)), Must("title", Text), May("about", Text),
            Must("clause", Clause)))));

    private static readonly Shape Returns = ListOf(Of(
        Must("id", Define(NameKind.Return)), Must("title", Text),
        Must("period", Word("month", "quarter", "year", "once")), May("due-day", Number),
        May("from", Text), May("to", Text), Must("columns", OrUnverified(Columns)),
        May("checks", ListOf(Of(Must("id", Text), Must("title", Text), Must("level", Level), May("clause", Clause)))),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Supervision = ListOf(Of(
        Must("id", Define(NameKind.Rung)), Must("title", Text), Must("kind", Word(PackWords.SupervisionKinds)),
        May("by", Text), May("of", Text),
        May("every", Every), May("deadline", OnDate), May("causes", Texts), May("after", ListOf(Refer(NameKind.Rung))),
        May("checks", Texts),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Acceptance = ListOf(Of(
        Must("id", Define(NameKind.Acceptance)), Must("title", Text), Must("layer", Word("legal", "government")),
        Must("organiser", Text),
        Must("parties", ListOf(Of(
            Must("party", Text), Must("attendance", Word("required", "invited")), May("clause", Clause)))),
        May("conditions", Texts), May("documents", Texts), May("deadline", OnDate), May("days", Days),
        May("then", Text),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Stewardship = ListOf(Of(
        Must("id", Define(NameKind.Stewardship)), Must("title", Text),
        Must("kind", Word("mode", "step", "handover", "assessment", "coverage", "income", "warranty")),
        May("who", Text), May("about", Text), May("after", ListOf(Refer(NameKind.Stewardship))), May("level", Level),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Evaluation = ListOf(Of(
        Must("id", Define(NameKind.Evaluation)), Must("title", Text), May("by", Text), May("every", Every),
        Must("indicators", OrUnverified(ListOf(Of(Must("id", Text), Must("title", Text), May("points", Whole),
            May("about", Text))))),
        May("grades", ListOf(Of(Must("title", Text), Must("from", Text), Must("bound", Word("inclusive",
            "exclusive"))))),
        May("used-for", Text), Must("clause", Clause), May("note", Text)));

    private static readonly Shape Forms = ListOf(Of(
        Must("id", Define(NameKind.Form)), Must("title", Text), Must("place", Text),
        Must("columns", OrUnverified(Columns)), Must("clause", Clause),
        May("note", Text)));

    private static readonly Shape Duties = ListOf(Of(
        Must("id", Define(NameKind.Duty)), Must("title", Text), Must("owner", Text), Must("level", Level),
        Must("evidence", Text),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Responsibilities = ListOf(Of(
        Must("task", Text), May("lead", Texts), May("responsible", Texts), Must("clause", Clause), May("note", Text)));

    private static readonly Shape Organisations = ListOf(Of(
        Must("id", Define(NameKind.Organisation)), Must("title", Text), May("role", Text), May("region", Region),
        May("duties", Texts),
        Must("clause", Clause), May("note", Text)));

    private static readonly Shape Calendar = ListOf(Of(
        Must("year", Whole), Must("holidays", ListOf(Of(Must("title", Text), Must("from", Date), Must("to", Date)))),
        Must("workdays", ListOf(Date)), Must("clause", Clause)));

    private static readonly Shape CommonItems = ListOf(Of(
        Must("id", Define(NameKind.CommonItem)), Must("title", Text), Must("group", Text), May("unit", Text),
        May("underground", Flag), May("about", Text)));

    /// <summary>All sections in order.</summary>
    public static readonly Shape.Fields File = Of(
        May("document", Document), May("clauses", Clauses), May("parameters", Parameters), May("targets", Targets),
        May("plans", Plans), May("listed", Listed), May("eligibility", RuleSets), May("exclusions", RuleSets),
        May("quotas", Quotas), May("priority", Priority), May("requirements", RuleSets), May("catalogue", Catalogue),
        May("procedure", Procedure), May("joint-reviews", JointReviews), May("voting", Voting),
        May("warranties", Warranties),
        May("tenders", Tenders), May("clocks", Clocks), May("funding", Funding), May("returns", Returns),
        May("supervision", Supervision), May("acceptance", Acceptance), May("stewardship", Stewardship),
        May("evaluation", Evaluation), May("forms", Forms), May("duties", Duties),
        May("responsibilities", Responsibilities),
        May("organisations", Organisations), May("calendar", Calendar), May("common-items", CommonItems));

    /// <summary>Where entries stand, for those who go through a pack entry by entry.</summary>
    public static readonly IReadOnlyList<string> Sections =
    [
        "document", "clauses", "parameters", "targets", "plans", "listed", "eligibility", "exclusions", "quotas", "priority",
        "requirements", "catalogue.classes", "catalogue.items", "procedure", "procedure.steps", "joint-reviews", "voting",
        "warranties", "tenders", "clocks", "funding.sources", "funding.shares", "funding.subsidies", "funding.modes", "returns",
        "supervision", "acceptance", "stewardship", "evaluation", "forms", "duties", "responsibilities", "organisations",
        "calendar", "common-items",
    ];
}
