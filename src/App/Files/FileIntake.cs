namespace Huanxin.App.Files;

/// <summary>
/// The one door by which uploads come in: name, size and bytes are judged, photos cleaned, then they are kept.
/// </summary>
public sealed class FileIntake(IFileStore store)
{
    /// <summary>
    /// The stream must be seekable: the framework keeps a large upload in a file for its owner alone, which vanishes with the request, and
    /// another copy of what is not yet sealed would be one too many.
    /// </summary>
    public async Task<StoredFile> AcceptAsync(string? name, Stream file, FileRules rules, CancellationToken stop)
    {
        var checkedName = FileName.Check(name);
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
}
