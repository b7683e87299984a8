using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Huanxin.Web.Ui.Tables;

/// <summary>One page of a list as it was asked for.</summary>
public sealed record TablePage<T>(
    Table<T> Table, TableState State, IReadOnlyList<T> Rows, int Total, IReadOnlyList<string> Problems)
{
    public const int Size = 50;

    /// <summary>A screen counts no further: what nobody pages through must not cost more the more of it there is.</summary>
    public const int MostCounted = 5_000;

    /// <summary>True when there are more rows than were counted.</summary>
    public bool IsMore { get; init; }

    /// <summary>Where the list is kept as it was drawn; null where each drawing is its own.</summary>
    public DrawnPart? Part { get; init; }

    /// <summary>What is said beneath the list about the whole of it; null for nothing.</summary>
    public string? Note { get; init; }

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>True when search or a filter narrows the list.</summary>
    public bool IsNarrowed => State.Search.Length > 0 || Table.Columns.Any(c => c.Described(State) is not null);

    /// <summary>The state without search and filters.</summary>
    public TableState Unnarrowed => State.WithoutSearch().Without(Table.Columns.SelectMany(c => c.FilterNames));
}

/// <summary>Reads one page of a list; counting, narrowing, ordering and paging happen in the database.</summary>
public static class TableReading
{
    /// <summary>For a screen: where there are very many, it says only that.</summary>
    public static Task<TablePage<T>> ReadAsync<T>(
        this Table<T> table, IQueryable<T> source, TableState state, CancellationToken stop = default) =>
        table.ReadAsync(source, state, TablePage<T>.MostCounted, stop);

    /// <summary>For a program: every row is counted and can be reached.</summary>
    public static Task<TablePage<T>> ReadToTheEndAsync<T>(this Table<T> table, IQueryable<T> source, TableState state, CancellationToken stop) =>
        table.ReadAsync(source, state, null, stop);

    private static async Task<TablePage<T>> ReadAsync<T>(
        this Table<T> table, IQueryable<T> source, TableState state, int? most, CancellationToken stop)
    {
        const int size = TablePage<T>.Size;
        var inDatabase = source.Provider is IAsyncQueryProvider;
        var narrowed = table.Narrowed(source, state);
        var (counted, ordered) = (most is { } end ? narrowed.Take(end + 1) : narrowed, table.Ordered(narrowed, state));
        var page = Math.Min(state.Page, (most ?? int.MaxValue) / size);
        var read = await ReadAsync();
        if (read.Count == 0 && page > 1)
        {
            var found = inDatabase ? await counted.CountAsync(stop) : counted.Count();
            page = Math.Clamp((found + size - 1) / size, 1, page);
            read = await ReadAsync();
        }

        return table.Page(state.OnPage(page), [.. read.Select(one => one.Row)], read is [var first, ..] ? first.Found : 0, most);

        // The count comes with the rows: one question instead of two.
        async Task<List<Counted<T>>> ReadAsync()
        {
            var rows = ordered.Skip((page - 1) * size).Take(size).Select(row => new Counted<T>(row, counted.Count()));
            return inDatabase ? await rows.ToListAsync(stop) : [.. rows];
        }
    }

    private sealed record Counted<T>(T Row, int Found);
}
