using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>One entry as the central directory declares it.</summary>
public readonly record struct ZipItem(string Name, long Packed, long Unpacked, bool IsEncrypted);

/// <summary>
/// The table of contents of a zip, read without inflating anything and never more of it than the limit: a file with
/// millions of entries costs nothing. Null for anything that is not a sound zip; zip64 is not needed below 4 GB.
/// </summary>
public static class ZipDirectory
{
    public const int MostEntries = 5_000;
    private const int TailLength = 22 + ushort.MaxValue, EntryLength = 46;
    private const uint EndMark = 0x06054b50, EntryMark = 0x02014b50;

    public static IReadOnlyList<ZipItem>? Read(Stream file)
    {
        var tail = ReadAt(file, Math.Max(0, file.Length - TailLength), (int)Math.Min(file.Length, TailLength));
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + 22 > tail.Length) return null;

        var record = tail.AsSpan(end);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (count > MostEntries || length > 16 << 20 || (long)offset + length > file.Length) return null;

        return Entries(ReadAt(file, offset, (int)length), count);
    }

    private static List<ZipItem>? Entries(ReadOnlySpan<byte> directory, int count)
    {
        var items = new List<ZipItem>(count);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(directory) != EntryMark)
            {
                return null;
            }

            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + nameLength + rest) return null;

            items.Add(new ZipItem(
                Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength)),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]),
                (directory[8] & 1) != 0));
            directory = directory[(EntryLength + nameLength + rest)..];
        }

        return items;
    }

    private static byte[] ReadAt(Stream file, long offset, int length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
