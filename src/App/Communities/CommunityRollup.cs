using System.Collections.Concurrent;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>
/// The register counted by place, kept in the memory of a node and never behind what is committed: each act on a community leaves a mark on its
/// district in its own transaction, and a district whose mark is not the one that was counted is counted anew (docs/decisions/0014).
/// </summary>
public sealed class CommunityRollup
{
    private const int FewDistricts = 20;
    private readonly ConcurrentDictionary<RegionCode, Counted> known = new();

    /// <summary>A place with its parts one level below; a part that is the place itself is what is not told apart further.</summary>
    public async Task<IReadOnlyDictionary<RegionCode, CommunityTally>> PartsAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var parts = new Dictionary<RegionCode, CommunityTally>();
        var below = LengthBelow(place);
        foreach (var counted in await CountedAsync(db, place, stop))
        {
            if (below <= RegisterMark.Digits)
            {
                var whole = counted.District.Prefix.Length <= below ? counted.District : RegionCode.OfColumn(counted.District.Prefix[..below]);
                parts[whole] = parts.GetValueOrDefault(whole) + counted.Total;
                continue;
            }

            foreach (var (at, tally) in counted.Places)
            {
                if (!place.Contains(at)) continue;

                var part = at.Prefix.Length <= below ? at : RegionCode.OfColumn(at.Prefix[..below]);
                parts[part] = parts.GetValueOrDefault(part) + tally;
            }
        }

        return parts;
    }

    // Marks first, rows after: what is committed in between shows as another mark next time.
    private async Task<IReadOnlyList<Counted>> CountedAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var (from, beyond) = (place, place.Beyond);
        if (place.Prefix.Length > RegisterMark.Digits) (from, beyond) = (RegisterMark.DistrictOf(place), RegisterMark.DistrictOf(place).Beyond);
        var marks = place == RegionCode.Nation ? db.RegisterMarks : db.RegisterMarks.Where(m => m.Place >= from && m.Place < beyond);
        var current = await marks.AsNoTracking().Select(m => new { m.Place, m.ActId }).ToListAsync(stop);
        var stale = current.Where(m => !known.TryGetValue(m.Place, out var counted) || counted.Mark != m.ActId).ToDictionary(m => m.Place, m => m.ActId);
        var active = db.Communities.AsNoTracking().Where(c => c.State == CommunityState.Active);
        if (stale.Count > FewDistricts)
        {
            var inside = place == RegionCode.Nation ? active : active.Where(c => c.Place >= from && c.Place < beyond);
            await CountAsync(inside, stale, stop);
        }
        else
        {
            foreach (var one in stale) await CountAsync(In(active, one.Key), new() { [one.Key] = one.Value }, stop);
        }

        return [.. current.Select(m => known[m.Place])];
    }

    // A place above the districts has a mark of its own for what lies there and nowhere below.
    private static IQueryable<Community> In(IQueryable<Community> rows, RegionCode district)
    {
        var beyond = district.Beyond;
        return district.Prefix.Length < RegisterMark.Digits
            ? rows.Where(c => c.Place == district)
            : rows.Where(c => c.Place >= district && c.Place < beyond);
    }

    private async Task CountAsync(IQueryable<Community> active, Dictionary<RegionCode, Guid> stale, CancellationToken stop)
    {
        var counted = stale.ToDictionary(s => s.Key, s => new Counted(s.Key, s.Value, []));
        var rows = active.Select(c => new { c.Place, c.Households, c.Buildings, c.Area, Built = c.BuiltTo, c.Latitude }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (!counted.TryGetValue(RegisterMark.DistrictOf(row.Place), out var district)) continue;

            district.Places[row.Place] = district.Places.GetValueOrDefault(row.Place)
                + CommunityTally.Of(row.Households, row.Buildings, row.Area, row.Built is not null, row.Latitude is not null);
        }

        foreach (var (at, tallies) in counted)
        {
            known[at] = tallies with { Total = tallies.Places.Values.Aggregate(CommunityTally.None, (sum, tally) => sum + tally) };
        }
    }

    private static int LengthBelow(RegionCode place) => place.Prefix.Length switch { 0 => 2, 2 => 4, 4 => 6, 6 => 9, _ => 12 };

    private sealed record Counted(RegionCode District, Guid Mark, Dictionary<RegionCode, CommunityTally> Places)
    {
        public CommunityTally Total { get; init; }
    }
}
