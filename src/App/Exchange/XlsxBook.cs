using System.Text;
using System.Xml;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>
/// Reads xlsx by itself: rows stream from the inflating zip, every limit holds while reading, and numbers stay decimal.
/// (ExcelDataReader passes twice over a sheet, knows no limits and gives doubles; it serves the old xls.)
/// </summary>
internal sealed class XlsxBook : SheetBook
{
    private readonly XlsxPackage package;
    private readonly SheetLimits limits;
    private readonly List<(SheetTab Tab, string Path)> sheets = [];
    private readonly Lazy<string[]> texts;
    private bool[] dateStyles = [];
    private bool startsIn1904;

    private XlsxBook(XlsxPackage package, SheetLimits limits)
    {
        this.package = package;
        this.limits = limits;
        texts = new Lazy<string[]>(() => XlsxTexts.Read(package, limits));
    }

    public override IReadOnlyList<SheetTab> Sheets => [.. sheets.Select(sheet => sheet.Tab)];

    public static SheetBook Open(Stream file, SheetLimits limits) => Guard(() =>
    {
        var package = new XlsxPackage(file, limits);
        try
        {
            var book = new XlsxBook(package, limits);
            book.ReadWorkbook();
            book.dateStyles = XlsxStyles.DateStyles(package);
            return book;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    });

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        var (tab, path) = sheets[sheet];
        using var rows = Guard(
            () => new XlsxRows(package, path, tab.Name, limits, texts.Value, dateStyles, startsIn1904));
        while (Guard(rows.Next) is { } row) yield return row;
    }

    public override IReadOnlyList<SheetMerge> Merges(int sheet) =>
        Guard(() => XlsxMerges.Read(package, sheets[sheet].Path));

    public override IReadOnlyDictionary<int, double> Widths(int sheet) => Guard(() => XlsxWidths.Read(package, sheets[sheet].Path));

    public override void Dispose() => package.Dispose();

    /// <summary>What a broken file makes its parsers throw becomes one sentence; nothing else is caught.</summary>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (
            error is XmlException or InvalidDataException or EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw ExchangeRefusals.Damaged();
        }
    }

    private void ReadWorkbook()
    {
        var targets = Relations();
        using var xml = package.Part("xl/workbook.xml", () => "") ?? throw ExchangeRefusals.Damaged();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") startsIn1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;

            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            if (id is null || !targets.TryGetValue(id, out var path)) continue;

            sheets.Add((new SheetTab(
                xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"), path));
        }

        if (sheets.Count == 0) throw ExchangeRefusals.Damaged();
        if (sheets.Count > limits.MostSheets) throw ExchangeRefusals.TooManySheets(limits.MostSheets);
    }

    private Dictionary<string, string> Relations()
    {
        var targets = new Dictionary<string, string>();
        using var xml = package.Part("xl/_rels/workbook.xml.rels", () => "") ?? throw ExchangeRefusals.Damaged();
        while (xml.Read())
        {
            if (xml.LocalName != "Relationship"
                || xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) != true)
            {
                continue;
            }
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;

            targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return targets;
    }
}
