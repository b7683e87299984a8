using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>The register of the demo: what documents name, and what is made up and says so.</summary>
[BothDatabases]
public sealed class CommunityDemoTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        huanxin = new CommandLine(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact, Clause("NY22-1"), Clause("NY22-3.1")]
    public async Task The_twenty_communities_of_Nayong_are_registered_with_their_place_and_no_more_than_is_known()
    {
        await huanxin.DoneAsync("demo", "--communities", "0");

        await using var db = database.Open();
        var listed = await db.Communities.Where(c => c.Place == RegionCode.Of("520525")).ToListAsync(Stop);
        Assert.Equal(20, listed.Count);
        Assert.Equal(3, listed.Count(c => c.Kind == CommunityKind.SingleBuilding));
        Assert.All(listed, c => Assert.Null(c.Households));
        Assert.All(listed, c => Assert.Contains("NY22-3.1", c.Source));
        Assert.All(listed, c => Assert.NotNull(c.KeeperId));
    }

    [Fact]
    public async Task Every_verdict_occurs_among_the_synthetic_communities()
    {
        await huanxin.DoneAsync("demo", "--communities", "150", "--dwellings", "0");

        await using var db = database.Open();
        var buildings = (await db.Buildings.ToListAsync(Stop)).ToLookup(b => b.CommunityId);
        var book = new EligibilityBook(ShippedShelf.Shelf.For(RegionCode.Of("371000"), new DateOnly(2024, 3, 28)));
        var judged = (await Synthetic(db).ToListAsync(Stop)).ConvertAll(c => CommunityJudgement.Of(book, c, [.. buildings[c.Id]]));
        Assert.Equal([Answer.No, Answer.Unknown, Answer.Conditional, Answer.Yes], judged.Select(j => j.Answer).Distinct().Order());
        Assert.Contains(judged, j => j.IsSplit);
        Assert.Contains(judged, j => j.Whole.Missing().Contains(nameof(CommunityFacts.BuiltOn)));
        Assert.Contains(judged, j => j.Whole.Exclusions.Any(e => e.Answer == Answer.Yes));
    }

    [Fact]
    public async Task What_is_made_up_says_so_in_name_address_and_source_and_names_no_person()
    {
        await huanxin.DoneAsync("demo", "--communities", "60", "--dwellings", "500");

        await using var db = database.Open();
        var made = await Synthetic(db).ToListAsync(Stop);
        Assert.Equal(60, made.Count);
        Assert.All(made, c => Assert.Matches("（演示[0-9]+）$", c.Name));
        Assert.All(made, c => Assert.EndsWith("（演示）", c.Address));
        Assert.All(made, c => Assert.Null(c.ContactName));
        Assert.Equal(500, await db.Dwellings.CountAsync(d => d.Source == "演示数据", Stop));
        Assert.Equal(0, await db.Owners.CountAsync(Stop));
    }

    [Fact]
    public async Task Dwellings_buildings_and_community_add_up()
    {
        await huanxin.DoneAsync("demo", "--communities", "3", "--dwellings", "100000");

        await using var db = database.Open();
        var dwellings = (await db.Dwellings.ToListAsync(Stop)).ToLookup(d => d.CommunityId);
        var buildings = (await db.Buildings.ToListAsync(Stop)).ToLookup(b => b.CommunityId);
        Assert.All(await Synthetic(db).ToListAsync(Stop), c =>
        {
            Assert.Equal((c.Households, c.Area!.Value.Value), (dwellings[c.Id].Count(), dwellings[c.Id].Sum(d => d.Area!.Value.Value)));
            Assert.Equal((c.Buildings, c.Households), (buildings[c.Id].Count(), buildings[c.Id].Sum(b => b.Households)));
        });
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_prefecture_and_more_only_adds()
    {
        await huanxin.DoneAsync("demo", "--communities", "5", "--dwellings", "0");
        await huanxin.DoneAsync("demo", "--communities", "9", "--dwellings", "0");
        await using var other = await TestDatabase.CreateAsync();
        await new CommandLine(other).DoneAsync("demo", "--communities", "9", "--dwellings", "0");

        await using var db = database.Open();
        await using var second = other.Open();
        Assert.Equal(await Traits(db), await Traits(second));
    }

    [Fact]
    public async Task Half_a_prefecture_or_less_than_none_is_a_wrong_use()
    {
        var wrong = await huanxin.RunAsync("demo", "--communities", "-1");

        Assert.Equal(2, wrong.Code);
        Assert.Contains("--communities 应在 0 至 100000 之间", wrong.Error);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IQueryable<Community> Synthetic(App.Data.AppDb db) => db.Communities.Where(c => c.Source == "演示数据");

    private static async Task<List<string>> Traits(App.Data.AppDb db) =>
        [.. (await Synthetic(db).ToListAsync(Stop)).Select(c => $"{c.Code} {c.Name} {c.Place} {c.Built} {c.Households} {c.Area} {c.Signs} {c.Latitude}").Order(StringComparer.Ordinal)];
}
