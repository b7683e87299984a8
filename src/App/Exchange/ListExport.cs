namespace Huanxin.App.Exchange;

/// <summary>One column of a list: its heading and how a row fills it.</summary>
public sealed record ListColumn<T>(string Header, Func<T, Cell> Value, string? Group = null, double? Width = null);

/// <summary>Writes a list of records in one call, as every table in the product is exported.</summary>
public static class ListExport
{
    private const int ChunkRows = 500;

    public static async Task ToXlsxAsync<T>(
        Stream target, SheetLayout layout, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows,
            CancellationToken stop)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, stop);
        var sheet = await book.AddSheetAsync(layout with { Columns = Heads(columns) }, stop);
        await foreach (var chunk in Prefetch.InChunks(Filled(columns, rows), ChunkRows, stop))
        {
            foreach (var cells in chunk) await sheet.AddAsync(cells, stop);
        }

        await book.CompleteAsync(stop);
    }

    public static async Task ToCsvAsync<T>(
        Stream target, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken stop)
    {
        await using var csv = new CsvWriter(target);
        await csv.AddHeaderAsync(Heads(columns), stop);
        await foreach (var chunk in Prefetch.InChunks(Filled(columns, rows), ChunkRows, stop))
        {
            foreach (var cells in chunk) await csv.AddAsync(cells, stop);
        }
    }

    private static List<SheetColumn> Heads<T>(IReadOnlyList<ListColumn<T>> columns) =>
        [.. columns.Select(c => new SheetColumn(c.Header, c.Group, c.Width))];

    // Filled where rows are read, not where they are written: what a list looks up for some rows it forgets with the next.
    private static IAsyncEnumerable<Cell[]> Filled<T>(IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows) =>
        rows.Select(row => columns.Select(column => column.Value(row)).ToArray());
}
