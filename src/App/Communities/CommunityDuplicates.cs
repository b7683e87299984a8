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
        var rows = await db.Communities.AsNoTracking().Within(mine)
            .Where(c => c.State == CommunityState.Active && c.Place >= place && c.Place < beyond)
            .Select(c => new Comparable(c.Id, c.Name, c.Aliases, c.Address)).ToListAsync(stop);
        var told = await db.DistinctPairs.AsNoTracking().Where(p => p.Place >= place && p.Place < beyond)
            .Select(p => new { p.First, p.Second }).ToListAsync(stop);
        var known = told.Select(p => (p.First, p.Second)).ToHashSet();
        return ([.. Likeness.Of(rows).Where(pair => !known.Contains((pair.First.Id, pair.Second.Id)))], rows.Count, told.Count);
    }
}
