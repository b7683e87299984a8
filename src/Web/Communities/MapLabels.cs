namespace Huanxin.Web.Communities;

/// <summary>The name of a place on a sheet, by the middle of its communities.</summary>
public sealed record MapLabel(string Name, double X, double Y);

/// <summary>Finds room on a sheet for the names of places: none covers a circle, a name or another, and what has no room is left out.</summary>
internal sealed class MapLabels(MapSheet sheet)
{
    // As large as the letters of the style sheet, and how far from its middle a name still belongs to its place.
    private const double Letter = 14, LineHeight = 18, Air = 2, Step = 10;
    private const int MostSteps = 6;

    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Nothing may cover these.</summary>
    public void Keep(IEnumerable<MapPoint> points, IReadOnlyDictionary<MapPoint, double> names)
    {
        foreach (var point in points) taken.Add((point.X - point.Radius, point.Y - point.Radius, point.X + point.Radius, point.Y + point.Radius));
        foreach (var (point, middle) in names)
        {
            var half = MapSheet.WidthOf(point.Name) / 2;
            taken.Add((middle - half, point.Y - MapSheet.NameAbove - LineHeight, middle + half, point.Y - MapSheet.NameAbove + Air));
        }
    }

    /// <summary>The names that have room, those that come first before others.</summary>
    public IEnumerable<MapLabel> Place(IEnumerable<(string Name, double Latitude, double Longitude)> places)
    {
        foreach (var (name, latitude, longitude) in places)
        {
            var (x, y) = sheet.At(latitude, longitude);
            if (Around(x, y).Select(at => Box(name, at.X, at.Y)).Where(IsFree).Take(1).ToList() is not [var box]) continue;

            taken.Add(box);
            yield return new MapLabel(name, (box.Left + box.Right) / 2, box.Bottom - LineHeight / 4);
        }
    }

    private static (double Left, double Top, double Right, double Bottom) Box(string name, double x, double y)
    {
        var half = name.Length * Letter / 2 + Air;
        return (x - half, y - LineHeight / 2, x + half, y + LineHeight / 2);
    }

    // From the middle outwards.
    private static IEnumerable<(double X, double Y)> Around(double x, double y) =>
        from across in Enumerable.Range(-MostSteps, 2 * MostSteps + 1)
        from down in Enumerable.Range(-MostSteps, 2 * MostSteps + 1)
        where across * across + down * down <= MostSteps * MostSteps
        orderby across * across + down * down
        select (x + across * Step, y + down * Step);

    private bool IsFree((double Left, double Top, double Right, double Bottom) box) =>
        box.Left >= 0 && box.Top >= 0 && box.Right <= sheet.Width && box.Bottom <= sheet.Height
        && !taken.Exists(other => box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom);
}
