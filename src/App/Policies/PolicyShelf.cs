using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>All documents of a folder of packs. Immutable: a new document is a new shelf.</summary>
public sealed class PolicyShelf
{
    private readonly Dictionary<string, PolicyDocument> byId;

    internal PolicyShelf(IEnumerable<PolicyDocument> documents, RegionList regions)
    {
        Documents =
        [
            .. documents.OrderBy(d => d.Identity.Region.Prefix, StringComparer.Ordinal)
                .ThenBy(d => d.Identity.Issued ?? d.Identity.Effective),
        ];
        byId = Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        Regions = regions;
        Calendar = new WorkingCalendar(Documents.Where(d => !d.Identity.IsDraft).SelectMany(d => d.Calendar));
    }

    /// <summary>Every document, replaced ones and drafts too: they stay readable.</summary>
    public IReadOnlyList<PolicyDocument> Documents { get; }

    public RegionList Regions { get; }

    /// <summary>Working days by the announced holidays.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>
    /// Reads a folder; throws with all faults when there is one, so that nothing starts on a broken shelf.
    /// </summary>
    public static PolicyShelf Load(string folder) => Of(ShelfReading.Of(folder));

    /// <summary>The shelf of a reading; throws with all its faults when there is one.</summary>
    public static PolicyShelf Of(ShelfReading reading) =>
        reading.Shelf ?? throw new BrokenShelfException(reading.Faults);

    /// <summary>A document by its id, or null.</summary>
    public PolicyDocument? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The clause of an id, wherever it is, or null.</summary>
    public (PolicyDocument Document, Clause Clause)? FindClause(string id)
    {
        foreach (var document in Documents)
        {
            if (document.Clauses.FirstOrDefault(c => c.Id == id) is { } clause) return (document, clause);
        }

        return null;
    }

    /// <summary>What is in force at a place on a date.</summary>
    /// <param name="drafts">Drafts to count as if they were in force (what if); none otherwise.</param>
    public RuleBook For(RegionCode place, DateOnly on, params IReadOnlyCollection<PolicyDocument> drafts)
    {
        var standing = Documents.Where(d => !d.Identity.IsDraft && !drafts.Any(p => p.Id == d.Id)).Concat(drafts)
            .Where(d => d.IsInForceOn(on)).ToList();
        var replaced = standing.SelectMany(d => d.Identity.Replaces).ToHashSet(StringComparer.Ordinal);
        return new RuleBook(place, on, standing.Where(d => !replaced.Contains(d.Id)), RuleCatalogue.All);
    }

    /// <summary>The document that replaced this one as a whole by a date, or null.</summary>
    public PolicyDocument? ReplacedBy(PolicyDocument document, DateOnly on) =>
        Documents.FirstOrDefault(d =>
            !d.Identity.IsDraft && d.Identity.Effective <= on && d.Identity.Replaces.Contains(document.Id));

    /// <summary>Items of all catalogues that count as the same kind of work (对照).</summary>
    public IEnumerable<(PolicyDocument Document, CatalogueItem Item)> SameAs(string commonItem) =>
        from document in Documents
        from item in document.Items
        where item.SameAs.Contains(commonItem)
        select (document, item);
}

/// <summary>The shelf could not be read; the message lists every fault.</summary>
public sealed class BrokenShelfException(IReadOnlyList<PackFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<PackFault> Faults { get; } = faults;
}
