using System.Text.RegularExpressions;
using Huanxin.App.Data;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Policies.Drafts;

/// <summary>The files of one pack that is not in the folder: their common name, and each with its text.</summary>
/// <param name="Stem">Folder and name without endings, e.g. 371000-weihai/2025-3-annual-notice.</param>
public sealed partial record DraftText(string Stem, IReadOnlyList<(string Name, string Text)> Files)
{
    public const int LongestText = 2 << 20;

    private string Folder => Stem[..(Stem.IndexOf('/', StringComparison.Ordinal) + 1)];

    /// <summary>Names of its files in the folder of packs.</summary>
    public IReadOnlyList<string> Paths => [.. Files.Select(f => Folder + f.Name)];

    /// <summary>True when the names are those of one pack.</summary>
    public bool IsWellNamed => Files.Count > 0 && Files.All(f => FileName().IsMatch(f.Name))
        && Files.Select(f => PackFolder.StemOf(f.Name)).Distinct(StringComparer.Ordinal).Count() == 1
        && Files.DistinctBy(f => f.Name).Count() == Files.Count && Files.Any(f => !PackFolder.IsCases(f.Name));

    /// <summary>The pack as it would be read from the folder.</summary>
    public Pack Read() => PackFolder.ReadOne(Stem, [.. Files.Select(f => (Folder + f.Name, f.Text))]);

    /// <summary>The files of packs that are kept.</summary>
    public static IReadOnlyList<DraftText> Of(IEnumerable<DraftPack> drafts, IEnumerable<DraftFile> files)
    {
        var byDraft = files.OrderBy(f => f.Name, StringComparer.Ordinal).ToLookup(f => f.DraftId);
        return [.. drafts.Select(d => new DraftText(d.Stem, [.. byDraft[d.Id].Select(f => (f.Name, f.Text))]))];
    }

    /// <summary>The files of one pack that is kept.</summary>
    public static async Task<DraftText> OfAsync(AppDb db, DraftPack draft, CancellationToken stop) =>
        Of([draft], await db.DraftFiles.AsNoTracking().Where(f => f.DraftId == draft.Id).ToListAsync(stop))[0];

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,80}(\.[a-z0-9-]{1,40}){0,2}\.yaml$")]
    private static partial Regex FileName();
}
