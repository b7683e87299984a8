using System.Data.Common;
using System.Runtime.CompilerServices;
using Huanxin.App.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data.Sqlite;

/// <summary>The embedded database a newcomer gets: one file, one writer.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Cipher cipher, SqliteDialect dialect) : AppDb(options, cipher)
{
    public override Dialect Dialect => dialect;
}

/// <summary>
/// Write-ahead log, foreign keys, full durability, and patience while another writer finishes. Told once to each connection of the
/// engine: the pool hands the same one out again and again, as it was left. A connection stays open as long as its context.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<object, string> Told = [];

    // The type of the handle cannot be named here: the bridge's version of it is older than the one this was compiled against.
    internal static readonly Func<SqliteConnection, object> HandleOf =
        typeof(SqliteConnection).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteConnection, object>>();

    // A page is twice the usual size, where the file is made anew: a community and the change row that tells it fill a usual one between them, and
    // writing hundreds of thousands of them costs by the page.
    private const string Pragmas =
        "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";

    // EF closes after every question, and each opening teaches the connection two dozen functions anew under the lock of the pool.
    // Open it costs nothing; it goes back to the pool with its context.
    public override InterceptionResult ConnectionClosing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!Told.TryAdd(HandleOf((SqliteConnection)connection), Pragmas)) return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!Told.TryAdd(HandleOf((SqliteConnection)connection), Pragmas)) return;

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What is particular to SQLite.</summary>
public sealed class SqliteDialect(string node) : Dialect(node), IDisposable
{
    private readonly Lock gate = new();
    private SqliteMoment? moment;

    private const int Busy = 5, Locked = 6, ReadOnly = 8, DiskFault = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555;

    public override string OrdinalCollation => "BINARY";

    public override IIndex? ViolatedIndex(IModel model, Exception fault)
    {
        if (Find(fault) is not { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint } sqlite) return null;

        // “… UNIQUE constraint failed: accounts.SignInName, accounts.Other'.”
        var columns = sqlite.Message.Split("failed: ")[^1].TrimEnd('.', '\'').Split(", ");
        return model.GetEntityTypes().SelectMany(type => type.GetIndexes()).FirstOrDefault(index => index.IsUnique
            && index.Properties.Select(p => $"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}").SequenceEqual(columns));
    }

    public override bool IsDuplicateKey(Exception fault) =>
        Find(fault)?.SqliteExtendedErrorCode is UniqueConstraint or PrimaryKeyConstraint;

    public override string? Trouble(Exception fault) => Find(fault)?.SqliteErrorCode switch
    {
        Full => "磁盘已满，数据没有保存。请管理员清理磁盘后重试。",
        ReadOnly => "数据库文件是只读的，数据没有保存。请管理员检查文件权限。",
        DiskFault => "磁盘读写出错，数据没有保存。请管理员检查磁盘。",
        Busy or Locked => "数据库正忙，数据没有保存，请稍后重试。",
        CannotOpen => "打不开数据库文件，请管理员检查路径和权限。",
        Corrupt or NotADatabase => "数据库文件已损坏或不是数据库，请管理员用备份恢复。",
        _ => null,
    };

    public override string ColumnsQuery =>
        "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";

    // Deferred: an immediate one would take the write lock.
    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override Task DeferReferencesAsync(AppDb db, CancellationToken stop) =>
        RunAsync(db, "PRAGMA defer_foreign_keys = ON", stop);

    // EF marks a running migration by a table that outlives a kill -9; SqliteLock already keeps other processes away.
    public override Task ForgetMigrationLockAsync(AppDb db, CancellationToken stop) =>
        RunAsync(db, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);

    public override SqlExpression Likely(SqlExpression condition) => new SqlFunctionExpression(
        "likely", [condition], nullable: true, argumentsPropagateNullability: [true], condition.Type, condition.TypeMapping);

    public override Task<string> MomentAsync(AppDb db, CancellationToken stop) => Task.FromResult(MomentAtHand(db)!);

    public override string? MomentAtHand(AppDb db)
    {
        lock (gate) moment ??= new SqliteMoment(db.Database.GetConnectionString()!);
        return moment.Now();
    }

    public void Dispose() => moment?.Dispose();

    public override string SizeQuery =>
        "SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()";

    public override IBulkWriter OpenBulk(AppDb db) => new SqliteBulk(db);

    public override async Task<IRowReader> OpenRowsAsync(DbCommand command, CancellationToken stop) =>
        new SqliteRows((SqliteDataReader)await command.ExecuteReaderAsync(stop));

    private static async Task RunAsync(AppDb db, string sql, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
        await db.Database.CloseConnectionAsync();
    }

    private static SqliteException? Find(Exception? fault) => fault switch
    {
        null => null,
        SqliteException sqlite => sqlite,
        _ => Find(fault.InnerException),
    };
}
