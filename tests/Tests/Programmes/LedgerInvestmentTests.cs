using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>A ledger of projects lists communities, and what each is planned to cost.</summary>
[BothDatabases]
public sealed class LedgerInvestmentTests : IAsyncLifetime
{
    private const string Ledger = "小区名称\t户数\t计划投资（万元）\n花园小区\t300\t600.5\n竹岛小区\t50\t\n";
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<List<(string Name, decimal? Wan)>> ProjectsAsync() => app.AskAsync(async db =>
        (await db.Projects.OrderBy(p => p.Name).ToListAsync()).ConvertAll(p => (p.Name, p.Investment?.WanYuan)));

    private static Project Taking(string name, long? yuan)
    {
        var project = new Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(Given.District, name, ProjectKind.Community) { Investment = yuan is { } some ? new Fen(some * 100) : null });
        return project;
    }

    [Fact, Clause("W24-A1")]
    public async Task A_community_enters_the_reserve_with_the_planned_investment_of_its_ledger()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync(Ledger);
        Assert.Contains("计划投资登记到项目：1 个小区作为项目列入储备", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有导入：", check.Text, StringComparison.Ordinal);
        Assert.Contains("导入：新增 2 条，修改 0 条", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);

        Assert.Equal([("花园小区", 600.5m)], await ProjectsAsync());
        Assert.Contains("600.50", (await browser.GetAsync("/projects")).Text, StringComparison.Ordinal);
        var community = await app.AskAsync(db => db.Communities.Where(c => c.Name == "花园小区").Select(c => c.Id).SingleAsync());
        Assert.Contains("计划投资 600.50万元", (await browser.GetAsync($"/communities/{community}")).Text, StringComparison.Ordinal);
        var export = await browser.Client.GetStringAsync("/projects?format=csv", TestContext.Current.CancellationToken);
        Assert.Contains("计划投资", export, StringComparison.Ordinal);
        Assert.Contains("没有需要导入的", (await browser.PasteAsync(Ledger + " ")).Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W24-A1")]
    public async Task The_project_of_a_known_community_gets_it_and_the_whole_import_is_taken_back_at_once()
    {
        var (known, other) = (CommunityGiven.Named("花园小区", p => p with { Households = 300 }), CommunityGiven.Named("竹岛小区", p => p with { Households = 50 }));
        var project = Taking("花园片区", 1_000_000);
        await app.KeepAsync(known, other, project, project.Take(known, Given.Id()));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync(Ledger.Replace("竹岛小区\t50\t", "竹岛小区\t50\t100", StringComparison.Ordinal));
        Assert.Contains("1 个小区作为项目列入储备，1 个项目的计划投资有改动", check.Text, StringComparison.Ordinal);
        Assert.Equal("项目“花园片区”", check.Of("table.changes caption"));
        var done = await browser.ConfirmAsync(check);
        Assert.Equal([("竹岛小区", 100m), ("花园片区", 600.5m)], await ProjectsAsync());

        await browser.SubmitAsync(done.Response.RequestMessage!.RequestUri!.AbsolutePath + "/undo", new { Form__Why = "传错了" });
        for (var tries = 0; tries < 40 && (await ProjectsAsync()).Count > 1; tries++) await Task.Delay(250, TestContext.Current.CancellationToken);

        Assert.Equal([("花园片区", 100m)], await ProjectsAsync());
        Assert.Equal(2, await app.AskAsync(db => db.Communities.CountAsync()));
    }

    [Fact, Clause("W24-A1")]
    public async Task What_is_said_of_one_community_of_several_is_asked_about_and_kept_nowhere()
    {
        var (one, other) = (CommunityGiven.Named("花园小区"), CommunityGiven.Named("竹岛小区"));
        var project = Taking("花园片区", 1_000_000);
        await app.KeepAsync(one, other, project, project.Take(one, Given.Id()), project.Take(other, Given.Id()));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t备注\t计划投资（万元）\n花园小区\t甲\t120.5\n");
        Assert.Contains("小区与其他小区同在项目“花园片区”中", check.Text, StringComparison.Ordinal);
        Assert.Equal("120.5", check.Value("fix.C2"));
        var kinds = check.Document.QuerySelectorAll("input[name^=kind]").Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!)).ToArray();
        await browser.ConfirmAsync(await browser.AnswerAsync(check, [.. kinds, ("why", "在项目中登记")]));

        Assert.Equal([("花园片区", 100m)], await ProjectsAsync());
    }

    [Fact]
    public async Task Who_may_not_manage_projects_is_asked_to_leave_it_to_those_who_may()
    {
        using var browser = await app.SignedInAsync(Role.CommunityWorker);

        var check = await browser.PasteAsync(Ledger);

        Assert.Contains("您的岗位没有这项权限", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("计划投资登记到项目", check.Text, StringComparison.Ordinal);
    }
}
