using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Huanxin.Tests.Files;

/// <summary>Small pictures and metadata blocks made by hand, byte by byte.</summary>
internal static class Pictures
{
    public static readonly byte[] JpegFrame =
    [
        0xFF, 0xDB, 0, 4, 0, 16,
        0xFF, 0xC0, 0, 11, 8, 0x01, 0x2C, 0x01, 0x90, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 4, 0, 1,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0x78,
    ];

    public static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);

    public static byte[] Jpeg(params byte[][] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(s => s), .. JpegFrame, 0xFF, 0xD9];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    public static byte[] ExifSegment(byte[] exif) => Segment(0xE1, [.. "Exif\0\0"u8, .. exif]);

    public static byte[] Png(params (string Name, byte[] Body)[] extra)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, 10, 20, 0, 30, 40]);
        }
        (string, byte[])[] chunks =
        [
            ("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]), .. extra, ("IDAT", packed.ToArray()), ("IEND", []),
        ];
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. chunks.SelectMany(c => PngChunk(c.Item1, c.Item2))];
    }

    public static byte[] WebP(params (string Name, byte[] Body)[] extra)
    {
        byte flags = 0x0C;
        (string, byte[])[] chunks =
        [
            ("VP8X", [flags, 0, 0, 0, 15, 0, 0, 7, 0, 0]), ("VP8L", [0x2F, 15, 0xC0, 1, 0, 1, 2]), .. extra,
        ];
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(c => RiffChunk(c.Item1, c.Item2))];
        return [.. "RIFF"u8, .. Little((uint)body.Length), .. body];
    }

    /// <summary>A TIFF block with orientation, owner, time taken and place, as a phone writes it.</summary>
    public static byte[] Exif(
        int orientation = 6, string taken = "2024:03:28 09:30:15", double latitude = 37.513068,
            double longitude = 122.120420)
    {
        const int Ifd0 = 8, Sub = 64, Gps = 96, Texts = 160;
        var block = new byte[320];
        "MM\0*"u8.CopyTo(block);
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(4), Ifd0);
        Directory(block, Ifd0, (0x0112, 3, 1, (uint)orientation << 16), (0x013B, 2, 12, Texts),
            (0x8769, 4, 1, Sub), (0x8825, 4, 1, Gps));
        Directory(block, Sub, (0x9003, 2, 20, Texts + 20));
        Directory(block, Gps, (1, 2, 2, Letter(latitude < 0 ? 'S' : 'N')), (2, 5, 3, Texts + 60),
            (3, 2, 2, Letter(longitude < 0 ? 'W' : 'E')), (4, 5, 3, Texts + 90));
        Encoding.ASCII.GetBytes("SECRET-OWNER").CopyTo(block, Texts);
        Encoding.ASCII.GetBytes(taken).CopyTo(block, Texts + 20);
        Degrees(block.AsSpan(Texts + 60), Math.Abs(latitude));
        Degrees(block.AsSpan(Texts + 90), Math.Abs(longitude));
        return block;
    }

    private static void Directory(
        byte[] block, int at, params (ushort Tag, ushort Type, uint Count, uint Value)[] entries)
    {
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(at), (ushort)entries.Length);
        foreach (var (index, entry) in entries.Index())
        {
            var target = block.AsSpan(at + 2 + index * 12);
            BinaryPrimitives.WriteUInt16BigEndian(target, entry.Tag);
            BinaryPrimitives.WriteUInt16BigEndian(target[2..], entry.Type);
            BinaryPrimitives.WriteUInt32BigEndian(target[4..], entry.Count);
            BinaryPrimitives.WriteUInt32BigEndian(target[8..], entry.Value);
        }
    }

    private static uint Letter(char letter) => (uint)letter << 24;

    private static void Degrees(Span<byte> target, double degrees)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target, (uint)degrees);
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], 1);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(target[12..], 1);
        BinaryPrimitives.WriteUInt32BigEndian(
            target[16..], (uint)Math.Round((degrees - Math.Floor(degrees)) * 36_000_000));
        BinaryPrimitives.WriteUInt32BigEndian(target[20..], 10_000);
    }

    private static byte[] PngChunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        return [.. Big((uint)body.Length), .. named, .. Big(Crc32(named))];
    }

    private static byte[] RiffChunk(string name, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(name), .. Little((uint)body.Length), .. body, .. new byte[body.Length & 1]];

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
