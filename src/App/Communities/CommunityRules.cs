using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>What goes along when a community changes.</summary>
public static class CommunityRules
{
    /// <summary>Sets what is known of a community; when its place changes, buildings, dwellings and owners go with it.</summary>
    public static async Task DescribeAsync(this AppDb db, Community community, CommunityProfile profile, CancellationToken stop)
    {
        var before = community.Place;
        community.Describe(profile);
        if (db.Entry(community).State == EntityState.Added || before == community.Place) return;

        var buildings = await db.Buildings.Where(b => b.CommunityId == community.Id).ToListAsync(stop);
        await db.MoveAsync(buildings, community, stop);
    }

    /// <summary>Puts buildings with everything in them into a community.</summary>
    public static async Task MoveAsync(
        this AppDb db, IReadOnlyCollection<Building> buildings, Community community, CancellationToken stop)
    {
        var ids = buildings.Select(b => b.Id).ToList();
        var dwellings = await db.Dwellings.Where(d => ids.Contains(d.BuildingId)).ToListAsync(stop);
        var homes = db.Dwellings.Where(d => ids.Contains(d.BuildingId)).Select(d => d.Id);
        var owners = await db.Owners.Where(o => homes.Contains(o.DwellingId)).ToListAsync(stop);
        foreach (var building in buildings) building.BelongTo(community);
        var buildingOf = buildings.ToDictionary(b => b.Id);
        foreach (var dwelling in dwellings) dwelling.BelongTo(buildingOf[dwelling.BuildingId]);
        var dwellingOf = dwellings.ToDictionary(d => d.Id);
        foreach (var owner in owners) owner.BelongTo(dwellingOf[owner.DwellingId]);
    }
}
