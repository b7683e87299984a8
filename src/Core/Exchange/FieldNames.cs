namespace Huanxin.Core.Exchange;

/// <summary>All headings the wanted fields go by (字段名称表).</summary>
internal sealed class FieldNames
{
    private const int ShortestLikeness = 2;
    private readonly Dictionary<string, FieldSpec> byName = [];
    private readonly Dictionary<string, FieldSpec> byRemembered = [];

    public FieldNames(IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> remembered)
    {
        foreach (var field in fields)
        {
            foreach (var name in field.Names) byName.TryAdd(HeaderText.Of(name).Key, field);
        }

        foreach (var (key, code) in remembered)
        {
            if (fields.FirstOrDefault(field => field.Code == code) is { } field) byRemembered[key] = field;
        }
    }

    public bool Knows(RawCell cell) =>
        cell.Kind == RawKind.Text && cell.Text!.Length <= 60
        && (byName.ContainsKey(HeaderText.Of(cell.Text).Key) || byRemembered.ContainsKey(CellText.Key(cell.Text)));

    /// <summary>How much a cell speaks for its row being the head: a known heading twice a likely one.</summary>
    public int Weight(RawCell cell)
    {
        if (Knows(cell)) return 2;

        return cell.Kind == RawKind.Text && cell.Text!.Length <= 30
            && Likely(HeaderText.Of(cell.Text).Key).Field is not null ? 1 : 0;
    }

    /// <summary>The column with its field; one field serves a group once.</summary>
    public MappedColumn Match(MappedColumn column, IReadOnlyList<MappedColumn> before)
    {
        var (field, match) = Find(column);
        if (field is null) return column;

        var isRepeated = before.Any(other => other.Field?.Code == field.Code && other.Group == column.Group);
        return isRepeated ? column with { Match = MatchKind.Repeated } : column with { Field = field, Match = match };
    }

    private (FieldSpec? Field, MatchKind Match) Find(MappedColumn column)
    {
        if (byRemembered.TryGetValue(column.Key, out var known)) return (known, MatchKind.Remembered);

        var (leaf, group) = (HeaderText.Of(column.Header).Key, HeaderText.Of(column.Group.Split('/')[^1]).Key);
        if (byName.TryGetValue(group + leaf, out known)) return (known, MatchKind.Exact);
        if (byName.TryGetValue(leaf, out known)) return (known, MatchKind.Exact);

        return Likely(leaf);
    }

    // The longest known name inside the heading.
    private (FieldSpec? Field, MatchKind Match) Likely(string leaf)
    {
        var (name, field) = byName
            .Where(pair => pair.Key.Length >= ShortestLikeness && leaf.Contains(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length).FirstOrDefault();
        return name is null ? (null, MatchKind.None) : (field, MatchKind.Likely);
    }
}
