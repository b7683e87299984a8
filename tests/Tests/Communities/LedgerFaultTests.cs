using System.IO.Compression;
using System.Net;
using System.Text;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Files;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What a clerk may drop on the page that is not a ledger, and what may happen while one comes in.</summary>
[BothDatabases]
public sealed class LedgerFaultTests : IAsyncLifetime
{
    private TestApp app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_no_readable_workbook_is_refused_with_a_sentence_and_leaves_nothing()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var wide = Encoding.UTF8.GetBytes(new string(',', 1_000_000));
        var bomb = Xlsx($"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{new string(' ', 80 << 20)}");
        (string Name, byte[] Bytes, string Said)[] bad =
        [
            ("空.xlsx", [], "是空的"),
            ("坏.xlsx", Encoding.UTF8.GetBytes("PK\u0003\u0004 not a zip"), "已损坏或不完整"),
            ("炸弹.xlsx", bomb, "体积异常"),
            ("宏.xlsm", Xlsx("<row/>", ("xl/vbaProject.bin", "x")), "另存为不带宏的 xlsx"),
            ("半.xlsx", Xlsx("<row/>")[..40], "已损坏或不完整"),
            ("链接.xlsx", Xlsx("<row/>", ("xl/externalLinks/externalLink1.xml", "<x/>")), "链接"),
            ("加密.xlsx", FileSignatureTests.Compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "密码"),
            ("导出.xls", "<html><table><tr><td>小区名称</td></tr></table></html>"u8.ToArray(), "打开，另存为 xlsx"),
            ("台账.ods", FileSignatureTests.Zip("mimetype", "content.xml"), "是其他软件的表格，请在 Excel 或 WPS 中另存为 xlsx"),
            ("编码.csv", [.. Encoding.UTF8.GetBytes("小区名称,户数\n"), 0xFF, 0xFF, 0x80, (byte)'\n'], "编码"),
        ];
        foreach (var (name, bytes, said) in bad)
        {
            var page = await browser.DropAsync(bytes, name);
            Assert.True(page.Text.Contains(said, StringComparison.Ordinal), $"{name}: {page.Status} {page.Text}");
        }

