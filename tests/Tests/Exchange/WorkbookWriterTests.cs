using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;
using Huanxin.App.Exchange;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Exchange;

public sealed class WorkbookWriterTests
{
    private static readonly SheetLayout Ledger = new("小区台账",
        [new("小区名称"), new("户数"), new("建筑面积（㎡）"), new("总投资（元）"), new("竣工日期")]);

    static WorkbookWriterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_cell_comes_back_exactly_as_it_was_written()
    {
        Cell[] row =
        [
            "花园小区", 120, Area.FromSquareMetres(744439.96m), Fen.FromYuan(-0.05m), new DateOnly(1998, 6, 30),
            Cell.Number(0.000123m), Cell.WanYuan(new Fen(86_300_000_000)), Cell.Blank, 9_007_199_254_740_993,
            Cell.Moment(new DateTime(2024, 3, 28, 9, 30, 15, DateTimeKind.Unspecified)), Cell.Percent(Ratio.Of(1, 3)),
        ];

        var back = Assert.Single((await WrittenAsync(Ledger, row)).Skip(1));

        Assert.Equal("花园小区", back[0]);
        Assert.Equal(["120", "744439.96", "-0.05", "35976", "0.000123", "86300"], back[1..7]);
        Assert.Equal(["", "9007199254740993", "45379.396006944", "0.333333333333"], back[7..]);
    }

    [Fact]
    public async Task A_foreign_reader_sees_text_numbers_and_dates()
    {
        var book = await BookAsync(Ledger, ["花园", 120, new Area(12_345), new Fen(5), new DateOnly(2024, 2, 29)]);
        using var reader = ExcelReaderFactory.CreateReader(book);
        reader.Read();
        reader.Read();

        Assert.Equal("小区台账", reader.Name);
        Assert.Equal(("花园", 120d, 123.45, 0.05),
            (reader.GetString(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3)));
        Assert.Equal(new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Unspecified), reader.GetDateTime(4));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"点我\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public async Task Text_that_looks_like_a_formula_stays_text(string text)
    {
        var book = await BookAsync(Ledger, [text]);
        var sheet = Part(book, "xl/worksheets/sheet1.xml");

        var cell = sheet.Descendants().Last(e => e.Name.LocalName == "c");
        Assert.Equal("inlineStr", cell.Attribute("t")!.Value);
        Assert.True(IsGuarded(book, cell));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "f");
        Assert.Equal(text, cell.Value);
        Assert.Contains("'" + text[0], await CsvAsync([text]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RowStyle.Plain)]
    [InlineData(RowStyle.Total)]
    [InlineData(RowStyle.HardFault)]
    [InlineData(RowStyle.SoftFault)]
    public async Task Heads_and_every_style_of_row_keep_such_text_and_ordinary_text_needs_no_guard(RowStyle style)
    {
        var layout = new SheetLayout("=1", [new("=头", Group: "+组"), new("户数", Group: "+组")]) { Title = "@题", UnitLine = "-单位" };
        var target = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(target, Stop))
        {
            await (await book.AddSheetAsync(layout, Stop)).AddAsync(["=1+1", "花园"], style, Stop);
            await book.CompleteAsync(Stop);
        }

        var cells = Part(target, "xl/worksheets/sheet1.xml").Descendants().Where(e => e.Name.LocalName == "c" && e.Value.Length > 0).ToList();

