using Huanxin.Core.Communities;

namespace Huanxin.App.Communities;

/// <summary>What a person decided about how a ledger is to be read; everything left open is recognised.</summary>
public sealed record LedgerChoice
{
    public LedgerKind? Kind { get; init; }
    public string? Sheet { get; init; }
    public int? HeaderRow { get; init; }

    /// <summary>Column (from zero) → field code; empty leaves the column out.</summary>
    public IReadOnlyDictionary<int, string> Columns { get; init; } = new Dictionary<int, string>();

    /// <summary>Column (from zero) → unit, where the heading names none or a wrong one.</summary>
    public IReadOnlyDictionary<int, string> Units { get; init; } = new Dictionary<int, string>();

    /// <summary>Row → <see cref="Skip"/> or <see cref="One"/>.</summary>
    public IReadOnlyDictionary<int, string> Rows { get; init; } = new Dictionary<int, string>();

    /// <summary>Leave this row out.</summary>
    public const string Skip = "skip";

    /// <summary>What looks like a list in this row is one name.</summary>
    public const string One = "one";
}
