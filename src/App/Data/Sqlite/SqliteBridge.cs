using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// Lets Microsoft.Data.Sqlite run on SQLitePCLRaw 2.0.6 and the system's own SQLite (docs/decisions/0004-sqlite-bridge.md).
/// Delete this file the day the ordinary package restores.
/// </summary>
internal static class SqliteBridge
{
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "winsqlite3"];

#pragma warning disable CA2255 // The bridge must stand before any SQLite type is touched; only a module initializer runs that early.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Build()
    {
        AssemblyLoadContext.Default.Resolving += AcceptLowerVersion;
        UseSystemLibrary();
    }

    private static Assembly? AcceptLowerVersion(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted.Name is "SQLitePCLRaw.core" or "SQLitePCLRaw.provider.e_sqlite3"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, wanted.Name + ".dll"))
            : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseSystemLibrary()
    {
        foreach (var assembly in new[] { typeof(SQLite3Provider_e_sqlite3).Assembly, typeof(SqliteEngine).Assembly })
        {
            NativeLibrary.SetDllImportResolver(assembly, (name, from, path) => name == "e_sqlite3" ? Load() : NativeLibrary.Load(name, from, path));
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        // Nobody reads the engine's own count of its memory, which it otherwise keeps under a lock at every text.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static nint Load()
    {
        foreach (var name in SystemNames)
        {
            if (NativeLibrary.TryLoad(name, out var handle)) return handle;
        }

        throw new DllNotFoundException("找不到系统的 SQLite 库（libsqlite3.so.0），请安装软件包 libsqlite3-0。");
    }
}
