using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>
/// PNG: only the chunks that decide what is seen are kept; text, EXIF, time and unknown chunks are not.
/// </summary>
internal static class PngFilter
{
    private const int MostChunks = 100_000;
    private static readonly string[] Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB",
        "sBIT", "bKGD", "pHYs"];

    public static Filtered Copy(ReadOnlySpan<byte> image, Stream target)
    {
        var (width, height, exif, hasPicture) = (0, 0, ExifFacts.None, false);
        target.Write(image[..Math.Min(8, image.Length)]);
        for (var (at, chunks) = (8, 0); ; chunks++)
        {
            var chunk = Chunk(image, at, out var name);
            var body = chunk[8..^4];
            if ((chunks == 0) != (name == "IHDR") || chunks > MostChunks) throw FileRefusals.ImageDamaged();
            if (name == "IHDR") (width, height) = Size(body);
            if (name == "eXIf") exif = ExifFacts.Read(body);
            hasPicture |= name == "IDAT";
            if (Kept.Contains(name)) target.Write(chunk);
            if (name == "IEND") break;

            at += chunk.Length;
        }

        if (!hasPicture) throw FileRefusals.ImageDamaged();

        return new Filtered(width, height, exif);
    }

    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> image, int at, out string name)
    {
        if (at + 12 > image.Length) throw FileRefusals.ImageDamaged();

        var length = BinaryPrimitives.ReadUInt32BigEndian(image[at..]);
        if (length > image.Length - at - 12) throw FileRefusals.ImageDamaged();

        name = Encoding.ASCII.GetString(image.Slice(at + 4, 4));
        var chunk = image.Slice(at, (int)length + 12);
        if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) throw FileRefusals.ImageDamaged();

        return chunk;
    }

    private static (int Width, int Height) Size(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13) throw FileRefusals.ImageDamaged();

        return ImageMetadata.Checked(
            BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var value = (uint)n;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        return value;
    })];
}
