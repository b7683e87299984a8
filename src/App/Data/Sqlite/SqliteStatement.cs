using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// One prepared statement that is run row after row, its values bound by position straight to the engine. An ordinary command looks every
/// parameter up by its name and opens a reader for each row, which costs several times what the row itself does.
/// Values lie as Microsoft.Data.Sqlite would have written them.
/// </summary>
internal sealed class SqliteStatement : IRowWriter, IDisposable
{
    private const nint Lasting = 0, Passing = -1;    // whether the engine may use the bytes where they lie, or has to copy them
    private readonly sqlite3 engine;
    private readonly sqlite3_stmt statement;
    private readonly nint handle, texts, mutex;
    private readonly byte[] held = GC.AllocateUninitializedArray<byte>(1 << 16, pinned: true);
    private int at, used;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        engine = (sqlite3)SqlitePragmas.HandleOf(connection);
        Check(raw.sqlite3_prepare_v2(engine, sql, out statement));
        handle = statement.DangerousGetHandle();
        texts = Marshal.UnsafeAddrOfPinnedArrayElement(held, 0);
        mutex = SqliteEngine.MutexOf(SqliteEngine.ConnectionOf(handle));
    }

    /// <summary>
    /// Runs it once a row. Each value is bound under the lock of the connection; whoever has it already pays a fraction.
    /// </summary>
    public long Run<T>(IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop)
    {
        var count = 0L;
        SqliteEngine.Enter(mutex);
        try
        {
            foreach (var row in rows)
            {
                put(row, this);
                Run();
                if (++count % 1000 == 0) stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            SqliteEngine.Leave(mutex);
        }

        return count;
    }

    // With the values that were put; those of the next row begin at the first column again.
    private void Run()
    {
        var result = SqliteEngine.Step(handle);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(SqliteEngine.Reset(handle));
        Check(SqliteEngine.ClearBindings(handle));
        (at, used) = (0, 0);
    }

    public void Dispose() => statement.Dispose();

    // Whatever is not bound is null.
    public void PutNull() => at++;

    public void Put(int value) => Put((long)value);

    public void Put(long value) => Check(SqliteEngine.BindInt64(handle, ++at, value));

    public void Put(bool value) => Put(value ? 1L : 0L);

    public void Put(double value) => Check(SqliteEngine.BindDouble(handle, ++at, value));

    public void Put(DateTime value) => Put(value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public void Put(byte[] value) =>
        Check(value.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, ++at, 0) : raw.sqlite3_bind_blob(statement, ++at, value));

    public void Put(ReadOnlyMemory<byte> text)
    {
        if (text.Length > held.Length - used)
        {
            PutLong(text.ToArray());
            return;
        }

        text.Span.CopyTo(held.AsSpan(used));
        Bind(text.Length);
    }

    public void Put(string value)
    {
        if (Encoding.UTF8.TryGetBytes(value, held.AsSpan(used), out var length)) Bind(length);
        else PutLong(Encoding.UTF8.GetBytes(value));
    }

    public void Put(Guid value)
    {
        if (held.Length - used < 36) PutLong(Encoding.UTF8.GetBytes(value.ToString().ToUpperInvariant()));
        else
        {
            Utf8Formatter.TryFormat(value, held.AsSpan(used), out var length);
            Ascii.ToUpperInPlace(held.AsSpan(used, length), out _);
            Bind(length);
        }
    }

    public void Put(DateOnly value)
    {
        if (value.TryFormat(held.AsSpan(used), out var length, "O", CultureInfo.InvariantCulture)) Bind(length);
        else PutLong(Encoding.UTF8.GetBytes(value.ToString("O", CultureInfo.InvariantCulture)));
    }

    // The text just written behind the others of this row, which stays there until the row is run.
    private void Bind(int length)
    {
        Check(SqliteEngine.BindText(handle, ++at, texts + used, length, Lasting));
        used += length;
    }

    private void PutLong(byte[] text)
    {
        var pinned = GCHandle.Alloc(text, GCHandleType.Pinned);
        try
        {
            Check(SqliteEngine.BindCopy(handle, ++at, pinned.AddrOfPinnedObject(), text.Length, Passing));
        }
        finally
        {
            pinned.Free();
        }
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_OK) return;

        var (sentence, extended) = (raw.sqlite3_errmsg(engine).utf8_to_string(), raw.sqlite3_extended_errcode(engine));
        throw new SqliteException($"SQLite Error {result & 0xFF}: '{sentence}'.", result & 0xFF, extended);
    }
}
