using System.Runtime.InteropServices;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// What bulk writing and reading ask of the engine tens of millions of times, without the guard and the copy that the general binding makes around each
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

    /// <summary>A text the engine copies, however long it is.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static extern int BindCopy(nint statement, int at, nint text, int length, nint release);

    [DllImport(Library, EntryPoint = "sqlite3_db_handle")]
    public static extern nint ConnectionOf(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_db_mutex")]
    public static extern nint MutexOf(nint connection);

    [DllImport(Library, EntryPoint = "sqlite3_mutex_enter")]
    public static extern void Enter(nint mutex);

    [DllImport(Library, EntryPoint = "sqlite3_mutex_leave")]
    public static extern void Leave(nint mutex);

    // None of these waits for anything: the row lies in memory, and whoever asks has entered the mutex.
    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int BindInt64(nint statement, int at, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    public static extern int BindDouble(nint statement, int at, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static extern int BindText(nint statement, int at, nint text, int length, nint release);

    [DllImport(Library, EntryPoint = "sqlite3_column_value"), SuppressGCTransition]
    public static extern nint ColumnValue(nint statement, int at);

    [DllImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    public static extern int ValueType(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    public static extern long ValueInt64(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    public static extern double ValueDouble(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_text"), SuppressGCTransition]
    public static extern nint ValueText(nint value);

    [DllImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    public static extern int ValueBytes(nint value);
}
