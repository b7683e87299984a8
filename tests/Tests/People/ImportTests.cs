using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Huanxin.App.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

[BothDatabases]
public sealed class ImportTests : IAsyncLifetime
{
    private static readonly string[] OrganisationHead = ["单位编码", "单位名称", "单位类别", "属地", "上级单位编码", "代管区划", "统一社会信用代码"];
    private static readonly string[] AccountHead = ["登录名", "姓名", "电话", "所属单位编码", "岗位", "管辖地"];
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Organisations_come_in_as_one_act_and_the_same_file_again_changes_nothing()
    {
        await app.KeepAsync(Given.Organisation("bureau", "旧的名称"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var book = await BookAsync(OrganisationHead,
            ["child", "竹岛街道办事处", "街道（镇）", "竹岛街道", "new-parent", "", ""],
            ["new-parent", "环翠区城市更新中心", "其他部门", "371002", "bureau", "", ""],
            ["bureau", "环翠区住建局", "住建部门", "环翠区", "", "", ""]);

        var check = await UploadAsync(browser, "/organisations/import", book);
        Assert.Contains("新增 2行", check.Text);
        Assert.Contains("修改 1行", check.Text);
        Assert.Equal(0, await Acts("organisation.import"));

        var done = await browser.SubmitAsync(check, "", new { });
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Contains("没有需要导入的", (await browser.GetAsync(done.Next!)).Text);
        Assert.Equal(1, await Acts("organisation.import"));
        var child = await app.AskAsync(db => db.Organisations.SingleAsync(o => o.Code == "child"));
        var parent = await app.AskAsync(db => db.Organisations.SingleAsync(o => o.Code == "new-parent"));
        Assert.Equal(parent.Id, child.ParentId);
        Assert.Equal("环翠区住建局", await app.AskAsync(db => db.Organisations.Where(o => o.Code == "bureau").Select(o => o.Name).SingleAsync()));

        Assert.Contains("没有需要导入的", (await UploadAsync(browser, "/organisations/import", book)).Text);
    }

    [Fact]
    public async Task Lists_as_offices_keep_them_name_the_kind_the_place_and_the_one_above_in_their_own_words()
    {
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var book = await BookAsync(["编码", "单位全称", "单位性质", "管辖地", "上级单位"],
            ["street", "竹岛街道办事处", "街道办事处", "竹岛街道", "环翠区住建局"], ["haibin", "海滨社区居民委员会", "居委会", "竹岛街道", "竹岛 街道办事处"]);

        await browser.SubmitAsync(await UploadAsync(browser, "/organisations/import", book), "", new { });

        var all = await app.AskAsync(db => db.Organisations.ToDictionaryAsync(o => o.Code));
        Assert.Equal((OrganisationKind.Street, all["bureau"].Id), (all["street"].Kind, all["street"].ParentId));
        Assert.Equal((OrganisationKind.NeighbourhoodCommittee, all["street"].Id), (all["haibin"].Kind, all["haibin"].ParentId));
        Assert.Contains("没有需要导入的", (await UploadAsync(browser, "/organisations/import", book)).Text);

        var people = await BookAsync(["用户名", "姓名", "工作单位"], ["zhudao-1", "演示甲", "竹岛街道办事处"]);
        await browser.SubmitAsync(await UploadAsync(browser, "/accounts/import", people), "", new { });
        Assert.Equal(all["street"].Id, await app.AskAsync(db => db.Accounts.Where(a => a.SignInName == "zhudao-1").Select(a => a.OrganisationId).SingleAsync()));
    }

    [Fact]
    public async Task Every_fault_is_named_with_its_place_and_nothing_comes_in()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await UploadAsync(browser, "/organisations/import", await BookAsync(OrganisationHead,
            ["good", "好的单位", "街道（镇）", "竹岛街道", "", "", ""],
            ["good", "重复的单位", "街道（镇）", "竹岛街道", "", "", ""],
            ["no-name", "", "没有的类别", "文登区", "unknown", "火星", ""],
            ["bad-credit", "信用代码", "其他", "环翠区", "", "", "91371000MA3C000000"],
            ["loop-a", "甲", "其他", "环翠区", "loop-b", "", ""],
            ["loop-b", "乙", "其他", "环翠区", "loop-a", "", ""]));

        Assert.Contains("与第 2 行重复", page.Text);
        Assert.Contains("第 4 行（B4） 单位 单位名称 必须填写", page.Text);
        Assert.Contains("第 4 行（C4） 单位 单位类别 没有的类别（原文）", page.Text);
        Assert.Contains("“文登区”不在您的管辖范围内", page.Text);
        Assert.Contains("没有编码或名称为“unknown”的单位", page.Text);
        Assert.Contains("没有编码或名称为“火星”的区划", page.Text);
        Assert.Contains("校验码", page.Text);
        Assert.Contains("第 6 行（E6）", page.Text);
        Assert.False(page.Has("form[action$='/commit']"));
        Assert.False(await app.AskAsync(db => db.Organisations.AnyAsync(o => o.Code == "good")));
        var faults = page.Document.QuerySelector("a[href$='faults.xlsx']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(faults, TestContext.Current.CancellationToken)).StatusCode);
        var commit = faults.Replace("faults.xlsx", "commit", StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(page, commit, new { }, "form[action='/sign-out']", commit);
        Assert.EndsWith(Path.GetDirectoryName(faults)!, refused.Next, StringComparison.Ordinal);
        Assert.False(await app.AskAsync(db => db.Organisations.AnyAsync(o => o.Code == "good")));
    }

    [Fact]
    public async Task Headings_and_faults_of_a_list_are_mended_on_the_page_and_the_file_stays_as_it_was()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var check = await UploadAsync(browser, "/organisations/import", await BookAsync(["代号", "单位名称", "单位类别", "属地", "传真"],
            ["zhudao", "竹岛街道办事处", "街办", "竹岛街道", "1"], ["center", "", "其他部门", "环翠区", "2"]));
        Assert.Contains("还缺：单位编码", check.Text);
        Assert.Equal("（不导入）", check.Of("select[name='fix.E1'] option[selected]"));

        check = await FixAsync(browser, check, ("fix.A1", "单位编码"), ("fix.C2", "街道（镇）"));
        Assert.False(check.Has("[name='fix.C2']"));
        Assert.Contains("有 1 处问题", check.Text);
        var done = await browser.SubmitAsync(await FixAsync(browser, check, ("fix.B3", "城市更新中心")), "", new { }, "form[action$='/commit']");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(["城市更新中心", "竹岛街道办事处"], (await app.AskAsync(db => db.Organisations.Where(o => o.Code == "zhudao" || o.Code == "center").Select(o => o.Name).ToListAsync())).Order());
        Assert.Contains("在页面上改正 A1、B3、C2 共 3 处", await app.AskAsync(db => db.Acts.Where(a => a.Verb == "organisation.import").Select(a => a.Why).SingleAsync()));
        Assert.Equal(2, await Acts("import.correct"));
    }

    [Fact]
    public async Task A_list_without_a_known_heading_is_given_its_headings_on_the_page()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var check = await UploadAsync(browser, "/organisations/import", await BookAsync(["代号", "全名", "性质", "在哪里"],
            ["zhudao", "竹岛街道办事处", "街道（镇）", "竹岛街道"]));
        Assert.Contains("没有找到表头", check.Text);
        Assert.Contains("zhudao", check.Of("td[data-label='前几行的内容']"));

        check = await FixAsync(browser, check, ("fix.A1", "单位编码"), ("fix.B1", "单位名称"), ("fix.C1", "单位类别"), ("fix.D1", "属地"));

        Assert.Contains("新增 1行", check.Text);
        Assert.True(check.Has("form[action$='/commit']"));
    }

    [Fact]
    public async Task What_is_corrected_about_a_person_is_kept_sealed()
    {
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var check = await UploadAsync(browser, "/accounts/import", await BookAsync(AccountHead, ["zhang.san", "张三", "电话不对", "bureau", "皇帝", ""]));

        check = await FixAsync(browser, check, ("fix.C2", "13812345678"), ("fix.E2", "街道办事处"));

        Assert.Contains("新增 1行", check.Text);
        Assert.Equal(["", ""], await app.AskAsync(db => db.UploadCorrections.Select(c => c.Text).ToListAsync()));
        Assert.False(await app.AskAsync(db => db.Changes.AnyAsync(c => c.New!.Contains("13812345678"))));
    }

    [Fact]
    public async Task Nobody_corrects_the_upload_of_another()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        using var other = await app.SignedInAsync(Role.SystemAdministrator, name: "other");
        var check = await UploadAsync(browser, "/organisations/import", await BookAsync(OrganisationHead, ["a1", "", "其他", "环翠区", "", "", ""]));
        var path = check.Response.RequestMessage!.RequestUri!.AbsolutePath;

        var refused = await other.SubmitAsync(await other.GetAsync("/organisations/import"), path, new Dictionary<string, string> { ["_handler"] = "fixes", ["fix.B2"] = "甲", ["was.B2"] = "" });

        Assert.InRange((int)refused.Status, 400, 499);
        Assert.False(await app.AskAsync(db => db.UploadCorrections.AnyAsync()));
    }

