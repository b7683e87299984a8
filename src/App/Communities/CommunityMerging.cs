using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>Communities become one, stand alone again, or are divided, with everything that hangs on them.</summary>
public static class CommunityMerging
{
    private static readonly string[] Figures =
        [nameof(Community.Buildings), nameof(Community.Units), nameof(Community.Households), nameof(Community.Area), nameof(Community.Aliases)];

    /// <summary>
    /// Lets one community take in another with its buildings. A building whose number is taken there is called by its old community too.
    /// </summary>
    /// <param name="isSame">True where both are the same community registered twice: then the figures of the target stand.</param>
    public static async Task MergeAsync(this AppDb db, Community source, Community target, bool isSame, Act act, CancellationToken stop)
    {
        source.MergeInto(target, act);
        var moved = await db.Buildings.Where(b => b.CommunityId == source.Id).ToListAsync(stop);
        var taken = await db.Buildings.Where(b => b.CommunityId == target.Id).Select(b => b.NumberKey).ToListAsync(stop);
        await db.MoveAsync(moved, target, stop);
        foreach (var building in moved.Where(b => taken.Contains(b.NumberKey)))
        {
            building.Describe(BuildingProfile.Of(building) with { Number = $"{source.Name}{building.Number}" });
        }

        target.TakeIn(source, isSame);
    }

    /// <summary>
    /// Puts back what a merge moved and changed: buildings that still stand in the target, and what nobody has changed there since.
    /// Raises <c>community.not-merged</c> and <c>community.target-not-active</c>.
    /// </summary>
    public static async Task UnmergeAsync(this AppDb db, Community source, CancellationToken stop)
    {
        var target = await db.Communities.SingleOrDefaultAsync(c => c.Id == source.MergedInto, stop);
        source.Unmerge();
        if (target is null || target.State != CommunityState.Active) throw CommunityRefusals.TargetNotActive();

        var changes = await db.MergeChangesAsync(source, stop);
        var gone = changes.Where(c => c.RecordType == nameof(Building) && c.Field == nameof(Building.CommunityId))
            .Select(c => Guid.Parse(c.RecordKey)).ToList();
        var back = await db.Buildings.Where(b => gone.Contains(b.Id) && b.CommunityId == target.Id).ToListAsync(stop);
        await db.MoveAsync(back, source, stop);
        foreach (var building in back)
        {
            if (Before(changes, nameof(Building), building.Id, nameof(Building.Number)) is { } number)
            {
                building.Describe(BuildingProfile.Of(building) with { Number = number.GetString()! });
            }
        }

        GiveBack(db, target, changes);
    }

    /// <summary>Puts some buildings of a community into a new one; raises <c>community.nothing-to-split</c>.</summary>
    public static async Task<Community> SplitAsync(
        this AppDb db, Community from, string name, IReadOnlyCollection<Guid> chosen, Act act, CancellationToken stop)
    {
        var all = await db.Buildings.Where(b => b.CommunityId == from.Id).ToListAsync(stop);
        var moved = all.Where(b => chosen.Contains(b.Id)).ToList();
        if (moved.Count == 0 || moved.Count == all.Count) throw CommunityRefusals.NothingToSplit();

        var part = from.SplitOff(Guid.CreateVersion7(act.At), name, moved, act);
        db.Add(part);
        // They share an address and most of a name: whoever split them has said that they are two.
        db.Add(DistinctPair.Of(Guid.CreateVersion7(act.At), from, part));
        await db.MoveAsync(moved, part, stop);
        return part;
    }

    // Fields that the merge changed and nobody has changed since go back to what they were.
    private static void GiveBack(AppDb db, Community target, IReadOnlyList<ChangeRow> changes)
    {
        var profile = CommunityProfile.Of(target);
        foreach (var change in changes.Where(c => c.RecordKey == target.Id.ToString() && Figures.Contains(c.Field)))
        {
            var field = db.Entry(target).Property(change.Field!);
            if (ChangeTrail.Text(field.Metadata, field.CurrentValue) != change.New) continue;

            profile = With(profile, change.Field!, change.Old is null ? null : JsonDocument.Parse(change.Old).RootElement);
        }

        target.Describe(profile);
    }

    private static CommunityProfile With(CommunityProfile profile, string field, JsonElement? old) => field switch
    {
        nameof(Community.Buildings) => profile with { Buildings = Whole(old) },
        nameof(Community.Units) => profile with { Units = Whole(old) },
        nameof(Community.Households) => profile with { Households = Whole(old) },
        nameof(Community.Area) => profile with { Area = old is { ValueKind: JsonValueKind.Number } area ? new Area(area.GetInt64()) : null },
        _ => profile with { Aliases = (old?.GetString() ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries) },
    };

    private static int? Whole(JsonElement? old) => old is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static JsonElement? Before(IReadOnlyList<ChangeRow> changes, string type, Guid id, string field)
    {
        var key = id.ToString();
        return changes.FirstOrDefault(c => c.RecordType == type && c.RecordKey == key && c.Field == field)?.Old is { } old
            ? JsonDocument.Parse(old).RootElement
            : null;
    }

    private static async Task<List<ChangeRow>> MergeChangesAsync(this AppDb db, Community source, CancellationToken stop)
    {
        var key = source.Id.ToString();
        var acts = await (from change in db.Changes.AsNoTracking()
                          join act in db.Acts on change.ActId equals act.Id
                          where change.RecordType == nameof(Community) && change.RecordKey == key && change.Field == nameof(Community.MergedInto)
                              && act.Verb == CommunityVerbs.Merge.Code
                          orderby act.At descending
                          select change.ActId).Take(1).ToListAsync(stop);
        return await db.Changes.AsNoTracking().Where(c => acts.Contains(c.ActId)).ToListAsync(stop);
    }
}
