using System.Net;
using System.Text;
using Huanxin.App.Exchange;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

[BothDatabases]
public sealed class PlanPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("W20-A"), Clause("W20-1.5a"), Clause("W20-2.1c")]
    public async Task The_annex_comes_in_as_published_is_doubted_confirmed_and_issued_by_a_second_person_and_prints_again_the_same()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.WeihaiAsync(clerk);

        var check = await Paper.UploadAsync(clerk, plan, await Paper.AnnexAsync());
        Assert.Contains("必须改正 0处", check.Text);
        Assert.Contains("文登区2021年：建筑面积6,923,321㎡、户数7,052户，合981.8㎡/户", check.Text);
        Assert.Contains("3,077.99万㎡变为2,454.89万㎡", check.Text);
        Assert.Contains("高 区", check.Text);
        Assert.StartsWith("总计 95 51751 4718884 120 60590 11785861.24", Paper.RowOf(check, "总计"), StringComparison.Ordinal);
        var faults = check.Document.QuerySelector("a[href$='faults.xlsx']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await clerk.Client.GetAsync(faults, Stop)).StatusCode);

        var unsaid = await clerk.SubmitAsync(check, Paper.Address(check), new { why = "" });
        Assert.Equal(HttpStatusCode.Conflict, unsaid.Status);
        Assert.Contains("写明原因", unsaid.Text);
        Assert.Equal(0, await app.AskAsync(db => db.PlanVersions.CountAsync(Stop)));

        var kept = await clerk.SubmitAsync(check, Paper.Address(check), new { why = "照文件原样导入，已发函核实" });
        var draft = await clerk.GetAsync(kept.Next!);
        Assert.Contains("草稿", draft.Text);
        await clerk.SubmitAsync(plan + "/versions/1/submitting", new { });

        var own = await clerk.SubmitAsync(plan + "/versions/1/issuing", new { });
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Contains("不能审批自己提交的事项", own.Text);
        Assert.Contains("审定：威海市", (await chief.GetAsync("/")).Text);
        await chief.SubmitAsync(plan + "/versions/1/issuing", new { });
        var issued = await chief.GetAsync(plan);
        Assert.Contains("已发布", issued.Text);
        Assert.Contains("548 个、263,233 户、3,077.99 万㎡", issued.Text);
        Assert.Equal(36, await app.AskAsync(db => db.PlanRows.CountAsync(Stop)));

        var again = await clerk.Client.GetByteArrayAsync(plan + "/versions/1.xlsx", Stop);
        using var book = SheetReader.Open(new MemoryStream(again), "计划.xlsx");
        var read = PlanSheet.Open(book, new PlaceNames(ShippedShelf.Shelf.Regions), Given.City);
        Assert.Equal(PublishedPlan.LinesOf(ShippedShelf.Document("W20").Plans.Single()), read.Lines);
        var csv = await clerk.Client.GetStringAsync(plan + "/versions/1.csv", Stop);
        Assert.Contains("区市,2020 年计划小区个数,2020 年计划户数", csv, StringComparison.Ordinal);
        Assert.Contains("总计,95,51751,4718884,", csv, StringComparison.Ordinal);

        var same = await Paper.UploadAsync(clerk, plan, await Paper.AnnexAsync());
        Assert.Contains("与第 1 版完全相同，没有需要导入的", same.Text);
        Assert.DoesNotContain("可以照原样导入", same.Text);
        Assert.False(same.Has("input[name='why']"));
        var refused = await clerk.SubmitAsync(same, Paper.Address(same), new { why = "再导一次" });
        Assert.Contains("完全相同", refused.Text);
    }

    [Fact, Clause("W20-A")]
    public async Task A_messy_table_names_all_its_faults_and_nothing_comes_in()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        var plan = await Paper.WeihaiAsync(clerk);
        const string table = "2024年计划表\n区市,小区个数,户数(万户),建筑面积(万㎡)\n环 翠 区,十,1.06,92.30\n火星区,1,0.1,2\n总计,81,1.17,94.3\n";

        var check = await Paper.UploadAsync(clerk, plan, Encoding.UTF8.GetBytes(table), "计划.csv");

        Assert.Contains("不是数字", check.Text.Replace("不是一个数字", "不是数字"));
        Assert.Contains("没有编码或名称为“火星区”的区划", check.Text);
        Assert.False(check.Has("section[aria-label='导入计划表']"));
        Assert.Equal(0, await app.AskAsync(db => db.PlanVersions.CountAsync(Stop)));
    }

    [Fact, Clause("W20-2.1c")]
    public async Task A_new_version_takes_the_place_of_the_old_one_which_stays_readable_and_comparable()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.WeihaiAsync(clerk);
        await Paper.IssueAsync(clerk, chief, plan, await Paper.AnnexAsync());

        var edit = await clerk.VisitAsync((await clerk.SubmitAsync(plan, new { why = "更正文登区 2021 年面积", start = "last" })).Next!);
        Assert.Contains("第 2 版", edit.Text);
        var url = plan + "/versions/2/cells";
        var bad = await clerk.SubmitAsync(url, Cells("371003", 2021, "六百九十万"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        var opened = await chief.GetAsync(url);
        var saved = await clerk.SubmitAsync(url, Cells("371003", 2021, "692332.1"));
        var late = await chief.SubmitAsync(opened, url, Cells("371003", 2021, "7"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("他人已改动这一版", late.Text);
        Assert.Equal(plan + "?version=2", saved.Next);

        var compared = await clerk.GetAsync(plan + "/comparison?from=1&to=2");
        Assert.Contains("新增 0 格、改动 1 格、删去 0 格", compared.Text);
        Assert.Contains("文登区 2021 建筑面积（平方米） 6,923,321 692,332.1 −6,230,988.9 改动", compared.Text);
        var unsaid = await clerk.SubmitAsync(plan + "/versions/2/submitting", new { });
        Assert.Equal(HttpStatusCode.Conflict, unsaid.Status);
        Assert.Contains("请写明照原样提交的原因", unsaid.Text);
        await clerk.SubmitAsync(plan + "/versions/2/submitting", new { why = "其余各处已发函核实" });
        Assert.Contains("其余各处已发函核实", (await chief.GetAsync(plan + "/versions/2/issuing")).Text);
        var returned = await chief.SubmitAsync(plan + "/versions/2/returning", new { why = "附上复测成果" });
        Assert.Contains("附上复测成果", (await clerk.GetAsync(returned.Next!)).Text);
        await clerk.SubmitAsync(plan + "/versions/2/submitting", new { });
        await chief.SubmitAsync(plan + "/versions/2/issuing", new { });

        Assert.Contains("2,454.89 万㎡", (await chief.GetAsync(plan)).Text);
        var old = await chief.GetAsync(plan + "?version=1");
        Assert.Contains("已被替代", old.Text);
        Assert.Contains("3,077.99 万㎡", old.Text);
    }

    [Fact, Clause("W20-1.2"), Clause("W20-1.5b")]
    public async Task The_milestones_are_held_against_the_plan_by_every_measure_and_the_plan_itself_misses_the_first()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.WeihaiAsync(clerk);
        await Paper.IssueAsync(clerk, chief, plan, await Paper.AnnexAsync());

        var page = await clerk.GetAsync(plan + "/milestones");

        Assert.Contains("计划本身没有达到里程碑", page.Text);
        foreach (var percent in new[] { "17.3%", "19.7%", "15.3%", "79.9%", "79.3%", "83.8%", "100.0%" }) Assert.Contains(percent, page.Text);
        Assert.Contains("按小区个数（计划全部 548 个）", page.Text);
        // 20 % of 548 is 109.6: 110 communities are needed, 95 are planned.
        Assert.Contains("小区个数只有 17.3%，还差 15 个", page.Text);
        Assert.Contains("总计|95占全部 548 的 17.3%|51,751占全部 263,233 的 19.7%|4,718,884占全部 30,779,890.99 的 15.3%", Paper.Rows(page));
        Assert.Equal(3, page.Document.QuerySelectorAll("td .tag-late").Length);
        Assert.Contains("恰好达到", page.Text);
        Assert.Contains("按建筑面积由 15.3% 变为 19.2%（低于要求）", page.Text);
        Assert.Contains("按建筑面积由 83.8% 变为 79.6%（高于要求）", page.Text);
    }

    [Fact, Clause("W20-1.5b")]
    public async Task Progress_of_the_parts_has_a_computed_total_and_what_nobody_reported_is_neither_zero_nor_counted()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.WeihaiAsync(clerk);
        var table = Encoding.UTF8.GetBytes("区市,年度,小区个数,户数,建筑面积\n环翠区,2020,5,100,\n环翠区,2021,15,,\n文登区,2020,0,50,\n文登区,2021,20,50,\n");
        await Paper.IssueAsync(clerk, chief, plan, table, "计划.csv");

        var rows = Paper.Rows(await clerk.GetAsync(plan + "/milestones"));

        Assert.Contains("环翠区|5占全部 20 的 25.0%|100占全部 100 的 100.0%；1 格未报|未报2 格未报", rows);
        Assert.Contains("文登区|0占全部 20 的 0.0%|50占全部 100 的 50.0%|未报2 格未报", rows);
        Assert.Contains("总计|5占全部 40 的 12.5%|150占全部 200 的 75.0%；1 格未报|未报4 格未报", rows);
    }

    [Fact]
    public async Task A_district_sees_the_issued_plan_of_its_city_and_imports_its_own_rows_of_the_same_annex()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        using var district = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "district");
        var plan = await Paper.WeihaiAsync(clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await district.GetAsync(plan)).Status);
        await Paper.IssueAsync(clerk, chief, plan, await Paper.AnnexAsync());
        Assert.Contains("已发布", (await district.GetAsync(plan)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await district.GetAsync(plan + "/import")).Status);

        var own = await Paper.PlanAsync(district, new { Form__Title = "环翠区总体计划", Form__Kind = "Programme", Form__Place = "371002", Form__FromYear = "2020", Form__ToYear = "2025" });
        var check = await Paper.UploadAsync(district, own, await Paper.AnnexAsync());
        Assert.Contains("“文登区”不在本计划的编制地区内，这一行不导入", check.Text);
        Assert.Contains("存疑 5处", check.Text);
        var kept = await district.SubmitAsync(check, Paper.Address(check), new { why = "只取本区" });
        Assert.StartsWith("环翠区 17 13371 1262412", Paper.RowOf(await district.GetAsync(kept.Next!), "环翠区"), StringComparison.Ordinal);
        Assert.Equal(6, await app.AskAsync(db => db.PlanRows.CountAsync(r => r.Place == Given.District, Stop)) - 6);
    }

    private static CellForm Cells(string place, int year, string area) => new CellForm(place, year, area);

    // A posted name with dots: c.371003.2021.Area.
    private sealed class CellForm(string place, int year, string area)
    {
        public string c__371003__2021__Area { get; } = place == "371003" && year == 2021 ? area : throw new ArgumentOutOfRangeException(nameof(place));
    }
}
