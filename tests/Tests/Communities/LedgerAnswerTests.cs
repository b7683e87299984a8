using System.Net;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Huanxin.Web.Communities.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class LedgerAnswerTests : IAsyncLifetime
{
    private const string Doubtful = "小区名称\t建成年代\t户数\n花园小区\t九十年代\t三百\n";
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Ticks_without_a_reason_are_asked_for_one_and_nothing_typed_is_lost()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync(Doubtful);

        var asked = await browser.AnswerAsync(check, ("kind1", check.Value("kind1")), ("fix.C2", "310"), ("row.2", "skip"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("勾选了“属实”，请填写理由", asked.Text, StringComparison.Ordinal);
        Assert.True(asked.Has("[name='kind1'][checked]"));
        Assert.True(asked.Has("[name='fix.C2'][value='310']"));
        Assert.True(asked.Has("[name='row.2'] option[value='skip'][selected]"));
        Assert.Equal("{}", await app.AskAsync(db => db.ImportRuns.Select(run => run.Decisions).SingleAsync()));

        var kept = await browser.AnswerAsync(asked, ("kind1", check.Value("kind1")), ("fix.C2", "310"), ("why", "已与街道核对"));
        Assert.False(kept.Has("[name='fix.C2']"));
        Assert.True(kept.Has("form[action$='/confirm']"));
    }

    [Fact]
    public async Task Two_names_alike_are_chosen_one_by_one_and_never_ticked()
    {
        await app.KeepAsync(CommunityGiven.Named("人社局职工宿舍"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\n人社局宿舍\t31\n");
        Assert.False(check.Has("input[type=checkbox]"));
        Assert.Equal("请选择", check.Of("select[name='row.2'] option"));

        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("row.2", "new")));
        Assert.Equal(2, await app.AskAsync(db => db.Communities.CountAsync()));
    }

    [Fact]
    public async Task Answers_sent_after_the_session_ended_lead_to_sign_in_which_says_so_and_back_to_the_ledger()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer, name: "clerk");
        var check = await browser.PasteAsync(Doubtful);
        var address = check.Response.RequestMessage!.RequestUri!;
        using var stranger = app.Open();

        foreach (var (path, referer) in new (string, Uri?)[] { ("", null), ("/confirm", address), ("/abandon", address) })
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, address + path) { Content = new FormUrlEncodedContent([]) };
            post.Headers.Referrer = referer;
            var turned = await Browser.PageAsync(await stranger.Client.SendAsync(post, TestContext.Current.CancellationToken));
            Assert.Equal($"/sign-in?next={Uri.EscapeDataString(address.AbsolutePath)}&lost=true", turned.Next);
        }

        var page = await stranger.GetAsync($"/sign-in?next={Uri.EscapeDataString(address.AbsolutePath)}&lost=true");
        Assert.Contains("登录已过期：刚才提交的内容没有保存，请登录后重新提交", page.Text, StringComparison.Ordinal);
        var back = await stranger.SubmitAsync(page, page.Response.RequestMessage!.RequestUri!.PathAndQuery, new { Form__Name = "clerk", Form__Password = TestApp.Password });
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(back.Next!)).Status);
    }

    [Theory]
    [InlineData("/saved-views", null)]
    [InlineData("/saved-views", "https://evil.example/communities")]
    public async Task A_post_without_a_page_of_ours_behind_it_leads_home(string path, string? referer)
    {
        using var stranger = app.Open();
        using var post = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        post.Headers.Referrer = referer is null ? null : new Uri(referer);

        var turned = await Browser.PageAsync(await stranger.Client.SendAsync(post, TestContext.Current.CancellationToken));

        Assert.Equal("/sign-in?next=%2F&lost=true", turned.Next);
    }

    [Fact]
    public async Task Columns_that_are_not_understood_are_named()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\t测算口径\n花园小区\t120\t甲\n");

        Assert.Contains("1 列没有导入：测算口径", check.Text, StringComparison.Ordinal);
        Assert.True(check.Has("main .note a[href$='/columns']"));
    }

    [Fact]
    public async Task How_many_were_asked_and_agreed_is_read_under_the_heading_of_wishes()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var book = await LedgerPages.BookAsync("台账", ["小区名称", "改造意愿（户）", ""], ["", "应征询", "同意"], ["花园小区", 120, 100]);

        await browser.ConfirmAsync(await browser.DropAsync(book));

        var garden = await app.AskAsync(db => db.Communities.SingleAsync());
        Assert.Equal((120, 100), (garden.HouseholdsAsked, garden.HouseholdsAgreed));
    }

    [Fact]
    public async Task A_word_that_is_none_of_the_choices_is_chosen_on_the_page()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t产权性质\n花园小区\t单位产权\n");
        Assert.Equal("单位产权（原文）", check.Of("select[name='fix.B2'] option"));

        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("fix.B2", "房改房"), ("was.B2", "单位产权")));

        Assert.Equal(OwnershipKind.ReformedHousing, await app.AskAsync(db => db.Communities.Select(c => c.Ownership).SingleAsync()));
    }

    [Fact]
    public async Task What_is_typed_over_a_cell_with_two_faults_is_what_comes_in()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t楼栋数\t户数\n花园小区\t2\t30\n花园小区\t2\t40\n海滨小区、花园小区\t\t\n");
        Assert.Equal(2, check.Document.QuerySelectorAll("[name='fix.A4']").Length);

        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("fix.A3", "西关小区"), ("fix.A4", "海滨小区")));

        Assert.Equal(["海滨小区", "花园小区", "西关小区"], await app.AskAsync(db => db.Communities.Select(c => c.Name).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_ledger_without_a_row_says_so()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\n\t\n");

        Assert.Contains("表头下面没有一行数据", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一致", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_import_it_is_told_which_facts_the_verdicts_still_lack()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var done = await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t建成年份\n花园小区\t1998\n西关小区\t\n"));

        Assert.Contains("还不能确定 2个小区", done.Text, StringComparison.Ordinal);
        Assert.Contains("建成时间（1 个小区）", done.Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task After_a_large_import_the_verdicts_are_counted_too_and_each_count_opens_its_list()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        const int many = 5100;
        var rows = string.Concat(Enumerable.Range(1, many).Select(i => $"第{i}号院\t{(i <= 100 ? "是" : "否")}\n"));

        var done = await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t拟拆除新建\n" + rows));
        for (var tries = 0; tries < 40 && done.Text.Contains("正在逐个判断", StringComparison.Ordinal); tries++)
        {
            Assert.True(done.Has("[data-refresh]"));
            await Task.Delay(250, TestContext.Current.CancellationToken);
            done = await browser.GetAsync(done.Response.RequestMessage!.RequestUri!.PathAndQuery);
        }

        Assert.Contains("不能纳入 100个小区", done.Text, StringComparison.Ordinal);
        Assert.Contains("还不能确定 5,000个小区", done.Text, StringComparison.Ordinal);
        var list = await browser.GetAsync(done.Document.QuerySelector(".tile a[href*='verdict=No']")!.GetAttribute("href")!);
        Assert.Contains("共 100 条", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_does_not_wait_for_verdicts_that_take_long_and_tells_them_when_they_are_there()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.ConfirmAsync(await browser.PasteAsync("小区名称\t拟拆除新建\n花园小区\t是\n"));
        var judging = new ImportJudging(app.Services.GetRequiredService<IServiceScopeFactory>()) { Patience = TimeSpan.Zero };
        Task<ImportAnswer?> AskAsync() => app.AskAsync(async db => await judging.AskAsync(
            db, await db.ImportRuns.SingleAsync(), ShippedShelf.Shelf, new DateOnly(2024, 3, 28), TestContext.Current.CancellationToken));

        var answer = await AskAsync();
        Assert.Null(answer);
        for (var tries = 0; tries < 40 && answer is null; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            answer = await AskAsync();
        }

        Assert.Equal([(ListedVerdict.No, 1)], answer!.Judged.Select(one => (one.Verdict, one.Count)));
    }

    [Fact]
    public async Task A_doubtful_area_stands_in_the_unit_of_its_column()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\t建筑面积（万㎡）\n花园小区\t216\t21000\n");

        Assert.Equal("21000", check.Value("fix.C2"));
    }

    [Fact]
    public async Task The_same_file_again_is_taken_up_where_it_was_left_and_keeps_what_was_answered()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var book = await LedgerPages.BookAsync("台账", ["小区名称", "建成年代", "户数"], ["花园小区", "九十年代", "三百"]);
        var check = await browser.DropAsync(book);
        var same = await browser.DropAsync(book);
        Assert.Equal(check.Response.RequestMessage!.RequestUri, same.Response.RequestMessage!.RequestUri);
        Assert.Contains("小区台账", (await browser.GetAsync("/communities/imports")).Text, StringComparison.Ordinal);

        check = await browser.AnswerAsync(check, ("kind1", check.Value("kind1")), ("fix.C2", "310"), ("why", "已与街道核对"));
        await browser.ConfirmAsync(check);
        var again = await browser.DropAsync(book);

        Assert.Contains("没有需要导入的", again.Text, StringComparison.Ordinal);
        Assert.False(again.Has("[name='fix.C2']"));
        await browser.SubmitAsync(again, "", new { }, "form[action$='/abandon']");
        Assert.DoesNotContain("台账待核对", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_table_is_shown_the_way_to_the_plans()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.PasteAsync("区市\t2023年户数\t2023年栋数\n环翠区\t1200\t30\n");

        Assert.Contains("这像是计划表", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has("main .note a[href='/programmes']"));
    }
}
