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
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 engine;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[4096];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        engine = (sqlite3)SqlitePragmas.HandleOf(connection);
        Check(raw.sqlite3_prepare_v2(engine, sql, out statement));
    }

    public void Run(object?[] values)
    {
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(raw.sqlite3_reset(statement));
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string one => BindText(at, one),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        bool flag => raw.sqlite3_bind_int64(statement, at, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, at, number),
        Guid id => BindId(at, id),
        DateOnly day => BindText(at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => BindText(at, time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, at, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        _ => throw new NotSupportedException($"A column of {value.GetType()} has no form in SQLite yet."),
    };

    // An empty span has no address, which the engine would take for null.
    private int BindText(int at, string value)
    {
        if (value.Length == 0) return raw.sqlite3_bind_text(statement, at, value);

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most) text = new byte[most];
        return raw.sqlite3_bind_text(statement, at, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text)));
    }

    private int BindId(int at, Guid id)
    {
        Utf8Formatter.TryFormat(id, text, out var length);
        Ascii.ToUpperInPlace(text.AsSpan(0, length), out _);
        return raw.sqlite3_bind_text(statement, at, text.AsSpan(0, length));
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_OK) return;

        var (sentence, extended) = (raw.sqlite3_errmsg(engine).utf8_to_string(), raw.sqlite3_extended_errcode(engine));
        throw new SqliteException($"SQLite Error {result & 0xFF}: '{sentence}'.", result & 0xFF, extended);
    }
}
