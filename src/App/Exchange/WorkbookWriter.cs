using System.IO.Compression;
using System.Net;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// Writes an xlsx workbook straight into a stream, which need not be seekable: sheets one after the other, then what
/// binds them. Not completed means not a workbook, so a broken-off export cannot be mistaken for a whole one.
/// </summary>
public sealed class WorkbookWriter : IAsyncDisposable
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive zip;
    private readonly BufferedStream buffered;
    private readonly SheetNames names = new();
    private readonly List<SheetLayout> layouts = [];
    private SheetWriter? current;
    private Stream? part;

    private WorkbookWriter(ZipArchive zip, BufferedStream buffered)
    {
        this.zip = zip;
        this.buffered = buffered;
    }

    public static async Task<WorkbookWriter> CreateAsync(Stream target, CancellationToken stop)
    {
        // The packer hands out 8 KB at a time; the target gets a quarter of a megabyte.
        var buffered = new BufferedStream(target, 1 << 18);
        var zip = await ZipArchive.CreateAsync(buffered, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        var book = new WorkbookWriter(zip, buffered);
        // First, so that readers who look at the beginning know what it is; sheets need no entry of their own.
        await book.AddPartAsync("[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="xml" ContentType="{Kind}worksheet+xml"/>
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Kind}sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Kind}styles+xml"/></Types>
            """, stop);
        await book.AddPartAsync("_rels/.rels", $"""
            <Relationships xmlns="{Package}relationships">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """, stop);
        return book;
    }

    /// <summary>Closes the sheet before and opens the next.</summary>
    public async Task<SheetWriter> AddSheetAsync(SheetLayout layout, CancellationToken stop)
    {
        await CloseSheetAsync(stop);
        names.Take(layout.Name);
        layouts.Add(layout);
        part = await zip.CreateEntry(
            $"xl/worksheets/sheet{layouts.Count}.xml", CompressionLevel.Fastest).OpenAsync(stop);
        current = new SheetWriter(part, layout);
        return current;
    }

    /// <summary>
    /// Writes what binds the sheets; a workbook without any gets an empty one, for Excel opens no other.
    /// </summary>
    public async Task CompleteAsync(CancellationToken stop)
    {
        if (layouts.Count == 0) await AddSheetAsync(new SheetLayout("Sheet1", []), stop);
        await CloseSheetAsync(stop);
        await AddPartAsync("xl/workbook.xml", Workbook(), stop);
        await AddPartAsync("xl/_rels/workbook.xml.rels", Relations(), stop);
        await AddTextAsync("xl/styles.xml", SheetStyles.Part(), stop);
        await zip.DisposeAsync();
        await buffered.FlushAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (part is not null) await part.DisposeAsync();
        await zip.DisposeAsync();
    }

    private async Task CloseSheetAsync(CancellationToken stop)
    {
        if (current is null || part is null) return;

        await current.CompleteAsync(stop);
        await part.DisposeAsync();
        (current, part) = (null, null);
    }

    private string Workbook()
    {
        var xml = new StringBuilder($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        foreach (var (index, name) in names.InOrder.Index())
        {
            var encoded = WebUtility.HtmlEncode(name);
            xml.Append($"<sheet name=\"{encoded}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>");
        }

        xml.Append("</sheets>");
        if (layouts.All(layout => layout.HeaderRows == 0)) return xml.Append("</workbook>").ToString();

        xml.Append("<definedNames>");
        foreach (var (index, name) in names.InOrder.Index().Where(sheet => layouts[sheet.Index].HeaderRows > 0))
        {
            var quoted = WebUtility.HtmlEncode($"'{name.Replace("'", "''")}'");
            xml.Append($"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{index}\">");
            xml.Append($"{quoted}!$1:${layouts[index].HeaderRows}</definedName>");
        }

        return xml.Append("</definedNames></workbook>").ToString();
    }

    private string Relations()
    {
        var sheets = layouts.Select((_, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>");
        var styles = $"<Relationship Id=\"rId{layouts.Count + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>";
        return $"<Relationships xmlns=\"{Package}relationships\">{string.Concat(sheets)}{styles}</Relationships>";
    }

    private Task AddPartAsync(string path, string xml, CancellationToken stop) => AddTextAsync(path, Xml + xml, stop);

    private async Task AddTextAsync(string path, string text, CancellationToken stop)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(stop);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
    }
}
