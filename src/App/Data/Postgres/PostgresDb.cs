using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Huanxin.App.Data.Postgres;

/// <summary>The database of a city or a province, with several nodes before it.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Cipher cipher, PostgresDialect dialect) : AppDb(options, cipher)
{
    public override Dialect Dialect => dialect;
}

/// <summary>What is particular to PostgreSQL.</summary>
public sealed class PostgresDialect(string node) : Dialect(node)
{
    public override string OrdinalCollation => "C";

    public override IIndex? ViolatedIndex(IModel model, Exception fault) =>
        Find<PostgresException>(fault) is { SqlState: PostgresErrorCodes.UniqueViolation } violation
            ? model.GetEntityTypes().SelectMany(type => type.GetIndexes())
                .FirstOrDefault(index => index.IsUnique && index.GetDatabaseName() == violation.ConstraintName)
            : null;

    public override bool IsDuplicateKey(Exception fault) =>
        Find<PostgresException>(fault)?.SqlState == PostgresErrorCodes.UniqueViolation;

    public override string? Trouble(Exception fault) => Find<PostgresException>(fault)?.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "数据库服务器磁盘已满，数据没有保存。请管理员清理磁盘后重试。",
        PostgresErrorCodes.ReadOnlySqlTransaction => "数据库当前只读（可能正在切换主备），数据没有保存，请稍后重试。",
        PostgresErrorCodes.TooManyConnections => "数据库连接已满，数据没有保存，请稍后重试。",
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => "数据库正忙，数据没有保存，请重试。",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => Gone,
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "数据库不接受这个用户名或口令，请管理员检查 HUANXIN_DATABASE。",
        PostgresErrorCodes.InvalidCatalogName => "数据库服务器上没有这个数据库，请管理员检查 HUANXIN_DATABASE 或先执行 huanxin migrate。",
        PostgresErrorCodes.InsufficientPrivilege => "数据库用户的权限不足，请管理员授权后重试。",
        null when Find<NpgsqlException>(fault) is not null || Find<SocketException>(fault) is not null => Gone,
        _ => null,
    };

    public override string ColumnsQuery =>
        "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = current_schema()";

    public override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    public override string SizeQuery => "SELECT pg_database_size(current_database()) AS \"Value\"";

    // Which transactions were over: every one that writes leaves the list of those under way when it commits.
    public override async Task<string> MomentAsync(AppDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT pg_current_snapshot()::text";
            return (string)(await command.ExecuteScalarAsync(stop))!;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public override async Task<bool> TakeTurnAsync(AppDb db, int work, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT pg_try_advisory_xact_lock({work})";
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    public override IBulkWriter OpenBulk(AppDb db) => new PostgresBulk(db);

    public override Task<IRowReader> OpenRowsAsync(DbCommand command, CancellationToken stop) => PostgresRows.OpenAsync(command, stop);

    private const string Gone = "连接不上数据库，数据没有保存，请稍后重试；若一直如此，请管理员检查数据库服务。";

    private static T? Find<T>(Exception? fault) where T : Exception =>
        fault is null ? null : fault as T ?? Find<T>(fault.InnerException);
}
