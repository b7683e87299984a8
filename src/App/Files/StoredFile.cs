namespace Huanxin.App.Files;

/// <summary>
/// A file that was accepted and kept: what a record remembers of it. The hash leads to the bytes as kept (of a photo:
/// after cleaning); the time a photo was taken is UTC; its place in degrees, WGS 84, six decimals.
/// </summary>
public sealed record StoredFile(string Hash, string Name, FileKind Kind, long Size)
{
    public string MediaType => Kind.MediaType();

    /// <summary>Facts of a photo; null for documents.</summary>
    public ImageFacts? Image { get; init; }
}
