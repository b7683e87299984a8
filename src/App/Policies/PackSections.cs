using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>The sections of a pack that are lists of entries, in the order of docs/policy-packs.md.</summary>
internal static class PackSections
{
    /// <summary>The document with all its sections.</summary>
    public static PolicyDocument Fill(PolicyDocument document, PackRow pack)
    {
        var (catalogue, funding) = (pack.Row("catalogue"), pack.Row("funding"));
        return document with
        {
            Targets = [.. pack.Rows("targets").Select(Target)],
            Plans = [.. pack.Rows("plans").Select(Plan)],
            Listed = [.. pack.Rows("listed").Select(Listed)],
            Classes = [.. catalogue.Rows("classes").Select(Class)],
            Items = [.. catalogue.Rows("items").Select(Item)],
            CommonItems = [.. pack.Rows("common-items").Select(CommonItem)],
            Procedures = [.. pack.Rows("procedure").Select(Procedure)],
            JointReviews = [.. pack.Rows("joint-reviews").Select(JointReview)],
            Voting = [.. pack.Rows("voting").Select(Matter)],
            Warranties = [.. pack.Rows("warranties").Select(Warranty)],
            Tenders = [.. pack.Rows("tenders").Select(Tender)],
            Clocks = [.. pack.Rows("clocks").Select(Clock)],
            FundingSources = [.. funding.Rows("sources").Select(Source)],
            CostShares = [.. funding.Rows("shares").Select(CostShare)],
            Subsidies = [.. funding.Rows("subsidies").Select(Subsidy)],
            FinancingModes = [.. funding.Rows("modes").Select(Mode)],
            Returns = [.. pack.Rows("returns").Select(Return)],
            Supervision = [.. pack.Rows("supervision").Select(Rung)],
            Acceptance = [.. pack.Rows("acceptance").Select(Acceptance)],
            Stewardship = [.. pack.Rows("stewardship").Select(Stewardship)],
            Evaluation = [.. pack.Rows("evaluation").Select(Evaluation)],
            Forms = [.. pack.Rows("forms").Select(Form)],
            Duties = [.. pack.Rows("duties").Select(Duty)],
            Responsibilities = [.. pack.Rows("responsibilities").Select(Responsibility)],
            Organisations = [.. pack.Rows("organisations").Select(Organisation)],
            Calendar = [.. pack.Rows("calendar").Select(CalendarYear)],
        };
    }

    private static PlanTarget Target(PackRow row)
    {
        var figures = Enum.GetValues<Measure>().Where(m => row.Has(Words<Measure>.Of(m)))
            .ToDictionary(m => m, m => row.Text(Words<Measure>.Of(m)));
        return new(row.Text("id"), row.Text("title"), row.Whole("year"), row.TextOrNull("by"), row.TextOrNull("place"),
            row.Region("region"),
            row.Word<TargetData>("data"), figures, row.TextOrNull("share"), row.Texts("share-of"),
            row.Flag("cumulative"), row.Clauses,
            row.TextOrNull("note"));
    }

    private static PlanTable Plan(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("place-title"), row.TextOrNull("unit"),
        [.. row.Rows("columns").Select(Column)],
        [.. row.Rows("rows").Select(TableRow)], row.Has("total") ? TableRow(row.Row("total")) : null,
        [.. row.Rows("cell-notes").Select(n => new CellNote(n.Text("place"), n.Text("key"), n.Text("text")))],
        row.Clauses);

    private static TableColumn Column(PackRow row) => new(
        row.Text("title"), row.TextOrNull("key"), row.TextOrNull("unit"), row.Whole("year"),
        row.Has("measure") ? row.Word<Measure>("measure") : null, [.. row.Rows("columns").Select(Column)]);

    private static TableRow TableRow(PackRow row) =>
        new(row.Text("place"), row.Region("region"), row.Numbers("values"));

    private static IReadOnlyList<TableColumn>? Columns(PackRow row) =>
        row.RowsOrNull("columns") is { } columns ? [.. columns.Select(Column)] : null;

    private static ListedCommunity Listed(PackRow row) => new(
        row.Text("name"), row.TextOrNull("place"), row.Region("region"), row.Text("kind") == "single-building",
        row.Texts("marks"),
        row.Clauses, row.TextOrNull("note"));

    private static ItemClass Class(PackRow row) => new(
        row.Text("id"), row.Text("title"), PackWords.ObligationOf(row.Text("obligation")), row.TextOrNull("about"),
        row.Clauses);

    private static CatalogueItem Item(PackRow row) => new(
        row.Text("id"), row.Text("class"), row.Text("title"), PackWords.ObligationOf(row.Text("obligation")),
        row.Text("standard"),
        row.TextOrNull("unit"), row.Word<ItemPayer>("payer"), row.TextOrNull("consent"), row.TextOrNull("warranty"),
        row.Texts("tags"),
        row.Texts("same-as"), row.Clauses, row.TextOrNull("note"));

    private static CommonItem CommonItem(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("group"), row.TextOrNull("unit"), row.Flag("underground"),
        row.TextOrNull("about"));

    private static Procedure Procedure(PackRow row) =>
        new(row.Text("id"), row.Text("title"), [.. row.Rows("steps").Select(Step)]);

