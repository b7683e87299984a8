namespace Huanxin.Core.Communities;

/// <summary>
/// The peers of every figure of a table (同类对照): those of its own group, or all where the group is too small.
/// </summary>
internal sealed class PeerTable
{
    private readonly PlausibilityBook book;
    private readonly Dictionary<(PerUnit, string), Peers?> groups = [];
    private readonly Dictionary<PerUnit, Peers?> all = [];

    public PeerTable(IReadOnlyList<Figures> rows, PlausibilityBook book)
    {
        this.book = book;
        if (book.Peers is not { } rules) return;

        foreach (var unit in Units)
        {
            var values = rows.Select(row => (row.Group, Value: row.Per(unit))).Where(v => v.Value is not null).ToList();
            all[unit] = Peers.Of(null, values.ConvertAll(v => v.Value!.Value), rules);
            foreach (var group in values.GroupBy(v => v.Group))
            {
                groups[(unit, group.Key)] = Peers.Of(group.Key, [.. group.Select(v => v.Value!.Value)], rules);
            }
        }
    }

    /// <summary>What is judged: what there is a band for.</summary>
    public IEnumerable<PerUnit> Units => book.Bands.Keys;

    public Band? BandOf(PerUnit unit) => book.Bands.GetValueOrDefault(unit);

    public Peers? Of(Figures row, PerUnit unit) =>
        groups.GetValueOrDefault((unit, row.Group)) ?? all.GetValueOrDefault(unit);

    /// <summary>Within the band and not unlike its peers; true where it cannot be told.</summary>
    public bool IsPlausible(Figures row, PerUnit unit) =>
        row.Per(unit) is not { } value || (BandOf(unit)?.Holds(value) != false && Of(row, unit)?.Holds(value) != false);
}
