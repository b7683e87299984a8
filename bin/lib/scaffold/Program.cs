#pragma warning disable EF1001 // EF's own design services are the only way to scaffold without the dotnet-ef tool.
using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Usage: scaffold NAME APP-PROJECT-FOLDER
var (name, folder) = (args[0], args[1]);
var keyring = Path.Combine(Path.GetTempPath(), "huanxin-scaffold-keyring.json");
Keyring.Make(keyring);
var cipher = new Cipher(Keyring.Open(keyring));
var sqlite = new DbContextOptionsBuilder<SqliteDb>();
AppServices.UseSqlite(sqlite, Path.Combine(Path.GetTempPath(), "huanxin-scaffold.db"));
var postgres = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost");

Write(new SqliteDb(sqlite.Options, cipher, new SqliteDialect("scaffold")), "Sqlite");
Write(new PostgresDb(postgres.Options, cipher, new PostgresDialect("scaffold")), "Postgres");

void Write(AppDb db, string provider)
{
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    services.AddDbContextDesignTimeServices(db);
    var design = provider == "Sqlite"
        ? (IDesignTimeServices)new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices()
        : new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices();
    design.ConfigureDesignTimeServices(services);
    var scaffolder = services.BuildServiceProvider().GetRequiredService<IMigrationsScaffolder>();
    var space = $"Huanxin.App.Data.{provider}.Migrations";
    var migration = scaffolder.ScaffoldMigration(name, space, subNamespace: null, language: null);
    var target = Path.Combine(folder, "Data", provider, "Migrations");
    Directory.CreateDirectory(target);
    File.WriteAllText(Path.Combine(target, migration.MigrationId + migration.FileExtension), migration.MigrationCode);
    File.WriteAllText(Path.Combine(target, migration.MigrationId + ".Designer" + migration.FileExtension), migration.MetadataCode);
    File.WriteAllText(Path.Combine(target, migration.SnapshotName + migration.FileExtension), migration.SnapshotCode);
}
