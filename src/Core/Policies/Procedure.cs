namespace Huanxin.Core.Policies;

/// <summary>A step of a procedure (程序步骤): who does it, after what, with which papers and until when.</summary>
/// <param name="Documents">Papers that prove it; null where the document does not say.</param>
/// <param name="After">Steps that must be done before.</param>
/// <param name="Deadline">Parameter with the date.</param>
/// <param name="Days">Parameter with the number of days.</param>
public sealed record ProcedureStep(string Id, string Title, string Owner, IReadOnlyList<string> Parties,
    IReadOnlyList<string>? Documents, IReadOnlyList<string> After, string? Deadline, string? Days, string? About,
        Level Level,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>A procedure (办理程序) in the order of the document.</summary>
public sealed record Procedure(string Id, string Title, IReadOnlyList<ProcedureStep> Steps);

/// <summary>Departments that review a scheme together (联合审查); null where the document does not name them.</summary>
public sealed record JointReview(string Id, string Title, IReadOnlyList<string>? Departments,
    IReadOnlyList<string> After,
    string? Days, IReadOnlyList<string> Clauses, string? Note);

/// <summary>A time limit (时限) that runs from an event.</summary>
/// <param name="IsMinimum">At least so long (不少于) instead of at most.</param>
public sealed record StatutoryClock(string Id, string Title, string Starts, string Days, bool IsMinimum,
    string? Extension,
    string? Owner, Level Level, IReadOnlyList<string> Clauses, string? Note);

/// <summary>Majority a matter needs (表决门槛).</summary>
public enum Majority { Ordinary, Special, Unanimous, Programme }

/// <summary>Who votes (表决范围).</summary>
public enum VotingScope { Community, Stairwell, Building, Interested }

/// <summary>A matter on which owners decide (表决事项).</summary>
/// <param name="Share">Parameter of a local share, for a programme majority.</param>
public sealed record VotingMatter(string Id, string Title, Majority Majority, VotingScope Scope, string? Share,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>How long a kind of work is warranted (保修期): years, heating seasons, or in words.</summary>
public sealed record WarrantyPeriod(string Id, string Title, string? Years, string? Seasons, string? Until,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>Kind of purchase (采购种类).</summary>
public enum TenderKind { Works, Goods, Services }

/// <summary>Contract estimate from which a public tender is compulsory (招标限额).</summary>
public sealed record TenderThreshold(string Id, string Title, TenderKind Kind, string Minimum,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>Holidays and make-up working days of one year (放假安排), as announced.</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> Workdays,
    IReadOnlyList<string> Clauses);

/// <summary>A public holiday (节假日) with all its days off.</summary>
public sealed record Holiday(string Title, DateOnly From, DateOnly To);
