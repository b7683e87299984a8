using System.Text;
using Npgsql;

namespace Huanxin.App.Data.Postgres;

/// <summary>The rows of an ordinary reader, each value in the type of its column.</summary>
internal sealed class PostgresRows(NpgsqlDataReader reader) : IRowReader
{
    private byte[] text = new byte[256];
    private int at;

    public ValueTask<bool> NextAsync(CancellationToken stop)
    {
        at = 0;
        return new(reader.ReadAsync(stop));
    }

    public T Read<T>(Func<IRowReader, T> make) => make(this);

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    public bool TakeNull()
    {
        if (!reader.IsDBNull(at)) return false;

        at++;
        return true;
    }

    public string TakeString() => reader.GetString(at++);

    public ReadOnlySpan<byte> TakeText()
    {
        var value = TakeString();
        if (text.Length < value.Length * 3) text = new byte[value.Length * 3];
        return text.AsSpan(0, Encoding.UTF8.GetBytes(value, text));
    }

    public int TakeInt32() => reader.GetInt32(at++);

    public long TakeInt64() => reader.GetInt64(at++);

    public bool TakeBoolean() => reader.GetBoolean(at++);

    public double TakeDouble() => reader.GetDouble(at++);

    public Guid TakeGuid() => reader.GetGuid(at++);

    public DateOnly TakeDateOnly() => reader.GetFieldValue<DateOnly>(at++);

    public DateTime TakeDateTime() => reader.GetDateTime(at++);
}
