using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Huanxin.App.Exchange;
using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Files;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>A ledger checked by people who only want an answer, at the command line and on the page.</summary>
[BothDatabases]
public sealed class LedgerCheckTests : IAsyncLifetime
{
    private static readonly string[] Lines =
    [
        "区县,小区名称,建成时间,土地性质,在城市或县城,现状问题,改造意愿强烈,纳入征迁规划,拟拆除新建,楼栋数,户数,建筑面积（㎡）",
        "环翠区,东山小区,1998,国有土地,是,失养失修失管、市政配套设施不完善、公共服务和社会服务设施不健全,是,否,否,10,480,42000",
        "环翠区,西山小区,2008,国有土地,是,失养失修失管、市政配套设施不完善、公共服务和社会服务设施不健全,是,否,否,6,240,21600",
        "文登区,南山小区,,国有土地,是,失养失修失管、市政配套设施不完善、公共服务和社会服务设施不健全,是,否,否,4,160,14400",
        "文登区,北山小区,1990,国有土地,是,失养失修失管、市政配套设施不完善、公共服务和社会服务设施不健全,是,是,否,5,200,180000",
    ];

    private TestApp app = null!;
    private string folder = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        folder = Directory.CreateTempSubdirectory("huanxin-check-").FullName;
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await app.DisposeAsync();
    }

    [Fact, Clause("W20-1.3a"), Clause("W20-1.3b")]
    public async Task Each_community_gets_a_verdict_with_its_clauses_and_what_is_missing()
    {
        var result = await RunAsync("check", "ledger", File(Lines), "--policy", "W20", "--on", "2024-03-28");

        Assert.Equal(1, result.Code);
        Assert.Contains("第 2 行 环翠区 东山小区：可以纳入", result.Output);
        Assert.Contains("第 3 行 环翠区 西山小区：不能纳入：不符合“2005年12月31日前建成”（W20-1.3a）", result.Output);
        Assert.Contains("第 4 行 文登区 南山小区：还不能确定：待查“2005年12月31日前建成”（W20-1.3a）；缺：建成时间", result.Output);
        Assert.Contains("第 5 行 文登区 北山小区：不能纳入：属于“拟对居民进行征收补偿安置”（W20-1.3b）", result.Output);
        Assert.Contains("户数合计 1,080 户", result.Output);
    }

    [Theory, Clause("W20-1.3b"), Clause("TX21-4.1")]
    [InlineData("W20", "环翠区", "不能纳入：属于“拟对居民进行征收补偿安置”")]
    [InlineData("TX21", "仁兴街道", "还不能确定")]
    public async Task Clearance_at_an_unknown_time_is_clearance_but_within_no_known_years(string policy, string place, string verdict)
    {
        var file = File("区县,小区名称,建成时间,土地性质,在城市或县城,现状问题,改造意愿强烈,曾综合改造,纳入征迁规划,拟拆除新建", $"{place},东山小区,1998,国有土地,是,失养失修失管、市政配套设施不完善、公共服务和社会服务设施不健全,是,否,是,否");

        Assert.Contains($"东山小区：{verdict}", (await RunAsync("check", "ledger", file, "--policy", policy)).Output);
    }

    [Fact]
    public async Task What_stands_twice_in_the_ledger_and_what_is_not_built_yet_is_told_without_a_register()
    {
        var file = File("区县,小区名称,地址,建成时间", "环翠区,东山小区,东山路1号,1998", "环翠区,东山 小区,,1998", "环翠区,东山花园,,2030", "文登区,东山小区,,1998");
        var output = (await RunAsync("check", "ledger", file, "--policy", "W20", "--on", "2024-03-28")).Output;

        Assert.Contains("B3  必须修正  小区名称“东山小区”：与第 2 行重复", output);
        Assert.Contains("B4  请核实  小区名称“东山花园”：与第 2 行的“东山小区”名称相近或地址相同，是不是同一个小区？", output);
        Assert.Contains("D4  请核实  建成时间“2030”：建成时间晚于今天", output);
        Assert.Contains("错误 1 处，存疑 2 处", output);
        var buildings = File("小区名称,区县,楼号,户数", "东山小区,环翠区,1号楼,30", "东山小区,环翠区,1#,30");
        Assert.Contains("C3  必须修正  楼号“1#”：与第 2 行重复", (await RunAsync("check", "ledger", buildings, "--policy", "W20")).Output);
    }

    [Fact]
    public async Task Among_thousands_the_first_of_a_name_a_code_or_an_address_is_found_again()
    {
        var lines = Enumerable.Range(1, 5000).Select(i => $"C{i},环翠区,第{i}号苑,大庆路{i}号").Prepend("小区编码,区县,小区名称,地址");
        var last = new[] { ",环翠区,第1号苑,", "C2,环翠区,另一个名字,", ",环翠区,别处的家,大庆路4999号", ",文登区,第3号苑,大庆路3号" };
        var output = (await RunAsync("check", "ledger", File([.. lines, .. last]), "--policy", "W20", "--on", "2024-03-28")).Output;

        Assert.Contains("C5002  必须修正  小区名称“第1号苑”：与第 2 行重复", output);
        Assert.Contains("C5003  必须修正  小区名称“另一个名字”：与第 3 行重复", output);
        Assert.Contains("C5004  请核实  小区名称“别处的家”：与第 5000 行的“第4999号苑”名称相近或地址相同", output);
        Assert.Contains("错误 2 处，存疑 1 处", output);
    }

    [Fact, Clause("W24-A1")]
    public async Task The_planned_investments_of_a_ledger_are_summed_in_yuan()
    {
        const string ledger = "区县,小区名称,户数,计划投资（万元）\n环翠区,东山小区,300,600.5\n环翠区,西山小区,50,100\n";

        var said = await RunAsync("check", "ledger", File(ledger), "--policy", "W20");
        using var json = JsonDocument.Parse((await RunAsync("check", "ledger", File(ledger), "--policy", "W20", "--json")).Output);

        Assert.Contains("计划投资合计 7,005,000 元", said.Output);
        Assert.Equal(7_005_000m, json.RootElement.GetProperty("sums").EnumerateArray().Single(s => s.GetProperty("measure").GetString() == "investment").GetProperty("sum").GetDecimal());
    }

    [Fact]
    public async Task A_shifted_decimal_point_is_asked_at_its_cell_with_what_it_does_to_the_total()
    {
        var result = await RunAsync("check", "ledger", File(Lines), "--policy", "W20", "--json");

        using var json = JsonDocument.Parse(result.Output);
        var fault = Assert.Single(json.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal(("plausibility.digit-shift", "soft", "L5"), (fault.GetProperty("code").GetString(), fault.GetProperty("level").GetString(),
            fault.GetProperty("address").GetString()));
        Assert.Contains("建筑面积若为18,000㎡", fault.GetProperty("sentence").GetString());
        Assert.Contains("由25.8万㎡变为9.6万㎡", fault.GetProperty("sentence").GetString());
        Assert.Equal(["yes", "no", "unknown", "no"], json.RootElement.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("answer").GetString()));
        Assert.Equal(258_000m, json.RootElement.GetProperty("sums").EnumerateArray().Single(s => s.GetProperty("measure").GetString() == "area").GetProperty("sum").GetDecimal());
    }

    [Fact]
    public async Task Buildings_on_both_sides_of_the_limit_are_judged_one_by_one()
    {
        var result = await RunAsync("check", "ledger", File("区县,小区名称,楼号,建成时间,户数,建筑面积（㎡）", "环翠区,东山小区,1号楼,2004,40,3600", "环翠区,东山小区,2号楼,2007,40,3600"), "--policy", "W20");

        Assert.Contains("东山小区：按楼判断", result.Output);
        Assert.Contains("1 栋不能纳入", result.Output);
    }

    [Fact, Clause("W20-1.3a")]
    public async Task A_ledger_that_names_no_district_is_judged_all_the_same_and_columns_that_are_not_read_are_named()
    {
        var file = File("小区名称,竣工年月,朝向", "东山小区,1998.6,南", "西山小区,2008.6,北");

        var told = await RunAsync("check", "ledger", file, "--policy", "W20", "--on", "2024-03-28");
        using var json = JsonDocument.Parse((await RunAsync("check", "ledger", file, "--policy", "W20", "--on", "2024-03-28", "--json")).Output);

        Assert.Equal(0, told.Code);
        Assert.Contains("东山小区：还不能确定", told.Output);
        Assert.Contains("西山小区：不能纳入：不符合“2005年12月31日前建成”（W20-1.3a）", told.Output);
        Assert.Contains("1 列没有读，不认得列名：朝向", told.Output);
        Assert.Equal(["朝向"], json.RootElement.GetProperty("unread").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task A_clean_ledger_ends_with_nought()
    {
        var result = await RunAsync("check", "ledger", File(Lines[..3]), "--policy", "W20", "--on", "2024-03-28");

        Assert.Equal(0, result.Code);
        Assert.Contains("没有发现问题。", result.Output);
    }

    [Theory]
    [InlineData("W20", "nothing like a ledger", "没有找到表头")]
    [InlineData("NONE", "小区名称,户数\n甲,1\n", "没有代号为“NONE”的文件")]
    public async Task What_cannot_be_read_ends_with_two_and_one_sentence(string policy, string text, string sentence)
    {
        var result = await RunAsync("check", "ledger", File(text), "--policy", policy);

        Assert.Equal(2, result.Code);
        Assert.Contains(sentence, result.Sentence);
    }

    [Fact]
    public async Task The_page_answers_with_faults_totals_and_verdicts_and_stores_nothing()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var before = await TracesAsync();

        var page = await PostAsync(browser, "/check", "check", Encoding.UTF8.GetBytes(string.Join('\n', Lines)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("错误 0 处，存疑 1 处", page.Text);
        Assert.Contains("第 5 行（L5）", page.Text);
        Assert.Contains("258,000㎡", page.Text);
        Assert.True(page.Has("a[href*='W20-1.3a']"));
        Assert.Equal(before, await TracesAsync());
    }

    [Fact]
    public async Task The_same_form_gives_the_workbook_back_with_its_faults_marked_and_stores_nothing()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var before = await TracesAsync();

        var page = await PostAsync(browser, "/check/faults.xlsx", "check", Encoding.UTF8.GetBytes(string.Join('\n', Lines)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var content = new MemoryStream(await page.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var book = SheetReader.Open(content, "marked.xlsx");
        Assert.Contains(book.Rows(0).Single(row => row.Number == 5).Cells, cell => cell.Shown.Contains("若为18,000㎡", StringComparison.Ordinal));
        Assert.Equal(before, await TracesAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_is_refused_on_the_page_with_one_sentence()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await PostAsync(browser, "/check", "check", Uploads.Pdf);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("不予办理", page.Text);
    }

    [Fact]
    public async Task Without_a_file_the_form_says_so_and_strangers_do_not_see_it()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.SubmitAsync("/check", new { policy = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请选择一个有内容的文件", page.Text);
        Assert.Contains("请选择依据的文件", page.Text);
        using var stranger = app.Open();
        Assert.Contains("/sign-in", (await stranger.GetAsync("/check")).Next);
    }

    private static async Task<Page> PostAsync(Browser browser, string url, string handler, byte[] bytes)
    {
        var page = await browser.GetAsync("/check");
        using var form = new MultipartFormDataContent();
        var token = page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (string, string)[] fields =
            [("_handler", handler), ("__RequestVerificationToken", token), ("kind", "ledger"), ("policy", "W20"), ("on", "2024-03-28")];
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "台账.csv");
        var answer = await browser.Client.PostAsync(url, form, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return await Browser.PageAsync(answer);
    }

    private async Task<(int Acts, int Files, int Communities, int Kept)> TracesAsync() => (
        await app.AskAsync(db => db.Acts.CountAsync()), await app.AskAsync(db => db.Attachments.CountAsync()),
        await app.AskAsync(db => db.Communities.CountAsync()), Uploads.Kept(app.Database.DataFolder).Count);

    private async Task<CommandResult> RunAsync(params string[] words) => await new CommandLine(app.Database).RunAsync(words);

    private string File(params IEnumerable<string> lines)
    {
        var path = Path.Combine(folder, "台账.csv");
        System.IO.File.WriteAllLines(path, lines, Encoding.UTF8);
        return path;
    }
}
