using Huanxin.App.Data;
using Huanxin.App.Data.Sqlite;
using Huanxin.Cli;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Cli;

/// <summary>What an operator can get wrong, or the machine: one sentence each, and nothing changed.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        huanxin = new CommandLine(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task An_unknown_setting_is_named_with_those_that_exist()
    {
        huanxin.With("HUANXIN_DATABSE", "x");

        var refused = await huanxin.RefusedAsync("migrate");

        Assert.Contains("不认识的设置：HUANXIN_DATABSE", refused.Sentence);
        Assert.Contains("HUANXIN_DATABASE", refused.Sentence);
    }

    [Theory]
    [InlineData("oracle:x")]
    [InlineData("postgres:")]
    [InlineData("postgres:no-pairs")]
    [InlineData("postgres:Host=;Database=x")]
    [InlineData("sqlite:")]
    public async Task A_database_that_cannot_be_read_is_explained(string setting)
    {
        huanxin.With("HUANXIN_DATABASE", setting);

        Assert.Contains("数据库须写成", (await huanxin.RefusedAsync("migrate")).Sentence);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("verify")]
    [InlineData("account", "list")]
    public async Task A_database_server_that_does_not_answer_is_a_sentence(params string[] words)
    {
        huanxin.With("HUANXIN_DATABASE", "postgres:Host=127.0.0.1;Port=1;Database=x;Username=x");

        Assert.Contains("连接不上数据库", (await huanxin.RefusedAsync(words)).Sentence);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_a_sentence()
    {
        var file = Path.Combine(database.DataFolder, "text.db");
        await File.WriteAllTextAsync(file, new string('字', 2000), Stop);
        huanxin.With("HUANXIN_DATABASE", "sqlite:" + file);

        Assert.Contains("已损坏或不是数据库", (await huanxin.RefusedAsync("migrate")).Sentence);
    }

    [Fact]
    public async Task A_folder_where_nothing_can_be_written_is_a_sentence()
    {
        // Not even the administrator can write there, so that the test says the same for every user.
        huanxin.With("HUANXIN_DATABASE", "sqlite:/proc/huanxin/huanxin.db").With("HUANXIN_DATA", "/proc/huanxin");

        Assert.Equal(ExitCode.Refused, (await huanxin.RefusedAsync("migrate")).Code);
    }

    [Fact]
    public async Task A_read_only_database_file_is_a_sentence_and_keeps_what_it_has()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={database.Connection};Mode=ReadOnly");
        await using var db = new SqliteDb(options.Options, TestDatabase.Cipher, new SqliteDialect("test"));
        db.Add(Given.Organisation());

        var trouble = await Assert.ThrowsAsync<StorageTrouble>(() => db.SaveAsync(Given.Act(), Stop));

        Assert.Contains("只读", trouble.Message);
        Assert.Equal(0, await db.Organisations.CountAsync(Stop));
    }

    [Theory]
    [InlineData("缺少选项 --why。", "account", "enable", "x")]
    [InlineData("没有写要执行的命令。", "account")]
    [InlineData("不认识“--nonsense”。", "account", "list", "--nonsense")]
    [InlineData("命令 backup 缺少“文件”。", "backup")]
    [InlineData("选项 --why 后面缺少内容。", "account", "enable", "x", "--why")]
    public async Task A_command_typed_wrongly_is_explained_in_Chinese(string sentence, params string[] words)
    {
        var wrong = await huanxin.RunAsync(words);

        Assert.Equal(ExitCode.WrongUsage, wrong.Code);
        Assert.Contains($"用法有误：{sentence}", wrong.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("account", "--help")]
    [InlineData("move", "--help")]
    [InlineData("organisation", "create", "--help")]
    public async Task Help_is_Chinese_but_for_names(params string[] words)
    {
        var help = await huanxin.DoneAsync(words);

        Assert.Contains("用法：", help.Output);
        Assert.DoesNotMatch("Description|Usage|Options|Commands|Arguments|REQUIRED|Show |<[a-z]", help.Output);
    }

    [Fact]
    public async Task As_a_process_of_its_own_it_speaks_chinese_and_ends_with_its_code()
    {
        var wrong = await huanxin.RunChildAsync("", "account", "list", "--nonsense");
        var refused = await huanxin.RunChildAsync("", "account", "enable", "nobody", "--why", "试");
        var done = await huanxin.RunChildAsync("", "account", "list");

        Assert.Equal((ExitCode.WrongUsage, ExitCode.Refused, ExitCode.Done), (wrong.Code, refused.Code, done.Code));
        Assert.Contains("用法有误", wrong.Error);
        Assert.Contains("没有登录名为“nobody”的账户", refused.Sentence);
    }
}
