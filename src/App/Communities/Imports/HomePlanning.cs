using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>Holds buildings, dwellings and owners against the register; what a community has is loaded when it is first met.</summary>
internal sealed class HomePlanning(LedgerPlanner planner)
{
    private readonly Dictionary<Guid, Community> communities = [];
    private readonly Dictionary<(Guid Community, string Key), Building> buildings = [];
    private readonly Dictionary<(Guid Building, string Key), Dwelling> dwellings = [];
    private readonly HashSet<(Guid Dwelling, string Fingerprint)> owners = [];
    private readonly Dictionary<(Guid Home, string Owner), int> met = [];

    public async Task PlanAsync(LedgerKind kind, List<LedgerRow> rows, PlannedBatch batch, CancellationToken stop)
    {
        var found = rows.Select(row => (Row: row, Known: Community(row))).Where(pair => pair.Known is not null).ToList();
        await LoadAsync([.. found.Select(pair => pair.Known!.Id).Distinct().Where(id => !communities.ContainsKey(id))], kind, stop);
        foreach (var (row, known) in found)
        {
            var community = communities[known!.Id];
            if (kind == LedgerKind.Buildings) PlanBuilding(row, community, batch);
            else PlanDwelling(row, community, batch);
        }
    }

    private KnownCommunity? Community(LedgerRow row)
    {
        var hard = planner.Faults.HardCount;
        var known = planner.Find(row);
        if (known is null && planner.Faults.HardCount == hard)
        {
            planner.Fault(FaultLevel.Hard, "ledger.unknown-community", row, LedgerFields.Name, LedgerSentences.UnknownCommunity(row.Name, planner.Like(row)?.Name));
        }

        return known;
    }

    private async Task LoadAsync(List<Guid> ids, LedgerKind kind, CancellationToken stop)
    {
        if (ids.Count == 0) return;

        await planner.Settled();
        foreach (var one in await planner.Db.Communities.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop)) communities[one.Id] = one;
        foreach (var one in await planner.Db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync(stop)) buildings[(one.CommunityId, one.NumberKey)] = one;
        if (kind != LedgerKind.Dwellings) return;

        foreach (var one in await planner.Db.Dwellings.AsNoTracking().Where(d => ids.Contains(d.CommunityId)).ToListAsync(stop)) dwellings[(one.BuildingId, one.RoomKey)] = one;
        var current = planner.Db.Owners.AsNoTracking().Where(o => ids.Contains(o.CommunityId) && o.Until == null).Select(o => new { o.DwellingId, o.Fingerprint });
        foreach (var one in await current.ToListAsync(stop)) owners.Add((one.DwellingId, one.Fingerprint));
    }

    private void PlanBuilding(LedgerRow row, Community community, PlannedBatch batch)
    {
        var said = row.Building!;
        if (!buildings.TryGetValue((community.Id, BuildingNumbers.Key(said.Number)), out var building))
        {
            Meet(row, NewBuilding(row, said, community, batch).Id, "", LedgerFields.Number);
            return;
        }

        if (!Meet(row, building.Id, "", LedgerFields.Number)) return;

        planner.Db.Attach(building);
        var before = BuildingProfile.Of(building);
        var merged = LedgerMerge.Of(before, said, row.Quality, row.AreaStep);
        planner.Known?.Invoke(DoubtedFacts.Of(row.Number, before), DoubtedFacts.Of(row.Number, merged));
        building.Describe(merged);
        if (planner.IsChanged(building))
        {
            building.Describe(merged with { Source = planner.SourceOf(row) });
            batch.ChangedNames[building.Id] = LedgerPlanner.TitleOf(row);
        }
        else batch.Unchanged.Add((building.Id, row));
    }

    private void PlanDwelling(LedgerRow row, Community community, PlannedBatch batch)
    {
        if (!buildings.TryGetValue((community.Id, BuildingNumbers.Key(row.Building!.Number)), out var building))
        {
            building = NewBuilding(row, row.Building!, community, batch);
        }

        var said = row.Dwelling!;
        var mark = row.Person is { } person ? OwnerMarks.Of(planner.Db.Cipher, person.Name!, person.IdentityNumber) : "";
        var isNew = !dwellings.TryGetValue((building.Id, Dwelling.KeyOf(said.Unit, said.Room)), out var dwelling);
        if (isNew) dwelling = NewDwelling(row, building, batch);
        if (!Meet(row, dwelling!.Id, mark, LedgerFields.Room)) return;

        var isChanged = isNew || IsChanged(row, dwelling, batch);
        if (mark.Length > 0 && owners.Add((dwelling.Id, mark)))
        {
            batch.Owners.Add(NewOwner(row.Person!, mark, dwelling));
            isChanged = true;
        }

        if (!isChanged) batch.Unchanged.Add((dwelling.Id, row));
    }

    private bool IsChanged(LedgerRow row, Dwelling dwelling, PlannedBatch batch)
    {
        var merged = LedgerMerge.Of(DwellingProfile.Of(dwelling), row.Dwelling!);
        // One that this ledger itself brought in is not changed by the row of its next owner.
        if (dwelling.Version == 0 || merged == DwellingProfile.Of(dwelling)) return false;

        planner.Db.Attach(dwelling);
        dwelling.Describe(merged with { Source = planner.SourceOf(row) });
        batch.ChangedNames[dwelling.Id] = LedgerPlanner.TitleOf(row);
        return true;
    }

    private Building NewBuilding(LedgerRow row, BuildingProfile said, Community community, PlannedBatch batch)
    {
        var building = new Building { Id = planner.NewId() };
        building.Describe(said with { Source = planner.SourceOf(row) });
        building.BelongTo(community);
        buildings[(community.Id, building.NumberKey)] = building;
        batch.Buildings.Add(building);
        batch.Names.Add($"{community.Name} · {building.Number}");
        return building;
    }

    private Dwelling NewDwelling(LedgerRow row, Building building, PlannedBatch batch)
    {
        var dwelling = new Dwelling { Id = planner.NewId(), BuildingId = building.Id };
        dwelling.Describe(row.Dwelling! with { Source = planner.SourceOf(row) });
        dwelling.BelongTo(building);
        dwellings[(building.Id, dwelling.RoomKey)] = dwelling;
        batch.Dwellings.Add(dwelling);
        batch.Names.Add(row.Title);
        return dwelling;
    }

    private Owner NewOwner(LedgerPerson person, string mark, Dwelling dwelling)
    {
        var cipher = planner.Db.Cipher;
        var owner = new Owner { Id = planner.NewId(), DwellingId = dwelling.Id, Name = cipher.Seal(person.Name!), Fingerprint = mark };
        owner.Reach(cipher.SealOrNull(person.IdentityNumber), cipher.SealOrNull(person.Phone));
        owner.BelongTo(dwelling);
        return owner;
    }

    // A room may stand in several rows, one for each co-owner.
    private bool Meet(LedgerRow row, Guid home, string owner, FieldSpec field)
    {
        if (met.TryAdd((home, owner), row.Number)) return true;

        planner.Fault(FaultLevel.Hard, "import.repeated", row, field, LedgerSentences.Repeated(met[(home, owner)]));
        return false;
    }
}
