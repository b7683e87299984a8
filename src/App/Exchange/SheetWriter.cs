using System.Globalization;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// Writes one sheet row by row in constant memory. Text is typed as text, so no cell can become a formula; text that
/// looks like one also carries the mark that keeps it text when somebody edits it.
/// </summary>
public sealed class SheetWriter
{
    /// <summary>Rows of a sheet in Excel.</summary>
    public const int MostRows = 1_048_576;

    private readonly Stream part;
    private readonly SheetLayout layout;
    private readonly XmlBuffer xml = new();
    private readonly byte[][] places;
    private readonly List<string> merged;
    private readonly byte[] rowDigits = new byte[8];
    private int rowDigitCount;

    internal SheetWriter(Stream part, SheetLayout layout)
    {
        this.part = part;
        this.layout = layout;
        places = [.. Enumerable.Range(0, Math.Max(1, layout.Columns.Count)).Select(Place)];
        merged = [.. layout.Merged.Select(m => $"{Letters(m.Column)}{m.FirstRow}:{Letters(m.LastColumn)}{m.LastRow}")];
        SheetHead.Write(xml, layout);
        if (layout.HasHeader) HeaderRows();
    }

    /// <summary>Number of the last row written, as Excel shows it.</summary>
    public int Row { get; private set; }

    /// <summary>Adds a row; cells beyond the columns are written too.</summary>
    public ValueTask AddAsync(ReadOnlySpan<Cell> cells, CancellationToken stop = default) =>
        AddAsync(cells, RowStyle.Plain, stop);

    public ValueTask AddAsync(ReadOnlySpan<Cell> cells, RowStyle style, CancellationToken stop = default)
    {
        BeginRow();
        for (var i = 0; i < cells.Length; i++) Write(i, cells[i], style);
        return EndRowAsync(stop);
    }

    /// <summary>Adds a row whose cells are marked one by one.</summary>
    public ValueTask AddAsync(ReadOnlySpan<Cell> cells, ReadOnlySpan<RowStyle> styles, CancellationToken stop = default)
    {
        BeginRow();
        for (var i = 0; i < cells.Length; i++) Write(i, cells[i], i < styles.Length ? styles[i] : RowStyle.Plain);
        return EndRowAsync(stop);
    }

    /// <summary>Leaves rows empty, so that the next one gets this number.</summary>
    public void SkipTo(int row) => Row = Math.Max(Row, row - 1);

    internal async Task CompleteAsync(CancellationToken stop)
    {
        xml.Raw("</sheetData>"u8);
        if (layout is { HasFilter: true, HasHeader: true, Columns.Count: > 0 })
        {
            var last = Letters(layout.Columns.Count - 1) + Math.Max(Row, layout.HeaderRows);
            Ascii($"<autoFilter ref=\"A{layout.HeaderRows}:{last}\"/>");
        }

        if (merged.Count > 0)
        {
            var ranges = string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"));
            Ascii($"<mergeCells count=\"{merged.Count}\">{ranges}</mergeCells>");
        }

        xml.Raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"u8);
        xml.Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"u8);
        await xml.FlushAsync(part, stop);
    }

    internal static string Letters(int index)
    {
        var letters = "";
        for (var i = index; i >= 0; i = i / 26 - 1) letters = (char)('A' + i % 26) + letters;
        return letters;
    }

    private void HeaderRows()
    {
        var last = Math.Max(0, layout.Columns.Count - 1);
        if (layout.Title is { } title) SpanningRow(title, SheetStyles.Title, last);
        if (layout.UnitLine is { } unit) SpanningRow(unit, SheetStyles.UnitLine, last);
        if (layout.HasGroups) GroupRow();

        BeginRow();
        for (var i = 0; i <= last && i < layout.Columns.Count; i++)
        {
            var isBelow = layout.HasGroups && layout.Columns[i].Group is null;
            Write(i, isBelow ? null : layout.Columns[i].Header, SheetStyles.Header);
        }

        xml.Raw("</row>"u8);
    }

    private void SpanningRow(string text, int style, int last)
    {
        BeginRow();
        Write(0, text, style);
        xml.Raw("</row>"u8);
        if (last > 0) merged.Add($"A{Row}:{Letters(last)}{Row}");
    }

    private void GroupRow()
    {
        BeginRow();
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var group = layout.Columns[i].Group;
            var isFirst = i == 0 || layout.Columns[i - 1].Group != group;
            Write(i, group is null ? layout.Columns[i].Header : isFirst ? group : null, SheetStyles.Header);
            if (group is null) merged.Add($"{Letters(i)}{Row}:{Letters(i)}{Row + 1}");
            if (group is null || !isFirst) continue;

            var end = i;
            while (end + 1 < layout.Columns.Count && layout.Columns[end + 1].Group == group) end++;
            if (end > i) merged.Add($"{Letters(i)}{Row}:{Letters(end)}{Row}");
        }

        xml.Raw("</row>"u8);
    }

    private void BeginRow()
    {
        if (Row >= MostRows) throw ExchangeRefusals.TooManyRowsToWrite(MostRows);

        Row++;
        Row.TryFormat(rowDigits, out rowDigitCount, provider: CultureInfo.InvariantCulture);
        xml.Raw("<row r=\""u8);
        xml.Raw(rowDigits.AsSpan(0, rowDigitCount));
        xml.Raw("\">"u8);
    }

    private ValueTask EndRowAsync(CancellationToken stop)
    {
        xml.Raw("</row>"u8);
        return xml.IsFull ? xml.FlushAsync(part, stop) : default;
    }

    private void Write(int column, in Cell cell, RowStyle row)
    {
        if (cell.Kind == CellKind.Blank && row == RowStyle.Plain) return;

        Write(column, cell, SheetStyles.Of(cell.Kind, row));
    }

    private void Write(int column, in Cell cell, int style)
    {
        if (cell.Kind == CellKind.Text && FormulaGuard.LooksLikeFormula(cell.Text!)) style = SheetStyles.Guarded(style);
        var place = column < places.Length ? places[column] : Place(column);
        var row = rowDigits.AsSpan(0, rowDigitCount);
        switch (cell.Kind)
        {
            case CellKind.Blank:
                xml.Raw(place, row, SheetStyles.Blank(style));
                break;
            case CellKind.Text:
                xml.Raw(place, row, IsEdgedWithBlank(cell.Text!) ? SheetStyles.EdgedText(style) : SheetStyles.Text(style));
                xml.Text(cell.Text);
                xml.Raw("</t></is></c>"u8);
                break;
            default:
                xml.Raw(place, row, SheetStyles.Number(style));
                if (cell.Text is null) xml.Number(cell.Mantissa, cell.Scale);
                else xml.Text(cell.Text);
                xml.Raw("</v></c>"u8);
                break;
        }
    }

    private static byte[] Place(int column) => Encoding.ASCII.GetBytes($"<c r=\"{Letters(column)}");

    private static bool IsEdgedWithBlank(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);

    private void Ascii(string text) => xml.Raw(Encoding.ASCII.GetBytes(text));
}
