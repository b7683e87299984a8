using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities.Imports;

/// <summary>What a ledger holds, everything wrong with it, and what would become of it.</summary>
public sealed record ImportCheck(LedgerHead Head, ImportFaults Faults, IReadOnlyList<LedgerGaps> Gaps)
{
    public int Rows { get; init; }
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>The first changes, field by field, as the history would keep them.</summary>
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];

    /// <summary>The first new ones, by name.</summary>
    public IReadOnlyList<string> NewNames { get; init; } = [];

    /// <summary>The first that say nothing new, by name.</summary>
    public IReadOnlyList<string> SameNames { get; init; } = [];

    /// <summary>Communities that rows resemble, by row: what one may say they are.</summary>
    public IReadOnlyDictionary<int, (Guid Id, string Name)> Near { get; init; } = new Dictionary<int, (Guid, string)>();

    /// <summary>What the rows are called, as far as their figures are compared.</summary>
    public IReadOnlyDictionary<int, string> Called { get; init; } = new Dictionary<int, string>();

    /// <summary>What the changed records are called, by key.</summary>
    public IReadOnlyDictionary<string, string> ChangedNames { get; init; } = new Dictionary<string, string>();

    public LedgerKind Kind => Head.Kind;

    /// <summary>Communities that enter the reserve with their planned investment, and projects of which it changes.</summary>
    public int Reserved { get; init; }

    public int Invested { get; init; }

    public bool ChangesNothing => Added + Changed + Reserved + Invested == 0;
}
