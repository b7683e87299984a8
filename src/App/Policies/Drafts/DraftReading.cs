using Huanxin.Core.Policies;

namespace Huanxin.App.Policies.Drafts;

/// <summary>A pack that was handed in, read together with the shelf that it would join; nothing is changed by reading.</summary>
public sealed class DraftReading
{
    private DraftReading(DraftText text, Pack pack, ShelfReading before, ShelfReading after)
    {
        (Text, Pack, Before, After) = (text, pack, before, after);
        var own = text.Paths.ToHashSet(StringComparer.Ordinal);
        Faults = [.. NameFaults(text), .. after.Faults.Where(f => own.Contains(f.Place.File)), .. StatusFaults(pack), .. WrongCases()];
        Elsewhere = [.. after.Faults.Where(f => !own.Contains(f.Place.File))];
    }

    public DraftText Text { get; }

    public Pack Pack { get; }

    /// <summary>The shelf in use.</summary>
    public ShelfReading Before { get; }

    /// <summary>The shelf with this pack; faulty when the pack is.</summary>
    public ShelfReading After { get; }

    /// <summary>Everything wrong with the pack itself, by file, line and column, wrong cases last.</summary>
    public IReadOnlyList<PackFault> Faults { get; }

    /// <summary>What other packs in force refer to and would no longer find.</summary>
    public IReadOnlyList<PackFault> Elsewhere { get; }

    /// <summary>The document; null while the pack has faults.</summary>
    public PolicyDocument? Document => Faults.Count == 0 ? Pack.Document : null;

    public bool IsSound => Faults.Count == 0 && Elsewhere.Count == 0;

    /// <summary>The pack in use that it goes over or replaces as a whole, by its id; none for a new document.</summary>
    public IReadOnlyList<Pack> Displaced =>
        [.. Before.Packs.Where(p => p.Id == Pack.Id || Pack.Identity.Texts("replaces").Contains(p.Id))];

    /// <summary>Reads a pack with the folder and the packs in force.</summary>
    public static DraftReading Of(DraftText text, ShelfReading before, IReadOnlyList<DraftText> inForce, string folder)
    {
        var pack = text.Read();
        var after = ShelfReading.Of(folder, [.. inForce.Select(t => t.Read()).Where(p => p.Id != pack.Id), pack]);
        return new DraftReading(text, pack, before, after);
    }

    private static IEnumerable<PackFault> NameFaults(DraftText text) =>
        text.IsWellNamed ? [] : [PackFaults.DraftFileName(new(text.Paths[0], 1, 1))];

    // Until it is in force it is a draft anyhow; its text is that of the file that can be carried into the folder.
    private static IEnumerable<PackFault> StatusFaults(Pack pack) =>
        pack.Identity.Text("status") == "draft" ? [PackFaults.DraftStatus(pack.Identity.PlaceOf("status")!)] : [];

    private IEnumerable<PackFault> WrongCases() => After.Shelf is not { } shelf
        ? []
        : new PackCases(shelf).Run(Pack).Select(c => c.Wrong).OfType<PackFault>();
}
