using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Huanxin.App.Data.Postgres;

/// <summary>Binary COPY inside the caller's transaction.</summary>
internal sealed class PostgresBulk(AppDb db) : IBulkWriter
{
    public async Task<long> WriteAsync<T>(string table, IReadOnlyList<string> columns, IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table}\" ({string.Join(',', columns.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)", stop);
        var (row, count) = (new Row(copy), 0L);
        foreach (var one in rows)
        {
            // The buffer goes out by itself whenever it is full; waiting for each value would cost more than the value.
            copy.StartRow();
            put(one, row);
            if (++count % 1000 == 0) stop.ThrowIfCancellationRequested();
        }

        await copy.CompleteAsync(stop);
        return count;
    }

    public void Dispose()
    {
    }

    private sealed class Row(NpgsqlBinaryImporter copy) : IRowWriter
    {
        public void PutNull() => copy.WriteNull();

        public void Put(string value) => copy.Write(value, NpgsqlDbType.Text);

        public void Put(int value) => copy.Write(value, NpgsqlDbType.Integer);

        public void Put(long value) => copy.Write(value, NpgsqlDbType.Bigint);

        public void Put(bool value) => copy.Write(value, NpgsqlDbType.Boolean);

        public void Put(double value) => copy.Write(value, NpgsqlDbType.Double);

        public void Put(Guid value) => copy.Write(value, NpgsqlDbType.Uuid);

        public void Put(DateOnly value) => copy.Write(value, NpgsqlDbType.Date);

        public void Put(DateTime value) => copy.Write(value, NpgsqlDbType.TimestampTz);

        public void Put(byte[] value) => copy.Write(value, NpgsqlDbType.Bytea);

        public void Put(ReadOnlyMemory<byte> text) => copy.Write(text, NpgsqlDbType.Text);
    }
}