    [Fact]
    public async Task Accounts_come_in_with_posts_and_their_first_passwords_are_handed_out_once()
    {
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var book = await BookAsync(AccountHead,
            ["zhang.san", "张三", "13800000000", "bureau", "街道办事处", "竹岛街道"],
            ["li.si", "李四", "", "bureau", "", ""]);

        var check = await UploadAsync(browser, "/accounts/import", book);
        Assert.Contains("新增 2行", check.Text);
        var form = (IHtmlFormElement)check.Document.QuerySelector("main form")!;
        var answer = await browser.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(
            form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Select(box => KeyValuePair.Create(box.Name!, box.Value))), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var passwords = Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var zhang = app.Open();
        await zhang.SignInAsync("zhang.san", passwords["zhang.san"]);
        Assert.Equal("/account/password", (await zhang.GetAsync("/organisations")).Next);
        Assert.Equal(Role.StreetOfficer, await app.AskAsync(db => db.Postings.Where(p => p.Place == RegionCode.Of("371002003")).Select(p => p.Role).SingleAsync()));
        Assert.True(passwords.ContainsKey("li.si"));
        Assert.Equal(1, await Acts("account.import"));

        Assert.Contains("没有需要导入的", (await UploadAsync(browser, "/accounts/import", book)).Text);
    }

