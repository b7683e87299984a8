using System.Net;
using System.Net.Sockets;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

/// <summary>The system does not start on what cannot stand: one sentence, exit code 1, and nothing made or changed.</summary>
[BothDatabases]
public sealed class StartTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("HUANXIN_DATABSE", "x", "不认识的设置：HUANXIN_DATABSE")]
    [InlineData("HUANXIN_RATE_LIMIT", "many", "HUANXIN_RATE_LIMIT 须为正整数")]
    [InlineData("HUANXIN_DATABASE", "oracle:x", "数据库须写成")]
    [InlineData("HUANXIN_DATABASE", "postgres:Host=127.0.0.1;Port=1;Database=x;Username=x", "连接不上数据库")]
    [InlineData("HUANXIN_DATABASE", "sqlite:/proc/huanxin/huanxin.db", "/proc/huanxin")]
    [InlineData("HUANXIN_POLICIES", "/nowhere", "找不到文件或目录：/nowhere/regions.yaml")]
    public async Task A_setting_that_cannot_be_used_is_a_sentence(string setting, string value, string sentence)
    {
        var (code, said) = await WebProcess.RefusedAsync(database, (setting, value));

        Assert.Equal(1, code);
        Assert.Contains(sentence, Assert.Single(said.Split('\n')));
    }

    [Fact]
    public async Task A_broken_shelf_stops_the_start_with_all_its_faults_in_plain_sentences()
    {
        var folder = Shelf.FolderWith(("371000-weihai/2024-1-test.yaml", PackFaultTests.TenFaults));

        var (code, said) = await WebProcess.RefusedAsync(database, ("HUANXIN_POLICIES", folder));

        Assert.Equal(1, code);
        var lines = said.Split('\n');
        Assert.StartsWith("政策库有 13 处错误，没有启动。", lines[0], StringComparison.Ordinal);
        Assert.Equal(PackFaultTests.TenFaultLines.Select(line => $"371000-weihai/2024-1-test.yaml:{line}"), lines.Skip(1));
    }

    [Fact]
    public async Task A_port_in_use_is_a_sentence_that_says_how_to_take_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, said) = await WebProcess.RefusedAsync(database, ("HUANXIN_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"));

        Assert.Equal(1, code);
        Assert.Contains("端口已被占用", Assert.Single(said.Split('\n')));
        Assert.Contains("HUANXIN_URLS=", said);
    }

    [Fact]
    public async Task Lost_keys_are_never_made_anew_by_starting()
    {
        var lost = Path.Combine(database.DataFolder, "lost", "keyring.json");

        var (code, said) = await WebProcess.RefusedAsync(database, ("HUANXIN_KEYRING", lost));

        Assert.Equal(1, code);
        Assert.Contains("找不到密钥环", Assert.Single(said.Split('\n')));
        Assert.False(File.Exists(lost));
    }

    [Fact]
    public async Task Keys_of_another_installation_are_noticed_before_a_page_stumbles_over_them()
    {
        await using (var app = TestApp.StartOn(database))
        {
            using var browser = app.Open();
            await browser.GetAsync("/sign-in");
        }

        var other = Path.Combine(database.DataFolder, "other", "keyring.json");
        Huanxin.App.Security.Keyring.Make(other);
        var (code, said) = await WebProcess.RefusedAsync(database, ("HUANXIN_KEYRING", other));

        Assert.Equal(1, code);
        Assert.Contains("密钥环与数据不符", Assert.Single(said.Split('\n')));
    }

    [Fact]
    public async Task A_database_that_was_never_made_or_is_newer_than_the_program_is_refused()
    {
        await using var none = await TestDatabase.CreateEmptyAsync();
        var empty = await WebProcess.RefusedAsync(none);
        await database.TamperAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Future', '99')""");

        var newer = await WebProcess.RefusedAsync(database);

        Assert.Equal((1, 1), (empty.Code, newer.Code));
        Assert.Contains("请先执行 huanxin migrate", Assert.Single(empty.Said.Split('\n')));
        Assert.Contains("数据库比程序新", Assert.Single(newer.Said.Split('\n')));
    }
}
