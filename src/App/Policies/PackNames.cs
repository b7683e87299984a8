using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Finds what names stand for: in the same pack, in packs of the same or a wider place, or anywhere.</summary>
internal sealed class PackNames(IReadOnlyList<Pack> packs, RegionList regions)
{
    private readonly HashSet<string> clauses =
        [.. packs.SelectMany(p => p.Index.Names.Keys).Where(n => n.Kind == NameKind.Clause).Select(n => n.Name)];

    private readonly HashSet<string> documents = [.. packs.Select(p => p.Id)];

    // The pack itself, then those of its place and of the places around it.
    private readonly Dictionary<Pack, Pack[]> around = packs.ToDictionary(p => p, p => packs
        .Where(other => other != p && other.Region is { } wider && p.Region is { } place && wider.Contains(place))
        .Prepend(p).ToArray());

    /// <summary>Adds a fault to the pack when the name stands for nothing, or for a value of another type.</summary>
    public void Resolve(Pack pack, PackUse use)
    {
        var fault = use.Kind switch
        {
            NameKind.Clause => clauses.Contains(use.Name) ? null : PackFaults.DanglingClause(use.Place, use.Name),
            NameKind.Document => documents.Contains(use.Name) ? null : PackFaults.UnknownDocument(use.Place, use.Name),
            NameKind.Region when regions.Find(RegionCode.Of(use.Name)) is null => PackFaults.UnknownRegion(use.Place, use.Name),
            NameKind.Region => null,
            NameKind.Parameter => Parameter(pack, use),
            NameKind.Item => IsKnown(pack, NameKind.Item, use.Name) || IsKnown(pack, NameKind.CommonItem, use.Name)
                ? null
                : Unknown(use),
            NameKind.Purpose => IsPurpose(pack, use.Name) ? null : PackFaults.UnknownPurpose(use.Place, use.Name),
            _ => IsKnown(pack, use.Kind, use.Name) ? null : Unknown(use),
        };
        if (fault is not null) pack.Index.Faults.Add(fault);
    }

    private PackFault? Parameter(Pack pack, PackUse use)
    {
        var holder = around[pack].FirstOrDefault(p => p.Index.Names.ContainsKey((NameKind.Parameter, use.Name)));
        if (holder is null) return PackFaults.UnknownParameter(use.Place, use.Name);

        var type = new PackRow(holder.Root).Row("parameters").Row(use.Name).Text("type");
        return Words<ParameterType>.Parse(type) is not { } found || use.Types.Count == 0 || use.Types.Contains(found)
            ? null
            : PackFaults.WrongParameterType(use.Place, use.Name, found, use.Types);
    }

    private bool IsPurpose(Pack pack, string name) => PackWords.Purposes.ContainsKey(name)
        || IsKnown(pack, NameKind.Class, name) || IsKnown(pack, NameKind.Item, name)
        || IsKnown(pack, NameKind.CommonItem, name);

    private bool IsKnown(Pack pack, NameKind kind, string name) =>
        around[pack].Any(p => p.Index.Names.ContainsKey((kind, name)));

    private static PackFault Unknown(PackUse use) =>
        PackFaults.UnknownName(use.Place, PackWords.NameOf(use.Kind), use.Name);
}
