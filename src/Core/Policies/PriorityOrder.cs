namespace Huanxin.Core.Policies;

/// <summary>How an order of priority is made (排序方式): points, one criterion after the other, or tiers.</summary>
public enum PriorityKind { Weighted, Lexicographic, Tiered }

/// <summary>What a criterion compares (排序指标).</summary>
public enum PriorityMeasure { BuildDate, Households, Area, Buildings, ConsentHouseholds, ConsentOwners, ConsentArea }

/// <summary>One criterion of a priority (排序条件): a rule that holds, or a measure that is compared.</summary>
public sealed record PriorityCriterion(string Title, RuleNode? Node, string? Weight, PriorityMeasure? Measure,
    bool IsDescending,
    IReadOnlyList<string> Clauses);

/// <summary>An order of priority by a document (优先次序).</summary>
public sealed record PriorityOrder(string Id, string Title, PriorityKind Kind,
    IReadOnlyList<PriorityCriterion> Criteria,
    IReadOnlyList<string> Clauses, string? Note);
