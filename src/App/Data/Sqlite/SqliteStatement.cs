using System.Buffers.Text;
using System.Globalization;
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
    private readonly sqlite3 engine;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[4096];
    private int at;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        engine = (sqlite3)SqlitePragmas.HandleOf(connection);
        Check(raw.sqlite3_prepare_v2(engine, sql, out statement));
    }

    /// <summary>Runs it with the values that were put; those of the next row begin at the first column again.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(raw.sqlite3_reset(statement));
        Check(raw.sqlite3_clear_bindings(statement));
        at = 0;
    }

    public void Dispose() => statement.Dispose();

    public void PutNull() => at++;

    public void Put(int value) => Put((long)value);

    public void Put(long value) => Check(raw.sqlite3_bind_int64(statement, ++at, value));

    public void Put(bool value) => Put(value ? 1L : 0L);

    public void Put(double value) => Check(raw.sqlite3_bind_double(statement, ++at, value));

    public void Put(DateOnly value) => Put(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Put(DateTime value) => Put(value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public void Put(byte[] value) =>
        Check(value.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, ++at, 0) : raw.sqlite3_bind_blob(statement, ++at, value));

    public void Put(ReadOnlyMemory<byte> text) => PutText(text.Span);

    public void Put(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most) text = new byte[most];
        PutText(text.AsSpan(0, Encoding.UTF8.GetBytes(value, text)));
    }

    public void Put(Guid value)
    {
        Utf8Formatter.TryFormat(value, text, out var length);
        Ascii.ToUpperInPlace(text.AsSpan(0, length), out _);
        PutText(text.AsSpan(0, length));
    }

    // An empty span has no address, which the engine would take for null.
    private void PutText(ReadOnlySpan<byte> value) =>
        Check(value.Length == 0 ? raw.sqlite3_bind_text(statement, ++at, "") : raw.sqlite3_bind_text(statement, ++at, value));

    private void Check(int result)
    {
        if (result == raw.SQLITE_OK) return;

        var (sentence, extended) = (raw.sqlite3_errmsg(engine).utf8_to_string(), raw.sqlite3_extended_errcode(engine));
        throw new SqliteException($"SQLite Error {result & 0xFF}: '{sentence}'.", result & 0xFF, extended);
    }
}
