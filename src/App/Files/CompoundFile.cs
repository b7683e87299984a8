using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>
/// An OLE compound file (xls, doc, encrypted xlsx) as far as we need it: the names of its streams and the bytes of one.
/// Every chain is bounded, so a damaged file ends instead of looping.
/// </summary>
public sealed class CompoundFile
{
    private const int EntryLength = 128, HeaderLength = 512, TablesInHeader = 109, SmallestOwnStream = 4096,
        SmallSector = 64;
    private const string Root = "Root Entry";
    private const uint EndOfChain = 0xFFFFFFFE, LastSector = 0xFFFFFFF9;

    private readonly Stream file;
    private readonly int shift;
    private readonly List<uint> next = [];
    private readonly List<uint> nextSmall = [];
    private readonly Dictionary<string, (uint First, long Length)> streams = new(StringComparer.Ordinal);

    private CompoundFile(Stream file, int shift)
    {
        this.file = file;
        this.shift = shift;
    }

    public IReadOnlyCollection<string> Names => streams.Keys;

    /// <summary>Null where the file has no sound header.</summary>
    public static CompoundFile? Open(Stream file)
    {
        var header = new byte[HeaderLength];
        if (!TryReadAt(file, 0, header)) return null;

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return null;

        var compound = new CompoundFile(file, shift);
        compound.ReadTable(header);
        compound.ReadNames(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)));
        return compound;
    }

    /// <summary>The bytes of a stream; null where there is none or it is broken.</summary>
    public byte[]? Read(string name)
    {
        if (!streams.TryGetValue(name, out var stream) || stream.Length > file.Length) return null;

        return stream.Length >= SmallestOwnStream || name == Root ? ReadSectors(stream) : ReadSmall(stream);
    }

    // Small streams live in 64-byte pieces inside the stream of the root.
    private byte[]? ReadSmall((uint First, long Length) stream)
    {
        if (Read(Root) is not { } pieces) return null;

        var bytes = new byte[stream.Length];
        var at = 0;
        foreach (var piece in Chain(stream.First, nextSmall))
        {
            var part = bytes.AsSpan(at, Math.Min(SmallSector, bytes.Length - at));
            if (piece * (long)SmallSector + part.Length > pieces.Length) return null;

            pieces.AsSpan((int)piece * SmallSector, part.Length).CopyTo(part);
            if ((at += part.Length) == bytes.Length) return bytes;
        }

        return null;
    }

    private byte[]? ReadSectors((uint First, long Length) stream)
    {
        var bytes = new byte[stream.Length];
        var at = 0;
        foreach (var sector in Chain(stream.First, next))
        {
            var part = bytes.AsSpan(at, Math.Min(1 << shift, bytes.Length - at));
            if (!TryReadAt(file, Offset(sector), part)) return null;
            if ((at += part.Length) == bytes.Length) return bytes;
        }

        return null;
    }

    private void ReadTable(byte[] header)
    {
        var tables = new List<uint>();
        for (var i = 0; i < TablesInHeader; i++) tables.Add(
            BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + i * 4)));

        var sector = new byte[1 << shift];
        var more = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (var i = 0; i < 64 && more < LastSector && TryReadAt(file, Offset(more), sector); i++)
        {
            for (var at = 0; at + 8 <= sector.Length; at += 4) tables.Add(
                BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at)));
            more = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(sector.Length - 4));
        }

        foreach (var table in tables.Where(table => table < LastSector))
        {
            if (!TryReadAt(file, Offset(table), sector)) return;
            AddLinks(next, sector);
        }

        foreach (var table in Chain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)), next))
        {
            if (!TryReadAt(file, Offset(table), sector)) return;
            AddLinks(nextSmall, sector);
        }
    }

    private static void AddLinks(List<uint> links, ReadOnlySpan<byte> sector)
    {
        for (var at = 0; at < sector.Length; at += 4) links.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
    }

    private void ReadNames(uint first)
    {
        var sector = new byte[1 << shift];
        foreach (var at in Chain(first, next))
        {
            if (!TryReadAt(file, Offset(at), sector)) return;
            for (var entry = 0; entry < sector.Length; entry += EntryLength) AddName(sector.AsSpan(entry, EntryLength));
        }
    }

    private void AddName(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is < 2 or > 64) return;

        streams[Encoding.Unicode.GetString(entry[..(length - 2)])] = (
            BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
    }

    private static IEnumerable<uint> Chain(uint first, List<uint> next)
    {
        var sector = first;
        for (var count = 0; count <= next.Count && sector < EndOfChain; count++)
        {
            yield return sector;
            sector = sector < next.Count ? next[(int)sector] : EndOfChain;
        }
    }

    private long Offset(uint sector) => (sector + 1L) << shift;

    private static bool TryReadAt(Stream file, long offset, Span<byte> target)
    {
        if (offset + target.Length > file.Length) return false;

        file.Position = offset;
        file.ReadExactly(target);
        return true;
    }
}
