using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>A workbook as it reads with corrections made on screen; the file itself stays as it was.</summary>
public sealed class CorrectedBook : SheetBook
{
    private readonly SheetBook book;
    private readonly int sheet;
    private readonly ILookup<int, (int Column, string Text)> fixes;

    private CorrectedBook(SheetBook book, int sheet, ILookup<int, (int Column, string Text)> fixes) =>
        (this.book, this.sheet, this.fixes) = (book, sheet, fixes);

    public override IReadOnlyList<SheetTab> Sheets => book.Sheets;

    /// <summary>Corrections are address → text, all on one sheet.</summary>
    public static SheetBook Of(SheetBook book, int sheet, IReadOnlyDictionary<string, string> corrections)
    {
        if (corrections.Count == 0) return book;

        var cells = corrections.Where(pair => CellAddress.TryParse(pair.Key, out _, out _)).ToLookup(
            pair => RowOf(pair.Key), pair => (ColumnOf(pair.Key), pair.Value));
        return new CorrectedBook(book, sheet, cells);
    }

    public override IEnumerable<SheetRow> Rows(int sheet) => sheet == this.sheet ? book.Rows(sheet).Select(Corrected) : book.Rows(sheet);

    public override IReadOnlyList<SheetMerge> Merges(int sheet) => book.Merges(sheet);

    public override IReadOnlyDictionary<int, double> Widths(int sheet) => book.Widths(sheet);

    public override void Dispose() => book.Dispose();

    private SheetRow Corrected(SheetRow row)
    {
        var cells = row.Cells;
        foreach (var (column, text) in fixes[row.Number])
        {
            if (column >= cells.Length) Array.Resize(ref cells, column + 1);
            cells[column] = RawCell.OfText(text);
        }

        return cells == row.Cells ? row : row with { Cells = cells };
    }

    private static int RowOf(string address) => CellAddress.TryParse(address, out _, out var row) ? row : 0;

    private static int ColumnOf(string address) => CellAddress.TryParse(address, out var column, out _) ? column : 0;
}
