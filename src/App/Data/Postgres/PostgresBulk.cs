using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Huanxin.App.Data.Postgres;

/// <summary>Binary COPY inside the caller's transaction.</summary>
internal sealed class PostgresBulk(AppDb db) : IBulkWriter
{
    public async Task<long> WriteAsync(
        ITable table, IReadOnlyList<IColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var names = string.Join(',', columns.Select(c => $"\"{c.Name}\""));
        var types = columns.Select(c => c.StoreType.Split('(')[0]).ToArray();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)", stop);
        var count = 0L;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is null) await copy.WriteNullAsync(stop);
                else await copy.WriteAsync(row[i], types[i], stop);
            }

            count++;
        }

        await copy.CompleteAsync(stop);
        return count;
    }
}
