using Huanxin.App.Data;

namespace Huanxin.App.Files;

/// <summary>
/// What was put into the store: the SHA-256 of the bytes in lower-case hex, which is also their address.
/// </summary>
public sealed record StoredContent(string Hash, long Size);

/// <summary>
/// Where the bytes of attachments live (附件存储), apart from the database. Content is addressed by its SHA-256, so that
/// the same bytes are kept once, nothing is ever overwritten, and a record that names a hash proves what it meant. Nothing of it can be read without
/// the keyring.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes durably before it returns; the same bytes again change nothing, unless what was kept is no longer whole.</summary>
    Task<StoredContent> SaveAsync(Stream content, CancellationToken stop);

    /// <summary>
    /// The bytes, seekable, or null where the store does not hold them. Raises <see cref="StorageTrouble"/>, here or while they are read, rather than
    /// give others.
    /// </summary>
    Stream? Open(string hash);

    /// <summary>The bytes as they lie, sealed and not looked at, for a backup; null where the store does not hold them.</summary>
    Stream? OpenSealed(string hash);

    bool Exists(string hash);

    /// <summary>True when the bytes were there. Only for content no record names.</summary>
    bool Delete(string hash);

    /// <summary>The same, but only when nobody has saved them again after the instant.</summary>
    bool DeleteUnlessNewer(string hash, DateTime utc);

    /// <summary>The right to sweep, one holder at a time across nodes; null while another has it.</summary>
    IDisposable? TakeBroom();

    /// <summary>True when the bytes are there and still have their hash.</summary>
    Task<bool> IsIntactAsync(string hash, CancellationToken stop);

    /// <summary>Content last saved before the instant: candidates for deletion when no record names them.</summary>
    IEnumerable<StoredContent> SavedBefore(DateTime utc);

    /// <summary>Removes what interrupted saves left behind before the instant and says how many there were.</summary>
    int Sweep(DateTime utc);
}