    private static ProcedureStep Step(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("owner"), row.Texts("parties"), row.TextsOrNull("documents"),
        row.Texts("after"),
        row.TextOrNull("deadline"), row.TextOrNull("days"), row.TextOrNull("about"), row.Word<Level>("level"),
        row.Clauses,
        row.TextOrNull("note"));

    private static JointReview JointReview(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.TextsOrNull("departments"), row.Texts("after"), row.TextOrNull("days"),
        row.Clauses,
        row.TextOrNull("note"));

    private static VotingMatter Matter(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<Majority>("majority"), row.Word<VotingScope>("scope"),
        row.TextOrNull("share"),
        row.Clauses, row.TextOrNull("note"));

    private static WarrantyPeriod Warranty(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.TextOrNull("years"), row.TextOrNull("seasons"), row.TextOrNull("until"),
        row.Clauses,
        row.TextOrNull("note"));

    private static TenderThreshold Tender(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<TenderKind>("kind"), row.Text("minimum"), row.Clauses,
        row.TextOrNull("note"));

    private static StatutoryClock Clock(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("starts"), row.Text("days"), row.Text("bound") == "at-least",
        row.TextOrNull("extension"), row.TextOrNull("owner"), row.Word<Level>("level"), row.Clauses,
        row.TextOrNull("note"));

    private static FundingSource Source(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("kind"), row.TextsOrNull("purposes"), row.Texts("instruments"),
        row.TextOrNull("consent"), row.TextOrNull("conditions"), row.Whole("order"), row.Clauses,
        row.TextOrNull("note"));

    private static IReadOnlyList<Payer> Payers(PackRow row) =>
        [.. row.Rows("payers").Select(p => new Payer(p.Text("payer"), p.TextOrNull("share"), p.TextOrNull("role")))];

    private static CostShare CostShare(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.TextOrNull("class"), row.TextOrNull("item"), Payers(row),
        row.TextOrNull("conditions"),
        row.Clauses, row.TextOrNull("note"));

    private static SubsidyRule Subsidy(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("rate"), row.Word<SubsidyPer>("per"), Payers(row),
        row.TextOrNull("months"),
        row.TextOrNull("to"), row.TextOrNull("conditions"), row.Clauses, row.TextOrNull("note"));

    private static FinancingMode Mode(PackRow row) =>
        new(row.Text("id"), row.Text("title"), row.TextOrNull("about"), row.Clauses);

    private static ReturnForm Return(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<ReturnPeriod>("period"), row.TextOrNull("due-day"),
        row.TextOrNull("from"),
        row.TextOrNull("to"), Columns(row),
        [.. row.Rows("checks")
            .Select(c => new ReturnCheck(c.Text("id"), c.Text("title"), c.Word<Level>("level"), c.Clauses))],
        row.Clauses, row.TextOrNull("note"));

    private static SupervisionRung Rung(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<SupervisionKind>("kind"), row.TextOrNull("by"),
        row.TextOrNull("of"),
        row.TextOrNull("every"), row.TextOrNull("deadline"), row.Texts("causes"), row.Texts("after"),
        row.Texts("checks"), row.Clauses,
        row.TextOrNull("note"));

    private static AcceptanceRule Acceptance(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("layer") == "legal", row.Text("organiser"),
        [.. row.Rows("parties")
            .Select(p => new AcceptanceParty(p.Text("party"), p.Text("attendance") == "required", p.Clauses))],
        row.Texts("conditions"), row.Texts("documents"), row.TextOrNull("deadline"), row.TextOrNull("days"),
        row.TextOrNull("then"),
        row.Clauses, row.TextOrNull("note"));

    private static StewardshipRule Stewardship(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<StewardshipKind>("kind"), row.TextOrNull("who"),
        row.TextOrNull("about"),
        row.Texts("after"), row.Word<Level>("level"), row.Clauses, row.TextOrNull("note"));

    private static EvaluationRule Evaluation(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.TextOrNull("by"), row.TextOrNull("every"),
        row.RowsOrNull("indicators") is { } indicators
            ? [.. indicators.Select(i =>
                new Indicator(i.Text("id"), i.Text("title"), i.Whole("points"), i.TextOrNull("about")))]
            : null,
        [.. row.Rows("grades")
            .Select(g => new Grade(g.Text("title"), PackValues.Number(g.Text("from")) ?? 0, g.Text("bound") == "inclusive"))],
        row.TextOrNull("used-for"), row.Clauses, row.TextOrNull("note"));

    private static AttachedForm Form(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("place"), Columns(row), row.Clauses, row.TextOrNull("note"));

    private static Duty Duty(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("owner"), row.Word<Level>("level"), row.Text("evidence"),
        row.Clauses,
        row.TextOrNull("note"));

    private static Responsibility Responsibility(PackRow row) => new(
        row.Text("task"), row.Texts("lead"), row.Texts("responsible"), row.Clauses, row.TextOrNull("note"));

    private static DutyHolder Organisation(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.TextOrNull("role"), row.Region("region"), row.Texts("duties"),
        row.Clauses,
        row.TextOrNull("note"));

    private static CalendarYear CalendarYear(PackRow row) => new(
        row.Whole("year")!.Value,
        [.. row.Rows("holidays").Select(h => new Holiday(h.Text("title"), h.Date("from")!.Value, h.Date("to")!.Value))],
        [.. row.Texts("workdays").Select(d => PackValues.Date(d)!.Value)], row.Clauses);
}
