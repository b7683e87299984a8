using System.Net;
using System.Text;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>An uploaded table until it is a draft, and a draft until it is handed in.</summary>
[BothDatabases]
public sealed class PlanDraftTests : IAsyncLifetime
{
    private const string Faulty = "区市,年度,小区个数,户数,建筑面积\n环翠区,2021,十,1000,90000\n文登区,2021,12,1100,100000\n荣成市,2021,x,900,80000\n";
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("W20-A")]
    public async Task Faults_of_a_table_are_named_by_place_and_year_and_mended_on_screen_while_the_file_stays_as_uploaded()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        var plan = await Paper.WeihaiAsync(clerk);
        var check = await Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes(Faulty), "计划.csv");
        Assert.Contains("环翠区 2021 年（C2）", check.Text);
        Assert.Contains("荣成市 2021 年（C4）", check.Text);
        var url = Paper.Address(check);
        var hash = await app.AskAsync(db => db.Attachments.Select(a => a.Hash).SingleAsync(Stop));

        var half = await clerk.SubmitAsync(check, url, new Dictionary<string, string> { ["fix.C2"] = "10", ["deed"] = "correct" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.Status);
        Assert.Contains("改正已保存", half.Text);
        Assert.Contains("必须改正 1处", half.Text);
        Assert.DoesNotContain("环翠区 2021 年（C2）", half.Text);
        var whole = await clerk.SubmitAsync(half, url, new Dictionary<string, string> { ["fix.C4"] = "9" });
        Assert.Contains("必须改正 0处", whole.Text);
        Assert.Equal(0, await app.AskAsync(db => db.PlanVersions.CountAsync(Stop)));

        var version = await clerk.GetAsync((await clerk.SubmitAsync(whole, url, new { })).Next!);
        Assert.Contains("在页面上改正 C2、C4 共 2 处", version.Text);
        var rows = await app.AskAsync(db => db.PlanRows.OrderBy(r => r.Position).Select(r => r.Communities).ToListAsync(Stop));
        Assert.Equal([10, 12, 9], rows.Select(count => (int)count!));
        Assert.Equal(hash, await app.AskAsync(db => db.Attachments.Select(a => a.Hash).SingleAsync(Stop)));
        using var other = await app.SignedInAsync(Role.CityOfficer, Given.City, "other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).Status);
    }

    [Fact]
    public async Task A_draft_is_filled_by_another_import_or_given_up_with_a_reason()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        var plan = await Paper.WeihaiAsync(clerk);
        Task<Page> ImportAsync(string table) => Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes("区市,年度,小区个数,户数,建筑面积\n" + table), "计划.csv");
        var first = await ImportAsync("环翠区,2021,10,1000,90000\n文登区,2021,12,1100,100000\n");
        await clerk.SubmitAsync(first, Paper.Address(first), new { });

        var second = await ImportAsync("环翠区,2021,11,1000,90000\n荣成市,2021,9,900,80000\n");
        Assert.Contains("替换第 1 版草稿的全部内容", second.Text);
        Assert.Equal(plan + "?version=1", (await clerk.SubmitAsync(second, Paper.Address(second), new { })).Next);
        var rows = await app.AskAsync(db => db.PlanRows.OrderBy(r => r.Position).Select(r => r.PlaceText + r.Communities).ToListAsync(Stop));
        Assert.Equal(["环翠区11", "荣成市9"], rows);

        var page = await clerk.GetAsync(plan);
        Assert.True(page.Has($"a[href='{plan}/milestones?version=1']"));
        Assert.Contains("放弃草稿", page.Text);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(plan + "/versions/1/discarding", new { why = "" })).Status);
        Assert.Equal(plan, (await clerk.SubmitAsync(plan + "/versions/1/discarding", new { why = "报错了年度" })).Next);
        Assert.Equal(0, await app.AskAsync(db => db.PlanVersions.CountAsync(Stop)) + await app.AskAsync(db => db.PlanRows.CountAsync(Stop)));
        Assert.Contains("还没有版本", (await clerk.GetAsync(plan)).Text);
    }

    [Fact]
    public async Task What_was_handed_in_is_neither_given_up_nor_filled_and_a_reader_from_below_does_not_hear_of_it()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        using var district = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "below");
        var plan = await Paper.WeihaiAsync(clerk);
        var table = Encoding.UTF8.GetBytes("区市,年度,小区个数,户数,建筑面积\n环翠区,2021,10,1000,90000\n");
        await Paper.IssueAsync(clerk, chief, plan, table, "计划.csv");
        var next = await Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes("区市,年度,小区个数,户数,建筑面积\n环翠区,2021,11,1000,90000\n"), "计划.csv");
        await clerk.SubmitAsync(next, Paper.Address(next), new { });
        await clerk.SubmitAsync(plan + "/versions/2/submitting", new { });

        Assert.Contains("待审定", (await clerk.GetAsync("/programmes")).Text);
        Assert.DoesNotContain("待审定", (await district.GetAsync("/programmes")).Of("table.data tbody"));
        Assert.Contains("第 2 版已提交或发布", (await clerk.SubmitAsync(plan + "/versions/2/discarding", new { why = "不要了" })).Text);
        Assert.Contains("第 1 版已提交或发布", (await clerk.SubmitAsync(plan + "/versions/1/discarding", new { why = "不要了" })).Text);
        var third = await Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes("区市,年度,小区个数,户数,建筑面积\n环翠区,2021,12,1000,90000\n"), "计划.csv");
        Assert.Contains("第 2 版还没有办完", (await clerk.SubmitAsync(third, Paper.Address(third), new { })).Text);
    }

    [Fact]
    public async Task A_ledger_at_the_door_of_plans_is_led_to_its_own_door_and_a_plan_that_exists_is_named()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        var plan = await Paper.WeihaiAsync(clerk);

        var page = await Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes("序号,小区名称,街道,户数,建成年份\n1,花园小区,竹岛街道,120,1995\n"), "台账.csv");

        Assert.Contains("这像是小区台账（有“小区名称”一列）", page.Text);
        Assert.True(page.Has("a[href='/communities/imports/new']"));
        Assert.DoesNotContain("不是数字", page.Text);
        var again = await clerk.SubmitAsync("/programmes/new", new
        {
            Form__Title = "又一个", Form__Kind = "Programme", Form__Place = "371000", Form__FromYear = "2020", Form__ToYear = "2025",
        });
        Assert.True(again.Has($"a[href='{plan}']"));
    }

    [Theory]
    [InlineData("220302", "2021", "24 个")]
    [InlineData("370784", "2024", "4,419 户")]
    [InlineData("371000", "", "3,078.00 万㎡")]
    public async Task Differences_open_on_the_year_that_has_something_to_compare(string place, string year, string figure)
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, RegionCode.Of(place));

        var page = await clerk.GetAsync("/programmes/differences");

        Assert.Equal(year, page.Document.QuerySelector("input[name='year']")!.GetAttribute("value") ?? "");
        Assert.Contains(figure, page.Text);
    }
}
