namespace Huanxin.App.Policies.Drafts;

/// <summary>How an entry of a pack differs from that of another.</summary>
public enum DifferenceKind { Added, Changed, Removed }

/// <summary>One key of an entry before and after, as the files write it; null where it is not written.</summary>
public sealed record FieldDifference(string Key, string? Before, string? After);

/// <summary>One entry of a section that is new, gone or changed, with the clauses it cites.</summary>
public sealed record PackDifference(DifferenceKind Kind, string Section, string Id, string Title, IReadOnlyList<string> Clauses,
    IReadOnlyList<FieldDifference> Fields);

/// <summary>Compares a draft with the pack in use: document, clauses, values, rules, items, steps and everything else by its id.</summary>
public static class PackComparison
{
    /// <summary>All differences in the order of the sections; a new document is compared with nothing.</summary>
    public static IReadOnlyList<PackDifference> Between(Pack? before, Pack after)
    {
        var (old, young) = (before is null ? [] : EntriesOf(before), EntriesOf(after));
        return
        [
            .. PackShapes.Sections.SelectMany(section => old.Keys.Union(young.Keys).Where(key => key.Section == section)
                .Select(key => Difference(key, old.GetValueOrDefault(key), young.GetValueOrDefault(key))).OfType<PackDifference>()),
        ];
    }

    private static PackDifference? Difference((string Section, string Id) key, PackNode.Map? before, PackNode.Map? after)
    {
        var (old, young) = (Fields(before), Fields(after));
        var changed = old.Keys.Union(young.Keys)
            .Select(field => new FieldDifference(field, old.GetValueOrDefault(field), young.GetValueOrDefault(field)))
            .Where(field => field.Before != field.After).ToList();
        if (changed.Count == 0) return null;

        var kind = before is null ? DifferenceKind.Added : after is null ? DifferenceKind.Removed : DifferenceKind.Changed;
        var row = new PackRow(after ?? before);
        return new(kind, key.Section, key.Id, row.TextOrNull("title") ?? row.TextOrNull("label") ?? row.TextOrNull("heading") ?? key.Id,
            row.Clauses, changed);
    }

    private static Dictionary<(string Section, string Id), PackNode.Map> EntriesOf(Pack pack)
    {
        var entries = new Dictionary<(string, string), PackNode.Map>();
        foreach (var section in PackShapes.Sections)
        {
            foreach (var (id, map) in EntriesOf(pack.Root, section.Split('.'))) entries.TryAdd((section, id), map);
        }

        return entries;
    }

    private static IEnumerable<(string Id, PackNode.Map Map)> EntriesOf(PackNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return Ids(node);
        return node switch
        {
            PackNode.Map map => EntriesOf(map[path[0]], path[1..]),
            PackNode.List list => Nested(list, path.ToArray()),
            _ => [],
        };
    }

    private static IEnumerable<(string, PackNode.Map)> Nested(PackNode.List list, string[] path) =>
        list.Items.SelectMany(item => EntriesOf(item, path));

    private static IEnumerable<(string, PackNode.Map)> Ids(PackNode? node) => node switch
    {
        PackNode.List list => list.Items.OfType<PackNode.Map>().Select(m => (IdOf(m), m)),
        PackNode.Map map when map["id"] is PackNode.Scalar id => [(id.Text, map)],
        PackNode.Map map => map.Entries.Where(e => e.Value is PackNode.Map).Select(e => (e.Key, (PackNode.Map)e.Value)),
        _ => [],
    };

    private static string IdOf(PackNode.Map map)
    {
        var row = new PackRow(map);
        return row.TextOrNull("id") ?? row.TextOrNull("name") ?? row.TextOrNull("task") ?? row.TextOrNull("year") ?? $"{map.Place.Line}";
    }

    // Steps are entries of their own; everything else of an entry is its text.
    private static Dictionary<string, string> Fields(PackNode.Map? map) =>
        map?.Entries.Where(e => e.Key is not ("id" or "steps")).GroupBy(e => e.Key).ToDictionary(g => g.Key, g => Text(g.Last().Value)) ?? [];

    private static string Text(PackNode node) => node switch
    {
        PackNode.Scalar scalar => scalar.IsEmpty ? "" : scalar.Text,
        PackNode.List list when list.Items.All(i => i is PackNode.Scalar) => string.Join('、', list.Items.Select(Text)),
        PackNode.List list => string.Join("；", list.Items.Select(Text)),
        PackNode.Map map => string.Join('，', map.Entries.Select(e => $"{PackKeyLabels.Of(e.Key)}：{Text(e.Value)}")),
        _ => "",
    };
}
