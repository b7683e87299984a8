using System.Buffers;
using System.Runtime.CompilerServices;

namespace Huanxin.App.Exchange;

/// <summary>One column of a list: its heading and how a row fills it.</summary>
public sealed record ListColumn<T>(string Header, Func<T, Cell> Value, string? Group = null, double? Width = null);

/// <summary>Writes a list of records in one call, as every table in the product is exported.</summary>
public static class ListExport
{
    private const int PageRows = 1000;

    public static async Task ToXlsxAsync<T>(
        Stream target, SheetLayout layout, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows,
            CancellationToken stop)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, stop);
        var sheet = await book.AddSheetAsync(layout with { Columns = Heads(columns) }, stop);
        await foreach (var page in Prefetch.OfAsync(PagesAsync(columns, rows, stop), stop))
        {
            for (var i = 0; i < page.Rows; i++) await sheet.AddAsync(page[i], stop);
            page.Release();
        }

        await book.CompleteAsync(stop);
    }

    public static async Task ToCsvAsync<T>(
        Stream target, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken stop)
    {
        await using var csv = new CsvWriter(target);
        await csv.AddHeaderAsync(Heads(columns), stop);
        await foreach (var page in Prefetch.OfAsync(PagesAsync(columns, rows, stop), stop))
        {
            for (var i = 0; i < page.Rows; i++) await csv.AddAsync(page[i], stop);
            page.Release();
        }
    }

    private static List<SheetColumn> Heads<T>(IReadOnlyList<ListColumn<T>> columns) =>
        [.. columns.Select(c => new SheetColumn(c.Header, c.Group, c.Width))];

    // Cells are filled where rows are read, not where they are written: what a list looks up for some rows it forgets with the next.
    private static async IAsyncEnumerable<Page> PagesAsync<T>(
        IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken stop)
    {
        Func<T, Cell>[] values = [.. columns.Select(column => column.Value)];
        var page = new Page(values.Length);
        await foreach (var row in rows.WithCancellation(stop))
        {
            page.Add(values, row);
            if (page.Rows < PageRows) continue;

            yield return page;
            page = new Page(values.Length);
        }

        yield return page;
    }

    /// <summary>The cells of some rows, in an array that is used again and again.</summary>
    private sealed class Page(int width)
    {
        private readonly Cell[] cells = ArrayPool<Cell>.Shared.Rent(width * PageRows);

        public int Rows { get; private set; }

        public ReadOnlySpan<Cell> this[int row] => cells.AsSpan(row * width, width);

        public void Add<T>(Func<T, Cell>[] values, T row)
        {
            var own = cells.AsSpan(Rows * width, width);
            for (var i = 0; i < own.Length; i++) own[i] = values[i](row);
            Rows++;
        }

        public void Release() => ArrayPool<Cell>.Shared.Return(cells);
    }
}
