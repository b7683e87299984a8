using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Huanxin.App.Data.Postgres;

/// <summary>
/// Binary COPY inside the caller's transaction, its bytes made here: the driver's importer looks up for each value how its type is written, which costs
/// more than all the rest.
/// </summary>
internal sealed class PostgresBulk(AppDb db) : IBulkWriter
{
    private readonly CopyBytes bytes = new();

    public async Task<long> WriteAsync<T>(string table, IReadOnlyList<string> columns, IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        // Whatever the server holds against the rows is thrown when the stream is closed.
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY \"{table}\" ({string.Join(',', columns.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)", stop);
        try
        {
            return await WriteAsync(copy, columns.Count, rows, put, stop);
        }
        catch
        {
            await copy.CancelAsync();
            throw;
        }
    }

    public void Dispose()
    {
    }

    private async Task<long> WriteAsync<T>(NpgsqlRawCopyStream copy, int width, IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop)
    {
        var count = 0L;
        bytes.Begin();
        foreach (var one in rows)
        {
            bytes.Row(width);
            put(one, bytes);
            count++;
            if (bytes.IsFull) await SendAsync(copy, stop);
        }

        bytes.End();
        await SendAsync(copy, stop);
        return count;
    }

    private async Task SendAsync(NpgsqlRawCopyStream copy, CancellationToken stop)
    {
        await copy.WriteAsync(bytes.Written, stop);
        bytes.Clear();
    }
}
