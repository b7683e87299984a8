using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>What loading the register's part of the demo added.</summary>
public sealed record CommunityDemoResult(int Listed, int Communities, int Buildings, int Dwellings);

/// <summary>
/// Loads the register's part of the demo: the communities that documents name, and synthetic ones that say so. Adds what
/// is missing and changes nothing that is there.
/// </summary>
public sealed class CommunityDemo(AppDb db, PolicyShelf shelf, SyntheticFile file, Func<Verb, Act> doing)
{
    private List<Organisation> keepers = [];

    public async Task<CommunityDemoResult> LoadAsync(int communities, int dwellings, int? seed, CancellationToken stop)
    {
        keepers = await db.Organisations.Where(o => o.Kind == OrganisationKind.HousingBureau || o.Kind == OrganisationKind.DevelopmentZone
            || o.Kind == OrganisationKind.Street).ToListAsync(stop);
        var listed = await LoadListedAsync(stop);
        var (added, buildings, homes) = await LoadSyntheticAsync(communities, dwellings, seed, stop);
        return new(listed, added, buildings, homes);
    }

    private async Task<int> LoadListedAsync(CancellationToken stop)
    {
        var act = doing(CommunityVerbs.Register);
        var known = await db.Communities.Select(c => new { c.Place, c.NameKey }).ToListAsync(stop);
        var keys = known.Select(c => (c.Place, c.NameKey)).ToHashSet();
        var missing = shelf.Documents.SelectMany(document => document.Listed.Select(one => (document, one)))
            .Where(row => row.one.Region is not null).Select(row => Listed(act, row.document, row.one))
            .Where(community => !keys.Contains((community.Place, community.NameKey))).ToList();
        db.AddRange(missing);
        await db.SaveAsync(act, stop);
        return missing.Count;
    }

    // What a document names is registered with what it says and no more.
    private Community Listed(Act act, Core.Policies.PolicyDocument document, Core.Policies.ListedCommunity one)
    {
        var community = new Community { Id = NewId(act) };
        community.Describe(new CommunityProfile
        {
            Place = one.Region!.Value, Name = one.Name, Address = one.Place, Note = one.Note,
            Kind = one.IsSingleBuilding ? CommunityKind.SingleBuilding : null, Buildings = one.IsSingleBuilding ? 1 : null,
            WasPlanned = true, Flags = one.IsSingleBuilding ? [] : one.Marks, Source = $"{document.Identity.Number} {string.Join('、', one.Clauses)}", KeeperId = KeeperOf(one.Region.Value),
        });
        return community;
    }

    private async Task<(int, int, int)> LoadSyntheticAsync(int communities, int dwellings, int? seed, CancellationToken stop)
    {
        var known = await db.Communities.Where(c => c.Source == file.Source).Select(c => c.Code!).ToHashSetAsync(stop);
        var missing = Enumerable.Range(1, communities).Where(n => !known.Contains(SyntheticPrefecture.CodeOf(n))).ToList();
        if (missing.Count == 0) return (0, 0, 0);

        var act = doing(CommunityVerbs.Register);
        var prefecture = new SyntheticPrefecture(file, shelf, seed);
        var made = missing.ConvertAll(number => Made(act, prefecture.Make(number)));
        var buildings = made.SelectMany(m => m.Buildings).ToList();
        await using var bulk = await BulkSave.BeginAsync(db, act, stop);
        await bulk.InsertAsync(made.Select(m => m.Community), stop);
        await bulk.InsertAsync(buildings, stop);
        var homes = await bulk.InsertAsync(buildings.SelectMany(b => DwellingsOf(act, b)).Take(dwellings), stop);
        await bulk.CommitAsync(stop);
        return (made.Count, buildings.Count, (int)homes);
    }

    private (Community Community, List<Building> Buildings) Made(Act act, SyntheticCommunity from)
    {
        var community = new Community { Id = NewId(act) };
        community.Describe(from.Profile with { KeeperId = KeeperOf(from.Profile.Place) });
        return (community, [.. from.Buildings.Select(profile => BuildingOf(act, community, profile))]);
    }

    private static Building BuildingOf(Act act, Community community, BuildingProfile profile)
    {
        var building = new Building { Id = NewId(act) };
        building.Describe(profile);
        building.BelongTo(community);
        return building;
    }

    // Two a floor in every stairwell; the last takes what rounding leaves, so that the dwellings add up to the building.
    private IEnumerable<Dwelling> DwellingsOf(Act act, Building building)
    {
        var (count, units, whole) = (building.Households!.Value, building.Units!.Value, building.Area!.Value.Value);
        for (var i = 0; i < count; i++)
        {
            var (unit, inUnit) = ((i % units) + 1, i / units);
            var floor = (inUnit / 2) + 1;
            var area = new Area(i < count - 1 ? whole / count : whole - (whole / count * (count - 1)));
            var dwelling = new Dwelling { Id = NewId(act), BuildingId = building.Id };
            dwelling.Describe(new DwellingProfile($"{unit}单元", $"{floor}0{(inUnit % 2) + 1}", floor, area, AreaSource.Reported)
            {
                Source = file.Source,
            });
            dwelling.BelongTo(building);
            yield return dwelling;
        }
    }

    private Guid? KeeperOf(RegionCode place) =>
        keepers.Where(o => o.Place.Contains(place)).OrderByDescending(o => o.Place.Prefix.Length).ThenBy(o => o.Code, StringComparer.Ordinal)
            .FirstOrDefault()?.Id;

    private static Guid NewId(Act act) => Guid.CreateVersion7(act.At);
}
