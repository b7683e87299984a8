namespace Huanxin.Core.Policies;

/// <summary>One difference between two documents (差异): null before is new, null after is gone.</summary>
public sealed record DocumentDifference(CitationKind Kind, string Id, string Title, object? Before, object? After);

/// <summary>Compares a draft with the document in force (比较): values, rules, and everything else by its id.</summary>
public static class DocumentComparison
{
    /// <summary>All differences (全部差异), values first.</summary>
    public static IReadOnlyList<DocumentDifference> Between(PolicyDocument before, PolicyDocument after) =>
        [.. Values(before, after), .. Entries(before, after)];

    private static IEnumerable<DocumentDifference> Values(PolicyDocument before, PolicyDocument after)
    {
        foreach (var name in before.Parameters.Keys.Union(after.Parameters.Keys))
        {
            var (old, young) = (before.Parameters.GetValueOrDefault(name), after.Parameters.GetValueOrDefault(name));
            if (old is not null && young is not null && Same(old.Value, young.Value)) continue;

            yield return new(CitationKind.Value, name, (young ?? old)!.Label, old?.Value
                ?? (old is null ? null : PolicyWords.Unverified),
                young?.Value ?? (young is null ? null : PolicyWords.Unverified));
        }
    }

    private static IEnumerable<DocumentDifference> Entries(PolicyDocument before, PolicyDocument after)
    {
        var (old, young) = (ById(before), ById(after));
        foreach (var key in old.Keys.Union(young.Keys))
        {
            var (was, becomes) = (old.GetValueOrDefault(key), young.GetValueOrDefault(key));
            if (was?.Title != becomes?.Title) yield return new(key.Kind, key.Id, (becomes ?? was)!.Title, was?.Title,
                becomes?.Title);
        }
    }

    private static Dictionary<(CitationKind Kind, string Id), Citation> ById(PolicyDocument document) =>
        Citations.Of(document)
        .Where(c => c.Kind != CitationKind.Value)
        .GroupBy(c => (c.Kind, c.Id))
        .ToDictionary(g => g.Key, g => g.First());

    private static bool Same(object? one, object? other) =>
        one is IReadOnlyList<string> list && other is IReadOnlyList<string> texts
        ? list.SequenceEqual(texts)
        : Equals(one, other);
}
