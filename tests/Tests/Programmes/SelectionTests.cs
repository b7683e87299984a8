using System.Net;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>From the reserve into the plan: eligibility, priority, quota, and exceptions by two persons.</summary>
[BothDatabases]
public sealed class SelectionTests : IAsyncLifetime
{
    private static readonly RegionCode Tiexi = RegionCode.Of("220302");
    private static readonly DateOnly On = new(2021, 8, 1);
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("TX21-4.1"), Clause("TX21-5.3"), Clause("W20-2.1b")]
    public async Task Reserve_projects_are_judged_ranked_chosen_and_agreed_by_a_second_person_with_the_facts_kept()
    {
        await app.KeepAsync(Old("老小区", 60), Old("更愿意的老小区", 90), Later("后建小区"), Cleared("待征迁小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, Tiexi, "chief");
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";

        Assert.Contains("还有 4 个小区不在任何项目中", (await clerk.GetAsync(url)).Text);
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        var page = await clerk.GetAsync(url);
        Assert.Contains("文件没有给出比例", page.Text);
        var order = page.Document.QuerySelectorAll("table.data tbody th a").Select(a => a.TextContent).ToList();
        Assert.Equal(["更愿意的老小区", "老小区"], order.Take(2));
        Assert.Equal(2, page.Document.QuerySelectorAll("input[name='take'][checked]").Length);

        var projects = await app.AskAsync(db => db.Projects.ToDictionaryAsync(p => p.Name, p => p.Id, Stop));
        var silent = await ProposeAsync(clerk, url, projects["老小区"]);
        Assert.Equal(HttpStatusCode.Conflict, silent.Status);
        Assert.Contains("“更愿意的老小区”的取舍与政策结论不一致", silent.Text);

        var proposed = await ProposeAsync(clerk, url, projects["老小区"], projects["后建小区"], (projects["更愿意的老小区"], "居民要求推迟一年"), (projects["后建小区"], "区政府专题会议同意"));
        var decision = proposed.Next!;
        Assert.Contains("有 2 个项目的取舍与政策结论不一致", (await clerk.GetAsync(decision)).Text);
        Assert.False((await clerk.GetAsync(decision)).Has("button[value='agree']"));
        Assert.Contains("审定 2021 年计划遴选", (await chief.GetAsync("/")).Text);
        await chief.SubmitAsync(decision, new { deed = "agree", why = "同意" });

        var states = await app.AskAsync(db => db.Projects.ToDictionaryAsync(p => p.Name, p => (p.State, p.Year), Stop));
        Assert.Equal((ProjectState.Planned, 2021), states["老小区"]);
        Assert.Equal((ProjectState.Planned, 2021), states["后建小区"]);
        Assert.Equal((ProjectState.Reserve, (int?)null), states["更愿意的老小区"]);

        var again = await chief.GetAsync(decision + "?again=true");
        Assert.Contains("按留存的事实重新判断，结论全部相同", again.Text);
        Assert.Contains("适用的文件与当时一致", again.Text);
        await app.ChangeAsync(async db => (await db.Communities.SingleAsync(c => c.Name == "老小区", Stop)).Describe(
            CommunityProfile.Of(await db.Communities.AsNoTracking().SingleAsync(c => c.Name == "老小区", Stop)) with { Built = DateSpan.OfYears(2003, 2003) }));
        Assert.Contains("按台账现在的事实判断，有 1 处与当时不同", (await chief.GetAsync(decision + "?again=true")).Text);
    }

    [Fact, Clause("TX21-4.1")]
    public async Task The_history_of_a_choice_tells_the_facts_it_was_judged_on_in_words()
    {
        await app.KeepAsync(Old("老小区", 60));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        await ProposeAsync(clerk, url, await app.AskAsync(db => db.Projects.Select(p => p.Id).SingleAsync(Stop)));

        var line = await app.AskAsync(db => db.SelectionLines.Select(l => l.Id).SingleAsync(Stop));
        var history = await clerk.GetAsync($"/history/SelectionLine/{line}");

        Assert.Contains("建成时间：1995，", history.Text, StringComparison.Ordinal);
        Assert.Contains("上次综合改造时间：没有改造过，征迁规划：没有规划，户数：100，同意户数：60/100，征询户数：100/100，", history.Text, StringComparison.Ordinal);
        Assert.Contains("市政配套设施不完善：是，物业管理不完善：是（小区数据库，填报）", history.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", history.Of("main"), StringComparison.Ordinal);
    }

    [Fact, Clause("TX21-5.3")]
    public async Task Every_choice_against_the_answer_that_lacks_its_reason_is_named_at_once()
    {
        await app.KeepAsync(Old("老小区", 60), Old("更愿意的老小区", 90), Later("后建小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        var projects = await app.AskAsync(db => db.Projects.ToDictionaryAsync(p => p.Name, p => p.Id, Stop));

        var refused = await ProposeAsync(clerk, url, projects["后建小区"]);

        Assert.Contains("更愿意的老小区”“老小区", refused.Text);
        Assert.Contains("后建小区”的取舍与政策结论不一致", refused.Text);
    }

    [Fact, Clause("TX21-5.3")]
    public async Task What_is_left_out_for_one_reason_says_it_once_but_what_comes_in_against_the_answer_says_its_own()
    {
        await app.KeepAsync(Old("甲小区", 60), Old("乙小区", 70), Old("丙小区", 80), Cleared("待征迁小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        var projects = await app.AskAsync(db => db.Projects.ToDictionaryAsync(p => p.Name, p => p.Id, Stop));

        var silent = await LeaveAsync(projects["甲小区"], projects["待征迁小区"]);
        Assert.Contains("“待征迁小区”的取舍与政策结论不一致", silent.Text, StringComparison.Ordinal);
        var proposed = await LeaveAsync(projects["甲小区"]);

        var told = (await clerk.GetAsync(proposed.Next!)).Text;
        Assert.Contains("乙小区：符合而不选，原因：资金有限", told, StringComparison.Ordinal);
        Assert.Contains("丙小区：符合而不选，原因：资金有限", told, StringComparison.Ordinal);

        async Task<Page> LeaveAsync(params Guid[] taken)
        {
            var page = await clerk.GetAsync(url);
            var token = page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
            var fields = taken.Select(key => KeyValuePair.Create("take", key.ToString()))
                .Append(new("_handler", "propose")).Append(new("__RequestVerificationToken", token)).Append(new("left", "资金有限"));
            return await Browser.PageAsync(await clerk.Client.PostAsync(url, new FormUrlEncodedContent(fields), Stop));
        }
    }

    [Fact, Clause("TX21-4.1")]
    public async Task Who_decides_is_told_what_has_moved_since_it_was_proposed_and_no_limit_that_no_document_gives()
    {
        await app.KeepAsync(Old("老小区", 60), Old("更愿意的老小区", 90), Later("后建小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, Tiexi, "chief");
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        var projects = await app.AskAsync(db => db.Projects.ToDictionaryAsync(p => p.Name, p => p.Id, Stop));
        var decision = (await ProposeAsync(clerk, url, projects["老小区"], projects["更愿意的老小区"])).Next!;

        var before = await chief.GetAsync(decision);
        Assert.DoesNotContain("按台账现在的事实", before.Text);
        Assert.Contains("文件没有给出比例", before.Text);
        Assert.DoesNotContain("上限 0", before.Text);
        await app.ChangeAsync(async db => (await db.Communities.SingleAsync(c => c.Name == "老小区", Stop)).Describe(
            CommunityProfile.Of(await db.Communities.AsNoTracking().SingleAsync(c => c.Name == "老小区", Stop)) with { IsClearancePlanned = true }));

        Assert.Contains("按台账现在的事实判断，有 1 处与当时不同", (await chief.GetAsync(decision)).Text);
        Assert.DoesNotContain("按台账现在的事实", (await clerk.GetAsync(decision)).Text);
    }

    [Fact, Clause("TX21-4.1")]
    public async Task The_figures_over_the_reserve_open_to_the_projects_behind_them_from_which_alone_one_may_propose()
    {
        await app.KeepAsync(Old("老小区", 60), Later("后建小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        Assert.Equal(["后建小区", "老小区"], Links(await clerk.GetAsync(url), ".note details a").Order(StringComparer.Ordinal));
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");

        var page = await clerk.GetAsync(url);
        var tiles = page.Document.QuerySelectorAll(".tile a").Select(a => a.GetAttribute("href")!).ToList();
        var fitting = await clerk.GetAsync(tiles[1]);

        Assert.Equal([url, url + "&only=fits"], tiles.Distinct());
        Assert.Equal(2, Links(page, "tbody th a").Count());
        Assert.Equal(["老小区"], Links(fitting, "tbody th a"));
        var proposed = await clerk.SubmitAsync(fitting, tiles[1], new { }, "form:has(input[value='propose'])");
        Assert.StartsWith("/programmes/selections/", proposed.Next, StringComparison.Ordinal);
        Assert.Equal(["老小区"], await app.AskAsync(db => db.SelectionLines.Where(l => l.IsChosen)
            .Join(db.Projects, l => l.ProjectId, p => p.Id, (_, p) => p.Name).ToListAsync(Stop)));

        static IEnumerable<string> Links(Page page, string where) => page.Document.QuerySelectorAll(where).Select(a => a.TextContent);
    }

    [Fact, Clause("TX21-4.1")]
    public async Task Judging_again_asks_of_the_buildings_the_project_takes_as_the_choice_did()
    {
        var community = Old("跨界小区", 90);
        await app.KeepAsync(community);
        await app.KeepAsync(Built(community, 1, 1995), Built(community, 2, 2003));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        await app.ChangeAsync(async db => (await db.ProjectCommunities.SingleAsync(Stop)).Take("1号楼", 1, null, null));
        var project = await app.AskAsync(db => db.Projects.Select(p => p.Id).SingleAsync(Stop));

        var decision = (await ProposeAsync(clerk, url, project)).Next!;

        Assert.Contains("按台账现在的事实判断，结论也都相同", (await clerk.GetAsync(decision + "?again=true")).Text);
    }

    [Fact, Clause("TX21-4.1")]
    public async Task A_community_across_the_limit_fits_in_part_until_the_project_says_which_buildings_it_takes()
    {
        var community = Old("跨界小区", 90);
        await app.KeepAsync(community);
        Building[] buildings = [Built(community, 1, 1995), Built(community, 2, 2000), Built(community, 3, 2003)];
        await app.KeepAsync(buildings);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");

        var page = await clerk.GetAsync(url);
        Assert.Contains("部分楼栋符合", page.Text);
        Assert.Contains("共 3 栋：2 栋可以纳入（1号楼、2号楼），1 栋还不能确定（3号楼）", page.Text);
        Assert.False(page.Has("input[name='take'][checked]"));
        var project = await app.AskAsync(db => db.Projects.Select(p => p.Id).SingleAsync(Stop));
        await ProposeAsync(clerk, url, project, (project, "先行列入"));
        Assert.Equal("改造楼栋（3 栋中 2 栋可以纳入，1 栋还不能确定）", await app.AskAsync(db => db.SelectionLines.Select(l => l.Missing).SingleAsync(Stop)));

        var naming = page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "写明改造哪些楼栋").GetAttribute("href")!;
        Assert.Contains("请至少选一栋", (await TakeAsync(clerk, naming)).Text);
        Assert.Equal($"/projects/{project}", (await TakeAsync(clerk, naming, buildings[0].Id, buildings[1].Id)).Next);
        Assert.Contains("1号楼、2号楼", (await clerk.GetAsync($"/projects/{project}")).Text);
        var named = await clerk.GetAsync(url);
        Assert.DoesNotContain("部分楼栋符合", named.Text);
        Assert.True(named.Has("input[name='take'][checked]"));
        await TakeAsync(clerk, naming, [.. buildings.Select(b => b.Id)]);
        Assert.Null(await app.AskAsync(db => db.ProjectCommunities.Select(p => p.BuildingsTaken).SingleAsync(Stop)));
    }

    [Fact, Clause("TX21-5.3")]
    public async Task A_choice_that_went_stale_is_not_agreed_and_one_is_returned_with_a_reason()
    {
        await app.KeepAsync(Old("老小区", 60));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Tiexi);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, Tiexi, "chief");
        var url = $"/programmes/selection?place=220302&year=2021&on={On:yyyy-MM-dd}";
        await clerk.SubmitAsync(url, new { }, "form:has(input[value='reserve'])");
        var project = await app.AskAsync(db => db.Projects.Select(p => p.Id).SingleAsync(Stop));
        var decision = (await ProposeAsync(clerk, url, project)).Next!;
        await clerk.SubmitAsync($"/projects/{project}/suspending", new { why = "产权纠纷" });

        var stale = await chief.SubmitAsync(decision, new { deed = "agree" });
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("已不在储备库中", stale.Text);
        Assert.Equal(HttpStatusCode.Conflict, (await chief.SubmitAsync(decision, new { deed = "return" })).Status);
        await chief.SubmitAsync(decision, new { deed = "return", why = "先解决纠纷" });
        Assert.Contains("先解决纠纷", (await clerk.GetAsync(decision)).Text);
    }

    [Theory, Clause("TX21-4.1")]
    [InlineData(10, QuotaOutcome.Fits, QuotaOutcome.Waits)]
    [InlineData(20, QuotaOutcome.Fits, QuotaOutcome.Fits)]
    [InlineData(9, QuotaOutcome.Waits, QuotaOutcome.Waits)]
    public void A_quota_takes_as_many_as_its_share_of_the_year_and_not_one_more(int total, QuotaOutcome first, QuotaOutcome second)
    {
        var run = Run(Share(Measure.Communities, 10), total, Part("后建甲", 100), Part("后建乙", 100));

        Assert.Equal([first, second], run.Projects.SelectMany(p => p.Parts).Select(p => p.Place!.Outcome));
        Assert.Equal(first == QuotaOutcome.Fits, run.Projects[0].Fits);
    }

    [Theory, Clause("TX21-4.1")]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_quota_of_households_just_fits_and_one_household_more_waits(int households, bool fits)
    {
        var run = Run(Share(Measure.Households, 10), 1000, Part("后建", households));

        Assert.Equal(fits, run.Projects.Single().Fits);
    }

    [Theory, Clause("TX21-4.1")]
    [InlineData(null, Answer.Unknown)]
    [InlineData("1、2号楼", Answer.Yes)]
    [InlineData("1-3号楼", Answer.Unknown)]
    public void A_project_that_takes_some_buildings_is_judged_by_those(string? taken, Answer expected)
    {
        var project = Alone(Old("跨界小区", 90));
        var part = project.Parts[0];
        part.Part.Take(taken, null, null, null);
        var buildings = new[] { (1, 1995), (2, 2000), (3, 2003) }.Select(b => Built(part.Community, b.Item1, b.Item2));
        var book = new EligibilityBook(new RuleBook(Tiexi, On, [ShippedShelf.Document("TX21")], RuleCatalogue.All));

        var run = SelectionRun.Of(book, [project], _ => buildings, _ => default);

        Assert.Equal(expected, run.Projects.Single().Parts.Single().Verdict.Answer);
    }

    [Fact]
    public void Facts_are_kept_and_read_back_as_they_were()
    {
        var community = Later("后建");
        var facts = RegisterFacts.Of(community, []);

        var back = StoredFacts.Read(StoredFacts.Write(facts));

        Assert.Equal(StoredFacts.Write(facts), StoredFacts.Write(back));
        Assert.Equal((facts.BuiltOn, facts.Households, facts.RenovatedOn, facts.Place), (back.BuiltOn, back.Households, back.RenovatedOn, back.Place));
        Assert.Equal(facts.Signs.OrderBy(s => s.Key), back.Signs.OrderBy(s => s.Key));
    }

    private static SelectionRun Run(PolicyDocument document, long total, params ProjectReading[] projects)
    {
        var book = new EligibilityBook(new RuleBook(Tiexi, On, [document], RuleCatalogue.All));
        return SelectionRun.Of(book, projects, _ => [], _ => Fact<long>.Of(total));
    }

    // The document as it is, with the share that it leaves open.
    private static PolicyDocument Share(Measure of, int percent)
    {
        var document = ShippedShelf.Document("TX21");
        var parameters = document.Parameters.ToDictionary(p => p.Key, p => p.Value);
        parameters["eligibility.quota-share"] = parameters["eligibility.quota-share"] with { Value = Ratio.Percent(percent) };
        return document with { Parameters = parameters, Quotas = [.. document.Quotas.Select(q => q with { Of = of })] };
    }

    private static ProjectReading Part(string name, int households) => Alone(Later(name, households));

    private static ProjectReading Alone(Community community)
    {
        var project = new Core.Programmes.Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(Tiexi, community.Name, ProjectKind.Community));
        return new(project, [new ProjectPart(new ProjectCommunity { Id = Given.Id(), ProjectId = project.Id, CommunityId = community.Id, Place = Tiexi }, community)]);
    }

    private static Building Built(Community community, int number, int year)
    {
        var building = new Building { Id = Given.Id() };
        building.Describe(new BuildingProfile($"{number}号楼") { Built = DateSpan.OfYears(year, year) });
        building.BelongTo(community);
        return building;
    }

    private static Community Old(string name, int agreed) => Of(new CommunityProfile
    {
        Place = Tiexi, Name = name, Built = DateSpan.OfYears(1995, 1995), WasRenovated = false, IsClearancePlanned = false, Households = 100, HouseholdsAsked = 100,
        HouseholdsAgreed = agreed, Signs = new Dictionary<Sign, bool> { [Sign.PoorFacilities] = true, [Sign.WeakManagement] = true },
    });

    private static Community Later(string name, int households = 100) => Of(new CommunityProfile
    {
        Place = Tiexi, Name = name, Built = DateSpan.OfYears(2003, 2003), WasRenovated = false, IsClearancePlanned = false, Households = households, IsWishStrong = true,
        Signs = new Dictionary<Sign, bool> { [Sign.PoorFacilities] = true, [Sign.WeakManagement] = true },
    });

    private static Community Cleared(string name) => Of(new CommunityProfile
    {
        Place = Tiexi, Name = name, Built = DateSpan.OfYears(1990, 1990), WasRenovated = false, IsClearancePlanned = true, Clearance = DateSpan.OfYears(2023, 2023), Households = 80,
    });

    private static Community Of(CommunityProfile profile)
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(profile);
        return community;
    }

    // Reasons are by project.
    private static Task<Page> ProposeAsync(Browser browser, string url, params object[] said) => PostAsync(browser, url, "propose",
        [.. said.OfType<Guid>()], [.. said.OfType<ValueTuple<Guid, string>>().Select(r => KeyValuePair.Create($"why.{r.Item1}", r.Item2))]);

    private static Task<Page> TakeAsync(Browser browser, string url, params Guid[] buildings) => PostAsync(browser, url, "buildings", buildings);

    // Check boxes share a name.
    private static async Task<Page> PostAsync(
        Browser browser, string url, string form, Guid[] taken, params IEnumerable<KeyValuePair<string, string>> more)
    {
        var hidden = (await browser.GetAsync(url)).Document.QuerySelector($"form:has(input[value='{form}'])")!.QuerySelectorAll("input[type=hidden]");
        var values = hidden.Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(taken.Select(id => KeyValuePair.Create("take", id.ToString()))).Concat(more);
        return await Browser.PageAsync(await browser.Client.PostAsync(url, new FormUrlEncodedContent(values), Stop));
    }
}
