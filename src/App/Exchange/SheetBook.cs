using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>A tab of a workbook.</summary>
public sealed record SheetTab(string Name, bool IsHidden)
{
    /// <summary>True for the list of faults we added ourselves: not data.</summary>
    public bool IsFaultList => Name == ExchangeLabels.FaultSheet;
}

/// <summary>
/// A workbook, CSV or pasted table opened for reading. Rows stream; nothing but distinct texts is held.
/// </summary>
public abstract class SheetBook : IDisposable
{
    public abstract IReadOnlyList<SheetTab> Sheets { get; }

    /// <summary>Rows that hold anything, top to bottom; may be asked for again.</summary>
    public abstract IEnumerable<SheetRow> Rows(int sheet);

    /// <summary>Cells that stand as one, whose value stands only in the first: a format without merges has none.</summary>
    public virtual IReadOnlyList<SheetMerge> Merges(int sheet) => [];

    /// <summary>How wide the columns are that were given a width, in characters, by their index.</summary>
    public virtual IReadOnlyDictionary<int, double> Widths(int sheet) => new Dictionary<int, double>();

    /// <summary>The first rows of a sheet, enough to find its head.</summary>
    public IReadOnlyList<SheetRow> Top(int sheet) => [.. Rows(sheet).Take(HeaderMatch.Depth)];

    /// <summary>
    /// Rows in which a cell merged over several rows holds its value in each of them, as the user sees it. The list of merges stands behind all
    /// rows: it is looked for when the first cell is blank that might be part of one.
    /// </summary>
    public IEnumerable<SheetRow> RowsUnmerged(int sheet)
    {
        ILookup<int, SheetMerge>? merges = null;
        var open = new List<(SheetMerge Merge, RawCell Cell)>();
        foreach (var row in Rows(sheet))
        {
            if (merges is null && Array.Exists(row.Cells, cell => cell.IsBlank))
            {
                merges = Merges(sheet).Where(merge => merge.LastRow > merge.FirstRow).ToLookup(merge => merge.FirstRow);
                open.AddRange(Begun(sheet, merges, row.Number));
            }

            open.RemoveAll(item => item.Merge.LastRow < row.Number);
            foreach (var (merge, cell) in open)
            {
                if (merge.Column < row.Cells.Length && row[merge.Column].IsBlank) row.Cells[merge.Column] = cell;
            }

            if (merges is not null) open.AddRange(merges[row.Number].Select(merge => (merge, row[merge.Column])));
            yield return row;
        }
    }

    // Those that began above, each with its value.
    private IEnumerable<(SheetMerge Merge, RawCell Cell)> Begun(int sheet, ILookup<int, SheetMerge> merges, int below) =>
        merges.All(begun => begun.Key >= below || begun.All(merge => merge.LastRow < below)) ? []
            : Rows(sheet).TakeWhile(row => row.Number < below).SelectMany(row => merges[row.Number].Select(merge => (merge, row[merge.Column])));

    public abstract void Dispose();
}

/// <summary>Cells merged into one; columns from zero, rows as the user counts them.</summary>
public readonly record struct SheetMerge(int Column, int FirstRow, int LastColumn, int LastRow);
