using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Security;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Huanxin.Doors;

/// <summary>A scratch installation with 20,000 organisations and one administrator.</summary>
internal sealed class Ground : IAsyncDisposable
{
    public const string Password = "bench horse 2026";
    private const int Organisations = 20_000;
    private static readonly RegionCode Place = RegionCode.Of("371000");

    private Ground(string folder, string? postgres)
    {
        Folder = folder;
        var keyring = Path.Combine(folder, "keys", "keyring.json");
        Keyring.Make(keyring);
        Cipher = new Cipher(Keyring.Open(keyring));
        Databases = [("SQLite", "sqlite:" + Path.Combine(folder, "huanxin.db"))];
        if (postgres is not null) Databases.Add(("PostgreSQL", "postgres:" + postgres));
    }

    public string Folder { get; }

    public Cipher Cipher { get; }

    /// <summary>Name and value of HUANXIN_DATABASE.</summary>
    public List<(string Name, string Setting)> Databases { get; }

    public static async Task<Ground> LayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("huanxin-bench-").FullName;
        var server = Environment.GetEnvironmentVariable("BENCH_POSTGRES");
        if (server is not null) server = await NewDatabaseAsync(server);
        var ground = new Ground(folder, server);
        foreach (var (_, setting) in ground.Databases)
        {
            await using var db = ground.Open(setting);
            await db.Database.MigrateAsync();
            await ground.FurnishAsync(db);
        }

        return ground;
    }

    public AppDb Open(string setting)
    {
        var (kind, connection) = Settings.Database(setting);
        if (kind == DatabaseKind.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection);
            return new PostgresDb(postgres.Options, Cipher, new PostgresDialect("bench"));
        }

        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        AppServices.UseSqlite(sqlite, connection);
        return new SqliteDb(sqlite.Options, Cipher, new SqliteDialect("bench"));
    }

    public static Act Act(Verb verb) => new(Guid.CreateVersion7(), DateTime.UtcNow, Actor.Process("bench"), verb);

    public static Organisation Organisation(string code)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Code = code };
        organisation.Describe(new OrganisationFacts($"演示单位 {code}", OrganisationKind.Street, Place));
        return organisation;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task FurnishAsync(AppDb db)
    {
        await using (var bulk = await BulkSave.BeginAsync(db, Act(PeopleVerbs.ImportOrganisations), CancellationToken.None))
        {
            await bulk.InsertAsync(Enumerable.Range(0, Organisations).Select(i => Organisation($"bench-{i:00000}")), CancellationToken.None);
            await bulk.CommitAsync(CancellationToken.None);
        }

        var home = await db.Organisations.FirstAsync();
        var account = new Account { Id = Guid.CreateVersion7(), SignInName = "bench" };
        account.Describe(new AccountFacts(home.Id, Place, Cipher.Seal("演示"), Cipher.Fingerprint("演示"), null, null));
        account.SetPassword(new PasswordHasher<Account>().HashPassword(account, Password), "stamp", givenByOther: false);
        db.Add(account);
        db.Add(Posting.Give(Act(PeopleVerbs.GivePosting), Guid.CreateVersion7(), account, home, Role.SystemAdministrator, Place));
        await db.SaveAsync(Act(PeopleVerbs.CreateAccount));
    }

    private static async Task<string> NewDatabaseAsync(string server)
    {
        var name = "bench" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
