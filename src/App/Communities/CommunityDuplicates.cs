using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>Communities of a district that may have been registered twice, without those already found to be two.</summary>
public static class CommunityDuplicates
{
    public static async Task<(IReadOnlyList<LikePair> Pairs, int Compared, int Told)> DuplicatesAsync(
        this AppDb db, RegionCode place, Jurisdiction mine, CancellationToken stop)
    {
        var beyond = place.Beyond;
        var rows = await db.ComparableAsync(place, mine, stop);
        var told = await db.DistinctPairs.AsNoTracking().Where(p => p.Place >= place && p.Place < beyond)
            .Select(p => new { p.First, p.Second }).ToListAsync(stop);
        var known = told.Select(p => (p.First, p.Second)).ToHashSet();
        return ([.. Likeness.Of(rows).Where(pair => !known.Contains((pair.First.Id, pair.Second.Id)))], rows.Count, told.Count);
    }

    /// <summary>Communities of its district that may be this one, which may not be registered yet.</summary>
    public static async Task<IReadOnlyList<LikePair>> LikeAsync(this AppDb db, Comparable one, RegionCode place, Jurisdiction mine, CancellationToken stop)
    {
        var pairs = Likeness.Of(one, await db.ComparableAsync(RegisterMark.DistrictOf(place), mine, stop));
        if (pairs.Count == 0) return pairs;

        var told = await db.DistinctPairs.AsNoTracking().Where(p => p.First == one.Id || p.Second == one.Id)
            .Select(p => p.First == one.Id ? p.Second : p.First).ToListAsync(stop);
        return [.. pairs.Where(pair => !told.Contains(pair.Second.Id))];
    }

    private static Task<List<Comparable>> ComparableAsync(this AppDb db, RegionCode place, Jurisdiction mine, CancellationToken stop)
    {
        var beyond = place.Beyond;
        return db.Communities.AsNoTracking().Within(mine).Where(c => c.State == CommunityState.Active && c.Place >= place && c.Place < beyond)
            .Select(c => new Comparable(c.Id, c.Name, c.Aliases, c.Address)).ToListAsync(stop);
    }
}