        Assert.Equal(0, await app.AskAsync(db => db.ImportRuns.CountAsync()));
        Assert.Contains("超过 1000 列", (await browser.DropAsync(wide, "宽.csv")).Text, StringComparison.Ordinal);
        var long_ = Encoding.UTF8.GetBytes("小区名称,户数\n" + new string('长', 1 << 20) + ",1\n");
        Assert.Contains("超过 32767 个字符", (await browser.DropAsync(long_, "长.csv")).Text, StringComparison.Ordinal);
        Assert.Contains("乱码", (await browser.DropAsync(Encoding.UTF8.GetBytes("小区名称,户数\n锟斤拷锟斤拷,1\n"), "乱.csv")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB18030", 3, "第 3 行是 UTF-8 编码，其余各行不是")]
    [InlineData("UTF-8", 2, "第 2 行不是 UTF-8 编码，其余各行是")]
    public async Task A_csv_in_two_encodings_is_refused_with_the_first_line_that_differs(string most, int strange, string said)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var (usual, other) = (EncodingOf(most), EncodingOf(most == "UTF-8" ? "GB18030" : "UTF-8"));
        string[] lines = ["小区名称,备注", "花园小区,新威路口", "竹岛小区,竹岛路口", "西关小区,未改造", "东关小区,未改造"];
        var file = lines.SelectMany((line, i) => (i == strange - 1 ? other : usual).GetBytes(line + "\r\n")).ToArray();

        var page = await browser.DropAsync(file, "混.csv");

        Assert.Contains($"{said}：一个文件里混有两种编码", page.Text, StringComparison.Ordinal);
        Assert.Contains("统一另存为“CSV UTF-8”或 xlsx", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.AskAsync(db => db.ImportRuns.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_csv_in_Big5_is_told_by_its_name_and_what_is_read_instead()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var file = EncodingOf("big5").GetBytes("小區名稱,戶數,建築面積,備註\r\n花園小區,120,10800,漢城路口，已經改造\r\n竹島小區,60,5400,沒有電梯\r\n");

        var page = await browser.DropAsync(file, "繁體.csv");

        Assert.Contains("像是 Big5（繁体中文）编码", page.Text, StringComparison.Ordinal);
        Assert.Contains("文本文件只读 UTF-8、UTF-16 和 GB18030（GBK、GB2312）编码", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("镕苑,堃宇里,喆园,珺府,翀巷,祎楼,昉坊,赟庭\r\n")]
    [InlineData("瓊樓,電訊,灣仔,龍騰,鳳閣\r\n")]
    public async Task Rare_and_traditional_characters_in_GB18030_are_read(string rare)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.DropAsync(EncodingOf("GB18030").GetBytes("小区名称,备注\r\n" + string.Concat(Enumerable.Repeat(rare, 3))), "生僻.csv");

        Assert.Contains(rare.Split(',')[0], page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_before_they_are_read()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        using var endless = new StreamContent(Stream.Null);
        endless.Headers.ContentLength = 2L << 30;
        endless.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var answer = await browser.Client.PostAsync(LedgerPages.New, endless, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Scripts_in_names_are_shown_as_text_and_faulty_formulas_are_named()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var cells = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>小区名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>户数</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&lt;script&gt;alert(1)&lt;/script&gt;</t></is></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0</t></is></c><c r=\"B3\"><f>1+1</f></c></row>";

        var page = await browser.DropAsync(Xlsx(cells), "脚本.xlsx");

        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("公式结果有错误", page.Text, StringComparison.Ordinal);
        Assert.Contains("公式没有计算结果", page.Text, StringComparison.Ordinal);
        var marked = await browser.Client.GetAsync(page.Document.QuerySelector("a[href$='faults.xlsx']")!.GetAttribute("href"), Stop);
        using var book = SheetReader.Open(new MemoryStream(await marked.Content.ReadAsByteArrayAsync(Stop)), "a.xlsx");
        Assert.Contains(book.Rows(0), row => row.Cells[^1].Shown.Contains("公式", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_swapped_between_check_and_commit_does_not_come_in()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t户数\n花园小区\t120\n");
        var hash = await app.AskAsync(db => db.ImportRuns.Select(r => r.Hash).SingleAsync());
        var stored = Directory.EnumerateFiles(app.Database.DataFolder, hash, SearchOption.AllDirectories).Single();
        File.SetAttributes(stored, FileAttributes.Normal);
        await File.WriteAllTextAsync(stored, "小区名称\t户数\n假小区\t9\n", Stop);

        var answer = await browser.SubmitAsync(check, "", new { }, "form[action$='/confirm']");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("已不在或被改动", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.AskAsync(db => db.Communities.CountAsync()));
    }

    [Fact]
    public async Task What_was_confirmed_is_carried_out_once_even_when_two_nodes_take_it_up()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await browser.PasteAsync("小区名称\t户数\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"第{i}号院\t{i}\n")));
        var id = await app.AskAsync(db => db.ImportRuns.Select(r => r.Id).SingleAsync());
        await app.AskAsync(async db =>
        {
            var run = await db.ImportRuns.SingleAsync();
            run.Confirm(Given.Act(CommunityVerbs.ConfirmImport, by: run.UploadedBy), LedgerKind.Communities, 3000, 0, 0);
            await db.SaveAsync(Given.Act(CommunityVerbs.ConfirmImport));
            return true;
        });

        var runner = app.Services.GetRequiredService<ImportRunner>();
        await Task.WhenAll(runner.RunAsync(id, _ => { }, Stop), runner.RunAsync(id, _ => { }, Stop));
        await runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal(3000, await app.AskAsync(db => db.Communities.CountAsync()));
        Assert.Equal(1, await app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == "ledger.import")));
        Assert.Equal(ImportState.Imported, await app.AskAsync(db => db.ImportRuns.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task An_import_killed_in_the_middle_leaves_nothing_and_comes_in_when_it_is_asked_for_again()
    {
        await app.KeepAsync(Given.Organisation());
        var huanxin = new CommandLine(app.Database).With("HUANXIN_POLICIES", Path.Combine(Checkout.Root, "policies"));
        var file = Path.Combine(app.Database.DataFolder, "台账.csv");
        await File.WriteAllTextAsync(file, "小区名称,户数\n" + string.Concat(Enumerable.Range(1, 60_000).Select(i => $"第{i}号院,{200 + i % 400}\n")), Stop);
        string[] words = ["import", "ledger", file, "--place", "371002"];
        Assert.Contains("新增 60000 条", (await huanxin.DoneAsync([.. words, "--dry-run"])).Output, StringComparison.Ordinal);

        using (var child = huanxin.Start("", words))
        {
            var line = "";
            while (line is not null && line != "· 已写入 4000 行") line = await child.StandardError.ReadLineAsync(Stop);
            Assert.NotNull(line);
            child.Kill();
            await child.WaitForExitAsync(Stop);
        }

        Assert.Equal((0, 0), (await app.AskAsync(db => db.Communities.CountAsync()), await app.AskAsync(db => db.ImportRuns.CountAsync())));
        Assert.Contains("已作为一次办理导入", (await huanxin.DoneAsync(words)).Output, StringComparison.Ordinal);
        Assert.Equal(60_000, await app.AskAsync(db => db.Communities.CountAsync()));
        Assert.Contains("没有变化 60000 条", (await huanxin.DoneAsync([.. words, "--dry-run"])).Output, StringComparison.Ordinal);
        await huanxin.DoneAsync("seal");
        await huanxin.DoneAsync("verify");
    }

    [Fact]
    public async Task A_fault_or_an_unanswered_doubt_in_the_last_row_takes_back_what_was_written_before_it()
    {
        await app.KeepAsync(Given.Organisation());
        var huanxin = new CommandLine(app.Database).With("HUANXIN_POLICIES", Path.Combine(Checkout.Root, "policies"));
        var file = Path.Combine(app.Database.DataFolder, "台账.csv");
        var rows = "小区名称,建成年代,户数\n" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"第{i}号院,1998,{100 + i % 7}\n"));
        string[] words = ["import", "ledger", file, "--place", "371002"];

        await File.WriteAllTextAsync(file, rows + "花园小区,1998,三百户\n", Stop);
        var faulty = await huanxin.RefusedAsync(words);
        await File.WriteAllTextAsync(file, rows + "花园小区,九十年代,300\n", Stop);
        var doubtful = await huanxin.RefusedAsync(words);

        Assert.Contains("必须修正 1 处", faulty.Output, StringComparison.Ordinal);
        Assert.Contains("必须修正 0 处", doubtful.Output, StringComparison.Ordinal);
        Assert.Contains("没有写入", doubtful.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (await app.AskAsync(db => db.Communities.CountAsync()), await app.AskAsync(db => db.ImportRuns.CountAsync()), await app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == "ledger.import"))));
        await huanxin.DoneAsync([.. words, "--accept-doubts", "年代已核实"]);
        Assert.Equal(5001, await app.AskAsync(db => db.Communities.CountAsync()));
        Assert.Contains("年代已核实", await app.AskAsync(db => db.ImportRuns.Select(r => r.Decisions).SingleAsync()), StringComparison.Ordinal);
    }

    private static byte[] Xlsx(string rows, params (string Path, string Content)[] more)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        (string, string)[] parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
            .. more,
        ];
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open());
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static Encoding EncodingOf(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
