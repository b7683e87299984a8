#pragma warning disable RS0030, CA5394 // A seeded random walk over the register.
using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class RollupTests : IAsyncLifetime
{
    private static readonly string[] Places = ["371002", "371002002", "371002003", "371003001", "371082", "3710", "370784001", "3710Z1"];
    private static readonly string[] Asked = ["000000", "37", "3710", "371002", "371002003", "371082", "371003"];
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Whatever is done to the register on whatever node, each node's roll-up equals a recount from the rows.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_roll_up_of_every_node_equals_a_recount_after_every_act(int seed)
    {
        var random = new Random(seed);
        CommunityRollup[] nodes = [new(new RegisterIndex(new RegisterVerdicts())), new(new RegisterIndex(new RegisterVerdicts()))];
        for (var step = 0; step < 25; step++)
        {
            await DoAsync(random);
            await AssertEqualAsync(nodes[random.Next(2)], RegionCode.Of(Asked[random.Next(Asked.Length)]));
        }

        foreach (var node in nodes)
        {
            foreach (var place in Asked) await AssertEqualAsync(node, RegionCode.Of(place));
        }
    }

    [Fact]
    public async Task What_came_in_bulk_is_counted_and_what_was_rolled_back_is_not()
    {
        var node = new CommunityRollup(new RegisterIndex(new RegisterVerdicts()));
        var place = RegionCode.Of("371002");
        await AssertEqualAsync(node, place);
        await using (var db = app.Database.Open())
        {
            await using var lost = await BulkSave.BeginAsync(db, Given.Act(CommunityVerbs.ImportLedger), Stop);
            await lost.InsertAsync(Enumerable.Range(0, 5).Select(i => Any(new Random(i))), Stop);
        }

        await AssertEqualAsync(node, place);
        await using (var db = app.Database.Open())
        {
            await using var bulk = await BulkSave.BeginAsync(db, Given.Act(CommunityVerbs.ImportLedger), Stop);
            await bulk.InsertAsync(Enumerable.Range(0, 40).Select(i => Any(new Random(i))), Stop);
            await bulk.CommitAsync(Stop);
        }

        await AssertEqualAsync(node, RegionCode.Nation);
    }

    [Fact, Clause("TX21-4.4.2")]
    public async Task The_summary_names_how_many_say_a_figure_and_every_figure_opens()
    {
        await app.KeepAsync(CommunityGiven.Community("甲小区", also: p => p with { Households = 120 }), CommunityGiven.Community("乙小区"),
            CommunityGiven.Community("丙小区", RegionCode.Of("371002"), p => p with { Households = 80 }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities/summary");

        Assert.Contains("2 ÷ 3 个小区已填报", page.Text);
        Assert.Contains("竹岛街道", page.Of("tbody"));
        Assert.Contains("未分到下级", page.Of("tbody"));
        Assert.Contains("200", page.Of("tfoot"));
        var missing = page.Document.QuerySelectorAll("tfoot a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("missing=households", StringComparison.Ordinal));
        Assert.Contains("乙小区", (await browser.GetAsync(missing)).Of("tbody"));
        Assert.DoesNotContain("甲小区", (await browser.GetAsync(missing)).Of("tbody"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Community Any(Random random)
    {
        double? north = random.Next(2) == 0 ? null : 37.5;
        return CommunityGiven.Community($"小区{random.Next(1_000_000)}", RegionCode.Of(Places[random.Next(Places.Length)]), p => p with
        {
            Households = random.Next(3) == 0 ? null : random.Next(500), Buildings = random.Next(3) == 0 ? null : random.Next(20),
            Area = random.Next(3) == 0 ? null : new Area(random.Next(10_000_000)), Built = random.Next(3) == 0 ? null : DateSpan.OfYears(1995, 1999),
            Latitude = north, Longitude = north is null ? null : 122,
        });
    }

    private async Task DoAsync(Random random)
    {
        await using var db = app.Database.Open($"node-{random.Next(2)}");
        var all = await db.Communities.OrderBy(c => c.Id).ToListAsync(Stop);
        var one = all.Count == 0 ? null : all[random.Next(all.Count)];
        var act = Given.Act(CommunityVerbs.Change, why: "随机办理");
        switch (random.Next(6))
        {
            case 0 when one is { State: CommunityState.Active }: one.Close(act); break;
            case 1 when one is { State: CommunityState.Closed }: one.Reopen(); break;
            case 2 when one is { State: CommunityState.Active }:
                await db.DescribeAsync(one, CommunityProfile.Of(one) with { Place = RegionCode.Of(Places[random.Next(Places.Length)]), Households = random.Next(900) }, Stop);
                break;
            case 3 when one is { State: CommunityState.Active } && all.Find(c => c.State == CommunityState.Active && c.Id != one.Id) is { } other:
                await db.MergeAsync(one, other, isSame: random.Next(2) == 0, act, Stop);
                break;
            default: db.Add(Any(random)); break;
        }

        await db.SaveAsync(act, Stop);
    }

    private async Task AssertEqualAsync(CommunityRollup node, RegionCode place)
    {
        await using var db = app.Database.Open();
        var counted = (await node.PartsAsync(db, place, Stop)).Values.Aggregate(CommunityTally.None, (sum, t) => sum + t);
        var rows = await db.Communities.Where(c => c.State == CommunityState.Active).ToListAsync(Stop);
        var inside = rows.Where(c => place.Contains(c.Place)).ToList();

        Assert.Equal(new CommunityTally(inside.Count, inside.Count(c => c.Households is not null), inside.Sum(c => c.Households ?? 0L),
            inside.Count(c => c.Buildings is not null), inside.Sum(c => c.Buildings ?? 0L), inside.Count(c => c.Area is not null),
            new Area(inside.Sum(c => c.Area?.Value ?? 0)), inside.Count(c => c.Built is not null), inside.Count(c => c.Latitude is not null)), counted);
    }
}
