using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Operations;

/// <summary>The tables of the model, read off the model itself: a new feature is backed up without being told here.</summary>
public static class Tables
{
    /// <summary>Every table after those it refers to; a table that refers to itself is no matter.</summary>
    public static IReadOnlyList<ITable> InOrder(IModel model)
    {
        var left = model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Find(table => PrincipalsOf(table).All(ordered.Contains))
                ?? throw new InvalidOperationException($"tables refer to each other in a circle: {string.Join(", ", left.Select(t => t.Name))}");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    /// <summary>The first table that holds a row; null when the database is empty.</summary>
    public static async Task<string?> FirstFilledAsync(AppDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        foreach (var table in InOrder(db.Model))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = $"SELECT 1 FROM \"{table.Name}\" LIMIT 1";
            if (await command.ExecuteScalarAsync(stop) is not null) return table.Name;
        }

        return null;
    }

    /// <summary>Makes the structure in a database without tables; refuses one that holds anything already.</summary>
    public static async Task PrepareEmptyAsync(AppDb db, CancellationToken stop)
    {
        var isBare = !(await db.Database.GetAppliedMigrationsAsync(stop)).Any();
        if (isBare && (await Schema.ColumnsAsync(db, stop)).Count > 0) throw OperationsRefusals.ForeignTables();
        if (isBare) await Schema.MigrateAsync(db, stop);

        await Schema.RequireCurrentAsync(db, stop);
        if (await FirstFilledAsync(db, stop) is { } filled) throw OperationsRefusals.TargetNotEmpty(filled);
    }

    private static IEnumerable<ITable> PrincipalsOf(ITable table) => table.ForeignKeyConstraints
        .Select(key => key.PrincipalTable).OfType<ITable>().Where(principal => principal != table);
}
