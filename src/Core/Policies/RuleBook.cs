using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>
/// Everything in force at a place on a date (适用政策): documents nearest first, so that the nearest value and the
/// nearest rule of a name win; within one place the later document wins.
/// </summary>
public sealed class RuleBook
{
    private readonly IReadOnlyDictionary<string, Rule> library;

    /// <summary>From the documents in force (编成), in any order.</summary>
    public RuleBook(RegionCode place, DateOnly on, IEnumerable<PolicyDocument> documents, IReadOnlyDictionary<string,
        Rule> library)
    {
        this.library = library;
        (Place, On) = (place, on);
        var applying = documents.Where(d => d.Identity.Region.Contains(place)).ToList();
        Documents =
        [
            .. applying
                .OrderByDescending(d => d.Identity.Region.Prefix.Length)
                .ThenByDescending(d => d.Identity.Effective)
                .ThenByDescending(d => applying.Count(below => RestsOn(d, below)))
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    public RegionCode Place { get; }

    /// <summary>The relevant date (适用日期).</summary>
    public DateOnly On { get; }

    /// <summary>Documents in force, nearest first (适用文件).</summary>
    public IReadOnlyList<PolicyDocument> Documents { get; }

    /// <summary>Document id and hash of each, for a decision to keep (适用文件指纹).</summary>
    public IReadOnlyList<(string Id, string Hash)> Fingerprint => [.. Documents.Select(d => (d.Id, d.Hash))];

    /// <summary>Every layer's value of a name, nearest first (各层数值).</summary>
    public IEnumerable<GivenValue> Layers(string name) =>
        Documents.Where(d => d.Parameters.ContainsKey(name))
            .Select(d => new GivenValue(d.Parameters[name], d.Parameters[name].At(Place), d));

    /// <summary>The value that holds (适用数值): the nearest that is given; a mark 未核实 hides nothing behind it.</summary>
    public GivenValue? Value(string name)
    {
        GivenValue? unverified = null;
        foreach (var layer in Layers(name))
        {
            if (layer.Value is not null) return layer;
            unverified ??= layer;
        }

        return unverified;
    }

    /// <summary>The value that holds as its type (适用数值); null where none is given.</summary>
    public T? Value<T>(string name) where T : struct => Value(name)?.Value as T?;

    /// <summary>Entries of a section by their ids, nearest first, the nearest of an id alone (逐层细化).</summary>
    public IReadOnlyList<TEntry> Nearest<TEntry>(Func<PolicyDocument, IEnumerable<TEntry>> section, Func<TEntry,
        string> id) =>
        [.. Documents.SelectMany(section).DistinctBy(id)];

    /// <summary>Document that a clause belongs to (条款出处), among those in force.</summary>
    public (PolicyDocument Document, Clause Clause)? FindClause(string id)
    {
        foreach (var document in Documents)
        {
            if (document.Clauses.FirstOrDefault(c => c.Id == id) is { } clause) return (document, clause);
        }

        return null;
    }

    /// <summary>Binds rules to the values here and now (套用).</summary>
    public IReadOnlyList<BoundRule<TFacts>> Bind<TFacts>(IEnumerable<RuleSet> sets) =>
        [.. sets.Select(s => Bind<TFacts>(s.Node))];

    /// <summary>Binds one rule to the values here and now (套用).</summary>
    public BoundRule<TFacts> Bind<TFacts>(RuleNode node)
    {
        var parts = node.Parts.Select(Bind<TFacts>).ToArray();
        var unless = node.Unless.Select(Bind<TFacts>).ToArray();
        if (node.Rule is null) return new(node, null, null, parts, unless);

        var rule = (Rule<TFacts>)library[node.Rule];
        return new(node, rule, Values(rule, node), parts, unless);
    }

    // Of one place and one day, what refines another document goes before it.
    private static bool RestsOn(PolicyDocument document, PolicyDocument below) =>
        below.Identity.Region == document.Identity.Region && document.Identity.BasedOn.Contains(below.Id);

    private Arguments Values(Rule rule, RuleNode node)
    {
        var values = rule.Arguments.ToDictionary(a => a.Name, a => Argument(a, node.With.GetValueOrDefault(a.Name)));
        return new Arguments(values, Place, On);
    }

    private object? Argument(RuleArgument argument, string? written)
    {
        if (argument.Types.Count > 0) return written is null ? null : Value(written)?.Value;
        return written ?? (argument.Words is [var first, ..] ? first : null);
    }
}
