using Huanxin.App.Files;
using Huanxin.App.Security;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// What checks of large ledgers made ready for the import that is likely to follow: the new records, one file for each import, in a folder of this
/// node. Whatever is missing, old or no longer true is planned anew from the upload; nothing depends on these files.
/// </summary>
public sealed class PreparedLedgers(Settings settings, Cipher cipher, TimeProvider clock)
{
    private const int MostKept = 4;
    private const string Unfinished = ".part";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly string folder = Path.Combine(settings.DataFolder, "prepared");

    /// <summary>Begins to make an import ready on this ground, and lets go of what nobody came back for.</summary>
    internal PreparedWriter Begin(Guid import, byte[] ground)
    {
        Tidy();
        return new PreparedWriter(cipher, ground, Path.Combine(folder, Path.GetRandomFileName() + Unfinished), PathOf(import));
    }

    /// <summary>What was made ready for an import on the very same ground; null where there is none, or none that can be read.</summary>
    internal PreparedReader? Find(Guid import, byte[] ground)
    {
        try
        {
            var reader = new PreparedReader(cipher, ground, File.OpenRead(PathOf(import)));
            if (reader.IsOnGround) return reader;

            reader.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Another node may have made it ready, and this one never anything.
    public void Forget(Guid import)
    {
        if (File.Exists(PathOf(import))) File.Delete(PathOf(import));
    }

    private string PathOf(Guid import) => Path.Combine(folder, $"{import}");

    // A folder that cannot be tidied is no reason not to check a ledger.
    private void Tidy()
    {
        try
        {
            var files = OwnerOnly.Folder(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToList();
            var kept = files.Where(file => file.Extension != Unfinished).Take(MostKept - 1).ToHashSet();
            var before = clock.GetUtcNow().UtcDateTime - Kept;
            files.ForEach(file =>
            {
                if (file.LastWriteTimeUtc < before || (file.Extension != Unfinished && !kept.Contains(file))) file.Delete();
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
