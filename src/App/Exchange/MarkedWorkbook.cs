using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>
/// Gives the user's own rows back with every fault marked where it is: the cell coloured, the sentence in a last column, all of them
/// listed on a last tab. Rows keep their numbers, columns their widths, and cells that stood as one still do; corrected and uploaded
/// again, our marks are not read as data.
/// </summary>
public static class MarkedWorkbook
{
    /// <summary>Heads are by sheet name; a sheet without one gets its marks without a heading over them.</summary>
    public static async Task WriteAsync(
        Stream target, SheetBook book, IReadOnlyDictionary<string, HeaderMapping> heads, ImportFaults faults,
            CancellationToken stop)
    {
        await using var marked = await WorkbookWriter.CreateAsync(target, stop);
        var byRow = faults.InOrder.ToLookup(fault => (fault.Sheet, fault.Row));
        foreach (var (index, tab) in book.Sheets.Index())
        {
            if (tab.IsFaultList) continue;

            var head = heads.GetValueOrDefault(tab.Name);
            var column = FaultColumn(book, index);
            var layout = new SheetLayout(
                tab.Name, Columns(head, book.Widths(index), column)) { HasHeader = false, FrozenRows = head?.LastRow ?? 0, Merged = Merged(book.Merges(index), column) };
            var sheet = await marked.AddSheetAsync(layout, stop);
            foreach (var row in book.Rows(index))
            {
                sheet.SkipTo(row.Number);
                var (cells, styles) = Marked(row, column, [.. byRow[(tab.Name, row.Number)]]);
                if (row.Number == head?.LastRow) cells[column] = ReadingLabels.FaultColumn;
                await sheet.AddAsync(cells, styles, stop);
            }
        }

        await ListAsync(marked, faults, stop);
        await marked.CompleteAsync(stop);
    }

    // Behind the widest row, or where an earlier marking put it.
    private static int FaultColumn(SheetBook book, int sheet)
    {
        var widest = 0;
        foreach (var row in book.Rows(sheet))
        {
            var earlier = Array.FindIndex(row.Cells, cell => cell.Text == ReadingLabels.FaultColumn);
            if (earlier >= 0) return earlier;

            widest = Math.Max(widest, row.Cells.Length);
        }

        return widest;
    }

    private static SheetColumn[] Columns(HeaderMapping? head, IReadOnlyDictionary<int, double> widths, int column) =>
    [
        .. Enumerable.Range(0, column).Select(i => new SheetColumn(
            head?.Columns.FirstOrDefault(c => c.Index == i)?.Header ?? "", Width: widths.TryGetValue(i, out var width) ? width : null)),
        new SheetColumn(ReadingLabels.FaultColumn, Width: 60),
    ];

    // A title over all columns does not reach over ours.
    private static SheetMerge[] Merged(IReadOnlyList<SheetMerge> merges, int column) =>
    [
        .. merges.Select(merge => merge with { LastColumn = Math.Min(merge.LastColumn, column - 1) })
            .Where(merge => merge.LastColumn > merge.Column || (merge.LastColumn == merge.Column && merge.LastRow > merge.FirstRow)),
    ];

    private static (Cell[] Cells, RowStyle[] Styles) Marked(SheetRow row, int column, IReadOnlyList<ImportFault> faults)
    {
        var cells = new Cell[column + 1];
        var styles = new RowStyle[column + 1];
        for (var i = 0; i < column; i++) cells[i] = Cell.Again(row[i]);

        foreach (var fault in faults.OrderByDescending(fault => fault.Level))
        {
            var style = fault.Level == FaultLevel.Hard ? RowStyle.HardFault : RowStyle.SoftFault;
            foreach (var at in new[] { fault.Column, fault.Other?.Column ?? 0 }.Where(at => at > 0 && at <= column)) styles[at - 1] = style;
            styles[column] = style;
        }

        cells[column] = string.Join("；", faults.OrderBy(fault => fault.Level).Select(ExchangeLabels.InRow));
        return (cells, styles);
    }

    private static async Task ListAsync(WorkbookWriter marked, ImportFaults faults, CancellationToken stop)
    {
        var list = await marked.AddSheetAsync(
            new SheetLayout(ExchangeLabels.FaultSheet, ExchangeLabels.FaultColumns), stop);
        foreach (var fault in faults.InOrder)
        {
            Cell[] row = [fault.Sheet, fault.Address, fault.Header, fault.Shown, fault.Level.Label(), fault.Sentence];
            await list.AddAsync(row, stop);
        }
    }
}