    [Fact]
    public async Task Bad_accounts_are_all_named_and_none_comes_in()
    {
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"), Given.Organisation("beside", "文登区住建局", RegionCode.Of("371003")));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await UploadAsync(browser, "/accounts/import", await BookAsync(AccountHead,
            ["张三", "张三", "", "bureau", "", ""],
            ["good", "好人", "电话不对", "bureau", "", ""],
            ["other", "另一个", "", "beside", "", ""],
            ["both", "两处", "也不对", "nowhere", "", ""],
            ["clerk", "演示·clerk", "", "bureau", "街道办事处", "竹岛街道"],
            ["role", "岗位", "", "bureau", "皇帝", ""],
            ["place", "管辖", "", "bureau", "街道办事处", "威海市"]));

        foreach (var sentence in new[] { "登录名须为", "电话须为", "没有编码或名称为“beside”的单位", "不能给自己授予", "应为：市级主管", "“威海市”不在您的管辖范围内" })
        {
            Assert.Contains(sentence, page.Text);
        }

        Assert.Equal(2, page.Text.Split("电话须为").Length - 1);
        Assert.Contains("没有编码或名称为“nowhere”的单位", page.Text);
        Assert.False(await app.AskAsync(db => db.Accounts.AnyAsync(a => a.SignInName == "good")));
    }

    [Fact]
    public async Task An_upload_belongs_to_who_uploaded_it_and_a_file_that_is_no_workbook_is_refused()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        using var other = await app.SignedInAsync(Role.SystemAdministrator, name: "other");
        using var officer = await app.SignedInAsync(Role.DistrictOfficer, name: "officer");
        var check = await PostFileAsync(browser, "/organisations/import", "单位.xlsx", await BookAsync(OrganisationHead, ["a1", "甲", "其他", "环翠区", "", "", ""]));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(check.Next!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(check.Next!.Replace("organisations", "accounts", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/organisations/import")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/accounts/import/template.xlsx", TestContext.Current.CancellationToken)).StatusCode);

        var image = await PostFileAsync(browser, "/organisations/import", "单位.xlsx", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]);
        Assert.Equal(HttpStatusCode.Conflict, image.Status);
        var none = await PostFileAsync(browser, "/organisations/import", "", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("请选择一个有内容的文件", none.Text);
        var strange = await UploadAsync(browser, "/organisations/import", await BookAsync(["甲", "乙"], ["1", "2"]));
        Assert.Contains("没有找到表头", strange.Text);
    }

    [Fact]
    public async Task A_file_that_was_altered_in_the_store_is_not_imported()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var check = await PostFileAsync(browser, "/organisations/import", "单位.xlsx", await BookAsync(OrganisationHead, ["a1", "甲", "其他", "环翠区", "", "", ""]));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.Database.DataFolder, "files"), "*", SearchOption.AllDirectories))
        {
            await File.AppendAllTextAsync(file, "x", TestContext.Current.CancellationToken);
        }

        Assert.Contains("已不在系统中或已损坏", (await browser.GetAsync(check.Next!)).Text);
    }

    private Task<int> Acts(string verb) => app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == verb));

    private static async Task<Page> UploadAsync(Browser browser, string url, byte[] book)
    {
        var answer = await PostFileAsync(browser, url, "导入.xlsx", book);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await browser.GetAsync(answer.Next!);
    }

    private static async Task<Page> PostFileAsync(Browser browser, string url, string name, byte[] content)
    {
        var page = await browser.GetAsync(url);
        var form = new MultipartFormDataContent();
        foreach (var box in page.Document.QuerySelectorAll("main form input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form.Add(new StringContent(box.Value), box.Name!);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name.Length > 0) form.Add(file, "file", name);
        return await Browser.PageAsync(await browser.Client.PostAsync(url, form));
    }

    // Everything of the form is sent as it stands, except for what is typed or chosen.
    private static async Task<Page> FixAsync(Browser browser, Page check, params (string Name, string Value)[] fixes)
    {
        var form = (IHtmlFormElement)check.Document.QuerySelector("form:has(input[name='_handler'][value='fixes'])")!;
        var values = form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Select(box => (Name: box.Name!, box.Value))
            .Concat(form.QuerySelectorAll("select[name]").Cast<IHtmlSelectElement>().Select(box => (Name: box.Name!, Value: box.Value!))).ToDictionary(pair => pair.Name, pair => pair.Value);
        foreach (var (name, value) in fixes) values[name] = value;
        var answer = await Browser.PageAsync(await browser.Client.PostAsync(check.Response.RequestMessage!.RequestUri, new FormUrlEncodedContent(values)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await browser.GetAsync(answer.Next!);
    }

    private static async Task<byte[]> BookAsync(string[] head, params string[][] rows)
    {
        using var stream = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(stream, TestContext.Current.CancellationToken))
        {
            var sheet = await book.AddSheetAsync(new SheetLayout("单位", [.. head.Select(title => new SheetColumn(title))]), TestContext.Current.CancellationToken);
            foreach (var row in rows) await sheet.AddAsync(Array.ConvertAll(row, text => (Cell)text), TestContext.Current.CancellationToken);
            await book.CompleteAsync(TestContext.Current.CancellationToken);
        }

        return stream.ToArray();
    }

    private static Dictionary<string, string> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var book = SheetReader.Open(stream, "初始密码.xlsx");
        return book.Rows(0).Skip(2).ToDictionary(row => row[0].Shown, row => row[1].Shown);
    }
}
