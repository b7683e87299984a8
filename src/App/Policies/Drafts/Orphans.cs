using Huanxin.Core.Kernel;

namespace Huanxin.App.Policies.Drafts;

/// <summary>A name that a draft takes off the shelf at a place: a value, rule, item or step that is no longer given there.</summary>
/// <param name="From">First day for which it is no longer given; the beginning of time where its text goes as a whole.</param>
public sealed record LostName(NameKind Kind, string Name, string Document, RegionCode Place, DateOnly From = default);

/// <summary>Something in force that rests on a name that would be lost, in words, with the record it is where it is one.</summary>
public sealed record Orphan(LostName Lost, string Holder, (string Type, Guid Id)? Record = null)
{
    public override string ToString() => $"{PackWords.NameOf(Lost.Kind)}“{Lost.Name}”（{Lost.Document}）：{Holder}";
}

/// <summary>A feature whose stored decisions rest on names of the shelf; each feature registers its own.</summary>
public interface IDecisionsInForce
{
    /// <summary>The decisions that rest on any of the names.</summary>
    Task<IReadOnlyList<Orphan>> RestingOnAsync(IReadOnlyList<LostName> lost, CancellationToken stop);
}

/// <summary>Finds what a draft would take from under what is in force.</summary>
public static class Orphans
{
    // What a decision or another document can name; a clause of a replaced document stays readable.
    private static readonly HashSet<NameKind> Kinds =
    [
        NameKind.Parameter, NameKind.RuleSet, NameKind.Quota, NameKind.Priority, NameKind.Class, NameKind.Item, NameKind.CommonItem,
        NameKind.Step, NameKind.Matter, NameKind.Warranty, NameKind.Clock, NameKind.Source, NameKind.Share, NameKind.Subsidy,
        NameKind.Return, NameKind.Acceptance, NameKind.Evaluation, NameKind.Form, NameKind.JointReview,
    ];

    /// <summary>Names of the packs it displaces that nothing at their place would give any more.</summary>
    public static IReadOnlyList<LostName> LostBy(DraftReading draft)
    {
        var displaced = draft.Displaced;
        var begins = draft.Pack.Identity.Date("effective") ?? default;
        return
        [
            .. from old in displaced
               where old.Region is not null
               let standing = Standing(draft, displaced).Where(p => p.Region is { } r && r.Contains(old.Region!.Value)
                   && !p.Identity.Texts("based-on").Contains(old.Id)).Append(draft.Pack).ToList()
               from name in old.Index.Names.Keys
               where Kinds.Contains(name.Kind) && !standing.Any(p => p.Index.Names.ContainsKey(name))
               select new LostName(name.Kind, name.Name, old.Id, old.Region!.Value, old.Id == draft.Pack.Id ? default : begins),
        ];
    }

    /// <summary>Names of a pack that nothing at its place gives any more once it is taken off.</summary>
    public static IReadOnlyList<LostName> LostWithout(Pack pack, IReadOnlyList<Pack> others) =>
    [
        .. from name in pack.Index.Names.Keys
           where pack.Region is not null && Kinds.Contains(name.Kind)
               && !others.Any(p => p.Region is { } place && place.Contains(pack.Region!.Value) && p.Index.Names.ContainsKey(name))
           select new LostName(name.Kind, name.Name, pack.Id, pack.Region!.Value),
    ];

    /// <summary>Documents in force that refer to a lost name, or that fill in a value of it.</summary>
    public static IReadOnlyList<Orphan> InPacks(DraftReading draft, IReadOnlyList<LostName> lost)
    {
        var displaced = draft.Displaced;
        return
        [
            .. from pack in Standing(draft, displaced)
               from one in lost
               where pack.Region is { } place && one.Place.Contains(place)
               let key = (one.Kind, one.Name)
               let use = pack.Index.Uses.FirstOrDefault(u => (u.Kind, u.Name) == key)
               let fills = pack.Index.Names.GetValueOrDefault(key)
               where fills is null ? use is not null : pack.Identity.Texts("based-on").Contains(one.Document)
               select new Orphan(one, $"{pack.Id}《{pack.Identity.Text("title")}》（{(fills?.Place ?? use!.Place)}）"),
        ];
    }

    // Neither drafts of the folder, nor what was replaced before or has run out when the draft begins.
    private static IEnumerable<Pack> Standing(DraftReading draft, IReadOnlyList<Pack> displaced)
    {
        var gone = draft.Before.Packs.SelectMany(p => p.Identity.Texts("replaces")).ToHashSet(StringComparer.Ordinal);
        var begins = draft.Pack.Identity.Date("effective") ?? DateOnly.MaxValue;
        return draft.Before.Packs.Where(p => p.Id != draft.Pack.Id && !displaced.Contains(p) && !gone.Contains(p.Id)
            && p.Identity.Text("status") != "draft" && !(p.Identity.Date("expires") < begins));
    }
}
