namespace Huanxin.App.Files;

/// <summary>
/// All that is kept of a photo's metadata. The orientation is the EXIF number (1 upright, 3 half turn, 6 and 8
/// quarter turns).
/// </summary>
public sealed record ImageFacts(
    int Width, int Height, int Orientation, DateTime? TakenAt, double? Latitude, double? Longitude);

/// <summary>A photo without its metadata, and what was kept of it.</summary>
public sealed record CleanedImage(byte[] Bytes, ImageFacts Facts);
