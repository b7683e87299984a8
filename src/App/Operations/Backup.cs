using System.IO.Compression;
using System.Reflection;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Operations;

/// <summary>What a backup wrote, and the attachments whose bytes it did not find, or not whole.</summary>
public sealed record BackupResult(Manifest Manifest, IReadOnlyList<string> MissingFiles);

/// <summary>
/// Writes everything into one archive that either database can be restored from: rows as of one moment, then the files.
/// Row by row, so that memory does not grow with the data; beside its place and renamed, so that there is never half an archive.
/// </summary>
public sealed class Backup(AppDb db, IFileStore files, Settings settings, TimeProvider clock)
{
    public async Task<BackupResult> WriteAsync(string file, bool withKeys, IProgress<string> progress, CancellationToken stop)
    {
        if (File.Exists(file)) throw OperationsRefusals.FileExists(file);

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder)) throw OperationsRefusals.NoSuchFolder(folder);

        using var leftovers = new Leftovers();
        var draft = file + ".part";
        leftovers.Add(() => File.Delete(draft));
        var result = await WriteDraftAsync(draft, withKeys, progress, stop);
        File.Move(draft, file, overwrite: false);
        DiskErrors.FlushFolder(folder);
        leftovers.Keep();
        return result;
    }

    private async Task<BackupResult> WriteDraftAsync(string draft, bool withKeys, IProgress<string> progress, CancellationToken stop)
    {
        await using var disk = OwnerOnly.Create(draft, FileMode.Create);
        BackupResult result;
        await using (var zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var snapshot = await Snapshot.TakeAsync(db, stop);
            var head = await db.Seals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(stop);
            var parts = Tables.InOrder(db.Model).Select(table => Write(zip, snapshot, table, progress, stop)).ToList();
            var (count, bytes, damaged) = await WriteFilesAsync(zip, progress, stop);
            if (withKeys) zip.CreateEntryFromFile(settings.KeyringFile, ArchiveReader.KeyringName);
            var manifest = new Manifest
            {
                Format = Manifest.CurrentFormat,
                Product = typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
                TakenAt = clock.GetUtcNow().UtcDateTime,
                Database = settings.Kind,
                Migration = Schema.Newest(db),
                KeyringMark = Manifest.MarkOf(db.Cipher),
                HasKeys = withKeys,
                SealNumber = head?.Number ?? 0,
                SealHash = Convert.ToHexStringLower(head?.Hash ?? Sealer.Genesis),
                Tables = parts,
                Files = count,
                FileBytes = bytes,
            };
            await WriteManifestAsync(zip, manifest, stop);
            result = new BackupResult(manifest, await MissingAsync(damaged, stop));
        }

        disk.Flush(flushToDisk: true);
        return result;
    }

    private static Manifest.Part Write(
        ZipArchive zip, Snapshot snapshot, ITable table, IProgress<string> progress, CancellationToken stop)
    {
        var cells = Cell.Of(table);
        using var lines = new RowLines(cells);
        using var part = zip.CreateEntry(Manifest.PartName(table), CompressionLevel.Fastest).Open();
        foreach (var row in snapshot.Rows(table, cells))
        {
            stop.ThrowIfCancellationRequested();
            part.Write(lines.Add(row));
        }

        var sum = lines.Sum();
        progress.Report($"表 {table.Name}：{sum.Rows} 行");
        return new Manifest.Part(table.Name, Manifest.ColumnsOf(cells), sum.Rows, sum.Sha256);
    }

    // After the rows: a file is stored before its record, so every record of the moment finds its bytes. Sealed, as it lies; one that is no longer
    // whole would have the whole archive refused.
    private async Task<(long Count, long Bytes, HashSet<string> Damaged)> WriteFilesAsync(ZipArchive zip, IProgress<string> progress, CancellationToken stop)
    {
        var (count, bytes, damaged) = (0L, 0L, new HashSet<string>());
        foreach (var file in files.SavedBefore(DateTime.MaxValue))
        {
            if (!await files.IsIntactAsync(file.Hash, stop))
            {
                damaged.Add(file.Hash);
                continue;
            }

            await using var content = files.OpenSealed(file.Hash);
            if (content is null) continue;

            await using var entry = await zip.CreateEntry(ArchiveReader.FilePrefix + file.Hash, CompressionLevel.NoCompression).OpenAsync(stop);
            await content.CopyToAsync(entry, stop);
            (count, bytes) = (count + 1, bytes + file.Size);
        }

        progress.Report($"附件：{count} 个，{bytes} 字节");
        return (count, bytes, damaged);
    }

    private async Task WriteManifestAsync(ZipArchive zip, Manifest manifest, CancellationToken stop)
    {
        var bytes = manifest.ToBytes();
        await using (var entry = await zip.CreateEntry(ArchiveReader.ManifestName).OpenAsync(stop)) await entry.WriteAsync(bytes, stop);
        await using var seal = new StreamWriter(await zip.CreateEntry(ArchiveReader.SealName).OpenAsync(stop));
        await seal.WriteAsync(Manifest.SealOf(bytes, db.Cipher));
    }

    private async Task<List<string>> MissingAsync(HashSet<string> damaged, CancellationToken stop)
    {
        var missing = new List<string>();
        await foreach (var hash in db.Attachments.Select(a => a.Hash).Distinct().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (damaged.Contains(hash) || !files.Exists(hash)) missing.Add(hash);
        }

        return missing;
    }
}
