using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using Huanxin.App.Exchange;

namespace Huanxin.Sheets;

/// <summary>What is measured; the first of each kind is what the others are held against.</summary>
internal static class Cases
{
    public static readonly Dictionary<string, Func<string, Task<long>>> All = new()
    {
        ["write-bare"] = WriteBareAsync,
        ["write-huanxin"] = WriteOursAsync,
        ["read-bare"] = file => Task.FromResult(ReadBare(file)),
        ["read-exceldatareader"] = file => Task.FromResult(ReadLibrary(file)),
        ["read-huanxin"] = file => Task.FromResult(ReadOurs(file)),
    };

    // The barest streaming writer: a StreamWriter on a zip entry, no styles, no addresses, no escaping.
    private static async Task<long> WriteBareAsync(string file)
    {
        var cells = 0L;
        await using var target = File.Create(Path.ChangeExtension(file, ".bare"));
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create);
        await using var sheet = new StreamWriter(
            zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false),
                1 << 16);
        sheet.Write("<worksheet><sheetData>");
        foreach (var row in LedgerRows.All())
        {
            sheet.Write("<row>");
            foreach (var cell in row)
            {
                if (cell.Kind == CellKind.Text) sheet.Write($"<c t=\"inlineStr\"><is><t>{cell.Text}</t></is></c>");
                else sheet.Write($"<c><v>{cell.Mantissa}</v></c>");
                cells++;
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
        return cells;
    }

    // The barest reader: an XmlReader that looks at every value of the sheet and makes nothing of it.
    private static long ReadBare(string file)
    {
        var cells = 0L;
        using var zip = ZipFile.OpenRead(file);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = XmlReader.Create(sheet);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text && xml.Value.Length > 0) cells++;
        }

        return cells;
    }

    private static long ReadLibrary(string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cells = 0L;
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not null) cells++;
            }
        }

        return cells;
    }

    private static long ReadOurs(string file)
    {
        using var stream = File.OpenRead(file);
        using var book = SheetReader.Open(stream, file);
        return book.Rows(0).Sum(row => (long)row.Cells.Length);
    }

    private static async Task<long> WriteOursAsync(string file)
    {
        var cells = 0L;
        await using var target = File.Create(file);
        await using var book = await WorkbookWriter.CreateAsync(target, default);
        var sheet = await book.AddSheetAsync(LedgerRows.Layout, default);
        foreach (var row in LedgerRows.All())
        {
            await sheet.AddAsync(row);
            cells += row.Length;
        }

        await book.CompleteAsync(default);
        return cells;
    }
}
