using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>How often a return is due (报送周期).</summary>
public enum ReturnPeriod { Month, Quarter, Year, Once }

/// <summary>A check a return must stand (报表审核).</summary>
public sealed record ReturnCheck(string Id, string Title, Level Level, IReadOnlyList<string> Clauses);

/// <summary>A return that a document orders (报表要求); columns are null where the form was not seen.</summary>
public sealed record ReturnForm(string Id, string Title, ReturnPeriod Period, string? DueDay, string? From, string? To,
    IReadOnlyList<TableColumn>? Columns, IReadOnlyList<ReturnCheck> Checks, IReadOnlyList<string> Clauses,
        string? Note);

/// <summary>Kind of supervision (督导方式).</summary>
public enum SupervisionKind
{
    Inspection, Patrol, Verification, Assessment, Praise, Award, Criticism, Rectification, Interview, Accountability,
        Volunteer, Gate,
}

/// <summary>A rung of the supervision ladder (督导台阶), reached after another.</summary>
public sealed record SupervisionRung(string Id, string Title, SupervisionKind Kind, string? By, string? Of,
    string? Every,
    string? Deadline, IReadOnlyList<string> Causes, IReadOnlyList<string> After, IReadOnlyList<string> Checks,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>A party to an acceptance (验收参加方), required or invited.</summary>
public sealed record AcceptanceParty(string Party, bool IsRequired, IReadOnlyList<string> Clauses);

/// <summary>
/// Who accepts the works and how (验收要求): the legal acceptance, or the government's verification above it.
/// </summary>
public sealed record AcceptanceRule(string Id, string Title, bool IsLegal, string Organiser,
    IReadOnlyList<AcceptanceParty> Parties,
    IReadOnlyList<string> Conditions, IReadOnlyList<string> Documents, string? Deadline, string? Days, string? Then,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>Kind of long-term management (长效管理类别).</summary>
public enum StewardshipKind { Mode, Step, Handover, Assessment, Coverage, Income, Warranty }

/// <summary>What is to happen after the works (长效管理要求).</summary>
public sealed record StewardshipRule(string Id, string Title, StewardshipKind Kind, string? Who, string? About,
    IReadOnlyList<string> After, Level Level, IReadOnlyList<string> Clauses, string? Note);

/// <summary>An indicator of an evaluation (评价指标).</summary>
public sealed record Indicator(string Id, string Title, int? Points, string? About);

/// <summary>A grade and where it begins (评价等次), the bound itself included or not.</summary>
public sealed record Grade(string Title, decimal From, bool IncludesBound);

/// <summary>An evaluation (绩效评价); indicators are null where they were not seen.</summary>
public sealed record EvaluationRule(string Id, string Title, string? By, string? Every,
    IReadOnlyList<Indicator>? Indicators,
    IReadOnlyList<Grade> Grades, string? UsedFor, IReadOnlyList<string> Clauses, string? Note);

/// <summary>A form attached to a document (附件表样); columns are null where it was not seen.</summary>
public sealed record AttachedForm(string Id, string Title, string Place, IReadOnlyList<TableColumn>? Columns,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>Anything else a document asks for (工作要求), with what proves it.</summary>
public sealed record Duty(string Id, string Title, string Owner, Level Level, string Evidence,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>Who leads and who answers for a task (责任分工).</summary>
public sealed record Responsibility(string Task, IReadOnlyList<string> Lead, IReadOnlyList<string> Responsible,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>A body with duties by a document (职责单位); never a person.</summary>
public sealed record DutyHolder(string Id, string Title, string? Role, RegionCode? Region, IReadOnlyList<string> Duties,
    IReadOnlyList<string> Clauses, string? Note);
