using System.Globalization;
using Huanxin.Core.Kernel;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Huanxin.App.Files;

/// <summary>When, where and which way up, out of an EXIF block.</summary>
internal sealed record ExifFacts(int Orientation, DateTime? TakenAt, double? Latitude, double? Longitude)
{
    private const int OffsetTimeOriginal = 0x9011;

    public static readonly ExifFacts None = new(1, null, null, null);

    public static ExifFacts Read(ReadOnlySpan<byte> block)
    {
        try
        {
            var directories = new ExifReader().Extract(new ByteArrayReader(block.ToArray()));
            var place = directories.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation();
            var isPlace = place is { IsZero: false } && Math.Abs(place.Latitude) <= 90
                && Math.Abs(place.Longitude) <= 180;
            return new ExifFacts(
                Upright(directories),
                Taken(directories),
                isPlace ? Math.Round(place!.Latitude, 6) : null,
                isPlace ? Math.Round(place!.Longitude, 6) : null);
        }
        // A camera wrote nonsense: the photo is still a photo, it only says less about itself.
        catch (Exception error) when (
            error is MetadataException or IOException or ArgumentException or OverflowException
            or InvalidCastException or IndexOutOfRangeException or FormatException)
        {
            return None;
        }
    }

    private static int Upright(IReadOnlyList<Directory> directories) =>
        directories.OfType<ExifIfd0Directory>().FirstOrDefault() is { } main
        && main.TryGetInt32(ExifDirectoryBase.TagOrientation, out var orientation) && orientation is >= 1 and <= 8
            ? orientation
            : 1;

    private static DateTime? Taken(IReadOnlyList<Directory> directories)
    {
        var detail = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        var text = detail?.GetString(ExifDirectoryBase.TagDateTimeOriginal)
            ?? detail?.GetString(ExifDirectoryBase.TagDateTimeDigitized)
            ?? directories.OfType<ExifIfd0Directory>().FirstOrDefault()?.GetString(ExifDirectoryBase.TagDateTime);
        if (!DateTime.TryParseExact(text?.Trim('\0', ' '), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var camera) || camera.Year < 1990)
        {
            return null;
        }

        return InUtc(camera, detail?.GetString(OffsetTimeOriginal));
    }

    // A camera that does not say where its clock stands stands in China.
    private static DateTime InUtc(DateTime camera, string? offset)
    {
        var clean = offset?.Trim('\0', ' ').TrimStart('+');
        var ahead = TimeSpan.TryParse(clean, CultureInfo.InvariantCulture, out var said)
            && said.Duration() <= TimeSpan.FromHours(14)
            ? said
            : ChinaTime.Local(DateTime.UnixEpoch) - DateTime.UnixEpoch;
        return DateTime.SpecifyKind(camera - ahead, DateTimeKind.Utc);
    }
}
