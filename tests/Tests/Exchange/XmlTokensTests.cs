using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Huanxin.App.Exchange;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Exchange;

/// <summary>The sheet's XML as other programs write it, and as none should.</summary>
public sealed class XmlTokensTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>花园</t></is></c><c r=\"B1\"><v>7</v></c></row>";

    [Theory]
    [InlineData("<worksheet><sheetData>" + Row + "</sheetData></worksheet>")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>\r\n<!-- > a <remark> --><worksheet><sheetData>" + Row + "</sheetData></worksheet>\n<!-- end -->")]
    [InlineData("<x:worksheet xmlns:x='m'><x:sheetData><x:row r='1' spans=\"1:2\" y:r='9'><x:c r='A1' t='inlineStr' ><x:is><x:t xml:space='preserve'>花园</x:t ></x:is></x:c><x:c r='B1'/><x:c r = 'B1'><x:f>3+4</x:f><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&#33457;&#x000056ed;</t></is></c><c><v>&#x37;</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花<![CDATA[园]]></t></is></c><c><v><!-- seven -->7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><cols><col x=\"a>b\"/></cols><sheetData><row><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>花</t></r><r><t>&#x56ED;</t></r></is></c><c><extLst><v>1</v></extLst><v>7</v></c></row></sheetData></worksheet>")]
    public void The_same_row_is_read_however_it_is_written(string sheet)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal("1:花园|7", Read(encoding is UTF8Encoding ? encoding.GetBytes(sheet) : [.. encoding.Preamble, .. encoding.GetBytes(sheet.TrimStart('\uFEFF'))]));
        }
    }

    [Theory]
    [InlineData("<worksheet><sheetData>" + Row + "</sheetData>")]
    [InlineData("<worksheet><sheetData>" + Row + "</worksheet></sheetData>")]
    [InlineData("<worksheet><sheetData>" + Row + "</sheetData></worksheet><worksheet/>")]
    [InlineData("<worksheet/>behind")]
    [InlineData("<worksheet><sheetData><row><c><v>7</c></v></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=A1><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><!ELEMENT x></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&nbsp;园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花 & 园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&#x;园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&#0;园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&#55357;园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&#x110000;园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>花&amp园</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><!-- never ends")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("")]
    public void What_is_not_well_formed_is_damage(string sheet) => Assert.Equal("sheet.damaged", Refused(Encoding.UTF8.GetBytes(sheet)));

    [Fact]
    public void Bytes_that_are_no_text_and_elements_without_end_are_damage()
    {
        var broken = Encoding.UTF8.GetBytes("<worksheet><sheetData>" + Row + "</sheetData></worksheet>");
        broken[broken.AsSpan().IndexOf("花"u8) + 1] = 0xFF;

        Assert.Equal("sheet.damaged", Refused(broken));
        Assert.Equal("sheet.damaged", Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000)))));
    }

    [Fact]
    public void Whatever_a_writer_puts_into_a_cell_is_read_as_the_library_reads_it()
    {
        var random = new Random(20_260);
        for (var round = 0; round < 300; round++)
        {
            var sheet = Written(random);
            var said = XDocument.Parse(sheet, LoadOptions.PreserveWhitespace).Descendants("t").Select(text => text.Value);
            using var book = SheetReader.Open(new MemoryStream(Xlsx(Encoding.UTF8.GetBytes(sheet))), "a.xlsx");

            Assert.Equal(said, book.Rows(0).SelectMany(row => row.Cells.Skip(1)).Select(cell => cell.Text ?? ""));
        }
    }

    [Fact]
    public void A_tag_is_read_whole_wherever_the_pieces_that_come_from_the_zip_end()
    {
        var sheet = new StringBuilder("<worksheet><sheetData>");
        for (var i = 1; i <= 20_000; i++) sheet.Append($"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>第{i}号 &lt;院&gt;{new string('长', i % 97)}</t></is></c></row>");
        using var book = SheetReader.Open(new MemoryStream(Xlsx(Encoding.UTF8.GetBytes(sheet + "</sheetData></worksheet>"))), "a.xlsx");

        Assert.All(book.Rows(0).Index(), row => Assert.Equal($"第{row.Index + 1}号 <院>{new string('长', (row.Index + 1) % 97)}", row.Item[0].Text));
        Assert.Equal(20_000, book.Rows(0).Count());
    }

    [Fact]
    public void A_merge_holds_its_value_in_each_of_its_rows_though_only_a_later_one_is_blank()
    {
        string[] rows = ["甲|1|1", "乙|2|2", "丙|3|3", "|4|4", "戊|5|5", "己||6"];
        var cells = rows.Select(row => string.Concat(row.Split('|').Select(said => said.Length == 0 ? "<c/>" : $"<c t=\"str\"><v>{said}</v></c>")));
        var sheet = $"<worksheet><sheetData>{string.Concat(cells.Select(row => $"<row>{row}</row>"))}</sheetData>"
            + "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"B5:B6\"/></mergeCells></worksheet>";
        using var book = SheetReader.Open(new MemoryStream(Xlsx(Encoding.UTF8.GetBytes(sheet))), "a.xlsx");

        Assert.Equal(["甲|1|1", "乙|2|2", "丙|3|3", "乙|4|4", "戊|5|5", "己|5|6"],
            book.RowsUnmerged(0).Select(row => string.Join('|', row.Cells.Select(cell => cell.Shown))));
    }

    private static string Written(Random random)
    {
        string[] pieces = ["花园", "<", ">", "&", "'", "\"", "]", "\r\n", "\r", "\n", "\t", " ", "1.5", "&amp;", "𠮷"];
        var sheet = new StringBuilder();
        using (var xml = XmlWriter.Create(sheet, new XmlWriterSettings { NewLineHandling = (NewLineHandling)random.Next(3), OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("worksheet");
            xml.WriteStartElement("sheetData");
            for (var row = random.Next(1, 5); row > 0; row--)
            {
                xml.WriteStartElement("row");
                xml.WriteElementString("c", null, null);
                for (var cell = random.Next(1, 6); cell > 0; cell--) WriteCell(xml, random, () => random.GetItems(pieces, random.Next(1, 6)));
                xml.WriteEndElement();
            }
        }

        return sheet.Replace("<c />", "<c><v>1</v></c>").ToString();
    }

    private static void WriteCell(XmlWriter xml, Random random, Func<string[]> words)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteString("字");
        for (var part = random.Next(4); part > 0; part--)
        {
            if (random.Next(4) == 0) xml.WriteComment("a > b");
            else if (random.Next(3) == 0) xml.WriteCData(string.Concat(words()));
            else xml.WriteString(string.Concat(words()));
        }

        for (var open = 0; open < 3; open++) xml.WriteEndElement();
    }

    private static string Read(byte[] sheet)
    {
        using var book = SheetReader.Open(new MemoryStream(Xlsx(sheet)), "a.xlsx");
        var row = book.Rows(0).Single();
        return $"{row.Number}:{string.Join('|', row.Cells.Select(cell => cell.Shown))}";
    }

    private static string Refused(byte[] sheet)
    {
        using var book = SheetReader.Open(new MemoryStream(Xlsx(sheet)), "a.xlsx");
        return Assert.Throws<Refusal>(() => book.Rows(0).Count()).Code;
    }

    private static byte[] Xlsx(byte[] sheet)
    {
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types/>"u8);
            Add(zip, "xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns:r=\"{office}\"><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>"));
            Add(zip, "xl/_rels/workbook.xml.rels", "<x><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></x>"u8);
            Add(zip, "xl/worksheets/sheet1.xml", sheet);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, ReadOnlySpan<byte> content)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(content);
    }
}
