using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Operations;

/// <summary>An archive on the disk. Nothing of it is believed before <see cref="Check"/> has read all of it.</summary>
public sealed class ArchiveReader : IDisposable
{
    internal const string ManifestName = "manifest.json", SealName = "manifest.seal", KeyringName = "keyring.json", FilePrefix = "files/";
    private readonly string file;
    private readonly ZipArchive zip;
    private readonly byte[] manifest;
    private readonly string seal;

    private ArchiveReader(string file, ZipArchive zip)
    {
        (this.file, this.zip) = (file, zip);
        manifest = Whole(ManifestName);
        seal = System.Text.Encoding.UTF8.GetString(Whole(SealName));
        if (seal.Split(' ')[0] != Manifest.HashOf(manifest)) throw new InvalidDataException("manifest does not fit its hash");

        Manifest = Manifest.OfBytes(manifest);
    }

    public Manifest Manifest { get; }

    /// <summary>Opens an archive and reads what it says of itself.</summary>
    public static ArchiveReader Open(string file)
    {
        if (!File.Exists(file)) throw OperationsRefusals.NoSuchArchive(file);

        var reader = Understood(file, () => new ArchiveReader(file, ZipFile.OpenRead(file)));
        return reader.Manifest.Format == Manifest.CurrentFormat ? reader : throw OperationsRefusals.ArchiveFormat(reader.Manifest.Product);
    }

    /// <summary>Reads everything once: counts and hashes of all parts, and the proof that this installation's keys made it.</summary>
    public void Check(Cipher cipher, CancellationToken stop)
    {
        if (Manifest.KeyringMark != Manifest.MarkOf(cipher)) throw OperationsRefusals.OtherKeyring();
        if (seal != Manifest.SealOf(manifest, cipher)) throw OperationsRefusals.ArchiveForged(file);

        Understood(file, () =>
        {
            foreach (var part in Manifest.Tables) CheckPart(part, stop);
            return CheckFiles(cipher, stop);
        });
    }

    /// <summary>Rows of a table, one at a time.</summary>
    internal IEnumerable<object?[]> Rows(ITable table, Cell[] cells)
    {
        using var text = new StreamReader(Entry(Manifest.PartName(table)).Open());
        while (text.ReadLine() is { } line) yield return RowLines.Parse(cells, line);
    }

    /// <summary>Puts the files into the store where it does not hold them whole; what was not there before is remembered.</summary>
    internal async Task StoreFilesAsync(IFileStore files, Cipher cipher, Leftovers leftovers, CancellationToken stop)
    {
        foreach (var entry in FileEntries())
        {
            var hash = entry.Name;
            if (await files.IsIntactAsync(hash, stop)) continue;

            await using var content = Unsealed(entry, cipher);
            if (!files.Exists(hash)) leftovers.Add(() => files.Delete(hash));
            await files.SaveAsync(content, stop);
        }
    }

    /// <summary>Puts the archive's keyring into its place, for its owner alone.</summary>
    public void WriteKeyring(string to)
    {
        OwnerOnly.Folder(Path.GetDirectoryName(Path.GetFullPath(to))!);
        using var disk = OwnerOnly.Create(to);
        disk.Write(Whole(KeyringName));
        disk.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private void CheckPart(Manifest.Part part, CancellationToken stop)
    {
        using var content = Entry($"tables/{part.Table}.jsonl").Open();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var rows = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            sha.AppendData(buffer, 0, read);
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        var isWhole = rows == part.Rows && Convert.ToHexStringLower(sha.GetHashAndReset()) == part.Sha256;
        if (!isWhole) throw new InvalidDataException($"table {part.Table} does not fit its hash");
    }

    private long CheckFiles(Cipher cipher, CancellationToken stop)
    {
        var count = 0L;
        foreach (var entry in FileEntries())
        {
            stop.ThrowIfCancellationRequested();
            using var content = Unsealed(entry, cipher);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != entry.Name) throw new InvalidDataException("a file does not fit its hash");
            count++;
        }

        return count == Manifest.Files ? count : throw new InvalidDataException("files are missing");
    }

    // As they lay in the store; an address that is none was not made by us.
    private static UnsealedStream Unsealed(ZipArchiveEntry entry, Cipher cipher) => DiskFileStore.IsHash(entry.Name)
        ? UnsealedStream.Open(entry.Open(), entry.Length, entry.Name, cipher) : throw new InvalidDataException("a file without an address");

    private IEnumerable<ZipArchiveEntry> FileEntries() =>
        zip.Entries.Where(entry => entry.FullName.StartsWith(FilePrefix, StringComparison.Ordinal));

    private ZipArchiveEntry Entry(string name) => zip.GetEntry(name) ?? throw new InvalidDataException($"no {name}");

    private byte[] Whole(string name)
    {
        using var content = Entry(name).Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    // The file comes from outside: what cannot be understood of it becomes a sentence.
    private static T Understood<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException or NotSupportedException or StorageTrouble)
        {
            throw OperationsRefusals.ArchiveDamaged(file, fault.Message);
        }
    }
}
