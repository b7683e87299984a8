using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Exchange;

public sealed class SheetReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ledger.xls")]
    [InlineData("ledger.xlsx")]
    public void Old_and_new_workbooks_give_the_same_cells(string name)
    {
        using var file = Sample(name);
        using var book = SheetReader.Open(file, name);

        var rows = book.RowsUnmerged(0).ToList();

        Assert.Equal([new SheetTab("小区台账", false)], book.Sheets);
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Number));
        Assert.Equal("环翠楼街道|花园小区|120|744439.96|1998-06-30|6203.66633333333",
            Shown(rows[2]).Replace("6203.666333333333", "6203.66633333333"));
        Assert.Equal("环翠楼街道|高　区|0|0.1||#DIV/0!", Shown(rows[3]));
        Assert.Equal((RawKind.Date, RawKind.Error), (rows[2][4].Kind, rows[3][5].Kind));
    }

    [Fact]
    public async Task What_we_write_we_read_back()
    {
        Cell[] cells = ["花园 <小区>", 120, new Fen(-5), new Area(74_443_996), new DateOnly(1998, 6, 30), Cell.Blank,
            "_x000D_\n二"];
        var file = new MemoryStream();
        await using (var written = await WorkbookWriter.CreateAsync(file, Stop))
        {
            var sheet = await written.AddSheetAsync(new SheetLayout("表一", [new("甲")]) { Title = "标题" }, Stop);
            sheet.SkipTo(10);
            await sheet.AddAsync(cells, Stop);
            await written.CompleteAsync(Stop);
        }

        using var book = SheetReader.Open(file, "a.xlsx");
        var row = book.Rows(0).Last();

        Assert.Equal((10, "花园 <小区>|120|-0.05|744439.96|1998-06-30||_x000D_\n二"), (row.Number, Shown(row)));
    }

    public static TheoryData<string> Encodings => ["UTF-8", "UTF-8+", "UTF-16LE", "UTF-16LE+", "UTF-16BE+", "GB18030"];

    [Theory, MemberData(nameof(Encodings))]
    public void A_csv_is_read_in_whatever_encoding_it_came(string encoding)
    {
        const string text = "小区名称,户数,备注\r\n\"花园,一期\",120,\"说\"\"好\"\"\n第二行\"\r\n\r\n镕苑,,'=1+1\r\n";
        using var book = SheetReader.Open(new MemoryStream(Bytes(text, encoding)), "台账.csv");

        Assert.Equal("台账", book.Sheets[0].Name);
        Assert.Equal(["1:小区名称|户数|备注", "2:花园,一期|120|说\"好\"\n第二行", "4:镕苑||=1+1"],
            book.Rows(0).Select(row => $"{row.Number}:{Shown(row)}"));
    }

    [Theory]
    [InlineData("a;b;c\n1;2;3", 3)]
    [InlineData("a\tb\tc\n1,5\t2\t3", 3)]
    [InlineData("sep=;\na;b\n1;2", 2)]
    [InlineData("小区，户数\n花园，1", 2)]
    [InlineData("只有一列\n花园", 1)]
    public void The_separator_is_found_out(string text, int columns)
    {
        using var book = SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv");

        Assert.Equal(columns, book.Rows(0).First().Cells.Length);
    }

    [Theory]
    [InlineData("sheet.garbled", "小区名称,户数\n锟斤拷锟斤拷,1\n")]
    [InlineData("sheet.garbled", "小区名称,户数\n花\uFFFD园,1\n")]
    [InlineData("sheet.unclosed-quote", "小区名称,户数\n\"花园,1\n西关,2\n")]
    public void A_csv_that_was_spoilt_is_refused_with_its_row(string code, string text)
    {
        using var book = SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv");

        var refusal = Assert.Throws<Refusal>(() => book.Rows(0).Count());
        Assert.Equal(code, refusal.Code);
        Assert.Contains("第 2 行", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_in_no_encoding_are_refused()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes("小区,户数\n"), 0xFF, 0xFF, 0x80, (byte)'\n'];

        Assert.Equal("sheet.encoding", Refused(broken, "a.csv"));
    }

    [Fact]
    public void A_megabyte_in_a_cell_and_a_million_columns_are_refused_in_every_format()
    {
        var longest = new SheetLimits { LongestCell = 1000 };
        var cell = new string('长', 1 << 20);

        Assert.Equal("sheet.cell-too-long", RefusedRows(Encoding.UTF8.GetBytes("a,b\n1," + cell), "a.csv", longest));
        Assert.Equal("sheet.cell-too-long",
            RefusedRows(Xlsx($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{cell}</t></is></c></row>")));
        Assert.Equal("sheet.cell-too-long",
            RefusedRows(Xlsx($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{cell[..40_000]}</v></c></row>")));
        Assert.Equal("sheet.cell-too-long", RefusedRows(Xlsx($"<row r=\"1\" x=\"{cell}\"/>")));
        Assert.Equal("sheet.cell-too-long",
            RefusedRows(Xlsx("<row/>", ("xl/sharedStrings.xml", $"<sst><si><t>{cell[..40_000]}</t></si></sst>"))));
        Assert.Equal("sheet.too-many-columns",
            RefusedRows(Encoding.UTF8.GetBytes(new string(',', 1_000_000)), "a.csv"));
        Assert.Equal("sheet.too-many-columns", RefusedRows(Xlsx("<row r=\"1\"><c r=\"BCDEF1\"><v>1</v></c></row>")));
        Assert.Equal("sheet.too-many-rows",
            RefusedRows(Xlsx("<row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row>")));
    }

    [Fact]
    public void A_bomb_is_refused_by_its_directory_and_a_lying_directory_while_it_is_inflated()
    {
        var limits = new SheetLimits { InflationAllowed = 1 << 20, MostInflation = 100 };
        var bomb = Xlsx(new string(' ', 4 << 20));
        var lying = Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + new string(' ', 100_000));
        Shrink(lying, "xl/worksheets/sheet1.xml", 50);

        Assert.Equal("sheet.bomb", Refused(bomb, "a.xlsx", limits));
        Assert.Contains(RefusedRows(lying), (string[])["sheet.bomb", "sheet.damaged"]);
        Assert.Equal("sheet.bomb", Refused(Xlsx("<row/>"), "a.xlsx", new SheetLimits { LargestInflated = 100 }));
    }

    [Fact]
    public void A_bomb_inside_a_bomb_is_never_opened()
    {
        var inner = new byte[1 << 20];
        var nested = Xlsx("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>",
            ("xl/media/inner.zip", Encoding.Latin1.GetString(Xlsx(Encoding.Latin1.GetString(inner)))));
        using var book = SheetReader.Open(new MemoryStream(nested), "a.xlsx");

        Assert.Equal("7", Shown(book.Rows(0).Single()));
    }

    [Fact]
    public void What_we_do_not_read_is_said_by_name()
    {
        Assert.Equal("sheet.external-links",
            Refused(Xlsx("<row/>", ("xl/externalLinks/externalLink1.xml", "<x/>")), "a.xlsx"));
        Assert.Equal("sheet.macros", Refused(Xlsx("<row/>", ("xl/vbaProject.bin", "x")), "a.xlsm"));
        Assert.Equal("sheet.macros", Refused(Xlsx("<row/>", ("xl/macrosheets/sheet1.xml", "<x/>")), "a.xlsx"));
        Assert.Equal("sheet.empty", Refused([], "a.csv"));
        Assert.Equal("sheet.not-a-sheet", Refused("%PDF-1.7"u8.ToArray(), "a.pdf"));
        Assert.Equal("sheet.too-large", Refused(new byte[2000], "a.csv", new SheetLimits { LargestFile = 1000 }));
        Assert.Equal("sheet.web-page", Refused("<!DOCTYPE html><table>"u8.ToArray(), "a.xls"));
        Assert.Equal("sheet.not-a-sheet", Refused("<svg/>"u8.ToArray(), "a.svg"));
    }

    [Fact]
    public void A_workbook_of_a_java_program_with_its_sizes_in_extra_fields_is_read()
    {
        var wide = Widened(Xlsx("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>"));

        Assert.Equal("7", Shown(Rows(wide).Single()));
    }

    [Fact]
    public void Entities_and_document_types_are_refused_as_damage()
    {
        var sheet = Xlsx("&boom;", prologue: "<!DOCTYPE x [<!ENTITY boom \"aaaa\">]>");

        Assert.Equal("sheet.damaged", RefusedRows(sheet));
    }

    [Theory]
    [InlineData("ledger.xls")]
    [InlineData("ledger.xlsx")]
    public void A_workbook_cut_off_or_scrambled_anywhere_is_refused_or_read_but_never_crashes(string name)
    {
        using var sample = Sample(name);
        var whole = new byte[sample.Length];
        sample.ReadExactly(whole);
        var random = new Random(3);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var broken = round % 2 == 0 ? whole[..random.Next(whole.Length)] : whole.ToArray();
            for (var i = 0; i < 20 && round % 2 == 1; i++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            try
            {
                using var book = SheetReader.Open(new MemoryStream(broken), name);
                for (var sheet = 0; sheet < book.Sheets.Count; sheet++) Assert.InRange(
                    book.RowsUnmerged(sheet).Count(), 0, 70_000);
            }
            catch (Refusal refusal)
            {
                Assert.Matches("^sheet\\.", refusal.Code);
                refused++;
            }
        }

        Assert.InRange(refused, 150, 400);
    }

    [Fact]
    public void A_formula_nobody_calculated_is_a_fault_and_not_a_blank()
    {
        var row = Rows(Xlsx("<row r=\"3\"><c r=\"B3\"><f>A1+A2</f></c><c r=\"C3\" t=\"e\"><f>X</f><v>#REF!</v></c><c r=\"D3\"><f>1</f><v>2</v></c></row>")).Single();

        Assert.Equal((ReadingReason.FormulaNotCalculated, ReadingReason.FormulaError, 2L),
            (CellReading.Whole(row[1]).Reason, CellReading.Whole(row[2]).Reason, CellReading.Whole(row[3]).Value));
    }

    [Theory]
    [InlineData("744439.95999999996", "744439.96")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1E-3", "0.001")]
    [InlineData("1.2345E+5", "123450")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("98765432109876543", "98765432109876543")]
    public void Numbers_are_the_decimals_the_user_typed(string stored, string shown) =>
        Assert.Equal(shown, Shown(Rows(Xlsx($"<row r=\"1\"><c r=\"A1\"><v>{stored}</v></c></row>")).Single()));

    [Fact]
    public void Cells_without_addresses_rich_text_and_hints_are_read_as_they_look()
    {
        var shared = "<sst><si><r><t>花</t></r><r><t>园</t></r><rPh><t>hua</t></rPh></si><si/><si><t>二_x000A_行</t></si></sst>";
        var row = Rows(Xlsx("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"b\"><v>1</v></c></row>",
            ("xl/sharedStrings.xml", shared))).Single();

        Assert.Equal("花园||二\n行|TRUE", Shown(row));
    }

    [Fact]
    public void A_name_with_a_script_in_it_is_only_a_name() =>
        Assert.Equal("<script>alert(1)</script>", Shown(Rows(Xlsx(
            "<row><c t=\"inlineStr\"><is><t>&lt;script&gt;alert(1)&lt;/script&gt;</t></is></c></row>")).Single()));

    private static string Shown(SheetRow row) => string.Join('|', row.Cells.Select(cell => cell.Shown));

    private static List<SheetRow> Rows(byte[] file)
    {
        using var book = SheetReader.Open(new MemoryStream(file), "a.xlsx");
        return [.. book.Rows(0)];
    }

    private static string Refused(byte[] file, string name, SheetLimits? limits = null) =>
        Assert.Throws<Refusal>(() => SheetReader.Open(new MemoryStream(file), name, limits)).Code;

    private static string RefusedRows(byte[] file, string name = "a.xlsx", SheetLimits? limits = null)
    {
        using var book = SheetReader.Open(new MemoryStream(file), name, limits);
        return Assert.Throws<Refusal>(() => book.Rows(0).Count()).Code;
    }

    private static byte[] Xlsx(string rows, (string Path, string Text) extra = default, string prologue = "")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types/>");
            Add(zip, "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels",
                "<x><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></x>");
            Add(zip, "xl/worksheets/sheet1.xml", $"{prologue}<worksheet><sheetData>{rows}</sheetData></worksheet>");
            if (extra.Path is not null) Add(zip, extra.Path, extra.Text!);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(path.EndsWith(".zip", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text)
            : Encoding.UTF8.GetBytes(text));
    }

    // Makes the central directory claim a smaller size than the entry has.
    private static void Shrink(byte[] zip, string name, byte size)
    {
        var at = zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 46;
        zip.AsSpan(at + 24, 4).Clear();
        zip[at + 24] = size;
    }

    // Moves every size and the directory's own place into zip64 records.
    private static byte[] Widened(byte[] zip)
    {
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var (count, offset) = (BitConverter.ToUInt16(zip, end + 10), BitConverter.ToInt32(zip, end + 16));
        var directory = new MemoryStream();
        for (var at = offset; at < end;)
        {
            var name = BitConverter.ToUInt16(zip, at + 28);
            var entry = zip[at..(at + 46 + name)];
            byte[] extra = [1, 0, 16, 0, .. BitConverter.GetBytes((long)BitConverter.ToUInt32(zip, at + 24)),
                .. BitConverter.GetBytes((long)BitConverter.ToUInt32(zip, at + 20))];
            entry.AsSpan(20, 8).Fill(0xFF);
            entry[30] = (byte)extra.Length;
            entry[31] = 0;
            directory.Write([.. entry, .. extra]);
            at += 46 + name + BitConverter.ToUInt16(zip, at + 30) + BitConverter.ToUInt16(zip, at + 32);
        }

        byte[] wideEnd = [.. "PK\x06\x06"u8, .. BitConverter.GetBytes(44L), 45, 0, 45, 0, .. new byte[8],
            .. BitConverter.GetBytes((long)count),
            .. BitConverter.GetBytes((long)count), .. BitConverter.GetBytes(directory.Length),
                .. BitConverter.GetBytes((long)offset)];
        byte[] locator = [.. "PK\x06\x07"u8, 0, 0, 0, 0, .. BitConverter.GetBytes(offset + directory.Length), 1, 0,
            0, 0];
        byte[] last = [.. "PK\x05\x06"u8, 0, 0, 0, 0, .. new byte[12], 0, 0];
        last.AsSpan(8, 12).Fill(0xFF);
        return [.. zip[..offset], .. directory.ToArray(), .. wideEnd, .. locator, .. last];
    }

    private static byte[] Bytes(string text, string encoding)
    {
        Encoding code = encoding.TrimEnd('+') switch
        {
            "UTF-16LE" => Encoding.Unicode,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            "GB18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
            _ => Encoding.UTF8,
        };
        return [.. encoding.EndsWith('+') ? code.GetPreamble() : [], .. code.GetBytes(text)];
    }

    private static FileStream Sample(string name, [CallerFilePath] string here = "") =>
        File.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "Samples", name));
}
