using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Operations;

/// <summary>
/// Rows that were acts elsewhere, put unchanged into an empty database in one transaction; the filling itself is one more act.
/// Disposing without <see cref="CommitAsync"/> leaves nothing behind.
/// </summary>
internal sealed class Filling : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly IDbContextTransaction transaction;
    private readonly IBulkWriter writer;

    private Filling(AppDb db, IDbContextTransaction transaction)
    {
        (this.db, this.transaction) = (db, transaction);
        writer = db.Dialect.OpenBulk(db);
    }

    public static async Task<Filling> BeginAsync(AppDb db, CancellationToken stop)
    {
        var filling = new Filling(db, await db.Database.BeginTransactionAsync(stop));
        await db.Dialect.DeferReferencesAsync(db, stop);
        return filling;
    }

    public Task<long> WriteAsync(ITable table, Cell[] cells, IEnumerable<object?[]> rows, CancellationToken stop) =>
        writer.WriteAsync(table.Name, [.. cells.Select(cell => cell.Column.Name)], rows.Select(row => Fitting(table, cells, row)), Put, stop);

    /// <summary>Count and hash of what now stands in the table.</summary>
    public TableSum Sum(ITable table, Cell[] cells)
    {
        using var lines = new RowLines(cells);
        foreach (var row in Snapshot.RowsOf(db, table, cells)) lines.Add(row);
        return lines.Sum();
    }

    public async Task CommitAsync(Act act, CancellationToken stop)
    {
        await db.SaveAsync(act, stop);
        await transaction.CommitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        writer.Dispose();
    }

    private static void Put(object?[] values, IRowWriter row)
    {
        foreach (var value in values) row.PutAny(value);
    }

    // SQLite keeps texts of any length; PostgreSQL would fail in the middle with a message nobody understands.
    private static object?[] Fitting(ITable table, Cell[] cells, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (cells[i].IsTooMuch(row[i])) throw OperationsRefusals.TextTooLong(table.Name, cells[i].Column.Name, $"{row[0]}");
        }

        return row;
    }
}
