using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>
/// Names of the streams inside an OLE compound file (xls, doc, encrypted xlsx), read along its directory chain.
/// </summary>
public static class CompoundDirectory
{
    private const int EntryLength = 128, MostSectors = 256;
    private const uint EndOfChain = 0xFFFFFFFE;

    /// <summary>Empty where the file is too damaged to have a directory.</summary>
    public static IReadOnlySet<string> Names(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[512];
        if (!TryReadAt(file, 0, header)) return names;

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return names;

        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var i = 0; i < MostSectors && next < EndOfChain && TryReadAt(file, (next + 1L) << shift, sector); i++)
        {
            for (var at = 0; at < sector.Length; at += EntryLength) AddName(names, sector.AsSpan(at, EntryLength));
            next = After(file, header, shift, next);
        }

        return names;
    }

    private static void AddName(HashSet<string> names, ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(entry[..(length - 2)]));
    }

    // Only the 109 table sectors named in the header are followed: enough for 7 MB of 512-byte sectors before the
    // directory.
    private static uint After(Stream file, byte[] header, int shift, uint sector)
    {
        var perSector = 1 << (shift - 2);
        var table = sector / (uint)perSector;
        if (table >= 109) return EndOfChain;

        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (int)table * 4));
        var entry = new byte[4];
        return at < EndOfChain && TryReadAt(file, ((at + 1L) << shift) + sector % perSector * 4, entry)
            ? BinaryPrimitives.ReadUInt32LittleEndian(entry)
            : EndOfChain;
    }

    private static bool TryReadAt(Stream file, long offset, byte[] target)
    {
        if (offset + target.Length > file.Length) return false;

        file.Position = offset;
        file.ReadExactly(target);
        return true;
    }
}
