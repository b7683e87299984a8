using System.Globalization;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Storage;

/// <summary>The fast road beside <c>SaveAsync</c>: what it writes is told from nothing but its speed.</summary>
[BothDatabases]
public sealed class BulkSaveTests : IAsyncLifetime
{
    private TestDatabase slow = null!, fast = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (slow, fast) = (await TestDatabase.CreateAsync(), await TestDatabase.CreateAsync());

    public async ValueTask DisposeAsync()
    {
        await slow.DisposeAsync();
        await fast.DisposeAsync();
    }

    [Fact]
    public async Task Every_column_of_every_kind_of_record_is_as_a_single_save_would_have_it()
    {
        var organisation = Given.Organisation();
        var communities = new[] { Full(organisation.Id), CommunityGiven.Community("", also: p => p with { Name = "什么也没说" }) };
        var building = CommunityGiven.Building(communities[0], "3号楼", "1998", 48, new Area(345_678));
        var bare = CommunityGiven.Building(communities[1], "1号楼");
        var dwelling = CommunityGiven.Dwelling(building, "301");
        var cipher = TestDatabase.Cipher;
        var owner = new Owner { Id = Given.Id(), DwellingId = dwelling.Id, Name = cipher.Seal("演示业主"), Fingerprint = "x" };
        owner.Reach(cipher.Seal("370000199001010000"), null);
        owner.BelongTo(dwelling);
        var act = Given.Act(CommunityVerbs.ImportLedger, why: "比较两条路");

        await using var one = slow.Open();
        one.AddRange([organisation, .. communities, building, bare, dwelling, owner]);
        await one.SaveAsync(act, Stop);
        await using var other = fast.Open();
        await using (var bulk = await BulkSave.BeginAsync(other, act, Stop))
        {
            await bulk.InsertAsync([organisation], Stop);
            await bulk.InsertAsync(communities, Stop);
            await bulk.InsertAsync([building, bare], Stop);
            await bulk.InsertAsync([dwelling], Stop);
            await bulk.InsertAsync([owner], Stop);
            await bulk.CommitAsync(Stop);
        }

        foreach (var table in new[] { "organisations", "communities", "buildings", "dwellings", "owners", "changes", "register_marks" })
        {
            var rows = await RowsAsync(one, table);
            Assert.NotEmpty(rows);
            Assert.Equal(rows, await RowsAsync(other, table));
        }
    }

    [Fact]
    public async Task What_goes_wrong_while_rows_are_written_behind_is_told_and_leaves_nothing()
    {
        await using var db = fast.Open();
        var community = CommunityGiven.Community("花园小区");
        var bulk = await BulkSave.BeginAsync(db, Given.Act(CommunityVerbs.ImportLedger), Stop);

        await bulk.BeginInsertAsync([community], Stop);
        await bulk.BeginInsertAsync([community], Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bulk.SettleAsync(Stop));
        await bulk.DisposeAsync();
        Assert.Equal((0, 0), (await db.Communities.CountAsync(Stop), await db.Acts.CountAsync(Stop)));
    }

    private static Community Full(Guid keeper) => CommunityGiven.Community("Ａ花园·“小区”\n一期", also: p => p with
    {
        Code = "A-001", Aliases = ["老花园", "花园里"], Address = "和平路1号", Neighbourhood = "竹岛社区", Kind = CommunityKind.Ordinary, Land = LandKind.StateOwned,
        Ownership = OwnershipKind.Mixed, IsInTown = true, Built = DateSpan.OfYears(1990, 1999), Evidence = BuildEvidence.Archive, Buildings = 3, Units = 9,
        Households = 120, Area = new Area(27_900_55), Structure = StructureKind.BrickConcrete, Floors = 6, Management = ManagementMode.Nobody, Manager = "",
        MaintenanceFund = new Fen(-5), WasRenovated = true, Renovated = DateSpan.OfMonth(2008, 2), IsClearancePlanned = false, IsToBeRebuilt = false, WasFunded = true,
        WasPlanned = false, IsWishStrong = true, IsManagementAgreed = true, IsInLibrary = false, HouseholdsAsked = 110, HouseholdsAgreed = 99,
        Signs = new Dictionary<Sign, bool> { [Sign.Dirty] = true }, Utilities = new Dictionary<Utility, UtilityState> { [Utility.Gas] = UtilityState.Missing },
        Flags = ["省级示范"], ParkingPlaces = 0, CarChargers = 1, BikeChargers = 2, Lifts = 0, Latitude = 37.5, Longitude = 122.120001,
        ContactName = TestDatabase.Cipher.Seal("演示联系人"), ContactPhone = TestDatabase.Cipher.Seal("13800000000"), Note = "<a>&\"'", Quality = FactQuality.Measured,
        Source = "台账.xlsx 第2行", KeeperId = keeper,
    });

    // All columns with their types as the database has them; the number of a change within its act is the order of saving.
    private static async Task<List<string>> RowsAsync(AppDb db, string table)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Number" || table != "changes")
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{reader.GetName(i)}={reader.GetValue(i).GetType().Name}:{reader.GetValue(i)}"))));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
