using Huanxin.App.Data;
using Huanxin.App.Data.Sqlite;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Cli;

/// <summary>One process at a time on a SQLite file; PostgreSQL does its own locking, so these run once.</summary>
public sealed class SqliteLockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("huanxin-lock-").FullName;

    private string File => Path.Combine(folder, "huanxin.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_second_process_is_told_which_one_has_the_file()
    {
        using var first = SqliteLock.Take(File);

        var trouble = Assert.Throws<StorageTrouble>(() => SqliteLock.Take(File));

        Assert.Contains($"进程号 {Environment.ProcessId}", trouble.Message);
        Assert.Contains(File, trouble.Message);
    }

    [Fact]
    public void The_file_is_free_again_when_the_first_has_ended()
    {
        SqliteLock.Take(File).Dispose();

        SqliteLock.Take(File).Dispose();
    }

    [Fact]
    public async Task Commands_that_need_the_file_alone_are_refused_while_the_system_runs_and_others_are_not()
    {
        Assert.False(TestDatabase.IsPostgres);
        await using var database = await TestDatabase.CreateAsync();
        var huanxin = new CommandLine(database);
        using var system = SqliteLock.Take(database.Connection);

        Assert.Contains($"进程号 {Environment.ProcessId}", (await huanxin.RefusedAsync("migrate")).Sentence);
        Assert.Contains($"进程号 {Environment.ProcessId}", (await huanxin.RefusedAsync("demo")).Sentence);
        await huanxin.DoneAsync("account", "list");
    }

    [Fact]
    public async Task The_system_does_not_start_on_a_file_that_another_one_has()
    {
        Assert.False(TestDatabase.IsPostgres);
        await using var database = await TestDatabase.CreateAsync();
        using var system = SqliteLock.Take(database.Connection);

        var (code, said) = await WebProcess.RefusedAsync(database);

        Assert.Equal(1, code);
        Assert.Contains($"进程号 {Environment.ProcessId}", said);
    }
}
