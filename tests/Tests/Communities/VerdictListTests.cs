using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Huanxin.Web.Communities;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>The list narrowed to those that are in, that are out, or of which nobody can say.</summary>
[BothDatabases]
public sealed class VerdictListTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var split = CommunityGiven.Community("各楼不同");
        await app.KeepAsync(Built("早一天", "2005-12-30"), Built("正好", "2005-12-31"), Built("晚一天", "2006-01-01"), Built("说不清", "2005-12~2006-01"),
            CommunityGiven.Community("没人说过", also: p => p with { Built = null }), CommunityGiven.Community("要征迁", also: p => p with { IsToBeRebuilt = true }),
            split, CommunityGiven.Building(split, "1号楼", "2004"), CommunityGiven.Building(split, "2号楼", "2007"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, Clause("W20-1.3a"), Clause("W20-1.3b")]
    [InlineData("verdict=Yes", "早一天，正好")]
    [InlineData("verdict=No", "晚一天，要征迁")]
    [InlineData("verdict=Unknown", "没人说过，说不清")]
    [InlineData("verdict=Split", "各楼不同")]
    [InlineData("verdict=Conditional", "")]
    [InlineData("verdict=Yes&verdict=Split", "各楼不同，早一天，正好")]
    [InlineData("verdict=Yes&built-by.to=2005-12-30", "早一天")]
    [InlineData("verdict=No&q=zq", "要征迁")]
    [InlineData("verdict=No&place=371002002", "")]
    public async Task The_list_is_narrowed_to_verdicts(string query, string names)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities?" + query);

        Assert.Equal(names.Split('，', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Names(page));
        Assert.Contains("能否纳入", page.Of(".chips"));
    }

    [Fact, Clause("W20-1.3a")]
    public async Task A_verdict_opens_the_reasons_and_follows_what_is_said_of_a_community_or_a_building()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        Assert.DoesNotContain("晚一天", Names(await browser.GetAsync("/communities?verdict=Yes")));

        await app.ChangeAsync(async db =>
        {
            var late = await db.Communities.SingleAsync(c => c.Name == "晚一天");
            late.Describe(CommunityProfile.Of(late) with { Built = DateSpan.OfYears(2005, 2005) });
            db.Add(CommunityGiven.Building(await db.Communities.SingleAsync(c => c.Name == "正好"), "1号楼", "2010"));
        });

        var page = await browser.GetAsync("/communities?verdict=Yes");
        Assert.Equal(new[] { "早一天", "晚一天" }.Order(StringComparer.Ordinal), Names(page));
        var reasons = page.Document.QuerySelector("tbody td[data-label=能否纳入] a")!.GetAttribute("href")!.Split('#');
        Assert.Contains("W20-1.3a", (await browser.GetAsync(reasons[0])).Of("#" + reasons[1]));
    }

    [Fact]
    public async Task A_page_that_was_shown_before_says_what_is_true_now_and_nothing_to_who_may_not_look_there()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        using var neighbour = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("371082"), "neighbour");
        for (var times = 0; times < 3; times++) Assert.Equal("可以纳入", VerdictOn("正好", await browser.GetAsync("/communities?sort=-built-by")));
        Assert.Empty(Names(await neighbour.GetAsync("/communities?sort=-built-by")));

        await app.ChangeAsync(async db => db.Add(CommunityGiven.Building(await db.Communities.SingleAsync(c => c.Name == "正好"), "1号楼", "2010")));

        for (var times = 0; times < 2; times++) Assert.Equal("不能纳入", VerdictOn("正好", await browser.GetAsync("/communities?sort=-built-by")));
    }

    [Fact]
    public async Task A_page_that_two_people_are_shown_alike_carries_the_views_and_the_form_tokens_of_each()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        using var colleague = await app.SignedInAsync(Role.DistrictOfficer, name: "colleague");
        const string list = "/communities?built-by.to=2005-12-30", remember = "form.remembering", forget = "form.forgetting";
        foreach (var reader in new[] { browser, colleague, browser, colleague }) Assert.Contains("还没有记住的视图", (await reader.GetAsync(list)).Text);

        Assert.Equal("/communities?built-by.to=2005-12-30", (await browser.SubmitAsync(list, new { name = "老房子" }, remember)).Next);

        for (var times = 0; times < 2; times++)
        {
            Assert.Contains("老房子", (await browser.GetAsync(list)).Of(".views"));
            Assert.DoesNotContain("老房子", (await colleague.GetAsync(list)).Text);
        }

        Assert.Equal("/communities?built-by.to=2005-12-30", (await colleague.SubmitAsync(list, new { name = "我的" }, remember)).Next);
        Assert.Equal("/communities", (await browser.SubmitAsync(list, new { }, forget)).Next);
        Assert.DoesNotContain("老房子", (await browser.GetAsync(list)).Text);
        Assert.Contains("我的", (await colleague.GetAsync(list)).Of(".views"));
    }

    [Fact]
    public async Task What_leaves_the_list_is_narrowed_alike_and_carries_the_code_by_which_it_comes_back()
    {
        await app.ChangeAsync(async db =>
        {
            var one = await db.Communities.SingleAsync(c => c.Name == "正好");
            one.Describe(CommunityProfile.Of(one) with { Code = "WH-0007" });
        });
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var csv = await browser.Client.GetStringAsync("/communities.csv?verdict=Yes&cols=name", Stop);
        Assert.Contains("小区编码", csv, StringComparison.Ordinal);
        Assert.Contains("正好,WH-0007", csv, StringComparison.Ordinal);
        foreach (var door in new[] { ".csv", ".json", "/map" })
        {
            var text = await browser.Client.GetStringAsync($"/communities{door}?verdict=No", Stop);
            Assert.DoesNotContain("早一天", text, StringComparison.Ordinal);
            Assert.Contains("晚一天", text, StringComparison.Ordinal);
        }

        Assert.Equal(["各楼不同", "各楼结论不同"], await CellsAsync(browser, "/communities.xlsx?verdict=Split&cols=verdict", 0, 2));
        Assert.Equal(["各楼不同"], await CellsAsync(browser, "/communities/ledger.xlsx?verdict=Split", 3));
    }

    [Fact]
    public async Task A_long_list_leaves_with_the_verdict_on_each_of_its_rows_though_nobody_looked_at_it_before()
    {
        const int many = 1200;
        await app.KeepAsync([.. Enumerable.Range(0, many).Select(i => Built($"第{i}号", i % 3 == 0 ? "2006-01-01" : "2001-01-01"))]);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var cells = await CellsAsync(browser, "/communities.xlsx?cols=verdict&q=第", 0, 2);

        Assert.Equal(Enumerable.Range(0, many).Select(i => $"第{i}号 {(i % 3 == 0 ? "不能纳入" : "可以纳入")}").Order(StringComparer.Ordinal),
            cells.Chunk(2).Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal));
    }

    [Fact, Clause("W20-1.3a")]
    public async Task What_leaves_the_list_says_the_verdict_on_each_though_nobody_chose_the_column()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var csv = (await browser.Client.GetStringAsync("/communities.csv", Stop)).Split("\r\n");
        Assert.EndsWith(",能否纳入", csv[0], StringComparison.Ordinal);
        Assert.EndsWith(",可以纳入", csv.Single(line => line.StartsWith("正好,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith(",不能纳入", csv.Single(line => line.StartsWith("晚一天,", StringComparison.Ordinal)), StringComparison.Ordinal);
        var cells = await CellsAsync(browser, "/communities.xlsx", 0, csv[0].Split(',').Length - 1);
        Assert.Equal(["正好 可以纳入", "说不清 还不能确定"],
            cells.Chunk(2).Select(row => string.Join(' ', row)).Where(row => row[0] is '正' or '说').Order(StringComparer.Ordinal));
        Assert.DoesNotContain("能否纳入", await browser.Client.GetStringAsync("/communities.csv?cols=households", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_too_long_to_judge_meanwhile_leaves_without_verdicts_says_so_and_is_still_read_as_a_ledger()
    {
        await using var small = await TestApp.StartAsync(services =>
            services.AddSingleton(of => new RegisterIndex(of.GetRequiredService<RegisterVerdicts>()) { MostJudged = 1 }));
        await small.KeepAsync(Built("早一天", "2005-12-30"), Built("晚一天", "2006-01-01"));
        using var browser = await small.SignedInAsync(Role.DistrictOfficer);

        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync("/communities.xlsx", Stop));
        using var book = SheetReader.Open(stream, "list.xlsx");
        var rows = book.Rows(0).ToList();
        Assert.Equal("小区超过 1 个，没有逐个列出“能否纳入”：先选择属地，或者在“列”中选上它，再导出。", rows[0].Cells[0].Shown);
        Assert.DoesNotContain(rows[1].Cells, cell => cell.Shown == "能否纳入");
        Assert.Equal(["早一天", "晚一天"],
            LedgerSheet.Open(book, ShippedShelf.Shelf.Regions, Given.District).Rows().Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.Contains("没有逐个列出“能否纳入”", (await browser.GetAsync("/communities")).Text, StringComparison.Ordinal);
        Assert.Equal(["早一天 可以纳入", "晚一天 不能纳入"], (await CellsAsync(browser, "/communities.xlsx?cols=verdict", 0, 2)).Chunk(2)
            .Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_too_long_to_judge_asks_for_a_place_first()
    {
        using var verdicts = new RegisterVerdicts();
        using var register = new RegisterIndex(verdicts) { MostJudged = 6 };
        await using var db = app.Database.Open();
        var mine = new Jurisdiction([RegionCode.Nation]);
        var wanted = new WantedVerdicts(ShippedShelf.Shelf, new DateOnly(2024, 3, 28), [ListedVerdict.Yes]);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => register.JudgedAsync(db, mine, CommunityTable.Asked(mine, new TableState()), wanted, Stop));

        Assert.Equal("community.too-many-to-judge", refusal.Code);
        Assert.Contains("请先选择属地", refusal.Sentence, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Community Built(string name, string built) =>
        CommunityGiven.Community(name, also: p => p with { Built = DateSpan.TryParse(built, out var span) ? span : throw new FormatException(built) });

    private static async Task<IEnumerable<string>> CellsAsync(Browser browser, string address, params int[] columns)
    {
        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync(address, Stop));
        using var book = SheetReader.Open(stream, "list.xlsx");
        return [.. book.Rows(0).Skip(1).SelectMany(row => columns.Select(c => row.Cells[c].Shown))];
    }

    private static IEnumerable<string> Names(Page page) =>
        page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).Order(StringComparer.Ordinal);

    private static string VerdictOn(string name, Page page) =>
        page.Document.QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent.Trim() == name)
            .QuerySelector("td[data-label=能否纳入]")!.TextContent.Trim();
}
