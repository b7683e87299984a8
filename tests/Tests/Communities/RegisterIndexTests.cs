#pragma warning disable RS0030, CA5394 // A seeded random register.
using Huanxin.App.Communities;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Huanxin.Web.Communities;
using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What the list finds in memory is what the database would have found.</summary>
[BothDatabases]
public sealed class RegisterIndexTests : IAsyncLifetime
{
    private const int Communities = 230;
    private static readonly DateOnly Today = new(2024, 3, 28);
    private static readonly string[] Places = ["37", "371002", "371002002", "371002003", "371002003004", "371003001", "371082", "3710", "370784001", "3710Z1"];
    private static readonly PlaceNames Names = new(ShippedShelf.Shelf.Regions);
    private readonly RegisterIndex register = new(new RegisterVerdicts());
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var random = new Random(1998);
        await app.KeepAsync([.. Enumerable.Range(0, Communities).Select(i => Any(i, random))]);
    }

    public async ValueTask DisposeAsync()
    {
        register.Dispose();
        await app.DisposeAsync();
    }

    public static TheoryData<string> Questions
    {
        get
        {
            var table = CommunityTable.Of(Names, Everywhere, Today);
            var data = new TheoryData<string>
            {
                "", "page=3", "page=99", "q=hyxq1", "q=花园", "q=建设路1%20号", "place=371002&place=370784001", "place=371002003004", "place=3710Z1", "place=37",
                "state=Closed", "state=Active&state=Closed", "households.from=50&households.to=200&kind=Ordinary&sort=-area&page=2",
                "ownership=unsaid&ownership=Commodity&sort=households", "built-by.from=1980-01-01&built-by.to=1999-12-31", "area.to=500.5",
            };
            foreach (var column in table.Columns)
            {
                foreach (var choice in column.Choices.Where(_ => column.Key != "place")) data.Add($"{column.Key}={choice.Value}");
                if (column.Filter == FilterKind.Text) data.Add($"{column.Key}=乙A");
                if (column.CanSort) data.Add($"sort={column.Key}&page=2");
                if (column.CanSort) data.Add($"sort=-{column.Key}");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_question_of_the_list_is_answered_as_the_database_answers_it(string query)
    {
        foreach (var mine in new[] { Everywhere, new Jurisdiction([RegionCode.Of("371002003"), RegionCode.Of("371082")]), Jurisdiction.Nowhere })
        {
            await using var db = app.Database.Open();
            var state = TableState.Of(QueryHelpers.ParseQuery(query));
            var table = CommunityTable.Of(Names, mine, Today);

            var found = await table.ReadAsync(db, register, mine, state, null, Stop);
            var asked = await table.ReadToTheEndAsync(CommunityTable.Rows(db, mine, state), state, Stop);

            Assert.Equal((asked.Total, asked.State.Page), (found.Total, found.State.Page));
            Assert.Equal(asked.Rows.Select(c => c.Id), found.Rows.Select(c => c.Id));
        }
    }

    [Fact]
    public async Task What_another_node_changed_shows_in_the_next_list()
    {
        Assert.Empty(await NamesAsync("q=新名"));
        await app.ChangeAsync(async db =>
        {
            var one = await db.Communities.FirstAsync(c => c.Place == RegionCode.Of("371002002") && c.State == CommunityState.Active);
            one.Describe(CommunityProfile.Of(one) with { Name = "新名小区", Place = RegionCode.Of("370784001") });
        });

        Assert.Equal(["新名小区"], await NamesAsync("q=新名"));
        Assert.Equal(["新名小区"], await NamesAsync("q=xmxq&place=370784"));
        Assert.Empty(await NamesAsync("q=新名&place=371002"));
    }

    private static Jurisdiction Everywhere => new([RegionCode.Nation]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<IEnumerable<string>> NamesAsync(string query)
    {
        await using var db = app.Database.Open();
        var table = CommunityTable.Of(Names, Everywhere, Today);
        return (await table.ReadAsync(db, register, Everywhere, TableState.Of(QueryHelpers.ParseQuery(query)), null, Stop)).Rows.Select(c => c.Name);
    }

    private static Community Any(int i, Random random)
    {
        T? Maybe<T>(T value) where T : struct => random.Next(4) == 0 ? null : value;
        T? OneOf<T>() where T : struct, Enum => Maybe(Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)]);
        string? Said(string text) => random.Next(3) == 0 ? null : text + (random.Next(2) == 0 ? "乙a" : "甲") + random.Next(4);

        var year = random.Next(1975, 2010);
        double? north = random.Next(2) == 0 ? null : 37.5;
        var one = CommunityGiven.Community($"花园小区{i}号院", RegionCode.Of(Places[random.Next(Places.Length)]), p => p with
        {
            Code = Said($"C{i}-"), Neighbourhood = Said("社区"), Manager = Said("物业"), Source = Said("来源"), Flags = Said("试点") is { } flag ? [flag] : [],
            Kind = OneOf<CommunityKind>(), Land = OneOf<LandKind>(), Ownership = OneOf<OwnershipKind>(), Structure = OneOf<StructureKind>(),
            Management = OneOf<ManagementMode>(), Quality = Enum.GetValues<FactQuality>()[random.Next(Enum.GetValues<FactQuality>().Length)],
            Built = Maybe(DateSpan.OfYears(year, year)), Buildings = Maybe(random.Next(20)), Households = Maybe(random.Next(300)),
            Area = Maybe(new Area(random.Next(100_000))), Address = Said($"建设路{i}号"), Latitude = north, Longitude = north is null ? null : 122,
        });
        if (random.Next(3) == 0) one.Confirm(Given.Act());
        if (random.Next(8) == 0) one.Close(Given.Act(why: "已拆除"));
        return one;
    }
}
