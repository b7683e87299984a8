using System.Buffers.Binary;
using System.Data.Common;
using System.Text;
using Npgsql;

namespace Huanxin.App.Data.Postgres;

/// <summary>
/// The rows of a query, each packed by the server into one value in the binary form it sends anyway: taking that apart costs a fraction of
/// asking the reader for every column.
/// </summary>
internal sealed class PostgresRows : IRowReader
{
    private const int ColumnCount = 4, Header = 8;    // the number of columns; the type and the length of each
    private readonly NpgsqlDataReader reader;
    private byte[] row = new byte[4096];
    private int at;

    private PostgresRows(NpgsqlDataReader reader) => this.reader = reader;

    public static async Task<IRowReader> OpenAsync(DbCommand command, CancellationToken stop)
    {
        command.CommandText = $"SELECT record_send(one) FROM ({command.CommandText}) AS one";
        return new PostgresRows((NpgsqlDataReader)await command.ExecuteReaderAsync(stop));
    }

    public ValueTask<bool> NextAsync(CancellationToken stop) => new(reader.ReadAsync(stop));

    public T Read<T>(Func<IRowReader, T> make)
    {
        var length = (int)reader.GetBytes(0, 0, null, 0, 0);
        if (row.Length < length) row = new byte[length * 2];
        reader.GetBytes(0, 0, row, 0, length);
        at = ColumnCount;
        return make(this);
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    public bool TakeNull()
    {
        if (Length >= 0) return false;

        at += Header;
        return true;
    }

    public string TakeString() => Encoding.UTF8.GetString(TakeText());

    public ReadOnlySpan<byte> TakeText()
    {
        var value = row.AsSpan(at + Header, Length);
        at += Header + value.Length;
        return value;
    }

    public int TakeInt32() => BinaryPrimitives.ReadInt32BigEndian(TakeText());

    public long TakeInt64() => BinaryPrimitives.ReadInt64BigEndian(TakeText());

    public bool TakeBoolean() => TakeText()[0] != 0;

    public double TakeDouble() => BinaryPrimitives.ReadDoubleBigEndian(TakeText());

    public Guid TakeGuid() => new(TakeText(), bigEndian: true);

    // The least and the most stand for times without beginning and without end, as Npgsql writes them.
    public DateOnly TakeDateOnly() => TakeInt32() switch
    {
        int.MinValue => DateOnly.MinValue,
        int.MaxValue => DateOnly.MaxValue,
        var days => CopyBytes.FirstDay.AddDays(days),
    };

    public DateTime TakeDateTime() => TakeInt64() switch
    {
        long.MinValue => DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        long.MaxValue => DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        var microseconds => CopyBytes.FirstMoment.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond),
    };

    private int Length => BinaryPrimitives.ReadInt32BigEndian(row.AsSpan(at + 4));
}
