using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Kind of document (文件种类).</summary>
public enum DocumentKind { Law, Interpretation, Regulation, Plan, Notice, Explanation, Standard, Reference }

/// <summary>Who issued a document, when, and how long it holds (文件标识).</summary>
/// <param name="Id">Short name that begins all its clause ids, e.g. W24.</param>
/// <param name="Issued">Null where the source does not give it.</param>
/// <param name="Expires">Last day in force; null until replaced.</param>
/// <param name="Years">Years of the programme it is about; empty for all.</param>
/// <param name="Replaces">Ids of the documents it replaces as a whole.</param>
/// <param name="BasedOn">Documents it rests on; it refines those of the same place.</param>
public sealed record DocumentIdentity(string Id, string Title, string Number, string Issuer, RegionCode Region,
    DocumentKind Kind, DateOnly? Issued, DateOnly Effective, DateOnly? Expires, bool IsDraft, IReadOnlyList<int> Years,
    IReadOnlyList<string> Subjects, IReadOnlyList<string> Replaces, IReadOnlyList<string> BasedOn, string? Source,
    IReadOnlyList<ClauseNote> Notes);

/// <summary>An issued document as data (政策文件): its text clause by clause, and everything the clauses ask for.</summary>
public sealed record PolicyDocument
{
    public required DocumentIdentity Identity { get; init; }

    /// <summary>SHA-256 over its files (文件指纹); a decision keeps it.</summary>
    public required string Hash { get; init; }

    public IReadOnlyList<Clause> Clauses { get; init; } = [];
    public IReadOnlyDictionary<string, Parameter> Parameters { get; init; } = new Dictionary<string, Parameter>();
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];
    public IReadOnlyList<PlanTable> Plans { get; init; } = [];
    public IReadOnlyList<ListedCommunity> Listed { get; init; } = [];
    public IReadOnlyList<RuleSet> Eligibility { get; init; } = [];
    public IReadOnlyList<RuleSet> Exclusions { get; init; } = [];
    public IReadOnlyList<Quota> Quotas { get; init; } = [];
    public IReadOnlyList<PriorityOrder> Priority { get; init; } = [];
    public IReadOnlyList<RuleSet> Requirements { get; init; } = [];
    public IReadOnlyList<ItemClass> Classes { get; init; } = [];
    public IReadOnlyList<CatalogueItem> Items { get; init; } = [];
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];
    public IReadOnlyList<JointReview> JointReviews { get; init; } = [];
    public IReadOnlyList<VotingMatter> Voting { get; init; } = [];
    public IReadOnlyList<WarrantyPeriod> Warranties { get; init; } = [];
    public IReadOnlyList<TenderThreshold> Tenders { get; init; } = [];
    public IReadOnlyList<StatutoryClock> Clocks { get; init; } = [];
    public IReadOnlyList<FundingSource> FundingSources { get; init; } = [];
    public IReadOnlyList<CostShare> CostShares { get; init; } = [];
    public IReadOnlyList<SubsidyRule> Subsidies { get; init; } = [];
    public IReadOnlyList<FinancingMode> FinancingModes { get; init; } = [];
    public IReadOnlyList<ReturnForm> Returns { get; init; } = [];
    public IReadOnlyList<SupervisionRung> Supervision { get; init; } = [];
    public IReadOnlyList<AcceptanceRule> Acceptance { get; init; } = [];
    public IReadOnlyList<StewardshipRule> Stewardship { get; init; } = [];
    public IReadOnlyList<EvaluationRule> Evaluation { get; init; } = [];
    public IReadOnlyList<AttachedForm> Forms { get; init; } = [];
    public IReadOnlyList<Duty> Duties { get; init; } = [];
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];
    public IReadOnlyList<DutyHolder> Organisations { get; init; } = [];
    public IReadOnlyList<CalendarYear> Calendar { get; init; } = [];
    public IReadOnlyList<CommonItem> CommonItems { get; init; } = [];

    /// <summary>Id of the document (代号).</summary>
    public string Id => Identity.Id;

    /// <summary>In force on a date (有效), replacement apart.</summary>
    public bool IsInForceOn(DateOnly date) =>
        Identity.Effective <= date && (Identity.Expires is not { } last || date <= last);
}
