using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Files;

/// <summary>What a sweep came to.</summary>
public sealed record SweepResult(int Contents, long Bytes, int Leftovers);

/// <summary>Removes content that no record names and that nobody saved for a day: what a crash or a lost database left behind.</summary>
public sealed class FileSweep(IFileStore store, AppDb db, TimeProvider clock)
{
    /// <summary>Longer than any save can take.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private const int BatchContents = 500;

    /// <summary>Null while another node sweeps.</summary>
    public async Task<SweepResult?> RunAsync(CancellationToken stop)
    {
        using var broom = store.TakeBroom();
        if (broom is null) return null;

        var before = clock.GetUtcNow().UtcDateTime - Grace;
        var (contents, bytes) = (0, 0L);
        foreach (var batch in store.SavedBefore(before).Chunk(BatchContents))
        {
            var hashes = batch.Select(content => content.Hash).ToList();
            var named = await db.Attachments.AsNoTracking().Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash).ToListAsync(stop);
            foreach (var content in batch.Where(content => !named.Contains(content.Hash)))
            {
                if (!store.DeleteUnlessNewer(content.Hash, before)) continue;

                contents++;
                bytes += content.Size;
            }
        }

        return new SweepResult(contents, bytes, store.Sweep(before));
    }
}
