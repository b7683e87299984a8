using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>One entry as the central directory declares it.</summary>
public readonly record struct ZipItem(string Name, long Packed, long Unpacked, bool IsEncrypted);

/// <summary>
/// The table of contents of a zip, read without inflating anything and never more of it than the limit: a file with
/// millions of entries costs nothing. Null for anything that is not a sound zip.
/// </summary>
public static class ZipDirectory
{
    public const int MostEntries = 5_000;
    private const int EndLength = 22, TailLength = EndLength + ushort.MaxValue, EntryLength = 46;
    private const int LocatorLength = 20, WideEndLength = 56;
    private const uint EntryMark = 0x02014b50, InExtra = uint.MaxValue;

    public static IReadOnlyList<ZipItem>? Read(Stream file)
    {
        var tail = ReadAt(file, Math.Max(0, file.Length - TailLength), Math.Min(file.Length, TailLength));
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > tail.Length) return null;

        var (count, length, offset) = Extent(file, tail, end);
        if (count > MostEntries || length is < 0 or > 16 << 20 || offset < 0 || offset > file.Length - length)
        {
            return null;
        }

        return Entries(ReadAt(file, offset, length), (int)count);
    }

    // Java writes zip64 records for small files too.
    private static (long Count, long Length, long Offset) Extent(Stream file, byte[] tail, int end)
    {
        var record = tail.AsSpan(end);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var isWide = count == ushort.MaxValue || length == InExtra || offset == InExtra;
        var locator = end - LocatorLength;
        if (!isWide || locator < 0 || !tail.AsSpan(locator).StartsWith("PK\x06\x07"u8)) return (count, length, offset);

        var at = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (at < 0 || at > file.Length - WideEndLength) return (count, length, offset);

        var wide = ReadAt(file, at, WideEndLength);
        return (BinaryPrimitives.ReadInt64LittleEndian(wide.AsSpan(32)),
            BinaryPrimitives.ReadInt64LittleEndian(wide.AsSpan(40)),
                BinaryPrimitives.ReadInt64LittleEndian(wide.AsSpan(48)));
    }

    private static List<ZipItem>? Entries(ReadOnlySpan<byte> directory, int count)
    {
        var items = new List<ZipItem>(Math.Max(0, count));
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < EntryLength) return null;
            if (BinaryPrimitives.ReadUInt32LittleEndian(directory) != EntryMark) return null;

            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]);
            var rest = extraLength + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + nameLength + rest) return null;

            var (packed, unpacked) = Sizes(directory, directory.Slice(EntryLength + nameLength, extraLength));
            var name = Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength));
            items.Add(new ZipItem(name, packed, unpacked, (directory[8] & 1) != 0));
            directory = directory[(EntryLength + nameLength + rest)..];
        }

        return items;
    }

    // A size too large for its field, or said to be, stands in the extra field 1: first unpacked, then packed.
    private static (long Packed, long Unpacked) Sizes(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
        long unpacked = BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]);
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4) break;

            var body = extra.Slice(4, length);
            if (extra is [1, 0, ..])
            {
                if (unpacked == InExtra && body.Length >= 8)
                {
                    unpacked = Positive(body);
                    body = body[8..];
                }

                if (packed == InExtra && body.Length >= 8) packed = Positive(body);
                break;
            }

            extra = extra[(4 + length)..];
        }

        return (packed, unpacked);
    }

    private static long Positive(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes) & long.MaxValue;

    private static byte[] ReadAt(Stream file, long offset, long length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
