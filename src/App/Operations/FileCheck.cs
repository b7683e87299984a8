using Huanxin.App.Data;
using Huanxin.App.Files;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Operations;

/// <summary>Attachments whose bytes were looked at: how many, which are missing, which are no longer what they were.</summary>
public sealed record FileVerdict(long Checked, IReadOnlyList<string> Missing, IReadOnlyList<string> Altered)
{
    public bool IsSound => Missing.Count == 0 && Altered.Count == 0;

    /// <summary>Looks at every attachment's bytes.</summary>
    public static async Task<FileVerdict> OfAsync(AppDb db, IFileStore files, CancellationToken stop)
    {
        var (count, missing, altered) = (0L, new List<string>(), new List<string>());
        var hashes = db.Attachments.Select(attachment => attachment.Hash).Distinct().OrderBy(hash => hash);
        await foreach (var hash in hashes.AsAsyncEnumerable().WithCancellation(stop))
        {
            count++;
            if (!files.Exists(hash)) missing.Add(hash);
            else if (!await files.IsIntactAsync(hash, stop)) altered.Add(hash);
        }

        return new FileVerdict(count, missing, altered);
    }
}
