using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data.Sqlite;

/// <summary>One prepared statement, run once a row, inside the caller's transaction.</summary>
internal sealed class SqliteBulk : IBulkWriter
{
    // What every row touches again, the roots and edges of its indexes, should not go to the log and come back for each of them.
    private const int CachedKilobytes = 64 << 10, UsualKilobytes = 2000;

    // The commit ends with the log on the disk. To copy hundreds of megabytes of it into the file as well is left to whoever commits next, e.g. the
    // sealer a moment later, or to the last one who closes; nobody waits for it here.
    private const int UsualLogPages = 1000;
    private readonly AppDb db;
    private readonly Dictionary<string, SqliteStatement> statements = [];

    public SqliteBulk(AppDb db)
    {
        this.db = db;
        Run($"PRAGMA cache_size = -{CachedKilobytes}; PRAGMA wal_autocheckpoint = 0");
    }

    public Task<long> WriteAsync<T>(string table, IReadOnlyList<string> columns, IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop)
    {
        var sql = $"INSERT INTO \"{table}\" ({string.Join(',', columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(',', columns.Select(_ => "?"))})";
        if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = new((SqliteConnection)db.Database.GetDbConnection(), sql);

        return Task.FromResult(statement.Run(rows, put, stop));
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        Run($"PRAGMA cache_size = -{UsualKilobytes}; PRAGMA wal_autocheckpoint = {UsualLogPages}; PRAGMA shrink_memory");
    }

    private void Run(string sql)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.ExecuteNonQuery();
    }
}