        Assert.Equal(["@题", "-单位", "+组", "=头", "户数", "=1+1", "花园"], cells.Select(c => c.Value));
        foreach (var cell in cells) Assert.Equal("=+-@".Contains(cell.Value[0]), IsGuarded(target, cell));
    }

    [Theory]
    [InlineData("<script>alert(\"1\")</script>&amp;", "<script>alert(\"1\")</script>&amp;")]
    [InlineData("a\0b\u0001c\uFFFEd", "abcd")]
    [InlineData("两\r\n行\r三", "两\n行\n三")]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("a_b_xyz", "a_b_xyz")]
    [InlineData(" 𠮷 ", " 𠮷 ")]
    public async Task Characters_xml_cannot_hold_are_dropped_and_the_rest_survives(string text, string kept)
    {
        var sheet = await SheetXmlAsync(Ledger, [text]);

        Assert.Equal(kept, sheet.Descendants().Last(e => e.Name.LocalName == "t").Value);
    }

    [Fact]
    public async Task Text_longer_than_a_cell_holds_is_cut()
    {
        var sheet = await SheetXmlAsync(Ledger, [new string('长', 40_000)]);

        Assert.Equal(32_767, sheet.Descendants().Last(e => e.Name.LocalName == "t").Value.Length);
    }

    [Fact]
    public async Task Title_unit_line_and_groups_are_merged_as_on_the_official_form()
    {
        var layout = new SheetLayout("计划",
            [new("区市"), new("小区个数", "2020年计划"), new("户数", "2020年计划"), new("小区个数", "2021年计划"), new("户数", "2021年计划")])
        {
            Title = "总体计划表", UnitLine = "单位：个、户", HasFilter = false, FrozenColumns = 1,
        };

        var sheet = await SheetXmlAsync(layout, ["环翠区", 17, 13371, 13, 9259]);

        Assert.Equal(["A1:E1", "A2:E2", "A3:A4", "B3:C3", "D3:E3"],
            sheet.Descendants().Where(e => e.Name.LocalName == "mergeCell").Select(e => e.Attribute("ref")!.Value));
        var pane = sheet.Descendants().Single(e => e.Name.LocalName == "pane");
        Assert.Equal(("4", "B5", "frozen"),
            (pane.Attribute("ySplit")!.Value, pane.Attribute("topLeftCell")!.Value, pane.Attribute("state")!.Value));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "autoFilter");
    }

    [Fact]
    public void Sheet_names_are_made_acceptable_and_unlike_each_other()
    {
        var names = new SheetNames();

        Assert.Equal("a_b_c_d", names.Take("a/b:c?d"));
        Assert.Equal("A_B_C_D(2)", names.Take("A*B[C]D".Replace("]", "*")));
        Assert.Equal(31, names.Take(new string('长', 40)).Length);
        Assert.EndsWith("长(2)", names.Take(new string('长', 40)));
        Assert.Equal(["Sheet", "History(2)"], [names.Take("''"), names.Take("History")]);
    }

    [Fact]
    public async Task Several_sheets_stand_in_one_book_and_a_broken_off_one_is_no_book()
    {
        var whole = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(whole, Stop))
        {
            await (await book.AddSheetAsync(Ledger, Stop)).AddAsync(["一"], Stop);
            await (await book.AddSheetAsync(Ledger with { Name = "第二'张" }, Stop)).AddAsync(["二"], RowStyle.Total, Stop);
            await book.CompleteAsync(Stop);
        }

        using var reader = ExcelReaderFactory.CreateReader(whole);
        Assert.Equal(("小区台账", 2), (reader.Name, reader.ResultsCount));
        Assert.True(reader.NextResult());
        Assert.Equal("第二'张", reader.Name);

        var broken = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(broken, Stop)) await book.AddSheetAsync(Ledger, Stop);
        Assert.ThrowsAny<Exception>(() => ExcelReaderFactory.CreateReader(broken));
    }

    [Fact]
    public async Task Csv_carries_its_mark_and_quotes_what_must_be_quoted()
    {
        Assert.Equal("\uFEFF\"a,\"\"b\"\"\",-1.20,2024-02-29,,744439.96\r\n",
            await CsvAsync(["a,\"b\"", new Fen(-120), new DateOnly(2024, 2, 29), Cell.Blank, new Area(74_443_996)]));
    }

    [Fact]
    public async Task A_list_is_exported_with_its_own_columns()
    {
        ListColumn<int>[] columns = [new("序号", n => n), new("平方", n => n * n)];
        var target = new MemoryStream();

        await ListExport.ToXlsxAsync(
            target, new SheetLayout("表", []), columns, Enumerable.Range(1, 3).ToAsyncEnumerable(), Stop);

        Assert.Equal(["序号|平方", "1|1", "2|4", "3|9"], Rows(target).Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task A_cell_is_filled_while_what_its_row_needs_is_known()
    {
        const int batch = 1000;
        var learnt = 0;
        ListColumn<int>[] columns = [new("序号", n => n), new("批次", _ => learnt)];
        var (book, text) = (new MemoryStream(), new MemoryStream());

        await ListExport.ToXlsxAsync(book, new SheetLayout("表", []), columns, InBatches(), Stop);
        await ListExport.ToCsvAsync(text, columns, InBatches(), Stop);

        var wanted = Enumerable.Range(0, 2 * batch + 1).Select(n => $"{n},{n / batch}").Prepend("序号,批次").ToList();
        Assert.Equal(wanted, Rows(book).Select(row => string.Join(',', row)));
        Assert.Equal(wanted, Encoding.UTF8.GetString(text.ToArray()).TrimStart('\uFEFF').TrimEnd().Split("\r\n"));

        // As lists do that look something up for so many rows at once, and forget what they knew of those before.
        async IAsyncEnumerable<int> InBatches()
        {
            for (var n = 0; n <= 2 * batch; n++)
            {
                if (n % batch == 0) learnt = n / batch;
                yield return n;
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_book_is_written_to_a_response_that_neither_seeks_nor_writes_synchronously()
    {
        var response = new ResponseLikeStream();

        await ListExport.ToXlsxAsync(response, new SheetLayout("表", []),
            [new ListColumn<int>("序号", n => n)], Enumerable.Range(1, 50_000).ToAsyncEnumerable(), Stop);

        Assert.Equal(50_001, Rows(new MemoryStream(response.Written.ToArray())).Count);
    }

    [Fact]
    public async Task Nobody_goes_on_reading_for_one_who_went_away()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var (read, isOver) = (0, false);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListExport.ToXlsxAsync(
            new MemoryStream(), new SheetLayout("表", []), [new ListColumn<int>("序号", n => n)], Endless(gone.Token), gone.Token));

        Assert.True(isOver);

        async IAsyncEnumerable<int> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    if (read == 20_000) await gone.CancelAsync();
                    yield return read++;
                }
            }
            finally
            {
                isOver = true;
            }
        }
    }

    private sealed class ResponseLikeStream : MemoryStream
    {
        public MemoryStream Written { get; } = new();

        public override bool CanSeek => false;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("synchronous");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("synchronous");

        public override void Flush() => throw new InvalidOperationException("synchronous");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Written.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Written.WriteAsync(buffer, cancellationToken);
    }

    private static async Task<MemoryStream> BookAsync(SheetLayout layout, Cell[] row)
    {
        var target = new MemoryStream();
        await using var book = await WorkbookWriter.CreateAsync(target, Stop);
        await (await book.AddSheetAsync(layout, Stop)).AddAsync(row, Stop);
        await book.CompleteAsync(Stop);
        return target;
    }

    private static async Task<XElement> SheetXmlAsync(SheetLayout layout, Cell[] row) =>
        Part(await BookAsync(layout, row), "xl/worksheets/sheet1.xml");

    private static XElement Part(Stream book, string path)
    {
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        using var part = zip.GetEntry(path)!.Open();
        return XElement.Load(part, LoadOptions.PreserveWhitespace);
    }

    // Excel keeps such a cell text also when somebody edits it.
    private static bool IsGuarded(Stream book, XElement cell)
    {
        var looks = Part(book, "xl/styles.xml").Elements().Single(e => e.Name.LocalName == "cellXfs").Elements().ToList();
        return looks[int.Parse(cell.Attribute("s")?.Value ?? "0", CultureInfo.InvariantCulture)].Attribute("quotePrefix")?.Value == "1";
    }

    private static async Task<List<string[]>> WrittenAsync(SheetLayout layout, Cell[] row) =>
        Rows(await BookAsync(layout, row));

    private static List<string[]> Rows(Stream book)
    {
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XElement.Load(part).Descendants().Where(e => e.Name.LocalName == "row");
        return [.. rows.Select(row => Padded([.. row.Elements()]))];
    }

    private static string[] Padded(XElement[] cells)
    {
        var last = cells.Max(c => c.Attribute("r")!.Value[0]) - 'A';
        return [.. Enumerable.Range(0, last + 1).Select(
            i => cells.FirstOrDefault(c => c.Attribute("r")!.Value[0] - 'A' == i)?.Value ?? "")];
    }

    private static async Task<string> CsvAsync(Cell[] row)
    {
        var target = new MemoryStream();
        await using (var csv = new CsvWriter(target)) await csv.AddAsync(row, Stop);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
