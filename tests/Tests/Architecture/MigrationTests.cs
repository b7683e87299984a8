using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Architecture;

[BothDatabases]
public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_say_all_that_the_model_says()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "run bin/migration");
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var db = database.Open();

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_engine_is_the_one_that_was_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        var version = new Version(db.Database.GetDbConnection().ServerVersion.Split(' ')[0]);

        Assert.True(version >= new Version(TestDatabase.IsPostgres ? "13.0" : "3.37.0"), version.ToString());
    }
}
