using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>Communities that lie close together: how many, and the rectangle around them.</summary>
public sealed record LocatedGroup(int Count, double South, double North, double West, double East);

/// <summary>What a map needs of a list of communities: all of them, or groups where they are many.</summary>
public static class CommunityMapQuery
{
    /// <summary>How many have a position, and where; null for none.</summary>
    public static Task<LocatedGroup?> ExtentAsync(this IQueryable<Community> rows, CancellationToken stop) =>
        rows.Where(c => c.Latitude != null).GroupBy(c => 1).Select(g => new LocatedGroup(
            g.Count(), g.Min(c => c.Latitude!.Value), g.Max(c => c.Latitude!.Value), g.Min(c => c.Longitude!.Value),
            g.Max(c => c.Longitude!.Value))).SingleOrDefaultAsync(stop);

    /// <summary>Groups on a grid over a rectangle, counted by the database.</summary>
    public static Task<List<LocatedGroup>> GroupsAsync(
        this IQueryable<Community> rows, LocatedGroup extent, int columns, int lines, CancellationToken stop)
    {
        var (west, south) = (extent.West, extent.South);
        var (wide, high) = (Math.Max(1e-9, (extent.East - west) / columns), Math.Max(1e-9, (extent.North - south) / lines));
        return rows.Where(c => c.Latitude != null)
            .GroupBy(c => new { X = (int)((c.Longitude!.Value - west) / wide), Y = (int)((c.Latitude!.Value - south) / high) })
            .Select(g => new LocatedGroup(g.Count(), g.Min(c => c.Latitude!.Value), g.Max(c => c.Latitude!.Value), g.Min(c => c.Longitude!.Value),
                g.Max(c => c.Longitude!.Value))).ToListAsync(stop);
    }

    /// <summary>Only those inside a rectangle.</summary>
    public static IQueryable<Community> Inside(this IQueryable<Community> rows, double west, double south, double east, double north) =>
        rows.Where(c => c.Latitude >= south && c.Latitude <= north && c.Longitude >= west && c.Longitude <= east);
}
