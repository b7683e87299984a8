using System.Data.Common;
using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Operations;

/// <summary>The whole database as it was at one moment, table by table, while others go on writing.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly IDbContextTransaction transaction;

    private Snapshot(AppDb db, IDbContextTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    public static async Task<Snapshot> TakeAsync(AppDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var moment = await db.Dialect.BeginSnapshotAsync(db.Database.GetDbConnection(), stop);
        return new Snapshot(db, (await db.Database.UseTransactionAsync(moment, stop))!);
    }

    /// <summary>All rows of a table in the order of their key, one at a time.</summary>
    public IEnumerable<object?[]> Rows(ITable table, Cell[] cells) => RowsOf(db, table, cells);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>As above, inside whatever transaction the database is in.</summary>
    public static IEnumerable<object?[]> RowsOf(AppDb db, ITable table, Cell[] cells)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText =
            $"SELECT {string.Join(',', cells.Select(cell => $"\"{cell.Column.Name}\""))} FROM \"{table.Name}\" " +
            $"ORDER BY {string.Join(',', table.PrimaryKey!.Columns.Select(column => KeyOf(db, cells, column)))}";
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return ValuesOf(reader, cells);
    }

    private static object?[] ValuesOf(DbDataReader reader, Cell[] cells)
    {
        var row = new object?[cells.Length];
        for (var i = 0; i < cells.Length; i++) row[i] = cells[i].Read(reader, i);
        return row;
    }

    // Texts sort by their bytes, so that both databases give the same order.
    private static string KeyOf(AppDb db, Cell[] cells, IColumn column) =>
        Array.Find(cells, cell => cell.Column == column)!.KindName == "text"
            ? $"\"{column.Name}\" COLLATE \"{db.Dialect.OrdinalCollation}\"" : $"\"{column.Name}\"";
}
