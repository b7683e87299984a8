using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Operations;

/// <summary>The structure of the database against that of the program.</summary>
public static class Schema
{
    /// <summary>The newest migration the program knows.</summary>
    public static string Newest(AppDb db) => db.Database.GetMigrations().Last();

    /// <summary>Brings the structure up to the program's and answers the migrations applied; none when it is current.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(AppDb db, CancellationToken stop)
    {
        await RefuseNewerAsync(db, stop);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0)
        {
            await db.Dialect.ForgetMigrationLockAsync(db, stop);
            await db.Database.MigrateAsync(stop);
        }

        await RefuseOtherAsync(db, stop);
        return pending;
    }

    /// <summary>Refuses a database that is older or newer than the program, before anything reads or writes it.</summary>
    public static async Task RequireCurrentAsync(AppDb db, CancellationToken stop)
    {
        await RefuseNewerAsync(db, stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any()) throw OperationsRefusals.DatabaseOlder();

        await RefuseOtherAsync(db, stop);
    }

    /// <summary>Tables and columns that stand in the database, apart from those of the migrations themselves.</summary>
    public static async Task<HashSet<(string Table, string Column)>> ColumnsAsync(AppDb db, CancellationToken stop)
    {
        var columns = new HashSet<(string, string)>();
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop)) return columns;

        await db.Database.OpenConnectionAsync(stop);
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = db.Dialect.ColumnsQuery;
            await using var rows = await command.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                if (!rows.GetString(0).StartsWith("__EF", StringComparison.Ordinal)) columns.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        await db.Database.CloseConnectionAsync();
        return columns;
    }

    // The migrations say it is current, yet something the program needs is not there: made by hand or by a program under development.
    private static async Task RefuseOtherAsync(AppDb db, CancellationToken stop)
    {
        var there = await ColumnsAsync(db, stop);
        foreach (var column in db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns))
        {
            if (!there.Contains((column.Table.Name, column.Name))) throw OperationsRefusals.StructureDiffers(column.Table.Name, column.Name);
        }
    }

    private static async Task RefuseNewerAsync(AppDb db, CancellationToken stop)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(stop);
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown) throw OperationsRefusals.DatabaseNewer(unknown);
    }
}
