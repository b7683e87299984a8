using Huanxin.App;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Cli;

[BothDatabases]
public sealed class DemoTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        huanxin = new CommandLine(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_demo_has_an_account_for_every_role_and_all_are_marked_as_demo()
    {
        var stop = TestContext.Current.CancellationToken;
        await huanxin.DoneAsync("demo");

        await using var db = database.Open();
        var roles = await db.Postings.Select(posting => posting.Role).Distinct().ToListAsync(stop);
        var accounts = await db.Accounts.ToListAsync(stop);

        Assert.Equal(Enum.GetValues<Role>().Order(), roles.Order());
        Assert.All(accounts, account => Assert.StartsWith("演示·", TestDatabase.Cipher.Open(account.Name)));
        Assert.All(accounts, account => Assert.True(SignInRules.IsGoodName(account.SignInName)));
        var password = DemoFiles.Read(Path.Combine(Settings.FindRoot(), "policies")).Password;
        Assert.Equal(PasswordVerificationResult.Success,
            new PasswordHasher<Account>().VerifyHashedPassword(accounts[0], accounts[0].PasswordHash!, password));
    }

    [Fact]
    public async Task The_demo_covers_the_places_of_the_five_documents()
    {
        await huanxin.DoneAsync("demo");

        await using var db = database.Open();
        var codes = await db.Organisations.Select(organisation => organisation.Place).ToListAsync(TestContext.Current.CancellationToken);
        string[] expected =
            ["3710", "371002", "371003", "371082", "371083", "371071", "371072", "371073", "3710Z1", "3710Z2", "370784Z01", "370784Z02", "220302", "520525006"];

        Assert.All(expected, prefix => Assert.Contains(codes, code => code.Prefix == prefix));
    }

    [Fact]
    public async Task Loading_the_demo_again_changes_nothing_and_writes_no_act()
    {
        var stop = TestContext.Current.CancellationToken;
        await huanxin.DoneAsync("demo");
        await using var db = database.Open();
        var before = await db.Acts.CountAsync(stop);

        var again = await huanxin.DoneAsync("demo");

        Assert.Contains("未作改动", again.Output);
        Assert.Equal((6, 6), (before, await db.Acts.CountAsync(stop)));
    }

    [Fact]
    public async Task The_demo_keeps_out_of_a_database_with_accounts_of_its_own()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var db = database.Open();
        var organisation = Given.Organisation();
        db.AddRange(organisation, Given.Account(organisation, "clerk"));
        await db.SaveAsync(Given.Act(), stop);

        var refused = await huanxin.RefusedAsync("demo");
        var gently = await huanxin.DoneAsync("demo", "--if-empty");

        Assert.Contains("已有 1 个非演示账户", refused.Sentence);
        Assert.Contains("没有装入演示数据", gently.Output);
        Assert.DoesNotContain("Huanxin-demo", gently.Output);
        Assert.Equal(1, await db.Accounts.CountAsync(stop));
    }

    [Fact]
    public async Task A_fault_in_the_demo_files_is_named_with_its_line()
    {
        var policies = Directory.CreateDirectory(Path.Combine(database.DataFolder, "policies", "demo")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(policies, "demo", "organisations.yaml"),
            "organisations:\n  - { code: a, name: 甲, kind: Nonsense, place: '371000' }\n", TestContext.Current.CancellationToken);
        huanxin.With("HUANXIN_POLICIES", policies);

        Assert.Contains("第 2 行", (await huanxin.RefusedAsync("demo")).Sentence);
    }
}
