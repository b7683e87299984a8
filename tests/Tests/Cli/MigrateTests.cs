using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Cli;

[BothDatabases]
public sealed class MigrateTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        huanxin = new CommandLine(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_first_run_makes_folders_and_database_and_a_second_changes_nothing()
    {
        var keyring = Path.Combine(database.DataFolder, "keys", "keyring.json");
        huanxin.With("HUANXIN_KEYRING", null);

        var first = await huanxin.DoneAsync("migrate");
        var second = await huanxin.DoneAsync("migrate");

        Assert.Contains("数据库已升级", first.Output);
        Assert.Contains(keyring, first.Output);
        Assert.True(Directory.Exists(Path.Combine(database.DataFolder, "files")));
        Assert.Contains("未作改动", second.Output);
        Assert.DoesNotContain(keyring, second.Output);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await huanxin.DoneAsync("migrate");
        await database.TamperAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Future', '99')""");

        var refused = await huanxin.RefusedAsync("migrate");

        Assert.Contains("数据库比程序新", refused.Sentence);
        Assert.Contains("20990101000000_Future", refused.Sentence);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_is_refused_by_every_other_command()
    {
        var refused = await huanxin.RefusedAsync("account", "list");

        Assert.Contains("请先执行 huanxin migrate", refused.Sentence);
        if (!TestDatabase.IsPostgres) Assert.False(File.Exists(database.Connection));
    }

    [Fact]
    public async Task New_keys_are_never_made_for_a_database_that_already_holds_acts()
    {
        await huanxin.DoneAsync("migrate");
        await huanxin.DoneAsync("demo");
        var lost = Path.Combine(database.DataFolder, "lost", "keyring.json");
        huanxin.With("HUANXIN_KEYRING", lost);

        Assert.Contains("找不到密钥环", (await huanxin.RefusedAsync("migrate")).Sentence);
        Assert.Contains("找不到密钥环", (await huanxin.RefusedAsync("account", "list")).Sentence);
        Assert.False(File.Exists(lost));
    }

    [Fact]
    public async Task A_database_that_lacks_what_the_program_needs_is_named_before_a_page_stumbles_over_it()
    {
        await huanxin.DoneAsync("migrate");
        await using (var db = database.Open())
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = """ALTER TABLE saved_views RENAME COLUMN "Query" TO "Old" """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("缺少表 saved_views 的列 Query", (await huanxin.RefusedAsync("migrate")).Sentence);
        Assert.Contains("缺少表 saved_views 的列 Query", (await huanxin.RefusedAsync("verify")).Sentence);
    }
}
