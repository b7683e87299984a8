#pragma warning disable RS0030 // Tests read their environment and make throw-away names here, and only here.
using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Huanxin.Tests.Support;

/// <summary>
/// A database of its own for a test class, cloned from one that was migrated once. TEST_DATABASE=postgres chooses the server named by
/// TEST_POSTGRES; the test bodies do not know.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("huanxin-tests-").FullName;
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);
    private static readonly Cipher SharedCipher = NewCipher();

    private TestDatabase(string connection, string folder) => (Connection, DataFolder) = (connection, folder);

    public static bool IsPostgres => Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    public static string KeyringFile => Path.Combine(Folder, "keyring.json");

    public static Cipher Cipher => SharedCipher;

    /// <summary>File (SQLite) or connection string (PostgreSQL).</summary>
    public string Connection { get; }

    public string DataFolder { get; }

    /// <summary>The value for HUANXIN_DATABASE.</summary>
    public string Setting => (IsPostgres ? "postgres:" : "sqlite:") + Connection;

    public static async Task<TestDatabase> CreateAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        var template = await Template.Value;
        if (!IsPostgres)
        {
            var file = Path.Combine(folder, "huanxin.db");
            File.Copy(template, file);
            return new TestDatabase(file, folder);
        }

        await ServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(Server(name), folder);
    }

    /// <summary>An empty database without tables, for tests of migration, restoring and moving.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        if (!IsPostgres) return new TestDatabase(Path.Combine(folder, "huanxin.db"), folder);

        await ServerAsync($"CREATE DATABASE {name}");
        return new TestDatabase(Server(name), folder);
    }

    /// <summary>A context on this database, as a node of that name would have it.</summary>
    public AppDb Open(string node = "test") => Open(Connection, node);

    public static AppDb Open(string connection, string node)
    {
        if (IsPostgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection);
            return new PostgresDb(postgres.Options, SharedCipher, new PostgresDialect(node));
        }

        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        AppServices.UseSqlite(sqlite, connection);
        return new SqliteDb(sqlite.Options, SharedCipher, new SqliteDialect(node));
    }

    /// <summary>SQL behind the product's back, as someone who tampers would send it.</summary>
    public async Task TamperAsync(FormattableString sql)
    {
        await using var db = Open();
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql.Format, sql.GetArguments());
        var rows = await command.ExecuteNonQueryAsync();
        var isAboutTables = sql.Format.StartsWith("ALTER", StringComparison.Ordinal);
        if (rows == 0 && !isAboutTables) throw new InvalidOperationException($"nothing was tampered with: {command.CommandText}");
    }

    /// <summary>Takes the database away from under those who use it, as a lost volume or a stopped server would.</summary>
    public async Task TakeAwayAsync()
    {
        if (IsPostgres)
        {
            await ServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
            await ServerAsync($"ALTER DATABASE {Name} RENAME TO {Name}_away");
            return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(Connection + part)) File.Move(Connection + part, Connection + ".away" + part);
        }

        Directory.CreateDirectory(Connection);
    }

    /// <summary>Puts it back as it was.</summary>
    public async Task BringBackAsync()
    {
        if (IsPostgres)
        {
            await ServerAsync($"ALTER DATABASE {Name}_away RENAME TO {Name}");
            return;
        }

        Directory.Delete(Connection);
        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(Connection + ".away" + part)) File.Move(Connection + ".away" + part, Connection + part);
        }
    }

    private string Name => new NpgsqlConnectionStringBuilder(Connection).Database!;

    public async ValueTask DisposeAsync()
    {
        if (!IsPostgres)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await ServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Connection).Database} WITH (FORCE)");
    }

    private static Cipher NewCipher()
    {
        Keyring.Make(KeyringFile);
        return new Cipher(Keyring.Open(KeyringFile));
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var name = "template" + Guid.NewGuid().ToString("N");
        var connection = IsPostgres ? Server(name) : Path.Combine(Folder, name + ".db");
        if (IsPostgres) await ServerAsync($"CREATE DATABASE {name}");
        await using (var db = Open(connection, "template")) await db.Database.MigrateAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return IsPostgres ? name : connection;
    }

    private static string Server(string database)
    {
        var address = Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException("TEST_POSTGRES is not set; bin/test starts a server and sets it");
        return new NpgsqlConnectionStringBuilder(address) { Database = database, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;
    }

    private static async Task ServerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server("postgres"));
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
