using System.Globalization;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Storage;

/// <summary>The fast road out: what it reads is told from an ordinary query by nothing but its speed.</summary>
[BothDatabases]
public sealed class FastReadTests : IAsyncLifetime
{
    private const int Many = 400;
    private static readonly string?[] Texts =
        [null, " ", "=1+1", "@花园", "-1", "a\"b'c", "<x>&", "两\r\n行", "𠮷野家", "0", new('长', 400), "_x000D_", "1998-06-30"];
    private static readonly int?[] Counts = [null, 0, 1, 12, int.MaxValue];

    private TestDatabase database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_column_of_every_row_is_as_an_ordinary_query_has_it()
    {
        await using var db = database.Open();
        var organisation = Given.Organisation();
        var account = Given.Account(organisation, "zhang.san", "张三", "13800000000");
        account.Disable(Given.Act(PeopleVerbs.DisableAccount, why: "离职"), "stamp");
        var random = new Random(1998);
        db.AddRange([organisation, account, .. Enumerable.Range(0, Many).Select(i => Any(random, i, organisation.Id))]);
        await db.SaveAsync(Given.Act(CommunityVerbs.ImportLedger), Stop);
        db.ChangeTracker.Clear();

        await AlikeAsync(db, db.Organisations, 1);
        await AlikeAsync(db, db.Accounts, 1);
        await AlikeAsync(db, db.Communities.OrderBy(c => c.Id), Many);
        await AlikeAsync(db, db.Communities.OrderBy(c => c.Households == null).ThenByDescending(c => c.Households).ThenBy(c => c.Id), Many);
    }

    [Fact]
    public async Task Only_what_the_query_asks_for_is_read()
    {
        await using var db = database.Open();
        var (street, word) = (new Jurisdiction([CommunityGiven.Street]), "花园");
        db.AddRange(CommunityGiven.Community("花园一"), CommunityGiven.Community("花园二", RegionCode.Of("371003")), CommunityGiven.Community("别处"));
        await db.SaveAsync(Given.Act(CommunityVerbs.ImportLedger), Stop);
        db.ChangeTracker.Clear();

        await AlikeAsync(db, db.Communities.Within(street).Where(c => c.Name.Contains(word)), 1);
        Assert.Empty(await db.ReadAsync(db.Communities.Within(new Jurisdiction([])), [], Stop).ToListAsync(Stop));

        var some = await db.ReadAsync(db.Communities.OrderBy(c => c.Name), [nameof(Community.Place), nameof(Community.Kind)], Stop).ToListAsync(Stop);
        Assert.Equal(["别处", "花园一", "花园二"], some.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.All(some, c => Assert.Equal((RegionCode.Nation, null, LandKind.StateOwned), (c.Place, c.Kind, c.Land!.Value)));
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task Whoever_leaves_off_in_the_middle_can_go_on_asking()
    {
        await using var db = database.Open();
        db.AddRange(Enumerable.Range(0, 50).Select(i => CommunityGiven.Community($"第{i}号")));
        await db.SaveAsync(Given.Act(CommunityVerbs.ImportLedger), Stop);
        db.ChangeTracker.Clear();

        await foreach (var one in db.ReadAsync(db.Communities, [], Stop))
        {
            Assert.StartsWith("第", one.Name, StringComparison.Ordinal);
            break;
        }

        Assert.Equal(50, await db.Communities.CountAsync(Stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await db.ReadAsync(db.Communities, [], new CancellationToken(canceled: true)).ToListAsync(CancellationToken.None));
        Assert.Equal(50, await db.Communities.CountAsync(Stop));
    }

    private static async Task AlikeAsync<T>(AppDb db, IQueryable<T> query, int count) where T : Core.Kernel.Record
    {
        var properties = db.Model.FindEntityType(typeof(T))!.GetProperties().ToList();
        var slow = await query.AsNoTracking().ToListAsync(Stop);
        var fast = await db.ReadAsync(query, [], Stop).ToListAsync(Stop);

        Assert.Equal(count, slow.Count);
        Assert.Equal(slow.Select(Told), fast.Select(Told));

        string Told(T record) => string.Join('|', properties.Select(p =>
        {
            var value = p.PropertyInfo!.GetValue(record);
            if (value is not null && p.GetTypeMapping().Converter is { } converter) value = converter.ConvertToProvider(value);
            return string.Create(CultureInfo.InvariantCulture, $"{p.Name}={value?.GetType().Name}:{(value is DateTime time ? $"{time:O}{time.Kind}" : value)}");
        }));
    }

    // Everything that may stand in a column: nothing, nought, the least and the most, what a spreadsheet would run.
    private static Community Any(Random random, int i, Guid keeper)
    {
        return CommunityGiven.Community(also: p => new CommunityProfile
        {
            Name = i % 9 == 0 ? $"=第{i}号" : $"第{i}号", Place = RegionCode.Of(i % 3 == 0 ? "371002" : $"371002{i % 7 + 1:000}"), Code = Maybe(i) is { } n ? $"=A{n}" : null,
            Address = Text(), Neighbourhood = Text(), Manager = Text(), Note = Text(), Source = Text(), KeeperId = Maybe(keeper),
            Kind = Maybe(CommunityKind.Ordinary), Land = Maybe(LandKind.StateOwned), Ownership = Maybe((OwnershipKind)(i % 11)),
            Structure = Maybe((StructureKind)(i % 7)), Evidence = Maybe((BuildEvidence)(i % 4)), Management = Maybe((ManagementMode)(i % 5)),
            Quality = (FactQuality)(i % 3), Built = Maybe(i % 10 == 0 ? DateSpan.Ever : DateSpan.OfYears(1900 + i % 120, 1900 + i % 120)), WasRenovated = Maybe(i % 2 == 0),
            IsInTown = Maybe(i % 2 == 0), IsWishStrong = Maybe(i % 2 == 1), Buildings = Count(), Units = Count(), Households = Count(),
            Floors = Count(), Lifts = Count(), ParkingPlaces = Count(), Area = Maybe(new Area(random.NextInt64(long.MaxValue))),
            MaintenanceFund = Maybe(new Fen(random.NextInt64(long.MinValue, long.MaxValue))),
            Latitude = i % 4 == 0 ? null : random.NextDouble() * 180 - 90, Longitude = i % 4 == 0 ? null : i % 5 == 0 ? 120 : random.NextDouble() * 360 - 180,
            ContactName = i % 2 == 0 ? TestDatabase.Cipher.Seal("演示联系人") : null,
            Utilities = i % 4 == 0 ? new Dictionary<Utility, UtilityState> { [Utility.Gas] = UtilityState.Missing } : UtilityList.None,
        });

        string? Text() => Texts[random.Next(Texts.Length)];
        int? Count() => Counts[random.Next(Counts.Length)];
        T? Maybe<T>(T value) where T : struct => random.Next(3) == 0 ? null : value;
    }
}
