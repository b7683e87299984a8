using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What is plausible for one figure by another (合理范围), with the clause that says where the limits come from.</summary>
public sealed record Band(decimal Low, decimal High, string? Clause)
{
    /// <summary>Within, the limits included (在范围内).</summary>
    public bool Holds(decimal value) => Low <= value && value <= High;
}

/// <summary>How figures are held against their peers (比较办法).</summary>
/// <param name="Fewest">Fewer than these are no peers (最少个数).</param>
/// <param name="Distance">As many spreads away from the middle a figure stands out (偏离倍数).</param>
/// <param name="LeastSpread">Figures this close are never told apart (最小离散).</param>
/// <param name="Run">As many figures of one average look spread out (连续个数).</param>
/// <param name="Tolerance">Averages this close count as one (平均数容差).</param>
public sealed record PeerRules(int Fewest, Ratio Distance, Ratio LeastSpread, int Run, Ratio Tolerance);

/// <summary>What counts as plausible at a place on a date (合理性标准): data of the policy shelf, never of the program.</summary>
public sealed record PlausibilityBook(IReadOnlyDictionary<PerUnit, Band> Bands, PeerRules? Peers)
{
    private const string Prefix = "plausibility.";

    /// <summary>As the documents in force say it (取自政策库); what they do not say is not checked.</summary>
    public static PlausibilityBook Of(RuleBook book) => new(
        Enum.GetValues<PerUnit>().Select(unit => (unit, Band: BandOf(book, unit))).Where(b => b.Band is not null)
            .ToDictionary(b => b.unit, b => b.Band!),
        book.Value<long>(Prefix + "peers") is { } fewest && book.Value<Ratio>(Prefix + "distance") is { } distance
        && book.Value<Ratio>(Prefix + "least-spread") is { } spread && book.Value<long>(Prefix + "run") is { } run
        && book.Value<Ratio>(Prefix + "tolerance") is { } tolerance
            ? new PeerRules((int)fewest, distance, spread, (int)run, tolerance)
            : null);

    private static Band? BandOf(RuleBook book, PerUnit unit)
    {
        var low = book.Value($"{Prefix}{Words<PerUnit>.Of(unit)}-low");
        var high = book.Value($"{Prefix}{Words<PerUnit>.Of(unit)}-high");
        return Plain(low?.Value) is { } from && Plain(high?.Value) is { } to
            ? new Band(from, to, low!.Parameter.Clauses is [var clause, ..] ? clause : null)
            : null;
    }

    private static decimal? Plain(object? value) => value switch
    {
        long count => count,
        Area area => area.SquareMetres,
        Fen money => money.Yuan,
        _ => null,
    };
}
