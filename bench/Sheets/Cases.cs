using System.IO.Compression;
using System.Text;
using Huanxin.App.Exchange;

namespace Huanxin.Sheets;

/// <summary>What is measured; the first of each kind is what the others are held against.</summary>
internal static class Cases
{
    public static readonly Dictionary<string, Func<string, Task<long>>> All = new()
    {
        ["write-bare"] = WriteBareAsync,
        ["write-huanxin"] = WriteOursAsync,
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
