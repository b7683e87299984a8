using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Files;

/// <summary>
/// WebP: the picture and its transparency are kept; EXIF, XMP, colour profiles and unknown chunks are not.
/// </summary>
internal static class WebPFilter
{
    private const int Header = 12, MostChunks = 10_000;

    public static Filtered Copy(ReadOnlySpan<byte> image, Stream target)
    {
        if (image.Length < Header + 8 || !image.StartsWith("RIFF"u8) || !image[8..].StartsWith("WEBP"u8))
        {
            throw FileRefusals.ImageDamaged();
        }

        var (width, height, exif, hasPicture) = (0, 0, ExifFacts.None, false);
        target.Write(image[..Header]);
        // The declared end counts; what was glued on behind it is left behind.
        var end = Math.Min(image.Length, BinaryPrimitives.ReadUInt32LittleEndian(image[4..]) + 8L);
        for (var (at, chunks) = (Header, 0); at + 8 <= end; chunks++)
        {
            var (name, length) = (
                Encoding.ASCII.GetString(image.Slice(at, 4)),
                    BinaryPrimitives.ReadUInt32LittleEndian(image[(at + 4)..]));
            if (length > end - at - 8 || chunks > MostChunks) throw FileRefusals.ImageDamaged();
            if (name is "ANIM" or "ANMF") throw FileRefusals.ImageAnimated();

            var body = image.Slice(at + 8, (int)length);
            if (name == "EXIF") exif = ExifFacts.Read(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
            if (Size(name, body) is { } size) (width, height) = size;
            hasPicture |= name is "VP8 " or "VP8L";
            if (name is "VP8 " or "VP8L" or "ALPH" or "VP8X")
            {
                Write(target, image.Slice(at, 8), name == "VP8X" ? Plain(body) : body);
            }

            at += 8 + (int)length + (int)(length & 1);
        }

        if (!hasPicture || width == 0) throw FileRefusals.ImageDamaged();

        WriteLength(target);
        return new Filtered(width, height, exif);
    }

    private static (int Width, int Height)? Size(string name, ReadOnlySpan<byte> body) => name switch
    {
        "VP8X" when body.Length >= 10 => ImageMetadata.Checked(1 + Three(body[4..]), 1 + Three(body[7..])),
        "VP8 " when body.Length >= 10 && body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) =>
            ImageMetadata.Checked(
            BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF),
        "VP8L" when body.Length >= 5 && body[0] == 0x2F => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(body[1..])),
        "VP8X" or "VP8 " or "VP8L" => throw FileRefusals.ImageDamaged(),
        _ => null,
    };

    private static (int, int) Lossless(uint bits) =>
        ImageMetadata.Checked(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    // Of the flags only transparency stays: there is no EXIF, XMP, profile or animation any more.
    private static byte[] Plain(ReadOnlySpan<byte> body)
    {
        var plain = body.ToArray();
        plain[0] &= 0x10;
        return plain;
    }

    private static void Write(Stream target, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        target.Write(header);
        target.Write(body);
        if ((body.Length & 1) == 1) target.WriteByte(0);
    }

    private static void WriteLength(Stream target)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)target.Length - 8);
        target.Position = 4;
        target.Write(length);
        target.Position = target.Length;
    }
}
