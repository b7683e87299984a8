using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>Communities that lie close together: how many, and the rectangle around them.</summary>
public sealed record LocatedGroup(int Count, double South, double North, double West, double East)
{
    /// <summary>With one more.</summary>
    internal LocatedGroup With(double latitude, double longitude) => new(
        Count + 1, Math.Min(South, latitude), Math.Max(North, latitude), Math.Min(West, longitude), Math.Max(East, longitude));
}

/// <summary>Where a community is, and in which place it lies.</summary>
public readonly record struct Position(double Latitude, double Longitude, RegionCode Place);

/// <summary>The middle of the communities of a place.</summary>
public sealed record PlaceMiddle(RegionCode Place, int Count, double Latitude, double Longitude);

/// <summary>What a map needs of a list of communities: where they are, and groups where they are many.</summary>
public static class CommunityMapQuery
{
    /// <summary>Every position, read off the index in one pass.</summary>
    public static async Task<IReadOnlyList<Position>> PositionsAsync(this IQueryable<Community> rows, CancellationToken stop)
    {
        var positions = new List<Position>();
        var located = rows.Where(c => c.Latitude != null).Select(c => new { Latitude = c.Latitude!.Value, Longitude = c.Longitude!.Value, c.Place });
        await foreach (var one in located.AsAsyncEnumerable().WithCancellation(stop)) positions.Add(new(one.Latitude, one.Longitude, one.Place));
        return positions;
    }

    /// <summary>The middle of each district, or of each street where all lie in one district; the largest first.</summary>
    public static IReadOnlyList<PlaceMiddle> Middles(this IReadOnlyList<Position> positions)
    {
        var districts = positions.GroupBy(at => RegisterMark.DistrictOf(at.Place)).ToList();
        var places = districts.Count > 1 ? districts
            : positions.GroupBy(at => at.Place.Outward().FirstOrDefault(place => place.Level == RegionLevel.Street)).Where(street => street.Key.Level == RegionLevel.Street);
        return
        [
            .. places.Select(place => new PlaceMiddle(place.Key, place.Count(), place.Average(at => at.Latitude), place.Average(at => at.Longitude)))
                .OrderByDescending(place => place.Count),
        ];
    }

    /// <summary>All positions as one group; null for none.</summary>
    public static LocatedGroup? Extent(this IReadOnlyList<Position> positions) =>
        positions.Aggregate((LocatedGroup?)null, (all, at) => Add(all, at.Latitude, at.Longitude));

    /// <summary>Groups on a grid over all of them, each with the cell of the grid that it fills.</summary>
    public static IEnumerable<(LocatedGroup Group, LocatedGroup Cell)> Groups(
        this IReadOnlyList<Position> positions, LocatedGroup extent, (int Columns, int Lines) grid)
    {
        var (columns, lines) = grid;
        var (wide, high) = (Math.Max(1e-9, (extent.East - extent.West) / columns), Math.Max(1e-9, (extent.North - extent.South) / lines));
        var groups = new Dictionary<(int Column, int Line), LocatedGroup>();
        foreach (var (latitude, longitude, _) in positions)
        {
            var at = (Math.Min(columns - 1, (int)((longitude - extent.West) / wide)), Math.Min(lines - 1, (int)((latitude - extent.South) / high)));
            groups[at] = Add(groups.GetValueOrDefault(at), latitude, longitude);
        }

        return groups.Select(one => (one.Value, Cell(one.Key.Column, one.Key.Line, one.Value.Count)));

        LocatedGroup Cell(int column, int line, int count) => new(
            count, extent.South + line * high, extent.South + (line + 1) * high, extent.West + column * wide, extent.West + (column + 1) * wide);
    }

    /// <summary>Only those inside a rectangle.</summary>
    public static IQueryable<Community> Inside(this IQueryable<Community> rows, double west, double south, double east, double north) =>
        rows.Where(c => c.Latitude >= south && c.Latitude <= north && c.Longitude >= west && c.Longitude <= east);

    private static LocatedGroup Add(LocatedGroup? group, double latitude, double longitude) =>
        group?.With(latitude, longitude) ?? new(1, latitude, latitude, longitude, longitude);
}
