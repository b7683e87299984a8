using System.Net;
using System.Text;
using System.Text.Json;
using Huanxin.App.Exchange;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>From a row of a plan to its projects and their communities: proposed by the system, confirmed by a person.</summary>
[BothDatabases]
public sealed class PlanMatchTests : IAsyncLifetime
{
    private static readonly RegionCode City = RegionCode.Of("370784");
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("街区,项目数,小区数,户数,备注\n兴安街道,2,2,200,\n经济开发区,1,1,60,商场路国税局家属院\n");
    private TestApp app = null!;
    private Browser clerk = null!;
    private string plan = "";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        clerk = await app.SignedInAsync(Role.DistrictOfficer, City);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, City, "chief");
        plan = await Paper.PlanAsync(clerk, new
        {
            Form__Title = "安丘市2024年计划", Form__Kind = "Annual", Form__Place = "370784", Form__FromYear = "2024", Form__Document = "AQ24", Form__PlaceTitle = "街区",
        });
        await Paper.IssueAsync(clerk, chief, plan, Table, "计划.csv");
    }

    public ValueTask DisposeAsync()
    {
        clerk.Dispose();
        return app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("AQ24-1"), Clause("W20-2.1c")]
    public async Task A_row_of_a_plan_is_proposed_its_projects_and_has_them_only_when_a_person_confirms()
    {
        var street = await PlaceOfAsync("兴安街道");
        var zone = await PlaceOfAsync("经济开发区");
        var (one, other) = (await ProjectAsync("甲小区", street, 120), await ProjectAsync("乙小区", street, 90));
        var named = await ProjectAsync("商场路国税局家属院", zone, 60, isPlanned: false);

        var page = await clerk.GetAsync(plan + "/projects/matching");
        Assert.Contains("对应 甲小区|甲小区|甲小区|120|兴安街道 2024 年|列入这一年计划，属地在这一行", Paper.Rows(page));
        Assert.Contains("对应 商场路国税局家属院|商场路国税局家属院|商场路国税局家属院|60|经济开发区 2024 年|计划行的备注写了它的名称", Paper.Rows(page));
        Assert.False(page.Has("input[name='match'][checked]"));
        Assert.Equal(0, await app.AskAsync(db => db.PlanProjects.CountAsync(Stop)));
        Assert.Contains("没有勾选任何项目", (await clerk.SubmitAsync(page, plan + "/projects/matching", new { })).Text);

        await ConfirmAsync(page, one, named);
        var rows = await clerk.GetAsync(plan + "/projects");
        Assert.Contains("甲小区|—|兴安街道|2024|列入计划 解除对应|甲小区|—|未报|120|未报", Paper.Rows(rows));
        Assert.Contains("兴安街道|2024|1|2项目 1，差 −1|2项目 1，差 −1|200项目 120，差 −80", Paper.Rows(rows));
        Assert.Contains("经济开发区|2024|1|1项目 1，一致|1项目 1，一致|60项目 60，一致", Paper.Rows(rows));
        Assert.Contains("总计||2|3项目 2，差 −1|3项目 2，差 −1|260项目 180，差 −80", Paper.Rows(rows));
        Assert.Contains("已对应 2 个项目、2 个小区，2 行中 2 行有项目", (await clerk.GetAsync(plan)).Text);
        Assert.Contains("安丘市2024年计划 兴安街道 2024 年", (await clerk.GetAsync($"/projects/{one}")).Text);
        var link = await app.AskAsync(db => db.PlanProjects.Where(l => l.ProjectId == one).Select(l => l.Id).SingleAsync(Stop));
        Assert.Contains("年度 （空） 2024", (await clerk.GetAsync($"/history/PlanProject/{link}")).Text);
        var community = await app.AskAsync(db => db.Communities.Where(c => c.Name == "甲小区").Select(c => c.Id).SingleAsync(Stop));
        Assert.Contains("安丘市2024年计划 兴安街道 2024 年一行", (await clerk.GetAsync($"/communities/{community}")).Text);

        var differences = (await clerk.GetAsync("/programmes/differences?place=370784&year=2024")).Text;
        Assert.Contains("“安丘市2024年计划”逐行核对项目", differences);
        Assert.Contains("列入计划而没有对应到计划行的项目 1 个：乙小区", differences);
        Assert.Contains("已对应到计划行而现在不在计划中的项目 1 个：商场路国税局家属院", differences);
        var answer = JsonDocument.Parse(await clerk.Client.GetStringAsync("/api/v1" + plan, Stop)).RootElement.GetProperty("lines");
        Assert.Equal(["甲小区"], answer[0].GetProperty("projects").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.NotEqual(other, one);
    }

    [Fact, Clause("W20-2.1c")]
    public async Task A_match_survives_a_newer_version_is_exported_and_is_undone_with_a_reason()
    {
        var project = await ProjectAsync("甲小区", await PlaceOfAsync("兴安街道"), 120);
        await ConfirmAsync(await clerk.GetAsync(plan + "/projects/matching"), project);
        await clerk.SubmitAsync(plan, new { why = "调整", start = "last" }, "form:has(input[value='draft'])");

        Assert.Contains("已对应 1 个项目", (await clerk.GetAsync(plan + "?version=2")).Text);
        using var book = SheetReader.Open(new MemoryStream(await clerk.Client.GetByteArrayAsync(plan + "/projects.xlsx", Stop)), "计划行与项目.xlsx");
        Assert.Contains(book.Rows(0), row => row.Cells.Any(cell => cell.Shown == "甲小区") && row.Cells.Any(cell => cell.Shown == "兴安街道"));

        var link = await app.AskAsync(db => db.PlanProjects.Select(l => l.Id).SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync($"{plan}/projects/{link}/removal", new { why = " " })).Status);
        await clerk.SubmitAsync($"{plan}/projects/{link}/removal", new { why = "小区调到明年" });
        Assert.Equal(0, await app.AskAsync(db => db.PlanProjects.CountAsync(Stop)));
        Assert.Equal("小区调到明年", await app.AskAsync(db => db.Acts.Where(a => a.Verb == "plan.unmatch").Select(a => a.Why).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_project_of_another_place_or_year_or_of_another_row_is_refused()
    {
        var street = await PlaceOfAsync("兴安街道");
        var zone = await PlaceOfAsync("经济开发区");
        await ProjectAsync("甲小区", street, 120);

        async Task<Page> MatchAsync(RegionCode row, string project) =>
            await clerk.SubmitAsync(plan + "/projects/matching", new { row = $"{row.Prefix} 2024", project }, "form:has(input[value='one'])");

        Assert.Contains("“甲小区”的属地不在“经济开发区”", (await MatchAsync(zone, "甲小区")).Text);
        Assert.Contains("没有名称或代码为“无名小区”的项目", (await MatchAsync(zone, "无名小区")).Text);
        Assert.Equal($"{plan}/projects", (await MatchAsync(street, "甲小区")).Next);
        Assert.Contains("没有名称或代码为“甲小区”的项目", (await MatchAsync(street, "甲小区")).Text);
        using var other = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("371002"), "other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(plan + "/projects")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(plan + "/projects/matching")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync(plan + "/projects.xlsx", Stop)).StatusCode);
    }

    [Fact]
    public void Of_a_district_and_its_street_the_street_is_proposed_and_two_rows_that_name_it_propose_nothing_by_name()
    {
        var (district, street) = (RegionCode.Of("371002"), RegionCode.Of("371002001"));
        PlanLine Line(RegionCode place, string? note = null) => new(place, place.Prefix, 2024, PlanFigures.None, note);
        var reserve = Reading(street, "花园小区");
        var planned = Reading(street, "花园小区");
        planned.Project.EnterPlan(2024);

        Assert.Equal(street, PlanMatching.Propose([Line(district), Line(street)], [planned]).Single().Row.Place);
        Assert.Empty(PlanMatching.Propose([Line(district), Line(street)], [reserve]));
        Assert.Equal(MatchGround.Named, PlanMatching.Propose([Line(district, "含花园小区等"), Line(street)], [reserve]).Single().Ground);
        Assert.Empty(PlanMatching.Propose([Line(district, "花园小区"), Line(street, "花园小区")], [reserve]));
    }

    private static ProjectReading Reading(RegionCode place, string name)
    {
        var project = new Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(place, name, ProjectKind.Community));
        return new ProjectReading(project, []);
    }

    private Task<RegionCode> PlaceOfAsync(string text) => app.AskAsync(async db =>
        (await db.PlanRows.AsNoTracking().ToListAsync(Stop)).Single(r => r.PlaceText == text).Place);

    private async Task<Guid> ProjectAsync(string name, RegionCode place, int households, bool isPlanned = true)
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(new CommunityProfile { Place = place, Name = name, Households = households });
        var project = new Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(place, name, ProjectKind.Community));
        if (isPlanned) project.EnterPlan(2024);
        await app.KeepAsync(community, project, new ProjectCommunity { Id = Given.Id(), ProjectId = project.Id, CommunityId = community.Id, Place = place });
        return project.Id;
    }

    private async Task ConfirmAsync(Page page, params Guid[] projects)
    {
        var form = page.Document.QuerySelector("form:has(input[value='confirm'])")!;
        var values = form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("input[name='match']").Select(i => i.GetAttribute("value")!)
                .Where(key => projects.Any(id => key.StartsWith($"{id}", StringComparison.Ordinal))).Select(key => KeyValuePair.Create("match", key)));
        var answer = await Browser.PageAsync(await clerk.Client.PostAsync(plan + "/projects/matching", new FormUrlEncodedContent(values), Stop));
        Assert.Equal($"{plan}/projects", answer.Next);
    }
}
