using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Huanxin.App.Data.Sqlite;

/// <summary>The rows of an ordinary reader, their values taken straight from the engine. They lie as Microsoft.Data.Sqlite wrote them.</summary>
internal sealed class SqliteRows : IRowReader
{
    private const int Null = 5;

    // The type of the handle cannot be named here, see SqlitePragmas.
    private static readonly Func<SqliteDataReader, object?> HandleOf =
        typeof(SqliteDataReader).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteDataReader, object?>>();

    private readonly nint handle, mutex;
    private readonly SqliteDataReader reader;
    private byte[] text = new byte[256];
    private int at;
    private nint value;

    public SqliteRows(SqliteDataReader reader)
    {
        this.reader = reader;
        handle = ((SafeHandle)HandleOf(reader)!).DangerousGetHandle();
        mutex = SqliteEngine.MutexOf(SqliteEngine.ConnectionOf(handle));
    }

    public ValueTask<bool> NextAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        (at, value) = (0, 0);
        return new(reader.Read());
    }

    // Each value is asked for under the lock of the connection; whoever has it already pays a fraction.
    public T Read<T>(Func<IRowReader, T> make)
    {
        SqliteEngine.Enter(mutex);
        try
        {
            return make(this);
        }
        finally
        {
            SqliteEngine.Leave(mutex);
        }
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    public bool TakeNull()
    {
        value = SqliteEngine.ColumnValue(handle, at++);
        if (SqliteEngine.ValueType(value) != Null) return false;

        value = 0;
        return true;
    }

    public string TakeString()
    {
        var taken = Take();
        var bytes = SqliteEngine.ValueText(taken);
        return Marshal.PtrToStringUTF8(bytes, SqliteEngine.ValueBytes(taken));
    }

    public ReadOnlySpan<byte> TakeText()
    {
        var taken = Take();
        var bytes = SqliteEngine.ValueText(taken);
        var length = SqliteEngine.ValueBytes(taken);
        if (length > text.Length) text = new byte[length * 2];
        Marshal.Copy(bytes, text, 0, length);
        return text.AsSpan(0, length);
    }

    public int TakeInt32() => checked((int)TakeInt64());

    public long TakeInt64() => SqliteEngine.ValueInt64(Take());

    public bool TakeBoolean() => TakeInt64() != 0;

    public double TakeDouble() => SqliteEngine.ValueDouble(Take());

    public Guid TakeGuid() => Guid.Parse(TakeText());

    public DateOnly TakeDateOnly()
    {
        var day = TakeText();
        return day is [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]
            ? new DateOnly(Digits(day[..4]), Digits(day[5..7]), Digits(day[8..]))
            : DateOnly.Parse(Encoding.UTF8.GetString(day), CultureInfo.InvariantCulture);
    }

    public DateTime TakeDateTime() => DateTime.Parse(TakeString(), CultureInfo.InvariantCulture);

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }

    // Whoever asked whether it is null has it at hand already.
    private nint Take()
    {
        if (value == 0) return SqliteEngine.ColumnValue(handle, at++);

        var asked = value;
        value = 0;
        return asked;
    }
}
