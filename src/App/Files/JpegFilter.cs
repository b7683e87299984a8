using System.Buffers.Binary;

namespace Huanxin.App.Files;

/// <summary>
/// JPEG: tables, frame and scans are kept, and of the application segments JFIF and Adobe (colour transform) only.
/// </summary>
internal static class JpegFilter
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF,
        Comment = 0xFE;

    public static Filtered Copy(ReadOnlySpan<byte> image, Stream target)
    {
        if (image is not [0xFF, Start, ..]) throw FileRefusals.ImageDamaged();

        var exif = ReadExif(image);
        target.Write([0xFF, Start]);
        // Browsers turn a photo by this tag; without it every upright phone photo would lie on its side.
        if (exif.Orientation != 1) target.Write(OrientationSegment(exif.Orientation));

        var (width, height, at, hasScan) = (0, 0, 2, false);
        while (true)
        {
            var (marker, length) = Segment(image, ref at);
            if (marker == End) break;

            var body = image.Slice(at + 2, length - 2);
            if (IsFrame(marker)) (width, height) = Size(body);
            if (IsKept(marker, body))
            {
                target.Write([0xFF, marker]);
                target.Write(image.Slice(at, length));
            }

            at += length;
            if (marker != Scan) continue;

            hasScan = true;
            var coded = CodedLength(image[at..]);
            target.Write(image.Slice(at, coded));
            at += coded;
        }

        if (!hasScan || width == 0) throw FileRefusals.ImageDamaged();

        target.Write([0xFF, End]);
        return new Filtered(width, height, exif);
    }

    private static ExifFacts ReadExif(ReadOnlySpan<byte> image)
    {
        for (var at = 2; ;)
        {
            var (marker, length) = Segment(image, ref at);
            if (marker is End or Scan) return ExifFacts.None;

            var body = image.Slice(at + 2, length - 2);
            if (marker == App1 && body.StartsWith("Exif\0\0"u8)) return ExifFacts.Read(body[6..]);
            at += length;
        }
    }

    // Steps over the marker and says how long its segment is, the two length bytes included.
    private static (byte Marker, int Length) Segment(ReadOnlySpan<byte> image, ref int at)
    {
        if (at + 2 > image.Length || image[at] != 0xFF) throw FileRefusals.ImageDamaged();
        while (at < image.Length && image[at] == 0xFF) at++;
        if (at >= image.Length) throw FileRefusals.ImageDamaged();

        var marker = image[at++];
        if (marker == End) return (marker, 0);
        if (marker is 0 or 1 or Start or >= 0xD0 and <= 0xD7 || at + 2 > image.Length)
        {
            throw FileRefusals.ImageDamaged();
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(image[at..]);
        if (length < 2 || at + length > image.Length) throw FileRefusals.ImageDamaged();

        return (marker, length);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static (int Width, int Height) Size(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6) throw FileRefusals.ImageDamaged();

        return ImageMetadata.Checked(
            BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8),
        App14 => body.StartsWith("Adobe"u8),
        > App0 and <= App15 or Comment or >= 0xF0 => false,
        _ => true,
    };

    // Entropy-coded bytes run until a marker that is neither a stuffed FF00 nor a restart.
    private static int CodedLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ; at += 2)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= rest.Length) throw FileRefusals.ImageDamaged();

            at += next;
            if (rest[at + 1] is not (0 or >= 0xD0 and <= 0xD7)) return at;
        }
    }

    private static byte[] OrientationSegment(int orientation) =>
    [
        0xFF, App1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];
}
