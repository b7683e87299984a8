using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data.Sqlite;

/// <summary>One prepared statement, run once a row, inside the caller's transaction.</summary>
internal sealed class SqliteBulk(AppDb db) : IBulkWriter
{
    public async Task<long> WriteAsync(
        ITable table, IReadOnlyList<IColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(',', columns.Select(c => $"\"{c.Name}\""))}) " +
            $"VALUES ({string.Join(',', columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(stop);
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
            if (++count % 1000 == 0) stop.ThrowIfCancellationRequested();
        }

        return count;
    }
}
