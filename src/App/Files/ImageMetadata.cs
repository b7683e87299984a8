namespace Huanxin.App.Files;

/// <summary>
/// Takes a photo apart and puts back only what a screen needs to show it: time and place are read first, then
/// everything
/// else a camera, phone or editor wrote (owner, serial number, thumbnail, comments, trailing video) is gone.
/// </summary>
public static class ImageMetadata
{
    public const long MostPixels = 120_000_000;

    /// <summary>Refuses <c>image.damaged</c>, <c>image.too-many-pixels</c> and <c>image.animated</c>.</summary>
    public static CleanedImage Clean(ReadOnlySpan<byte> image, FileKind kind)
    {
        using var target = new MemoryStream(image.Length);
        var (width, height, exif) = kind switch
        {
            FileKind.Jpeg => JpegFilter.Copy(image, target),
            FileKind.Png => PngFilter.Copy(image, target),
            FileKind.WebP => WebPFilter.Copy(image, target),
            _ => throw FileRefusals.ImageDamaged(),
        };

        return new CleanedImage(
            target.ToArray(), new ImageFacts(
                width, height, exif.Orientation, exif.TakenAt, exif.Latitude, exif.Longitude));
    }

    internal static (int Width, int Height) Checked(long width, long height)
    {
        if (width <= 0 || height <= 0) throw FileRefusals.ImageDamaged();
        if (width * height > MostPixels) throw FileRefusals.ImageTooManyPixels(width, height);

        return ((int)width, (int)height);
    }
}

/// <summary>What a filter found while it copied.</summary>
internal readonly record struct Filtered(int Width, int Height, ExifFacts Exif);
