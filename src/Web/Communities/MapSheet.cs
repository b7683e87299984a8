using System.Globalization;
using Huanxin.App.Communities;

namespace Huanxin.Web.Communities;

/// <summary>A rectangle of the earth in degrees (WGS 84).</summary>
public readonly record struct MapBox(double West, double South, double East, double North)
{
    // A single point still needs something around it.
    private const double Smallest = 0.004;

    /// <summary>A rectangle that is never empty, with some air around.</summary>
    public MapBox Padded()
    {
        var (across, up) = (Math.Max(East - West, Smallest) * 0.06, Math.Max(North - South, Smallest) * 0.06);
        var (wide, high) = (Math.Max(0, Smallest - (East - West)) / 2, Math.Max(0, Smallest - (North - South)) / 2);
        return new(West - across - wide, South - up - high, East + across + wide, North + up + high);
    }

    public static MapBox? Parse(string? text)
    {
        var parts = (text ?? "").Split(',').Select(Number).ToList();
        return parts is [var west, var south, var east, var north] && west < east && south < north
            && west >= -180 && east <= 180 && south >= -85 && north <= 85 ? new MapBox(west, south, east, north) : null;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{West:0.######},{South:0.######},{East:0.######},{North:0.######}");
}

/// <summary>One circle of a sheet: a community, or how many lie close together.</summary>
public sealed record MapPoint(double X, double Y, int Count, string Name, string Href, bool IsMarked = false)
{
    public double Radius => IsMarked ? 8 : RadiusOf(Count);

    internal static double RadiusOf(int count) => count == 1 ? 5 : 9 + Math.Min(9, Math.Log2(count));
}

/// <summary>One picture of a tile server under the points.</summary>
public sealed record MapTile(string Href, double X, double Y, double Size);

/// <summary>Places points of the earth on a sheet of paper (Web Mercator), with or without tiles under them.</summary>
public sealed class MapSheet
{
    private const int TileSize = 256;
    private const double WideLetter = 12, NarrowLetter = 7, LineHeight = 16;

    /// <summary>How far above its point a name stands.</summary>
    internal const double NameAbove = 10;

    private const int DeepestZoom = 17;

    // A grid in which the largest circle of a group has room beside the next one.
    private const double Cell = 40;
    private readonly double scale;
    private readonly double left;
    private readonly double top;

    private MapSheet(MapBox box, int width, int leastHeight, int mostHeight)
    {
        var (x1, x2, y1, y2) = (X(box.West), X(box.East), Y(box.North), Y(box.South));
        (Width, Height) = (width, (int)Math.Clamp(width * (y2 - y1) / (x2 - x1), leastHeight, mostHeight));
        scale = Math.Min(Width / (x2 - x1), Height / (y2 - y1));
        (left, top) = ((x1 + x2) / 2 - Width / scale / 2, (y1 + y2) / 2 - Height / scale / 2);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>A sheet for a desk, as high as what lies on it needs.</summary>
    public static MapSheet Wide(MapBox box) => new(box, 960, 320, 560);

    /// <summary>A sheet for a phone, in the size in which it is shown, so that letters and circles can be read and met.</summary>
    public static MapSheet Narrow(MapBox box) => new(box, 328, 200, 440);

    /// <summary>Into how many columns and lines a part of the earth is divided here.</summary>
    public (int Columns, int Lines) Grid(LocatedGroup extent)
    {
        var ((west, south), (east, north)) = (At(extent.South, extent.West), At(extent.North, extent.East));
        return (Math.Max(1, (int)((east - west) / Cell)), Math.Max(1, (int)((south - north) / Cell)));
    }

    /// <summary>The middle of a group, as far inside its cell as its circle needs.</summary>
    public (double X, double Y) Inside(LocatedGroup group, LocatedGroup cell)
    {
        var (x, y) = At((group.South + group.North) / 2, (group.West + group.East) / 2);
        var ((west, south), (east, north)) = (At(cell.South, cell.West), At(cell.North, cell.East));
        return (Between(x, west, east), Between(y, north, south));

        double Between(double at, double from, double to)
        {
            var room = Math.Min(MapPoint.RadiusOf(group.Count), (to - from) / 2);
            return Math.Clamp(at, from + room, to - room);
        }
    }

    public (double X, double Y) At(double latitude, double longitude) => ((X(longitude) - left) * scale, (Y(latitude) - top) * scale);

    /// <summary>
    /// Points whose names stand on the sheet without one covering another or another point, and where the middle of each lies; a marked one comes first.
    /// </summary>
    public IReadOnlyDictionary<MapPoint, double> Names(IReadOnlyList<MapPoint> points)
    {
        var (named, taken) = (new Dictionary<MapPoint, double>(), new List<(double Left, double Right, double Line)>());
        foreach (var point in points.OrderByDescending(p => p.IsMarked))
        {
            var half = WidthOf(point.Name) / 2;
            var (middle, line) = (Math.Clamp(point.X, Math.Min(half, Width / 2), Math.Max(Width - half, Width / 2)), point.Y - NameAbove);
            if (line < LineHeight || taken.Exists(t => t.Left < middle + half && middle - half < t.Right && Math.Abs(t.Line - line) < LineHeight)) continue;
            if (!point.IsMarked && points.Any(p => p != point && Math.Abs(p.X - middle) < half + p.Radius && p.Y > line - LineHeight && p.Y - p.Radius < line)) continue;

            taken.Add((middle - half, middle + half, line));
            named[point] = middle;
        }

        return named;
    }

    internal static double WidthOf(string name) => name.Sum(c => char.IsAscii(c) ? NarrowLetter : WideLetter);

    /// <summary>Tiles that cover the sheet, by the address pattern of the setting; none without one.</summary>
    public IEnumerable<MapTile> Tiles(string? pattern)
    {
        if (pattern is null) yield break;

        var zoom = Math.Clamp((int)Math.Floor(Math.Log2(scale / TileSize)), 0, DeepestZoom);
        var (count, size) = (1 << zoom, scale / (1 << zoom));
        var (firstX, firstY) = (Tile(left, count), Tile(top, count));
        var (lastX, lastY) = (Tile(left + Width / scale, count), Tile(top + Height / scale, count));
        for (var x = firstX; x <= lastX; x++)
        {
            for (var y = firstY; y <= lastY; y++)
            {
                var href = pattern.Replace("{z}", Text(zoom), StringComparison.Ordinal).Replace("{x}", Text(x), StringComparison.Ordinal)
                    .Replace("{y}", Text(y), StringComparison.Ordinal);
                yield return new(href, ((double)x / count - left) * scale, ((double)y / count - top) * scale, size);
            }
        }
    }

    private static int Tile(double at, int count) => Math.Clamp((int)Math.Floor(at * count), 0, count - 1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The earth as a square from 0 to 1.
    private static double X(double longitude) => (longitude + 180) / 360;

    private static double Y(double latitude)
    {
        var angle = Math.Clamp(latitude, -85, 85) * Math.PI / 180;
        return (1 - Math.Log(Math.Tan(angle) + 1 / Math.Cos(angle)) / Math.PI) / 2;
    }
}
