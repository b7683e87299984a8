using System.Net;
using System.Text.Json;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

[BothDatabases]
public sealed class ProjectPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("W20-2.2b"), Clause("AQ24-2.1c"), Clause("W20-2.2a")]
    public async Task A_project_of_an_area_has_several_communities_flags_money_and_a_person_whose_name_is_sealed()
    {
        await app.KeepAsync(Community("花园小区", 120), Community("古陌小区", 80));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var made = await clerk.SubmitAsync("/projects/new", new
        {
            Form__Name = "古陌片区改造项目", Form__Kind = "Cluster", Form__Place = "371002", Form__Community = "花园小区", Form__Flags = "国家试点、精品小区",
            Form__Responsible = "演示负责人", Form__Investment = "1234.56", Form__StartOn = "2024-04-01", Form__FinishOn = "2024-11-30",
        });
        var url = made.Next!;
        await clerk.SubmitAsync(url + "/communities/new", new { community = "古陌小区", taken = "1、3号楼", buildings = "2", households = "40", area = "3200.5" });

        var page = await clerk.GetAsync(url);
        Assert.Contains("片区 · ", page.Text);
        Assert.Contains("国家试点", page.Text);
        Assert.Contains("演示负责人", page.Text);
        Assert.Contains("1、3号楼", page.Text);
        Assert.Contains("户数 160户", page.Text);
        Assert.Contains("1,234.56万元", page.Text);
        Assert.DoesNotContain("演示负责人", await app.AskAsync(db => db.Projects.Select(p => p.Responsible!.Sealed).SingleAsync(Stop)));
        Assert.Contains("已在这个项目中", (await clerk.SubmitAsync(url + "/communities/new", new { community = "古陌小区" })).Text);
        Assert.Contains("没有名称或编码为“无名小区”", (await clerk.SubmitAsync(url + "/communities/new", new { community = "无名小区" })).Text);

        var list = await clerk.GetAsync("/projects?flags=精品&kind=Cluster");
        Assert.Contains("古陌片区改造项目", list.Text);
        Assert.Contains("共 1 个项目", list.Text);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Client.GetAsync("/projects.xlsx", Stop)).StatusCode);
        using var other = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("371003"), "other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).Status);
    }

    [Fact]
    public async Task A_community_is_found_for_a_project_by_its_initials_and_taken_by_itself_where_two_have_the_name()
    {
        var (one, other) = (Community("古陌小区", 80), Community("古陌小区", 60));
        await app.KeepAsync(Community("花园小区", 120), one, other);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "片区", Form__Kind = "Cluster", Form__Place = "371002", Form__Community = "花园小区" })).Next!;

        var found = await clerk.GetAsync(url + "/communities/new?q=gmxq");
        var choices = found.Document.QuerySelectorAll("main .bullets a").Select(a => a.GetAttribute("href")!).ToList();
        await clerk.SubmitAsync(choices.Single(href => href.EndsWith(other.Id.ToString(), StringComparison.Ordinal)), new { });

        Assert.Equal(2, choices.Count);
        Assert.Contains("户数 180户", (await clerk.GetAsync(url)).Text);
    }

    [Fact, Clause("W20-1.3b")]
    public async Task What_keeps_a_community_of_a_project_out_is_told_with_its_own_clause()
    {
        await app.KeepAsync(Communities.CommunityGiven.Community("待征迁小区", also: p => p with { IsClearancePlanned = true }));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "项目", Form__Kind = "Community", Form__Place = "371002", Form__Community = "待征迁小区" })).Next!;

        var row = (await clerk.GetAsync(url)).Of("table.data tbody");

        Assert.Contains("属于：拟对居民进行征收补偿安置", row, StringComparison.Ordinal);
        Assert.Contains("W20-1.3b", row, StringComparison.Ordinal);
        Assert.DoesNotContain("W20-1.3a", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_or_date_that_cannot_be_read_is_said_and_nothing_is_saved()
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var typed = new { Form__Name = "花园小区改造", Form__Kind = "Community", Form__Place = "371002", Form__Investment = "一百", Form__StartOn = "四月" };

        var page = await clerk.SubmitAsync("/projects/new", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("“计划投资”应为数字", page.Text);
        Assert.Contains("“计划开工”应为日期", page.Text);
        Assert.Equal("一百", page.Document.QuerySelector("input[name='Form.Investment']")!.GetAttribute("value"));
        Assert.Equal(0, await app.AskAsync(db => db.Projects.CountAsync(Stop)));
        var plan = await clerk.SubmitAsync("/programmes/new", new { Form__Title = "计划", Form__Kind = "Nonsense", Form__Place = "371002", Form__FromYear = "今年" });
        Assert.Contains("“起始年度”应为整数", plan.Text);
        Assert.Contains("“种类”的内容无法识别", plan.Text);
    }

    [Fact]
    public async Task Whom_nobody_knows_is_told_with_everything_else_that_is_wrong_each_at_its_field()
    {
        await app.KeepAsync(Community("花园小区", 120));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        await clerk.SubmitAsync("/projects/new", new { Form__Name = "花园", Form__Code = "2024-0001", Form__Kind = "Community", Form__Place = "371002" });
        var typed = new
        {
            Form__Name = "", Form__Kind = "Community", Form__Place = "371002", Form__Code = "2024-0001", Form__Community = "无名小区", Form__Organisation = "无名公司",
            Form__StartOn = "2024-11-30", Form__FinishOn = "2024-04-01", Form__Investment = "一百",
        };

        var page = await clerk.SubmitAsync("/projects/new", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Form-Name", "Form-Code", "Form-Community", "Form-Organisation", "Form-FinishOn", "Form-Investment"],
            page.Document.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")!.TrimStart('#')));
        Assert.Contains("没有编码或名称为“无名公司”的单位", page.Of("[role=alert]"));
        Assert.Contains("没有名称或编码为“无名小区”的在册小区", page.Of("[role=alert]"));
        Assert.Equal(1, await app.AskAsync(db => db.Projects.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_project_is_added_beside_the_plan_suspended_resumed_and_cancelled_each_with_a_reason()
    {
        await app.KeepAsync(Eligible("花园小区"));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "花园小区改造", Form__Kind = "Community", Form__Place = "371002", Form__Community = "花园小区" })).Next!;

        Assert.Contains("可以纳入", (await clerk.GetAsync(url + "/adding")).Text);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url + "/adding", new { year = "今年", why = "增加" })).Status);
        Assert.Equal(url, (await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "省里追加任务" })).Next);
        var page = await clerk.GetAsync(url);
        Assert.Contains("省里追加任务", page.Text);
        Assert.Contains("计划外", page.Of("h1"));
        Assert.Contains("2024 年计划", page.Text);
        Assert.Contains("计划投资 未报 ", page.Text + " ");
        Assert.DoesNotContain("未报万元", page.Text);
        Assert.DoesNotContain("2,024", (await clerk.GetAsync("/projects")).Text);
        await clerk.SubmitAsync(url + "/suspending", new { why = "管线勘察" });
        Assert.Contains("已暂停", (await clerk.GetAsync(url)).Text);
        await clerk.SubmitAsync(url + "/resuming", new { why = "" });
        Assert.Equal(ProjectState.Planned, await app.AskAsync(db => db.Projects.Select(p => p.State).SingleAsync(Stop)));
        var part = await app.AskAsync(db => db.ProjectCommunities.Select(p => p.Id).SingleAsync(Stop));
        Assert.Contains("至少保留一个小区", (await clerk.SubmitAsync($"{url}/communities/{part}/removal", new { why = "移出" })).Text);
        await clerk.SubmitAsync(url + "/cancelling", new { why = "列入征收" });
        Assert.Contains("列入征收", (await clerk.GetAsync(url)).Text);
    }

    [Fact, Clause("W20-1.3b")]
    public async Task An_addition_beside_the_plan_that_the_policy_does_not_let_in_shows_the_clause_and_waits_for_a_second_person()
    {
        await app.KeepAsync(Eligible("征迁小区", isClearancePlanned: true));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "chief");
        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "征迁小区改造", Form__Kind = "Community", Form__Place = "371002", Form__Community = "征迁小区" })).Next!;

        var page = await clerk.GetAsync(url + "/adding");
        Assert.Contains("不能纳入", page.Text);
        Assert.Contains("W20-1.3b", page.Text);
        Assert.Contains("请写明原因", (await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "" })).Text);
        var decision = (await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "征迁已取消" })).Next!;

        Assert.Equal(ProjectState.Reserve, await app.AskAsync(db => db.Projects.Select(p => p.State).SingleAsync(Stop)));
        Assert.Contains("计划外列入等候审定", (await clerk.GetAsync(url)).Text);
        Assert.False((await clerk.GetAsync(url + "/adding")).Has("input[name='year']"));
        var own = await clerk.GetAsync(decision);
        Assert.Contains("不符合而选入，原因：征迁已取消", own.Text);
        Assert.False(own.Has("button[value='agree']"));
        var decided = await chief.GetAsync(decision);
        Assert.Contains("属于：", decided.Of("td[data-label='当时结论']"));
        Assert.NotNull(decided.Document.QuerySelector("td[data-label='当时结论'] a[href$='W20-1.3b']"));
        Assert.Contains("有此情形", decided.Document.QuerySelectorAll("section").First(s => s.QuerySelector("h2")?.TextContent == "结论：征迁小区").TextContent);
        Assert.Contains("按留存的事实重新判断，结论全部相同", (await chief.GetAsync(decision + "?again=true")).Text);
        Assert.Contains("审定 2024 年计划外列入", (await chief.GetAsync("/")).Text);
        await chief.SubmitAsync(decision, new { deed = "agree", why = "同意" });
        var project = await app.AskAsync(db => db.Projects.SingleAsync(Stop));
        Assert.Equal((ProjectState.Planned, 2024, true, "征迁已取消"), (project.State, project.Year!.Value, project.IsOutOfPlan, project.OutOfPlanReason));
        Assert.Contains("计划外列入", (await clerk.GetAsync("/programmes/selections")).Text);
    }

    [Fact]
    public async Task A_project_without_a_community_is_not_added_and_a_returned_addition_may_be_proposed_again()
    {
        await app.KeepAsync(Community("不明小区", 120));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "chief");
        var empty = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "空项目", Form__Kind = "Cluster", Form__Place = "371002" })).Next!;
        Assert.Contains("还没有小区", (await clerk.SubmitAsync(empty + "/adding", new { year = "2024", why = "追加" })).Text);

        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "不明", Form__Kind = "Community", Form__Place = "371002", Form__Community = "不明小区" })).Next!;
        var form = await clerk.GetAsync(url + "/adding");
        var decision = (await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "追加" })).Next!;
        Assert.Contains("已在等候审定", (await clerk.SubmitAsync(form, url + "/adding", new { year = "2024", why = "又追加" })).Text);
        await chief.SubmitAsync(decision, new { deed = "return", why = "先查清建成时间" });
        Assert.Equal(ProjectState.Reserve, await app.AskAsync(db => db.Projects.Where(p => p.Name == "不明").Select(p => p.State).SingleAsync(Stop)));
        Assert.NotNull((await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "已查清" })).Next);
    }

    [Fact, Clause("W24-0")]
    public async Task Projects_add_up_to_a_draft_of_the_library_by_district()
    {
        await app.KeepAsync(Eligible("花园小区"), Eligible("文登小区", 80, RegionCode.Of("371003001")));
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        foreach (var (name, place) in new[] { ("花园小区", "371002"), ("文登小区", "371003") })
        {
            var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = name, Form__Kind = "Community", Form__Place = place, Form__Community = name, Form__Investment = "100" })).Next!;
            await clerk.SubmitAsync(url + "/adding", new { year = "2024", why = "列入" });
        }

        var plan = await Paper.PlanAsync(clerk, new { Form__Title = "威海市2024年项目库", Form__Kind = "Library", Form__Place = "371000", Form__FromYear = "2024" });
        var cells = (await clerk.SubmitAsync(plan, new { why = "按项目汇总", start = "projects" })).Next!;

        Assert.Contains("第 1 版", (await clerk.GetAsync(cells)).Text);
        var rows = await app.AskAsync(db => db.PlanRows.OrderBy(r => r.Place).ToListAsync(Stop));
        Assert.Equal([(120L, 100_000_000L), (80L, 100_000_000L)], rows.Select(r => (r.Households!.Value, r.Investment!.Value.Value)));
        Assert.Contains("列入计划的项目", (await clerk.GetAsync("/programmes/differences?place=371000&year=2024")).Text);
    }

    [Fact]
    public async Task The_api_answers_plans_and_projects_like_the_pages()
    {
        await app.KeepAsync(Community("花园小区", 120));
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.WeihaiAsync(clerk);
        await Paper.IssueAsync(clerk, chief, plan, await Paper.AnnexAsync());
        var project = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "花园", Form__Kind = "Community", Form__Place = "371002", Form__Community = "花园小区" })).Next!;

        var list = JsonDocument.Parse(await clerk.Client.GetStringAsync("/api/v1/programmes?kind=Programme", Stop)).RootElement;
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        var one = JsonDocument.Parse(await clerk.Client.GetStringAsync("/api/v1" + plan, Stop)).RootElement;
        Assert.Equal(36, one.GetProperty("lines").GetArrayLength());
        Assert.Equal(30_779_890.99m, one.GetProperty("total").GetProperty("area").GetDecimal());
        var shown = JsonDocument.Parse(await clerk.Client.GetStringAsync("/api/v1" + project, Stop)).RootElement;
        Assert.Equal(120, shown.GetProperty("parts")[0].GetProperty("households").GetInt32());
        Assert.Equal(1, JsonDocument.Parse(await clerk.Client.GetStringAsync("/api/v1/projects?state=Reserve", Stop)).RootElement.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Client.GetAsync("/api/v1" + plan + "?version=9", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_project_takes_only_what_lies_in_its_place()
    {
        var (here, there, unknown) = (Community("花园小区", 120, RegionCode.Of("371002003")), Community("古陌小区", 80, RegionCode.Of("371002001")), Community("新威小区", 60));
        await app.KeepAsync(here, there, unknown);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var refused = await clerk.SubmitAsync("/projects/new", new { Form__Name = "片区", Form__Kind = "Cluster", Form__Place = "371002003", Form__Community = "古陌小区" });
        Assert.Contains("“古陌小区”不在项目的属地之内", refused.Text);

        var url = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "片区", Form__Kind = "Cluster", Form__Place = "371002003", Form__Community = "花园小区" })).Next!;
        Assert.Contains("“古陌小区”不在项目的属地之内", (await clerk.SubmitAsync(url + "/communities/new", new { community = "古陌小区" })).Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SubmitAsync(url + "/communities/new", new { community = "新威小区" })).Status);
        Assert.Contains("“花园小区”不在项目的属地之内", (await clerk.SubmitAsync(url + "/edit", new { Form__Place = "371002001" })).Text);
    }

    [Fact]
    public async Task A_project_tells_what_is_gone_and_what_another_project_counts_too()
    {
        var (one, other, split) = (Community("花园小区", 120), Community("古陌小区", 80), Community("新威小区", 60));
        await app.KeepAsync(one, other, split);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var first = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "花园片区", Form__Kind = "Cluster", Form__Place = "371002", Form__Community = "花园小区" })).Next!;
        var second = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "又一个项目", Form__Kind = "Community", Form__Place = "371002", Form__Community = "花园小区" })).Next!;
        await clerk.SubmitAsync(first + "/communities/new", new { community = "古陌小区" });
        await clerk.SubmitAsync(first + "/communities/new", new { community = "新威小区", taken = "1、2号楼", buildings = "2", households = "30", area = "900" });
        await clerk.SubmitAsync(second + "/communities/new", new { community = "新威小区", taken = "3号楼", buildings = "1", households = "30", area = "900" });

        var merging = await clerk.GetAsync($"/communities/{other.Id}/merging?target={one.Id}");
        Assert.Contains("花园片区", merging.Of("#projects"), StringComparison.Ordinal);
        await clerk.SubmitAsync($"/communities/{other.Id}/merging?target={one.Id}", new { Form__IsSame = "false", Form__Why = "合为一个" }, "main form[method=post]");

        var page = await clerk.GetAsync(first);
        Assert.Contains("“古陌小区”已并入“花园小区”，它的数字仍计入本项目", page.Text);
        Assert.Contains("“花园小区”还在项目“又一个项目”（储备库）中", page.Text);
        Assert.DoesNotContain("“新威小区”还在项目", page.Text);

        await clerk.SubmitAsync($"/communities/{split.Id}/closing", new { Form__Why = "已拆除" });
        Assert.Contains("“新威小区”已注销", (await clerk.GetAsync(second)).Text);
    }

    private static Community Eligible(string name, int households = 120, RegionCode? place = null, bool isClearancePlanned = false)
    {
        var community = Community(name, households, place);
        community.Describe(CommunityProfile.Of(community) with
        {
            Built = DateSpan.OfYears(1995, 1995), Land = LandKind.StateOwned, IsInTown = true, IsWishStrong = true, IsClearancePlanned = isClearancePlanned,
            IsToBeRebuilt = false, Signs = new Dictionary<Sign, bool> { [Sign.Neglect] = true, [Sign.PoorFacilities] = true, [Sign.PoorServices] = true },
        });
        return community;
    }

    private static Community Community(string name, int households, RegionCode? place = null)
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(new CommunityProfile { Place = place ?? Given.District, Name = name, Households = households, Buildings = 4, Area = new Area(1_000_000) });
        return community;
    }
}
