using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What a community's own page says first, and what it does not say twice.</summary>
[BothDatabases]
public sealed class CommunityFileTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_split_without_a_building_keeps_what_was_typed_and_says_so_at_the_buildings()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼"), CommunityGiven.Building(community, "2号楼"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.SubmitAsync($"/communities/{community.Id}/splitting", new { Form__Name = "竹岛新村" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("竹岛新村", page.Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));
        Assert.Contains("请选择要分出去的楼栋", page.Of("fieldset.field-wrong"), StringComparison.Ordinal);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task A_community_across_the_limit_has_one_verdict_and_lacks_no_date()
    {
        var community = CommunityGiven.Community();
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", "2004"), CommunityGiven.Building(community, "2号楼", "2007"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.GetAsync($"/communities/{community.Id}");

        Assert.Contains("各楼结论不同", page.Of("h1"), StringComparison.Ordinal);
        Assert.Contains("1 栋可以纳入（1号楼）", page.Of("#verdict"), StringComparison.Ordinal);
        Assert.Contains("1 栋不能纳入（2号楼）", page.Of("#verdict"), StringComparison.Ordinal);
        Assert.DoesNotContain("还不能确定", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还缺", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("尚缺：", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_does_not_leave_two_communities_of_one_name()
    {
        var community = CommunityGiven.Community();
        var second = CommunityGiven.Building(community, "2号楼");
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼"), second);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.SubmitAsync($"/communities/{community.Id}/splitting", new { Form__Name = "竹岛 小区", Form__Chosen = second.Id.ToString(), Form__Why = "分期" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("分出来的小区不能也叫“竹岛小区”", page.Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task The_buildings_registered_so_far_do_not_answer_for_those_that_are_not()
    {
        var community = CommunityGiven.Community(also: p => p with { Buildings = 2, Built = new(new(2004, 1, 1), new(2007, 12, 31)) });
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", "2004"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var (page, list) = (await clerk.GetAsync($"/communities/{community.Id}"), await clerk.GetAsync("/communities"));

        Assert.Contains("还不能确定", page.Of("h1"), StringComparison.Ordinal);
        Assert.Contains("建成时间 2004~2007 跨过政策规定的界限，登记各楼的建成时间后才能判断能否纳入。登记楼栋", page.Text, StringComparison.Ordinal);
        Assert.Contains("建成时间（2004~2007，跨过界限）", page.Of("#eligibility"), StringComparison.Ordinal);
        Assert.DoesNotContain("可以纳入", list.Of("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_typed_by_hand_that_is_hard_to_believe_is_told_until_it_is_confirmed()
    {
        var community = CommunityGiven.Community(also: p => p with { Households = 1_200, Buildings = 24, Area = new Area(960_000_000), Built = DateSpan.OfYears(2099, 2099) });
        await app.KeepAsync(community);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.GetAsync($"/communities/{community.Id}");
        Assert.Contains("合8,000㎡/户，超出40—200㎡/户的合理范围", page.Text, StringComparison.Ordinal);
        Assert.Contains("建成时间 2099 晚于今天", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("全表", page.Text, StringComparison.Ordinal);

        await clerk.SubmitAsync($"/communities/{community.Id}/confirming", new { Form__Why = "现场核对" });
        Assert.DoesNotContain("数字存疑", (await clerk.GetAsync($"/communities/{community.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task What_keeps_a_community_out_is_there_or_is_not()
    {
        var (free, bound) = (CommunityGiven.Community("甲小区"), CommunityGiven.Community("乙小区", also: p => p with { IsToBeRebuilt = true }));
        await app.KeepAsync(free, bound);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var (without, with) = (await clerk.GetAsync($"/communities/{free.Id}"), await clerk.GetAsync($"/communities/{bound.Id}"));

        Assert.Contains("没有此情形", without.Of("#verdict"), StringComparison.Ordinal);
        var exclusion = with.Document.QuerySelectorAll("#verdict .check-no").Single();
        Assert.Equal("有此情形", exclusion.QuerySelector(".check-sign")!.TextContent.Trim());
        Assert.DoesNotContain("必须", exclusion.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("符合", exclusion.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verdict_and_what_is_missing_stand_at_the_top()
    {
        var community = CommunityGiven.Community(also: p => p with { Built = null, Land = null });
        await app.KeepAsync(community);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.GetAsync($"/communities/{community.Id}");

        Assert.Contains("还不能确定", page.Of("h1"), StringComparison.Ordinal);
        Assert.Contains("还缺 建成时间、土地性质，才能判断能否纳入", page.Of(".note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_that_may_be_registered_already_is_asked_about_before_it_is_saved()
    {
        await app.KeepAsync(CommunityGiven.Community("幸福苑（演示102）", also: p => p with { Address = "新威路8号" }));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var typed = new { Form__Name = "幸福苑（演示１０２）", Form__Place = "371002003", Form__Address = "别处 9 号", Form__Note = "两栋楼" };

        var asked = await clerk.SubmitAsync("/communities/new", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("幸福苑（演示102）（新威路8号）：名称相同", asked.Of(".note"), StringComparison.Ordinal);
        Assert.Equal("打开已有", asked.Of(".note a"));
        Assert.Equal("两栋楼", asked.Document.QuerySelector("textarea[name='Form.Note']")!.TextContent);
        Assert.Equal(1, await app.AskAsync(db => db.Communities.CountAsync(Stop)));

        var kept = await clerk.SubmitAsync(asked, "/communities/new", new { Form__IsAnother = "true" });

        Assert.Equal(2, await app.AskAsync(db => db.Communities.CountAsync(Stop)));
        Assert.Contains("可能与其他小区重复", (await clerk.GetAsync(kept.Next!)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("九十年代", "1990~1999")]
    [InlineData("1998.6", "1998-06")]
    [InlineData("2009年建成", "2009")]
    public async Task A_date_is_typed_as_people_know_it(string typed, string kept)
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        await clerk.SubmitAsync("/communities/new", new { Form__Name = "甲 小　区", Form__Place = "371002003", Form__Built = typed });

        var one = await app.AskAsync(db => db.Communities.SingleAsync(Stop));
        Assert.Equal((kept, "甲小区"), (one.Built.ToString(), one.Name));
    }

    [Fact]
    public async Task A_count_that_cannot_be_read_is_asked_for_with_a_whole_number()
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.SubmitAsync("/communities/new", new { Form__Name = "甲小区", Form__Place = "371002003", Form__Households = "一百多户" });

        Assert.Contains("“户数”应为整数，例如 1200；现在是“一百多户”。", page.Text, StringComparison.Ordinal);
        Assert.Equal("一百多户", page.Document.QuerySelector("input[name='Form.Households']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Figures_that_differ_from_the_buildings_are_the_next_step()
    {
        var community = CommunityGiven.Community(also: p => p with { Buildings = 2, Households = 294 });
        community.Confirm(Given.Act());
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", "1998", 37));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.GetAsync($"/communities/{community.Id}");

        Assert.Contains("登记的楼栋数、户数与楼栋汇总不一致", page.Of(".note"), StringComparison.Ordinal);
        Assert.Equal($"/communities/{community.Id}#figures", page.Document.QuerySelector(".note a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_closed_community_is_offered_no_project()
    {
        var (open, closed) = (CommunityGiven.Community("甲小区"), CommunityGiven.Community("乙小区"));
        closed.Close(Given.Act(why: "已拆除"));
        await app.KeepAsync(open, closed);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Contains("建立项目", (await clerk.GetAsync($"/communities/{open.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("建立项目", (await clerk.GetAsync($"/communities/{closed.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_of_what_nobody_reported_is_not_zero_and_leads_to_those_who_did_not()
    {
        await app.KeepAsync(CommunityGiven.Community("甲小区"), CommunityGiven.Community("乙小区", also: p => p with { Buildings = 4 }));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await clerk.GetAsync("/communities/summary?place=371002");

        string Tile(string label) => page.Document.QuerySelectorAll(".tile").Single(t => t.TextContent.Contains(label, StringComparison.Ordinal)).TextContent;
        Assert.Contains("未报", Tile("户数"), StringComparison.Ordinal);
        Assert.Contains("0 ÷ 2 个小区已填报", Tile("户数"), StringComparison.Ordinal);
        Assert.Contains("未报", Tile("建筑面积"), StringComparison.Ordinal);
        Assert.Contains("4", Tile("楼栋"), StringComparison.Ordinal);
        Assert.DoesNotContain("households.from=0", page.Html, StringComparison.Ordinal);
        Assert.Contains("missing=households", page.Html, StringComparison.Ordinal);
        Assert.Contains("buildings.from=0", page.Html, StringComparison.Ordinal);
    }
}
