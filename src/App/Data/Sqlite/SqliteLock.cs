using System.Globalization;
using Huanxin.App.Files;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// One process at a time on a SQLite file: a lock file beside it, held for the life of the process and let go by the operating system
/// even after kill -9. Who holds it stands in a second file, because nobody can read a locked one.
/// </summary>
public sealed class SqliteLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int Tries = 20;
    private readonly FileStream held;
    private readonly string owner;

    private SqliteLock(FileStream held, string owner) => (this.held, this.owner) = (held, owner);

    /// <summary>Takes the lock of this database file; raises <see cref="StorageTrouble"/> naming the process that has it.</summary>
    public static SqliteLock Take(string database)
    {
        OwnerOnly.Folder(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var owner = database + ".owner";
        var held = Open(database, owner);
        File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new SqliteLock(held, owner);
    }

    /// <summary>The same for a system that starts: a process that is just ending, as in a restart, is waited for.</summary>
    public static async Task<SqliteLock> TakeAsync(string database)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return Take(database);
            }
            catch (StorageTrouble) when (left > 0)
            {
                await Task.Delay(Pause);
            }
        }
    }

    public void Dispose()
    {
        File.Delete(owner);
        held.Dispose();
    }

    // The operating system answers a held lock with an exception; here it becomes a sentence.
    private static FileStream Open(string database, string owner)
    {
        try
        {
            return new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException) && IsHeld(fault))
        {
            var process = File.Exists(owner) ? File.ReadAllText(owner).Trim() : "未知";
            throw new StorageTrouble(
                $"已有一个焕新进程（进程号 {process}）在使用数据库 {database}；SQLite 数据库同一时间只能由一个进程写入。" +
                "请先停止那个进程，或改用 PostgreSQL。", fault);
        }
    }

    // EAGAIN / EWOULDBLOCK on Linux and macOS, sharing violation on Windows.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
