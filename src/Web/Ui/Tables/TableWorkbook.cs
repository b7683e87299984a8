using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Huanxin.Web.Ui.Figures;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Ui.Tables;

/// <summary>The list as a workbook: the same rows, order and columns as on the screen, all pages of them.</summary>
public static class TableWorkbook
{
    private const int BatchRows = 1000;

    /// <summary>Answers a request for a list with format=xlsx.</summary>
    /// <param name="complete">Fills in what the rows of a batch need beyond the query.</param>
    /// <param name="note">Stands above the heads: what the reader must know of what is not there.</param>
    public static IResult Answer<T>(
        this Table<T> table, IQueryable<T> source, TableState state, string name,
        Func<IReadOnlyList<T>, Task>? complete = null, string? note = null)
    {
        var (columns, rows) = Leaving(table, source, state, complete);
        var layout = new SheetLayout(name, []) { FrozenColumns = 1, UnitLine = note };
        return new Download(FileKind.Xlsx.MediaType(), $"{name}.xlsx", (target, stop) => ListExport.ToXlsxAsync(target, layout, columns, rows, stop));
    }

    /// <summary>The same as separated text, for programs.</summary>
    public static IResult AnswerCsv<T>(
        this Table<T> table, IQueryable<T> source, TableState state, string name, Func<IReadOnlyList<T>, Task>? complete = null)
    {
        var (columns, rows) = Leaving(table, source, state, complete);
        return new Download("text/csv; charset=utf-8", $"{name}.csv", (target, stop) => ListExport.ToCsvAsync(target, columns, rows, stop));
    }

    private static (List<ListColumn<T>> Columns, IAsyncEnumerable<T> Rows) Leaving<T>(
        Table<T> table, IQueryable<T> source, TableState state, Func<IReadOnlyList<T>, Task>? complete)
    {
        var query = table.Query(source, state);
        return (ColumnsOf(table, state), complete is null ? query.AsAsyncEnumerable() : Completed(table.InBatches(query, BatchRows), complete));
    }

    private static List<ListColumn<T>> ColumnsOf<T>(Table<T> table, TableState state) =>
        [.. table.Exported(state).Select(column => new ListColumn<T>(column.Heading, row => CellOf(column.ExportOf(row))))];

    private static async IAsyncEnumerable<T> Completed<T>(IAsyncEnumerable<IReadOnlyList<T>> batches, Func<IReadOnlyList<T>, Task> complete)
    {
        await foreach (var batch in batches)
        {
            await complete(batch);
            foreach (var row in batch) yield return row;
        }
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => Cell.Blank,
        string text => text,
        int whole => whole,
        long whole => whole,
        decimal number => number,
        Fen money => money,
        Area area => area,
        DateOnly date => date,
        DateTime utc => Cell.Moment(ChinaTime.Local(utc)),
        _ => Figure.Text(value),
    };
}
