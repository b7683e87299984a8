using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data.Sqlite;

/// <summary>One prepared statement, run once a row, inside the caller's transaction.</summary>
internal sealed class SqliteBulk(AppDb db) : IBulkWriter
{
    public Task<long> WriteAsync(ITable table, IReadOnlyList<IColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        using var statement = new SqliteStatement((SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO \"{table.Name}\" ({string.Join(',', columns.Select(c => $"\"{c.Name}\""))}) " +
            $"VALUES ({string.Join(',', columns.Select(_ => "?"))})");
        var count = 0L;
        foreach (var row in rows)
        {
            statement.Run(row);
            if (++count % 1000 == 0) stop.ThrowIfCancellationRequested();
        }

        return Task.FromResult(count);
    }
}
