namespace Huanxin.App.Files;

/// <summary>
/// The one door by which uploads come in: name, size and bytes are judged, photos cleaned, then they are kept.
/// </summary>
public sealed class FileIntake(IFileStore store)
{
    public async Task<StoredFile> AcceptAsync(string? name, Stream upload, FileRules rules, CancellationToken stop)
    {
        var checkedName = FileName.Check(name);
        await using var file = await SeekableAsync(upload, rules.LargestBytes, stop);
        var kind = rules.Check(checkedName, file);
        if (!kind.IsPicture())
        {
            var kept = await store.SaveAsync(file, stop);
            return new StoredFile(kept.Hash, checkedName, kind, kept.Size);
        }

        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, stop);
        var clean = ImageMetadata.Clean(bytes, kind);
        var photo = await store.SaveAsync(new MemoryStream(clean.Bytes, writable: false), stop);
        return new StoredFile(photo.Hash, checkedName, kind, photo.Size) { Image = clean.Facts };
    }

    /// <summary>
    /// The upload as a file that can be read twice and vanishes when closed; never more of it than the limit.
    /// </summary>
    public static async Task<Stream> SeekableAsync(Stream upload, long largest, CancellationToken stop)
    {
        var path = Path.Combine(Path.GetTempPath(), "huanxin-" + Path.GetRandomFileName());
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await upload.ReadAsync(buffer, stop)) > 0;)
            {
                if (file.Length + read > largest) throw FileRefusals.TooLarge(largest);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            file.Position = 0;
            return file;
        }
        catch (Exception error)
        {
            await file.DisposeAsync();
            if (error is IOException disk && DiskErrors.IsFull(disk)) throw FileRefusals.DiskFull();
            throw;
        }
    }
}
