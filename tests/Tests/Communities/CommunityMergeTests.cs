using System.Net;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class CommunityMergeTests : IAsyncLifetime
{
    private readonly Community south = CommunityGiven.Community("竹岛小区南区", also: p => p with { Households = 100, Buildings = 1, Area = Area.FromSquareMetres(8000m) });
    private readonly Community whole = CommunityGiven.Community("竹岛小区", also: p => p with { Households = 300, Buildings = 2, Area = Area.FromSquareMetres(24000m) });
    private const string Merge = "main form[method=post]";
    private TestApp app = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var first = CommunityGiven.Building(south, "1号楼", "1998");
        var dwelling = CommunityGiven.Dwelling(first, "101");
        var owner = new Owner { Id = Given.Id(), DwellingId = dwelling.Id, Name = TestDatabase.Cipher.Seal("张某某"), Fingerprint = "x" };
        owner.Reach(null, TestDatabase.Cipher.Seal("13800001234"));
        owner.BelongTo(dwelling);
        await app.KeepAsync(south, whole, first, dwelling, owner, CommunityGiven.Building(whole, "1号楼", "1996"), CommunityGiven.Building(whole, "2号楼", "1996"));
        browser = await app.SignedInAsync(Role.DistrictOfficer);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_merge_moves_everything_and_taking_it_back_puts_everything_back()
    {
        var before = await StateAsync();

        var answer = await browser.SubmitAsync($"/communities/{south.Id}/merging?target={whole.Id}", new { Form__IsSame = "false", Form__Why = "两区合一" }, Merge);
        Assert.Equal($"/communities/{whole.Id}", answer.Next);
        var merged = await app.AskAsync(db => db.Communities.SingleAsync(c => c.Id == whole.Id));
        Assert.Equal((400, 3, "竹岛小区南区"), (merged.Households, merged.Buildings, merged.Aliases));
        var numbers = await app.AskAsync(db => db.Buildings.Where(b => b.CommunityId == whole.Id).Select(b => b.Number).ToListAsync());
        Assert.Equal(["1号楼", "2号楼", "竹岛小区南区1号楼"], numbers.Order(StringComparer.Ordinal));
        Assert.Equal(whole.Id, await app.AskAsync(db => db.Owners.Select(o => o.CommunityId).SingleAsync()));
        Assert.Contains("并入", (await browser.GetAsync($"/communities/{south.Id}")).Text);
        Assert.Contains("并入小区 （空） 竹岛小区", (await browser.GetAsync($"/history/Community/{south.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("竹岛小区", (await browser.GetAsync("/communities?q=zdxqnq")).Of("tbody"));

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync($"/communities/{south.Id}/unmerging", new { Form__Why = "合并有误" })).Status);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_same_community_registered_twice_keeps_the_figures_of_the_one_that_stays()
    {
        await browser.SubmitAsync($"/communities/{south.Id}/merging?target={whole.Id}", new { Form__IsSame = "true", Form__Why = "重复登记" }, Merge);

        Assert.Equal(300, await app.AskAsync(db => db.Communities.Where(c => c.Id == whole.Id).Select(c => c.Households).SingleAsync()));
    }

    [Fact]
    public async Task What_was_changed_after_the_merge_is_kept_when_it_is_taken_back()
    {
        await browser.SubmitAsync($"/communities/{south.Id}/merging?target={whole.Id}", new { Form__IsSame = "false", Form__Why = "两区合一" }, Merge);
        await app.ChangeAsync(async db =>
        {
            var community = await db.Communities.SingleAsync(c => c.Id == whole.Id);
            community.Describe(CommunityProfile.Of(community) with { Households = 395 });
        });

        await browser.SubmitAsync($"/communities/{south.Id}/unmerging", new { Form__Why = "合并有误" });

        var kept = await app.AskAsync(db => db.Communities.SingleAsync(c => c.Id == whole.Id));
        Assert.Equal((395, 2), (kept.Households, kept.Buildings));
    }

    [Fact]
    public async Task A_split_gives_some_buildings_a_community_of_their_own()
    {
        var second = await app.AskAsync(db => db.Buildings.SingleAsync(b => b.CommunityId == whole.Id && b.NumberKey == "2"));

        var answer = await browser.SubmitAsync($"/communities/{whole.Id}/splitting", new { Form__Name = "竹岛新村", Form__Chosen = second.Id, Form__Why = "道路隔开" });

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var part = await app.AskAsync(db => db.Communities.SingleAsync(c => c.Name == "竹岛新村"));
        Assert.Equal((1, CommunityState.Active, whole.Place), (part.Buildings, part.State, part.Place));
        Assert.Equal(part.Id, await app.AskAsync(db => db.Buildings.Where(b => b.Id == second.Id).Select(b => b.CommunityId).SingleAsync()));
        Assert.Contains("不能拆分", (await browser.GetAsync($"/communities/{whole.Id}/splitting")).Text);
    }

    [Fact]
    public async Task A_split_stands_in_the_history_of_both_and_they_are_not_taken_for_one()
    {
        await app.ChangeAsync(async db =>
        {
            var community = await db.Communities.SingleAsync(c => c.Id == whole.Id);
            community.Describe(CommunityProfile.Of(community) with { Address = "世昌大道1号" });
        });
        var second = await app.AskAsync(db => db.Buildings.SingleAsync(b => b.CommunityId == whole.Id && b.NumberKey == "2"));

        var part = (await browser.SubmitAsync($"/communities/{whole.Id}/splitting", new { Form__Name = "竹岛新村", Form__Chosen = second.Id, Form__Why = "道路隔开" })).Next!;

        using var auditor = await app.SignedInAsync(Role.Auditor, name: "auditor");
        var history = await auditor.GetAsync($"/history/Community/{whole.Id}");
        Assert.Contains("拆分小区", history.Text, StringComparison.Ordinal);
        Assert.Contains("道路隔开", history.Text, StringComparison.Ordinal);
        Assert.Contains("拆出小区", history.Text, StringComparison.Ordinal);
        Assert.Contains("竹岛新村", history.Text, StringComparison.Ordinal);
        Assert.Contains("拆出竹岛新村", (await browser.GetAsync($"/communities/{whole.Id}")).Text, StringComparison.Ordinal);
        var page = await browser.GetAsync(part);
        Assert.Contains("拆自竹岛小区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("可能与其他小区重复", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buildings_dwellings_and_owners_are_registered_and_their_names_masked_for_others()
    {
        var answer = await browser.SubmitAsync($"/communities/{whole.Id}/buildings/new", new { Form__Number = "第3号楼", Form__Built = "1999", Form__Households = "40" });
        var building = answer.Next!;
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync($"/communities/{whole.Id}/buildings/new", new { Form__Number = "3栋" })).Status);
        var dwelling = (await browser.SubmitAsync($"{building}/dwellings/new", new { Form__Unit = "1单元", Form__Room = "301", Form__Area = "86.5", Form__AreaSource = "Register", Form__Why = "建立业主名册" })).Next!;
        await browser.SubmitAsync($"{dwelling}/owners/new", new { Form__Name = "李某某", Form__Phone = "13912345678", Form__Why = "建立业主名册" });

        var mine = await browser.GetAsync(dwelling);
        Assert.Contains("李某某", mine.Text);
        Assert.Contains("86.50", mine.Text);
        using var designer = await app.SignedInAsync(Role.Designer, name: "designer");
        var theirs = (await designer.GetAsync(dwelling)).Text + (await designer.GetAsync(building)).Text;
        Assert.DoesNotContain("李某某", theirs);
        Assert.Contains("李**", theirs);
        Assert.Contains("139****5678", theirs);
        Assert.DoesNotContain("李某某", await app.AskAsync(db => db.Changes.Where(c => c.RecordType == "Owner").Select(c => c.New!).FirstAsync()));
    }

    private async Task<string> StateAsync()
    {
        var parts = await app.AskAsync(async db =>
        {
            var communities = await db.Communities.OrderBy(c => c.Id).ToListAsync();
            var buildings = await db.Buildings.OrderBy(b => b.Id).ToListAsync();
            return communities.Select(c => $"{c.Id} {c.State} {c.MergedInto} {c.ClosedOn} {c.Aliases} {c.Households} {c.Buildings} {c.Area}")
                .Concat(buildings.Select(b => $"{b.Id} {b.CommunityId} {b.Number} {b.NumberKey}"))
                .Concat((await db.Dwellings.ToListAsync()).Select(d => $"{d.CommunityId}")).Concat((await db.Owners.ToListAsync()).Select(o => $"{o.CommunityId}")).ToList();
        });
        return string.Join('\n', parts);
    }
}
