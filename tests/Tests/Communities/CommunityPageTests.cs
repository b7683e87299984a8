using System.Net;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class CommunityPageTests : IAsyncLifetime
{
    private static readonly RegionCode Neighbour = RegionCode.Of("371003");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact, Clause("W20-2.1a")]
    public async Task The_list_shows_communities_in_the_register_of_ones_own_places()
    {
        var closed = CommunityGiven.Community("已拆小区");
        closed.Close(Given.Act(why: "已拆除"));
        await app.KeepAsync(CommunityGiven.Community("竹岛小区"), CommunityGiven.Community("文登小区", Neighbour), closed);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities");

        Assert.Equal(["竹岛小区"], Names(page));
        Assert.Equal("小区", page.Of(".side a[aria-current]"));
        Assert.Equal(["已拆小区"], Names(await browser.GetAsync("/communities?state=Closed")));
    }

    [Fact]
    public async Task However_often_and_by_whom_a_list_is_asked_it_says_the_same_until_something_changes()
    {
        var community = CommunityGiven.Community("竹岛小区");
        await app.KeepAsync(community, CommunityGiven.Community("鲸园小区"));
        using var one = await app.SignedInAsync(Role.DistrictOfficer);
        using var other = await app.SignedInAsync(Role.DistrictOfficer, name: "colleague");
        var first = await ListAsync(one);
        Assert.Contains("竹岛小区", first);

        for (var time = 2; time < 5; time++) Assert.Equal(first, await ListAsync(one));
        for (var time = 0; time < 3; time++) Assert.Equal(first, await ListAsync(other));
        await one.SubmitAsync($"/communities/{community.Id}/closing", new { Form__Why = "已拆除" });

        for (var time = 0; time < 3; time++) Assert.Equal(["鲸园小区"], Names(await other.GetAsync("/communities")));
    }

    [Theory]
    [InlineData("q=zdxq", "竹岛小区")]
    [InlineData("q=ZDXQ", "竹岛小区")]
    [InlineData("q=老竹岛", "竹岛小区")]
    [InlineData("q=lzd", "竹岛小区")]
    [InlineData("q=新威路", "鲸园小区")]
    [InlineData("place=371002002", "鲸园小区")]
    [InlineData("kind=Dormitory", "鲸园小区")]
    [InlineData("kind=unsaid", "")]
    [InlineData("built-by.to=1998-12-31", "竹岛小区")]
    [InlineData("ownership=unsaid", "竹岛小区")]
    [InlineData("management=Nobody", "鲸园小区")]
    [InlineData("quality=Measured", "鲸园小区")]
    [InlineData("freshness=Fresh", "鲸园小区")]
    [InlineData("freshness=Never", "竹岛小区")]
    [InlineData("flags=试点", "鲸园小区")]
    [InlineData("households.from=200", "鲸园小区")]
    public async Task The_list_is_searched_and_filtered(string query, string names)
    {
        var second = CommunityGiven.Community("鲸园小区", RegionCode.Of("371002002"), p => p with
        {
            Kind = CommunityKind.Dormitory, Ownership = OwnershipKind.PublicHousing, Built = DateSpan.OfYears(2002, 2002), Households = 240,
            Management = ManagementMode.Nobody, Address = "新威路 8 号", Quality = Core.Policies.FactQuality.Measured, Flags = ["4+N 融资试点"],
        });
        second.Confirm(Given.Act());
        await app.KeepAsync(second, CommunityGiven.Community("竹岛小区", also: p => p with { Aliases = ["老竹岛"] }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(names.Split('，', StringSplitOptions.RemoveEmptyEntries), Names(await browser.GetAsync("/communities?" + query)));
    }

    [Fact, Clause("W20-1.3a"), Clause("W20-1.3b")]
    public async Task The_list_says_of_each_community_whether_it_is_in()
    {
        var split = CommunityGiven.Community("丁小区");
        await app.KeepAsync(CommunityGiven.Community("甲小区"), CommunityGiven.Community("乙小区", also: p => p with { IsToBeRebuilt = true }),
            CommunityGiven.Community("丙小区", also: p => p with { Built = null }), split, CommunityGiven.Building(split, "1号楼", "2004"),
            CommunityGiven.Building(split, "2号楼", "2007"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities");

        string Row(string name) => page.Document.QuerySelectorAll("tbody tr").Single(tr => tr.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
        Assert.Contains("可以纳入", Row("甲小区"), StringComparison.Ordinal);
        Assert.Contains("不能纳入", Row("乙小区"), StringComparison.Ordinal);
        Assert.Contains("还不能确定", Row("丙小区"), StringComparison.Ordinal);
        Assert.Contains("各楼结论不同", Row("丁小区"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_ordered_by_a_figure_and_what_nobody_said_comes_last()
    {
        await app.KeepAsync(CommunityGiven.Community("甲小区", also: p => p with { Households = 30 }), CommunityGiven.Community("乙小区"),
            CommunityGiven.Community("丙小区", also: p => p with { Households = 120 }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(["甲小区", "丙小区", "乙小区"], Names(await browser.GetAsync("/communities?sort=households")));
        Assert.Equal(["丙小区", "甲小区", "乙小区"], Names(await browser.GetAsync("/communities?sort=-households")));
    }

    [Fact]
    public async Task The_list_leaves_in_four_formats_with_the_same_rows()
    {
        await app.KeepAsync(CommunityGiven.Community(also: p => p with { Latitude = 37.5, Longitude = 122.1 }), CommunityGiven.Community("无位置小区"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        async Task<string> Get(string format) =>
            await browser.Client.GetStringAsync($"/communities{format}", TestContext.Current.CancellationToken);

        Assert.StartsWith("PK", await Get("?format=xlsx"), StringComparison.Ordinal);
        Assert.Contains("竹岛小区,竹岛街道", await Get(".csv?q=zd"), StringComparison.Ordinal);
        Assert.Contains("\"name\":\"竹岛小区\"", await Get(".json"), StringComparison.Ordinal);
        var map = await Get(".geojson");
        Assert.Contains("\"coordinates\":[122.1,37.5]", map, StringComparison.Ordinal);
        Assert.DoesNotContain("无位置小区", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_outside_the_jurisdiction_is_not_found_by_any_door()
    {
        var beside = CommunityGiven.Community("文登小区", Neighbour);
        var building = CommunityGiven.Building(beside, "1号楼");
        var dwelling = CommunityGiven.Dwelling(building, "101");
        await app.KeepAsync(beside, building, dwelling);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        string[] doors =
        [
            "", "/edit", "/confirming", "/closing", "/merging", "/unmerging", "/splitting", "/dwellings", "/communities/buildings/new",
        ];

        foreach (var door in doors) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/communities/{beside.Id}{door}")).Status);
        foreach (var door in new[] { "", "/edit", "/closing", "/communities/dwellings/new" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/communities/buildings/{building.Id}{door}")).Status);
        foreach (var door in new[] { "", "/edit", "/closing", "/communities/owners/new" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/communities/dwellings/{dwelling.Id}{door}")).Status);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task The_file_says_that_a_community_is_in_and_by_which_clause()
    {
        var community = CommunityGiven.Community(also: p => p with { Source = "2023 年摸底表" });
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync($"/communities/{community.Id}");

        Assert.Contains("可以纳入", page.Of("#verdict .note"));
        Assert.Contains("实际：1998", page.Of("#verdict"));
        Assert.Contains("要求：2005-12-31", page.Of("#verdict"));
        Assert.Contains("来源：2023 年摸底表", page.Of("#verdict"));
        Assert.Contains("/policies/W20#W20-1.3a", page.Document.QuerySelectorAll("#verdict .check-clause a").Select(a => a.GetAttribute("href")));
    }

    [Fact, Clause("W20-1.3a")]
    public async Task What_is_missing_is_named_with_the_field_that_fills_it()
    {
        var community = CommunityGiven.Community(also: p => p with { IsWishStrong = null });
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync($"/communities/{community.Id}");

        Assert.Contains("还不能确定", page.Of("#verdict .note"));
        Assert.Contains($"/communities/{community.Id}/edit#Form-IsWishStrong", page.Document.QuerySelectorAll("#eligibility .bullets a").Select(a => a.GetAttribute("href")));
        Assert.True((await browser.GetAsync($"/communities/{community.Id}/edit")).Has("#Form-IsWishStrong"));
    }

    [Fact, Clause("W20-1.3b")]
    public async Task The_file_says_what_keeps_a_community_out()
    {
        var community = CommunityGiven.Community(also: p => p with { IsToBeRebuilt = true });
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync($"/communities/{community.Id}");

        Assert.Contains("不能纳入", page.Of("#verdict .note"));
        Assert.Contains("W20-1.3b", page.Of("#verdict .check-no"));
    }

    [Fact, Clause("W20-1.3a")]
    public async Task A_community_on_both_sides_of_the_limit_shows_each_building()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", "2004"), CommunityGiven.Building(community, "2号楼", "2007"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var split = (await browser.GetAsync($"/communities/{community.Id}")).Of("#eligibility");

        Assert.Contains("按楼判断", split);
        Assert.Contains("1 栋可以纳入，1 栋不能纳入", split);
    }

    [Fact, Clause("W20-2.2b"), Clause("AQ24-2.1c")]
    public async Task Demonstration_flags_stand_beside_the_name()
    {
        var community = CommunityGiven.Community(also: p => p with { Flags = ["精品小区", "全国试点"] });
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync($"/communities/{community.Id}");

        Assert.Contains("精品小区", page.Of("h1"));
        Assert.Contains("全国试点", page.Of("h1"));
    }

    [Fact, Clause("TX21-4.4.2")]
    public async Task A_clerk_registers_a_community_with_what_is_known()
    {
        using var browser = await app.SignedInAsync(Role.StreetOfficer, CommunityGiven.Street);

        var answer = await browser.SubmitAsync("/communities/new", new
        {
            Form__Name = " 竹岛小区 ", Form__Place = "371002003", Form__Aliases = "老竹岛，竹岛一区", Form__Kind = "Ordinary", Form__Ownership = "ReformedHousing",
            Form__Built = "1998年6月", Form__Households = "1240", Form__Area = "98765.43", Form__IsInTown = "true", Form__ContactName = "演示联系人",
            Form__ContactPhone = "13800000000", Form__Why = "摸底调查",
        });

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await browser.GetAsync(answer.Next!);
        foreach (var shown in new[] { "1998-06", "1,240", "98,765.43", "房改房", "老竹岛、竹岛一区", "演示联系人" }) Assert.Contains(shown, page.Text);
        var kept = await app.AskAsync(db => db.Communities.SingleAsync());
        Assert.Equal(("竹岛小区", "•••"), (kept.Name, kept.ContactPhone!.ToString()));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        using var browser = await app.SignedInAsync(Role.StreetOfficer, CommunityGiven.Street);

        var page = await browser.SubmitAsync("/communities/new", new
        {
            Form__Name = "", Form__Place = "371002003", Form__Built = "很久以前", Form__Households = "很多", Form__Latitude = "37.5", Form__HouseholdsAsked = "10",
            Form__HouseholdsAgreed = "11",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        foreach (var sentence in new[] { "请填写小区名称", "户数”应为整数", "很久以前”。" }) Assert.Contains(sentence, page.Text);
        foreach (var typed in new[] { "很久以前", "很多", "37.5" }) Assert.Contains($"value=\"{typed}\"", page.Html);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_both_versions()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var url = $"/communities/{community.Id}/edit";
        var form = await browser.GetAsync(url);
        await app.ChangeAsync(async db =>
        {
            var theirs = await db.Communities.SingleAsync();
            theirs.Describe(CommunityProfile.Of(theirs) with { Households = 300 });
        });

        var conflict = await browser.SubmitAsync(form, url, new { Form__Households = "280", Form__Name = "竹岛小区南区" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("他人已先保存", conflict.Text);
        Assert.Contains("280", conflict.Of(".conflict"));
        Assert.Contains("300", conflict.Of(".conflict"));
        var answer = await browser.SubmitAsync(conflict, url, new { Form__Households = "300" }, ".conflict");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var kept = await app.AskAsync(db => db.Communities.SingleAsync());
        Assert.Equal((300, "竹岛小区南区"), (kept.Households, kept.Name));
    }

    [Fact, Clause("NY22-4.1")]
    public async Task Confirming_makes_an_entry_fresh_again()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", "1998"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        Assert.Contains("从未核实", (await browser.GetAsync($"/communities/{community.Id}")).Text);

        await browser.SubmitAsync($"/communities/{community.Id}/confirming", new { Form__Why = "现场核对" });

        var page = await browser.GetAsync($"/communities/{community.Id}");
        Assert.DoesNotContain("从未核实", page.Text);
        Assert.Contains("2024-03-28", page.Text);
    }

    [Fact]
    public async Task A_closed_community_says_so_and_can_be_put_back()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync($"/communities/{community.Id}/closing", new { Form__Why = "" })).Status);
        await browser.SubmitAsync($"/communities/{community.Id}/closing", new { Form__Why = "已拆除" });
        Assert.Contains("已注销", (await browser.GetAsync($"/communities/{community.Id}")).Text);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync($"/communities/{community.Id}/closing", new { Form__Why = "再来" })).Status);
        await browser.SubmitAsync($"/communities/{community.Id}/reopening", new { Form__Why = "登记错误" });

        Assert.Equal(CommunityState.Active, await app.AskAsync(db => db.Communities.Select(c => c.State).SingleAsync()));
    }

    private static IEnumerable<string> Names(Page page) => page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim());

    // Whatever the page shows of the list, but not the token of its forms.
    private static async Task<string> ListAsync(Browser browser) => string.Join('\n',
        (await browser.GetAsync("/communities")).Document.QuerySelectorAll("main table, main .pager, main .filters, main h1").Select(part => part.OuterHtml));
}
