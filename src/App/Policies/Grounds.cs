using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>A name of the shelf that a decision rests on, with the document that gives it, and its value where it has one.</summary>
public sealed record Ground(NameKind Kind, string Name, string Document, string? Value)
{
    /// <summary>Ground as one line: no name holds a blank, a value may.</summary>
    public override string ToString() => $"{Kind} {Name} {Document} {Value}".TrimEnd();

    public static Ground Parse(string line)
    {
        var parts = line.Split(' ', 4);
        return new(Enum.Parse<NameKind>(parts[0]), parts[1], parts[2], parts.ElementAtOrDefault(3));
    }
}

/// <summary>What the verdicts of a rule book on communities rest on, for a decision to keep.</summary>
public static class Grounds
{
    /// <summary>Rules, quotas, orders of priority, and every value in them as it holds at that place on that day.</summary>
    public static IReadOnlyList<Ground> Of(RuleBook book)
    {
        var rules = Entries(book, d => d.Eligibility.Concat(d.Exclusions), s => s.Id);
        var quotas = Entries(book, d => d.Quotas, q => q.Id);
        var orders = Entries(book, d => d.Priority, p => p.Id);
        var criteria = orders.SelectMany(order => order.Entry.Criteria).ToList();
        var values = rules.Select(rule => rule.Entry.Node).Concat(criteria.Select(c => c.Node).OfType<RuleNode>()).SelectMany(ValuesIn)
            .Concat(quotas.Select(quota => quota.Entry.Share)).Concat(criteria.Select(c => c.Weight).OfType<string>()).Distinct();
        return
        [
            .. rules.Select(rule => new Ground(NameKind.RuleSet, rule.Entry.Id, rule.Document, null)),
            .. quotas.Select(quota => new Ground(NameKind.Quota, quota.Entry.Id, quota.Document, null)),
            .. orders.Select(order => new Ground(NameKind.Priority, order.Entry.Id, order.Document, null)),
            .. values.Select(book.Value).OfType<GivenValue>()
                .Select(given => new Ground(NameKind.Parameter, given.Parameter.Name, given.Document.Id, PackValues.Text(given.Value))),
        ];
    }

    public static string Write(IEnumerable<Ground> grounds) => string.Join('\n', grounds);

    public static IReadOnlyList<Ground> Read(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Ground.Parse)];

    private static List<(T Entry, string Document)> Entries<T>(RuleBook book, Func<PolicyDocument, IEnumerable<T>> section, Func<T, string> id) =>
        [.. book.Documents.SelectMany(d => section(d).Select(entry => (entry, d.Id))).DistinctBy(pair => id(pair.entry))];

    private static IEnumerable<string> ValuesIn(RuleNode node)
    {
        var own = node.Rule is null ? [] : RuleCatalogue.All[node.Rule].Arguments
            .Where(a => a.Types.Count > 0 && node.With.ContainsKey(a.Name)).Select(a => node.With[a.Name]);
        return own.Concat(node.Parts.Concat(node.Unless).SelectMany(ValuesIn));
    }
}
