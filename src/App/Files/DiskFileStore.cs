using System.Security.Cryptography;
using Huanxin.App.Data;
using Huanxin.App.Security;

namespace Huanxin.App.Files;

/// <summary>
/// Files on one volume as <c>ab/cd/abcd…</c>. A save writes beside them, forces the bytes to the disk, then renames:
/// a crash leaves either the whole file or a leftover in <c>.incoming</c> that <see cref="Sweep"/> removes. Each is sealed from its first byte.
/// </summary>
public sealed class DiskFileStore(string root, Cipher cipher, TimeProvider clock) : IFileStore
{
    private readonly string incoming = Path.Combine(root, ".incoming");

    public async Task<StoredContent> SaveAsync(Stream content, CancellationToken stop)
    {
        try
        {
            OwnerOnly.Folder(incoming);
            var leftover = Path.Combine(incoming, Path.GetRandomFileName());
            try
            {
                var stored = await WriteAsync(content, leftover, stop);
                await SettleAsync(leftover, stored.Hash, stop);
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

    public Stream? Open(string hash) => Found(hash) is { } file ? UnsealedStream.Open(file, file.Length, hash, cipher) : null;

    public Stream? OpenSealed(string hash) => Found(hash);

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
        OwnerOnly.Folder(root);
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
        try
        {
            await using var content = Open(hash);
            return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) == hash;
        }
        catch (StorageTrouble)
        {
            return false;
        }
    }

    public IEnumerable<StoredContent> SavedBefore(DateTime utc)
    {
        if (!Directory.Exists(root)) yield break;

        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (IsHash(file.Name) && file.LastWriteTimeUtc < utc)
            {
                yield return new StoredContent(file.Name, FileSeal.PlainLength(file.Length));
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

    private async Task<StoredContent> WriteAsync(Stream content, string path, CancellationToken stop)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var seal = FileSeal.New(cipher);
        var piece = new byte[FileSeal.SealedPieceLength];
        await using var file = OwnerOnly.Create(path, isAsync: true);
        file.Position = FileSeal.HeadLength;
        for (var (number, read) = (0L, FileSeal.PieceLength); read == FileSeal.PieceLength; number++)
        {
            read = await content.ReadAtLeastAsync(piece.AsMemory(0, FileSeal.PieceLength), FileSeal.PieceLength, throwOnEndOfStream: false, stop);
            sha.AppendData(piece, 0, read);
            await file.WriteAsync(seal.Seal(piece, read, number), stop);
        }

        var (hash, length) = (Convert.ToHexStringLower(sha.GetHashAndReset()), file.Position);
        file.Position = 0;
        await file.WriteAsync(seal.Head(hash, length), stop);
        file.Flush(flushToDisk: true);
        return new StoredContent(hash, FileSeal.PlainLength(length));
    }

    private async Task SettleAsync(string leftover, string hash, CancellationToken stop)
    {
        // Saved again: young once more, so that no cleaner takes it for abandoned.
        var (path, saved) = (PathOf(hash), clock.GetUtcNow().UtcDateTime);
        if (await IsIntactAsync(hash, stop))
        {
            File.SetLastWriteTimeUtc(path, saved);
            return;
        }

        File.SetLastWriteTimeUtc(leftover, saved);
        var folder = Path.GetDirectoryName(path)!;
        OwnerOnly.Folder(folder);
        File.Move(leftover, path, overwrite: true);
        DiskErrors.FlushFolder(folder);
    }

    private FileStream? Found(string hash)
    {
        var path = PathOf(hash);
        return !File.Exists(path) ? null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
    }

    private string PathOf(string hash)
    {
        // The hash becomes a path: nothing but a hash may.
        if (!IsHash(hash)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(hash));

        return Path.Combine(root, hash[..2], hash[2..4], hash);
    }

    internal static bool IsHash(string text) =>
        text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
