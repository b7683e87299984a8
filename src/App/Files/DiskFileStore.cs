using System.Security.Cryptography;

namespace Huanxin.App.Files;

/// <summary>
/// Files on one volume as <c>ab/cd/abcd…</c>. A save writes beside them, forces the bytes to the disk, then renames:
/// a crash leaves either the whole file or a leftover in <c>.incoming</c> that <see cref="Sweep"/> removes.
/// </summary>
public sealed class DiskFileStore(string root, TimeProvider clock) : IFileStore
{
    private const int BufferSize = 1 << 16;
    private readonly string incoming = Path.Combine(root, ".incoming");

    public async Task<StoredContent> SaveAsync(Stream content, CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(incoming);
            var leftover = Path.Combine(incoming, Path.GetRandomFileName());
            try
            {
                var stored = await WriteAsync(content, leftover, stop);
                Settle(leftover, PathOf(stored.Hash));
                return stored;
            }
            finally
            {
                File.Delete(leftover);
            }
        }
        // The disk is outside; what it says becomes a sentence. Anything else stays what it is.
        catch (IOException error) when (DiskErrors.IsFull(error))
        {
            throw FileRefusals.DiskFull();
        }
        catch (Exception error) when (DiskErrors.IsReadOnly(error))
        {
            throw FileRefusals.NotWritable();
        }
    }

    public Stream? Open(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path)) return null;

        return new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);
    }

    public bool Exists(string hash) => File.Exists(PathOf(hash));

    public bool Delete(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path)) return false;

        File.Delete(path);
        return true;
    }

    public bool DeleteUnlessNewer(string hash, DateTime utc) => File.GetLastWriteTimeUtc(PathOf(hash)) <= utc && Delete(hash);

    // A held lock is answered with an exception; the nodes share the volume and therefore the lock.
    public IDisposable? TakeBroom()
    {
        Directory.CreateDirectory(root);
        try
        {
            return new FileStream(Path.Combine(root, ".broom"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async Task<bool> IsIntactAsync(string hash, CancellationToken stop)
    {
        await using var content = Open(hash);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) == hash;
    }

    public IEnumerable<StoredContent> SavedBefore(DateTime utc)
    {
        if (!Directory.Exists(root)) yield break;

        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (IsHash(file.Name) && file.LastWriteTimeUtc < utc)
            {
                yield return new StoredContent(file.Name, file.Length);
            }
        }
    }

    public int Sweep(DateTime utc)
    {
        if (!Directory.Exists(incoming)) return 0;

        var old = new DirectoryInfo(incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < utc).ToList();
        old.ForEach(file => file.Delete());
        return old.Count;
    }

    private static async Task<StoredContent> WriteAsync(Stream content, string path, CancellationToken stop)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long size = 0;
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; size += read)
        {
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        file.Flush(flushToDisk: true);
        return new StoredContent(Convert.ToHexStringLower(sha.GetHashAndReset()), size);
    }

    private void Settle(string leftover, string path)
    {
        // Saved again: young once more, so that no cleaner takes it for abandoned.
        var saved = clock.GetUtcNow().UtcDateTime;
        if (File.Exists(path))
        {
            File.SetLastWriteTimeUtc(path, saved);
            return;
        }

        File.SetLastWriteTimeUtc(leftover, saved);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        File.Move(leftover, path, overwrite: true);
        DiskErrors.FlushFolder(folder);
    }

    private string PathOf(string hash)
    {
        // The hash becomes a path: nothing but a hash may.
        if (!IsHash(hash)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(hash));

        return Path.Combine(root, hash[..2], hash[2..4], hash);
    }

    private static bool IsHash(string text) =>
        text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
