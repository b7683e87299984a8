using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;

namespace Huanxin.Tests.Policies;

/// <summary>What is known of a project, said in a row: <c>Project.Scheme(plan, "lift").Agreed("lift")</c>.</summary>
internal static class Project
{
    public static readonly ProjectFacts Unknown = new();

    /// <summary>A scheme that goes through a document's whole catalogue and takes up the items named.</summary>
    public static ProjectFacts Scheme(PolicyDocument catalogue, params string[] included)
    {
        if (included.Except(catalogue.Items.Select(i => i.Id)).FirstOrDefault() is { } stray)
        {
            throw new InvalidOperationException($"{stray} is no item of {catalogue.Id}");
        }

        return Of([.. catalogue.Items.Select(i => Item(i, included.Contains(i.Id)))]);
    }

    /// <summary>A scheme of items that cost so many fen each.</summary>
    public static ProjectFacts Costing(PolicyDocument catalogue, params (string Item, long Fen)[] items) =>
        Of([.. items.Select(c => Item(catalogue.Items.Single(i => i.Id == c.Item), true) with
        {
            Cost = Fact<Fen>.Of(new Fen(c.Fen)),
        })]);

    /// <summary>Items left out for a reason that was approved.</summary>
    public static ProjectFacts Excused(this ProjectFacts facts, params string[] items) =>
        Of([.. facts.Items.Value.Select(i => i with { ReasonApproved = items.Contains(i.Codes[0]) })]);

    public static ProjectFacts Done(this ProjectFacts facts, params string[] steps) =>
        facts with { StepsDone = Fact<IReadOnlySet<string>>.Of(steps.ToHashSet()) };

    public static ProjectFacts Agreed(this ProjectFacts facts, params string[] matters) =>
        facts with { MattersAgreed = Fact<IReadOnlySet<string>>.Of(matters.ToHashSet()) };

    public static ProjectFacts Says(this ProjectFacts facts, string flag, bool isSo) =>
        facts with { Flags = new Dictionary<string, Fact<bool>>(facts.Flags) { [flag] = Fact<bool>.Of(isSo) } };

    public static ProjectFacts Lists(this ProjectFacts facts, string name, params string[] words) => facts with
    {
        Lists = new Dictionary<string, Fact<IReadOnlyList<string>>>(facts.Lists)
        {
            [name] = Fact<IReadOnlyList<string>>.Of(words),
        },
    };

    public static ProjectFacts Measures(this ProjectFacts facts, string name, decimal value) => facts with
    {
        Measures = new Dictionary<string, Fact<decimal>>(facts.Measures) { [name] = Fact<decimal>.Of(value) },
    };

    public static ProjectFacts Collected(this ProjectFacts facts, long paid, long due) => facts with
    {
        Portions = new Dictionary<string, Fact<Portion>> { ["contribution-complete"] = Fact<Portion>.Of(new(paid, due)) },
    };

    /// <summary>Green area in 0.01 ㎡ on the same site before and after.</summary>
    public static ProjectFacts Green(this ProjectFacts facts, long before, long after, long site) =>
        facts with { Green = Fact<(Portion, Portion)>.Of((new(before, site), new(after, site))) };

    private static ProjectFacts Of(IReadOnlyList<ItemFacts> items) =>
        new() { Items = Fact<IReadOnlyList<ItemFacts>>.Of(items) };

    private static ItemFacts Item(CatalogueItem item, bool isIncluded) =>
        new([item.Id, .. item.SameAs], item.Class, item.Obligation, isIncluded, false, default);
}
