using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Operations;

/// <summary>From a SQLite file into the kind of database under test, and back.</summary>
[BothDatabases]
public sealed class MoveTests : IAsyncLifetime
{
    private TestDatabase database = null!, empty = null!;
    private CommandLine huanxin = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        empty = await TestDatabase.CreateEmptyAsync();
        huanxin = new CommandLine(database);
        await Installation.FillAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await empty.DisposeAsync();
    }

    [Fact]
    public async Task A_database_moved_to_sqlite_and_back_holds_the_same_in_every_table()
    {
        var before = await Installation.SumsAsync(huanxin);
        var file = "sqlite:" + Path.Combine(database.DataFolder, "moved", "huanxin.db");

        var there = await huanxin.DoneAsync("move", "--to", file, "--why", "换库");
        huanxin.With("HUANXIN_DATABASE", file);
        var between = await Installation.SumsAsync(huanxin);
        await huanxin.DoneAsync("verify");
        await huanxin.DoneAsync("move", "--to", empty.Setting, "--why", "换回");
        huanxin.With("HUANXIN_DATABASE", empty.Setting);
        var after = await Installation.SumsAsync(huanxin);

        Assert.Contains("两边逐表一致", there.Output);
        Installation.AssertSame(before, between);
        Installation.AssertSame(between, after);
        await huanxin.DoneAsync("verify");
    }

    [Fact]
    public async Task The_source_is_untouched_and_a_target_with_data_is_refused()
    {
        var before = await Installation.SumsAsync(huanxin);
        await huanxin.DoneAsync("move", "--to", empty.Setting, "--why", "换库");

        Assert.Contains("目标数据库不是空的", (await huanxin.RefusedAsync("move", "--to", empty.Setting, "--why", "再来")).Sentence);
        Assert.Contains("目标就是当前数据库", (await huanxin.RefusedAsync("move", "--to", database.Setting, "--why", "误")).Sentence);
        Assert.Equal(before, await Installation.SumsAsync(huanxin));
    }

    [Fact]
    public async Task A_text_that_the_target_cannot_hold_is_named_and_nothing_is_left_behind()
    {
        var file = Path.Combine(database.DataFolder, "lax", "huanxin.db");
        huanxin.With("HUANXIN_DATABASE", "sqlite:" + file);
        await huanxin.DoneAsync("migrate");
        await huanxin.DoneAsync("demo");
        await TamperAsync(file, $"UPDATE organisations SET \"Name\" = '{new string('长', 500)}' WHERE \"Code\" = '3710-zj'");

        var refused = await huanxin.RefusedAsync("move", "--to", empty.Setting, "--why", "换库");

        Assert.Contains("表 organisations 的列 Name", refused.Sentence);
        await using var db = empty.Open();
        Assert.Equal((0, 0), (await db.Organisations.CountAsync(Stop), await db.Acts.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_move_stands_in_the_history_of_the_target()
    {
        await huanxin.DoneAsync("move", "--to", empty.Setting, "--why", "节点增多");

        await using var db = empty.Open();
        var act = await db.Acts.SingleAsync(a => a.Verb == Huanxin.App.Operations.OperationsVerbs.Move.Code, Stop);
        Assert.Equal("节点增多", act.Why);
        Assert.Equal(1, await db.Accounts.CountAsync(account => account.SignInName == "clerk", Stop));
        Assert.Equal(1, await db.Postings.CountAsync(posting => posting.Role == Role.DistrictOfficer, Stop));
    }

    private static async Task TamperAsync(string file, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file}");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Stop));
    }
}
