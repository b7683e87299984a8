using System.Runtime.InteropServices;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// What a bulk write asks of the engine tens of millions of times, without the guard and the copy that the general binding makes around each
/// call. The bridge says where the library is.
/// </summary>
internal static class SqliteEngine
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_clear_bindings")]
    public static extern int ClearBindings(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static extern int BindInt64(nint statement, int at, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double")]
    public static extern int BindDouble(nint statement, int at, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static extern int BindText(nint statement, int at, nint text, int length, nint release);
}
