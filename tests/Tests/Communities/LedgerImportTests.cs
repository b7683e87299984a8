using System.Net;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class LedgerImportTests : IAsyncLifetime
{
    private static readonly RegionCode Nayong = RegionCode.Of("520525");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact, Clause("NY22-3.1"), Clause("W24-A1")]
    public async Task The_twenty_communities_of_Nayong_come_in_as_one_act_and_the_same_file_again_changes_nothing()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer, Nayong);
        var names = ShippedShelf.Shelf.Documents.SelectMany(d => d.Listed).Where(one => one.Clauses.Contains("NY22-3.1")).Select(one => one.Name).ToList();
        Cell[][] rows = [["序号", "小区名称", "区县", "备注"], .. names.Select((name, i) => new Cell[] { i + 1, name, "纳雍县", "测试数据" }), ["合计（20个小区）"]];
        var book = await LedgerPages.BookAsync("台账", rows);

        var check = await browser.DropAsync(book, "纳雍2022.xlsx");
        Assert.Contains("读到 20小区", check.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.AskAsync(db => db.Communities.CountAsync()));
        while (check.Has("[name='kind0']")) check = await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "名单如此"));
        var done = await browser.ConfirmAsync(check);

        Assert.Contains("已导入", done.Text, StringComparison.Ordinal);
        Assert.Contains("按现行政策的结论", done.Text, StringComparison.Ordinal);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await app.AskAsync(db => db.Communities.Select(c => c.Name).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(1, await ActsAsync("ledger.import"));
        Assert.All(await app.AskAsync(db => db.Communities.ToListAsync()), c => Assert.Equal((Nayong, null, null), (c.Place, c.Households, c.Area)));

        var again = await browser.DropAsync(book, "纳雍2022.xlsx");
        Assert.Contains("没有需要导入的", again.Text, StringComparison.Ordinal);
        Assert.Contains("同一个文件已经导入过", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_of_one_name_each_opens_to_its_own()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.DropAsync("小区名称,户数\n花园小区,300\n"u8.ToArray(), "台账.csv"));

        var done = await browser.ConfirmAsync(await browser.DropAsync("小区名称,户数\n竹岛小区,50\n"u8.ToArray(), "台账.csv"));
        var list = await browser.GetAsync(done.Document.QuerySelector(".tile a")!.GetAttribute("href")!);

        Assert.Contains("结论为“还不能确定”的小区", list.Text, StringComparison.Ordinal);
        Assert.Equal(["竹岛小区"], list.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Each_count_of_a_result_opens_to_its_records()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t户数\n花园小区\t300\n镕苑\t80\n竹岛小区\t50"));

        var check = await browser.PasteAsync("小区名称\t户数\n花园小区\t310\n镕苑\t80\n竹岛小区\t50\n新建里\t20");
        Assert.Equal(["added", "changed", "unchanged"], check.Document.QuerySelectorAll(".tile a").Select(a => a.GetAttribute("href")!.Split('#')[1]));
        Assert.Contains("竹岛小区（第 4 行）", check.Of("#unchanged"), StringComparison.Ordinal);
        var done = await browser.ConfirmAsync(check);

        Assert.Equal(["新建里"], await OpenAsync("Added"));
        Assert.Equal(["花园小区"], await OpenAsync("Changed"));
        Assert.Equal(["竹岛小区", "镕苑"], await OpenAsync("Unchanged"));
        Assert.Equal(["新建里", "花园小区"], await OpenAsync("lacks=BuiltOn"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(done.Response.RequestMessage!.RequestUri!.AbsolutePath + "/records?lacks=Nonsense")).Status);

        async Task<IEnumerable<string>> OpenAsync(string part)
        {
            var link = done.Document.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.EndsWith(part, StringComparison.Ordinal));
            var page = await browser.GetAsync(link.GetAttribute("href")!);
            var names = page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent).Order(StringComparer.Ordinal).ToList();
            Assert.Contains($"{names.Count}", link.TextContent, StringComparison.Ordinal);
            return names;
        }
    }

    [Fact]
    public async Task Dwellings_and_owners_that_came_in_open_from_their_counts()
    {
        var community = CommunityGiven.Community("花园小区");
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t楼号\t房号\t专有部分面积\n花园小区\t1号楼\t101\t60\n花园小区\t1号楼\t102\t70"));

        var done = await browser.ConfirmAsync(await browser.PasteAsync(
            "小区名称\t楼号\t房号\t专有部分面积\t业主姓名\n花园小区\t1号楼\t101\t60\t演示甲\n花园小区\t1号楼\t102\t70\t\n花园小区\t2号楼\t201\t80\t"));

        var added = await browser.GetAsync(done.Document.QuerySelector("a[href$='part=Added']")!.GetAttribute("href")!);
        Assert.Equal(["花园小区 · 2号楼", "花园小区 · 2号楼 · 201", "花园小区 · 1号楼 · 101"], added.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        var same = await browser.GetAsync(done.Document.QuerySelector("a[href$='part=Unchanged']")!.GetAttribute("href")!);
        Assert.Equal(["花园小区 · 1号楼 · 102"], same.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent));
    }

    [Fact, Clause("TX21-4.4.2"), Clause("W20-2.1a")]
    public async Task Every_fault_is_named_at_once_mended_on_screen_and_answered_with_a_reason()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t街道\t建成年代\t户数\t建筑面积（㎡）\n花园小区\t竹岛\t九十年代\t三百\t27900\n镕苑\t竹岛\t1998\t80\t7200\n合计\t\t\t390\t35100");

        Assert.Contains("还有 1 处必须修正、2 处等待确认", check.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 行（D2）", check.Text, StringComparison.Ordinal);
        Assert.Contains("只写了年代，请核实竣工年份", check.Text, StringComparison.Ordinal);
        Assert.False(check.Has("form[action$='/confirm']"));

        check = await browser.AnswerAsync(check, ("fix.D2", "310"));
        Assert.Contains("还有 0 处必须修正、1 处等待确认", check.Text, StringComparison.Ordinal);
        check = await browser.AnswerAsync(check, ("ok0", check.Value("ok0")), ("why", "已与街道核对"));
        await browser.ConfirmAsync(check);

        var garden = await app.AskAsync(db => db.Communities.SingleAsync(c => c.Name == "花园小区"));
        Assert.Equal((310, DateSpan.OfYears(1990, 1999), "371002003"), (garden.Households, garden.Built, garden.Place.Prefix));
        Assert.Contains("已与街道核对", await app.AskAsync(db => db.ImportRuns.Select(r => r.Decisions).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_cell_leaves_what_is_known_and_a_change_shows_before_and_after()
    {
        await app.KeepAsync(Known("花园小区", 120, "371002-001"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区编码\t小区名称\t户数\t地址\n371002-001\t花园小区\t\t和平路1号\n");
        Assert.Contains("和平路1号", check.Text, StringComparison.Ordinal);
        Assert.Contains("修改 1条", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);

        var garden = await app.AskAsync(db => db.Communities.SingleAsync());
        Assert.Equal((120, "和平路1号"), (garden.Households, garden.Address));
    }

    [Fact]
    public async Task A_name_that_resembles_another_is_asked_and_may_be_the_same()
    {
        await app.KeepAsync(Known("人社局职工宿舍", 30, null));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\n人社局宿舍\t31\n");
        Assert.Contains("与已登记的“人社局职工宿舍”名称相近", check.Text, StringComparison.Ordinal);
        var same = check.Document.QuerySelectorAll("select[name='row.2'] option").Select(o => o.GetAttribute("value")!).Single(v => v.StartsWith("same:", StringComparison.Ordinal));
        check = await browser.AnswerAsync(check, ("row.2", same));
        await browser.ConfirmAsync(check);

        var only = await app.AskAsync(db => db.Communities.SingleAsync());
        Assert.Equal(("人社局职工宿舍", "人社局宿舍", 31), (only.Name, only.Aliases, only.Households));
    }

    [Fact]
    public async Task The_second_of_two_clerks_is_told_and_nothing_comes_in_twice()
    {
        using var first = await app.SignedInAsync(Role.DistrictOfficer);
        using var second = await app.SignedInAsync(Role.DistrictOfficer, name: "other");
        var book = await LedgerPages.BookAsync("台账", ["小区名称", "户数"], ["花园小区", 100]);

        var (one, two) = (await first.DropAsync(book), await second.DropAsync(book));
        await first.ConfirmAsync(one);
        var late = await second.SubmitAsync(two, "", new { }, "form[action$='/confirm']");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("没有需要导入的", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.AskAsync(db => db.Communities.CountAsync()));
        Assert.Equal(1, await ActsAsync("ledger.import"));
    }

    [Fact]
    public async Task An_import_is_taken_back_as_one_act_unless_later_work_hangs_on_it()
    {
        await app.KeepAsync(Known("花园小区", 120, null));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t户数\n花园小区\t130\n西关小区\t50\n");
        await browser.ConfirmAsync(check);
        var run = await app.AskAsync(db => db.ImportRuns.SingleAsync());
        Assert.Equal(130, await HouseholdsAsync("花园小区"));

        await browser.SubmitAsync($"/communities/imports/{run.Id}/undo", new { Form__Why = "传错了文件" });
        var page = await browser.GetAsync($"/communities/imports/{run.Id}");

        Assert.Contains("已撤销", page.Text, StringComparison.Ordinal);
        Assert.Contains("传错了文件", page.Text, StringComparison.Ordinal);
        Assert.Equal(120, await HouseholdsAsync("花园小区"));
        Assert.Equal(1, await app.AskAsync(db => db.Communities.CountAsync()));

        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t户数\n北关小区\t50\n"));
        await app.AskAsync(async db =>
        {
            var north = await db.Communities.SingleAsync(c => c.Name == "北关小区");
            north.Describe(CommunityProfile.Of(north) with { Households = 51 });
            await db.SaveAsync(Given.Act(CommunityVerbs.Change, at: app.Clock.Now.AddMinutes(5)));
            return true;
        });
        var second = await app.AskAsync(db => db.ImportRuns.SingleAsync(r => r.State == ImportState.Imported));
        var refused = await browser.GetAsync($"/communities/imports/{second.Id}/undo");
        Assert.Contains("不能整体撤销", refused.Text, StringComparison.Ordinal);
        Assert.False(refused.Has("main form"));
    }

    [Fact]
    public async Task An_import_that_stays_names_what_was_done_since_and_what_hangs_on_its_records()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t户数\n北关小区\t50\n南关小区\t60\n东关小区\t70\n"));
        var run = await app.AskAsync(db => db.ImportRuns.SingleAsync());
        var ids = await app.AskAsync(db => db.Communities.ToDictionaryAsync(c => c.Name, c => c.Id));
        var opened = await browser.GetAsync($"/communities/imports/{run.Id}/undo");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.SubmitAsync($"/communities/{ids["北关小区"]}/buildings/new", new { Form__Number = "1号楼" });
        await browser.SubmitAsync("/projects/new", new { Form__Name = "南关改造", Form__Kind = "Community", Form__Place = "371002", Form__Community = "南关小区" });

        var refused = await browser.SubmitAsync(opened, $"/communities/imports/{run.Id}/undo", new { Form__Why = "传错了文件" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("导入的记录后来又有 2 次办理", refused.Text, StringComparison.Ordinal);
        Assert.Equal([("登记楼栋", "北关小区"), ("建立项目", "南关小区")], refused.Document.QuerySelectorAll("main .bullets li").Select(Told));
        Assert.Equal([$"/communities/{ids["北关小区"]}", $"/communities/{ids["南关小区"]}"],
            refused.Document.QuerySelectorAll("main .bullets a[href^='/communities/']").Select(link => link.GetAttribute("href")));

        for (var i = 1; i <= 20; i++)
        {
            await app.AskAsync(async db =>
            {
                var east = await db.Communities.SingleAsync(c => c.Name == "东关小区");
                east.Describe(CommunityProfile.Of(east) with { Households = 70 + i });
                await db.SaveAsync(Given.Act(CommunityVerbs.Change, at: app.Clock.Now.AddMinutes(i)));
                return true;
            });
        }

        var page = await browser.GetAsync($"/communities/imports/{run.Id}/undo");
        Assert.Equal(20, page.Document.QuerySelectorAll("main .bullets li").Length);
        Assert.Contains("还有 2 次没有列出", page.Text, StringComparison.Ordinal);

        static (string, string) Told(AngleSharp.Dom.IElement line) =>
            line.QuerySelectorAll("a").Select(link => link.TextContent).ToList() is [var verb, var name] ? (verb, name) : (line.TextContent, "");
    }

    [Fact]
    public async Task Buildings_that_came_in_stay_once_homes_were_registered_in_them()
    {
        await app.KeepAsync(Known("花园小区", 120, null));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t楼号\t层数\n花园小区\t1号楼\t6\n"));
        var run = await app.AskAsync(db => db.ImportRuns.SingleAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t楼号\t房号\n花园小区\t1号楼\t101\n"));

        var page = await browser.GetAsync($"/communities/imports/{run.Id}/undo");

        Assert.Contains("不能整体撤销", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼", page.Of("main .bullets"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buildings_and_dwellings_with_owners_come_in_and_owners_lie_sealed()
    {
        await app.KeepAsync(Known("花园小区", 120, null));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t楼号\t建成年份\t层数\n花园小区\t1-3号楼\t1998\t6\n");
        check = await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "三栋一样"));
        await browser.ConfirmAsync(check);
        const string roll = "小区名称\t楼号\t单元\t房号\t建筑面积\t产权人\t联系电话\n花园小区\t3#\t1\t301\t88.5\t张三\t13800000000\n花园小区\t3栋\t1单元\t302\t90\t李四\t\n";
        var done = await browser.ConfirmAsync(await browser.PasteAsync(roll));

        Assert.Contains("已导入", done.Text, StringComparison.Ordinal);
        Assert.Equal(3, await app.AskAsync(db => db.Buildings.CountAsync(b => b.BuiltTo == new DateOnly(1998, 12, 31) && b.Floors == null)));
        Assert.Equal(2, await app.AskAsync(db => db.Dwellings.CountAsync()));
        Assert.All(await app.AskAsync(db => db.Owners.ToListAsync()), owner => Assert.DoesNotContain("张三", owner.Name.Sealed, StringComparison.Ordinal));
        Assert.Contains("没有需要导入的", (await browser.PasteAsync(roll)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_chosen_once_are_remembered_for_the_sender()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        const string odd = "小区名称\t家数\n花园小区\t120\n";
        var check = await browser.PasteAsync(odd);
        var id = await app.AskAsync(db => db.ImportRuns.Select(r => r.Id).SingleAsync());

        var saved = await browser.SubmitAsync($"/communities/imports/{id}/columns", new { column__1 = "households" }, "form[method=post].form-wide");
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await browser.ConfirmAsync(await browser.GetAsync(saved.Next!));

        Assert.Equal(120, await HouseholdsAsync("花园小区"));
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t家数\n西关小区\t90\n"));
        Assert.Equal(90, await HouseholdsAsync("西关小区"));
    }

    [Fact, Clause("W24-A1")]
    public async Task To_say_what_a_column_means_does_not_make_the_numbering_below_a_head_of_several_levels_a_community()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.PasteAsync("""
            2025年摸底台账（测试数据）					单位：户、万㎡
            序号	基本情况			规模		家底
            	小区名称	地址	现况	户数	面积
            1	2	3	4	5	6	7
            1	花园小区	大庆路1号	好	120	0.96	国有
            2	西关小区	大庆路2号	好	90	0.72	集体
            合计				210	1.68
            """);
        var id = await app.AskAsync(db => db.ImportRuns.Select(r => r.Id).SingleAsync());

        var saved = await browser.SubmitAsync($"/communities/imports/{id}/columns", new { column__6 = "land" }, "form[method=post].form-wide");
        var check = await browser.GetAsync(saved.Next!);

        Assert.Contains("读到 2小区", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("合计与明细不符", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);
        Assert.Equal([LandKind.StateOwned, LandKind.Collective], await app.AskAsync(db => db.Communities.OrderByDescending(c => c.Households).Select(c => c.Land!.Value).ToListAsync()));
        Assert.Equal(9_600, await app.AskAsync(db => db.Communities.Where(c => c.Name == "花园小区").Select(c => c.Area!.Value.Value / 100).SingleAsync()));
    }

    [Fact]
    public async Task Owners_of_one_dwelling_in_several_rows_are_one_dwelling_and_its_area_is_summed_once()
    {
        var community = CommunityGiven.Community("花园小区");
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t楼号\t单元\t房号\t建筑面积\t产权人\n花园小区\t1号楼\t1\t101\t65.4\t孙七\n花园小区\t1号楼\t1\t101\t65.4\t孙八\n花园小区\t1号楼\t1\t101\t\t孙九\n花园小区\t1号楼\t1\t102\t80\t周九\n合计\t\t\t\t145.4\t");

        Assert.Contains("读到 2住宅", check.Text, StringComparison.Ordinal);
        Assert.Contains("等待确认 0处", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);
        Assert.Equal((2, 4), (await app.AskAsync(db => db.Dwellings.CountAsync()), await app.AskAsync(db => db.Owners.CountAsync())));
    }

    [Fact]
    public async Task Outside_ones_places_an_import_is_not_found_and_its_rows_do_not_come_in()
    {
        using var here = await app.SignedInAsync(Role.DistrictOfficer);
        using var beside = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("371003"), "beside");
        var check = await here.PasteAsync("小区名称\t区县\n花园小区\t文登区\n");
        Assert.Contains("区划名录中没有唯一的“文登区”", check.Text, StringComparison.Ordinal);

        var id = await app.AskAsync(db => db.ImportRuns.Select(r => r.Id).SingleAsync());
        foreach (var path in new[] { "", "/columns", "/faults.xlsx", "/undo", "/abandoning" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await beside.GetAsync($"/communities/imports/{id}{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await beside.PasteAsync("小区名称\t户数\n甲\t1\n", "371002")).Status);
        Assert.DoesNotContain("粘贴的内容", (await beside.GetAsync("/communities/imports")).Text, StringComparison.Ordinal);
        Assert.Contains("粘贴的内容", (await here.GetAsync("/communities/imports")).Text, StringComparison.Ordinal);
        Assert.Contains("台账待核对", (await here.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    private static Community Known(string name, int households, string? code) =>
        CommunityGiven.Named(name, p => p with { Households = households, Code = code });

    private Task<int?> HouseholdsAsync(string name) => app.AskAsync(db => db.Communities.Where(c => c.Name == name).Select(c => c.Households).SingleAsync());

    private Task<int> ActsAsync(string verb) => app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == verb));
}
