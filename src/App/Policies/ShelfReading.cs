namespace Huanxin.App.Policies;

/// <summary>A folder of packs as read: all faults, and the shelf when there are none.</summary>
public sealed class ShelfReading
{
    private ShelfReading(IReadOnlyList<Pack> packs, IReadOnlyList<PackFault> faults, PolicyShelf? shelf) =>
        (Packs, Faults, Shelf) = (packs, faults, shelf);

    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>All faults, by file and line.</summary>
    public IReadOnlyList<PackFault> Faults { get; }

    /// <summary>The shelf; null while there is a fault.</summary>
    public PolicyShelf? Shelf { get; }

    /// <summary>Reads and checks a folder.</summary>
    public static ShelfReading Of(string folder) => Of(folder, []);

    /// <summary>
    /// Reads and checks a folder together with packs that are not in it (drafts that were uploaded). One of them goes
    /// over the pack of its id in the folder.
    /// </summary>
    public static ShelfReading Of(string folder, IReadOnlyList<Pack> more)
    {
        var listFaults = new List<PackFault>();
        var regions = RegionList.Read(Path.Combine(folder, "regions.yaml"), listFaults);
        IReadOnlyList<Pack> packs =
            [.. PackFolder.Read(folder).Where(p => p.Id.Length == 0 || more.All(m => m.Id != p.Id)), .. more];
        ShelfCheck.Run(packs, regions);
        foreach (var pack in packs) pack.Complete();

        PackFault[] faults = [.. listFaults.Concat(packs.SelectMany(p => p.Index.Faults)).Distinct()
            .OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)];
        var shelf = faults.Length > 0 ? null : new PolicyShelf(packs.Select(p => p.Document!), regions);
        return new ShelfReading(packs, faults, shelf);
    }
}
