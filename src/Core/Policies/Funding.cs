namespace Huanxin.Core.Policies;

/// <summary>A kind of money (资金来源) and what it may be used for.</summary>
/// <param name="Purposes">Permitted purposes; null where the document does not say.</param>
/// <param name="Order">Use first, second … where the document says so.</param>
public sealed record FundingSource(string Id, string Title, string Kind, IReadOnlyList<string>? Purposes,
    IReadOnlyList<string> Instruments, string? Consent, string? Conditions, int? Order, IReadOnlyList<string> Clauses,
        string? Note);

/// <summary>One payer's part (分担): a share (parameter) or a role in words.</summary>
public sealed record Payer(string Name, string? Share, string? Role);

/// <summary>Who pays for a class or an item (费用分担).</summary>
public sealed record CostShare(string Id, string Title, string? Class, string? Item, IReadOnlyList<Payer> Payers,
    string? Conditions,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>What a subsidy is paid per (补贴计量).</summary>
public enum SubsidyPer { AreaMonth, Area, Household, Item }

/// <summary>A subsidy (补贴标准): rate, base, payers and how long.</summary>
public sealed record SubsidyRule(string Id, string Title, string Rate, SubsidyPer Per, IReadOnlyList<Payer> Payers,
    string? Months,
    string? To, string? Conditions, IReadOnlyList<string> Clauses, string? Note);

/// <summary>A way to balance the money of a project or area (平衡模式).</summary>
public sealed record FinancingMode(string Id, string Title, string? About, IReadOnlyList<string> Clauses);
