using System.Diagnostics;
using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Cli;
using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

/// <summary>A full disk and a kill -9 in the middle: nothing half-done, and the next try succeeds.</summary>
[BothDatabases]
public sealed class FaultTests : IAsyncLifetime
{
    // The limit makes a write beyond it fail as on a full disk. The runtime's own mapping of code must not run into it.
    private const string SmallDisk = "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 128;";
    private TestDatabase database = null!, empty = null!;
    private CommandLine huanxin = null!, elsewhere = null!;
    private string archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        empty = await TestDatabase.CreateEmptyAsync();
        (huanxin, elsewhere) = (new CommandLine(database), new CommandLine(empty));
        archive = Path.Combine(database.DataFolder, "backup.zip");
        await Installation.FillAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await empty.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_onto_a_full_disk_says_so_and_leaves_no_half_file()
    {
        // The draft lies on a device that is always full.
        File.CreateSymbolicLink(archive + ".part", "/dev/full");

        var refused = await huanxin.RefusedAsync("backup", archive);

        Assert.Contains("磁盘已满", refused.Sentence);
        Assert.Empty(Directory.GetFiles(database.DataFolder, "backup*"));
    }

    [Fact]
    public async Task A_backup_beyond_a_limit_says_so_and_leaves_no_half_file()
    {
        var refused = await huanxin.RunChildAsync(SmallDisk, "backup", archive);

        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Contains("磁盘已满", refused.Sentence);
        Assert.Empty(Directory.GetFiles(database.DataFolder, "backup*"));
    }

    [Fact]
    public async Task A_restore_onto_a_full_disk_leaves_nothing_and_succeeds_when_there_is_room()
    {
        await huanxin.DoneAsync("backup", archive);

        var refused = await elsewhere.RunChildAsync(SmallDisk, "restore", archive, "--why", "演练");

        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Matches("磁盘(已满|读写出错|空间不足)", refused.Sentence);
        await elsewhere.DoneAsync("restore", archive, "--why", "演练");
        Assert.Contains("封存链完好", (await elsewhere.DoneAsync("verify")).Output);
    }

    [Fact]
    public async Task A_restore_killed_in_the_middle_leaves_nothing_behind()
    {
        await AddManyAsync(40_000);
        await huanxin.DoneAsync("backup", archive);

        using (var child = elsewhere.Start("", "restore", archive, "--why", "演练"))
        {
            await KillAtAsync(child, "· 表 organisations");
        }

        await using (var db = empty.Open())
        {
            Assert.Null(await Tables.FirstFilledAsync(db, Stop));
        }

        await elsewhere.DoneAsync("restore", archive, "--why", "再次");
        Assert.Contains("附件完好：1 个", (await elsewhere.DoneAsync("verify")).Output);
    }

    [Fact]
    public async Task A_bulk_save_killed_in_the_middle_is_not_half_saved_and_the_chain_is_sound()
    {
        var before = await Installation.SumsAsync(huanxin);
        var runner = Path.Combine(AppContext.BaseDirectory, "Huanxin.Tests.dll");
        var start = new ProcessStartInfo("dotnet", [runner, "-explicit", "only", "-method", $"*.{nameof(BulkSaveToBeKilled)}.*"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[BulkSaveToBeKilled.Target] = database.Connection;
        start.Environment[BulkSaveToBeKilled.Signal] = Path.Combine(database.DataFolder, "in-the-middle");
        using (var child = Process.Start(start)!)
        {
            while (!File.Exists(start.Environment[BulkSaveToBeKilled.Signal]))
            {
                Assert.False(child.HasExited, "the child ended before it was killed");
                await Task.Delay(20, Stop);
            }

            child.Kill();
            await child.WaitForExitAsync(Stop);
        }

        Assert.Equal(before, await Installation.SumsAsync(huanxin));
        await huanxin.DoneAsync("seal");
        Assert.Matches("链端：第 [0-9]+ 号，指纹 [0-9a-f]{16}", (await huanxin.DoneAsync("verify")).Output);
    }

    private static async Task KillAtAsync(Process child, string step)
    {
        var line = "";
        while (line is not null && line != step) line = await child.StandardError.ReadLineAsync(Stop);
        Assert.Equal(step, line);
        child.Kill();
        await child.WaitForExitAsync(Stop);
    }

    private async Task AddManyAsync(int count)
    {
        await using var db = database.Open();
        await using var bulk = await BulkSave.BeginAsync(db, Given.Act(PeopleVerbs.ImportOrganisations), Stop);
        await bulk.InsertAsync(Enumerable.Range(0, count).Select(i => Given.Organisation($"many-{i}", $"单位{i}")), Stop);
        await bulk.CommitAsync(Stop);
    }
}

/// <summary>Run as a process of its own by the test above, which kills it; never run by itself.</summary>
public sealed class BulkSaveToBeKilled
{
    public const string Target = "TEST_KILL_DATABASE", Signal = "TEST_KILL_SIGNAL";

    [Fact(Explicit = true)]
    public async Task Saves_until_it_is_killed()
    {
#pragma warning disable RS0030 // Told by its parent.
        var (target, signal) = (Environment.GetEnvironmentVariable(Target)!, Environment.GetEnvironmentVariable(Signal)!);
#pragma warning restore RS0030
        await using var db = TestDatabase.Open(target, "killed");
        await using var bulk = await BulkSave.BeginAsync(db, Given.Act(PeopleVerbs.ImportOrganisations), TestContext.Current.CancellationToken);
        await bulk.InsertAsync(EndlessWith(signal), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<Organisation> EndlessWith(string signal)
    {
        for (var i = 0; ; i++)
        {
            if (i == 20_000) File.WriteAllText(signal, "");
            yield return Given.Organisation($"killed-{i}", $"单位{i}");
        }
    }
}
