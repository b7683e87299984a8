using Huanxin.Cli;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Cli;

[BothDatabases]
public sealed class AccountTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        huanxin = new CommandLine(database);
        await huanxin.DoneAsync("organisation", "create", "3710-zj", "威海市住房和城乡建设局",
            "--kind", "HousingBureau", "--place", "371000", "--why", "新装");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_new_account_gets_a_password_that_works_once_and_must_be_changed()
    {
        var created = await CreateAsync("--role", "CityOfficer", "--place", "371002");

        var account = await AccountAsync();
        var password = created.Output.Trim().Split('：')[^1];
        Assert.Equal(PasswordVerificationResult.Success,
            new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, password));
        Assert.True(account.MustChangePassword);
        Assert.Equal("演示张三", TestDatabase.Cipher.Open(account.Name));
        await using var db = database.Open();
        var posting = await db.Postings.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Role.CityOfficer, "371002"), (posting.Role, posting.Place.Prefix));
    }

    [Fact]
    public async Task Every_change_is_an_act_of_the_command_line_with_its_reason()
    {
        await CreateAsync();

        await huanxin.DoneAsync("account", "disable", "clerk", "--why", "已调离");

        await using var db = database.Open();
        var act = await db.Acts.SingleAsync(a => a.Verb == PeopleVerbs.DisableAccount.Code, TestContext.Current.CancellationToken);
        Assert.Equal(("已调离", "cli"), (act.Why, act.Source));
        Assert.StartsWith("命令行:", TestDatabase.Cipher.Open(act.ActorName));
        Assert.Null(act.AccountId);
    }

    [Fact]
    public async Task An_account_is_disabled_enabled_and_listed_with_its_state()
    {
        await CreateAsync();

        await huanxin.DoneAsync("account", "disable", "clerk", "--why", "已调离");
        Assert.Contains("停用", (await huanxin.DoneAsync("account", "list")).Output);
        Assert.Contains("已停用", (await huanxin.RefusedAsync("account", "disable", "clerk", "--why", "再次")).Sentence);

        await huanxin.DoneAsync("account", "enable", "clerk", "--why", "调回");
        Assert.Contains("正常", (await huanxin.DoneAsync("account", "list")).Output);
    }

    [Fact]
    public async Task Resetting_the_password_ends_the_sessions()
    {
        await CreateAsync();
        var before = await AccountAsync();

        await huanxin.DoneAsync("account", "reset-password", "clerk", "--why", "本人遗忘");

        var after = await AccountAsync();
        Assert.NotEqual((before.PasswordHash, before.SecurityStamp), (after.PasswordHash, after.SecurityStamp));
    }

    [Fact]
    public async Task Resetting_the_second_factor_takes_it_away()
    {
        await CreateAsync();
        await using (var db = database.Open())
        {
            var account = await db.Accounts.SingleAsync(TestContext.Current.CancellationToken);
            account.SetTwoFactor(true);
            await db.SaveAsync(Given.Act(PeopleVerbs.TurnTwoFactorOn), TestContext.Current.CancellationToken);
        }

        await huanxin.DoneAsync("account", "reset-two-factor", "clerk", "--why", "手机丢失");

        Assert.False((await AccountAsync()).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_posting_is_given_only_inside_the_organisations_places()
    {
        await CreateAsync();

        await huanxin.DoneAsync("account", "grant", "clerk", "市级主管", "--why", "任命");
        Assert.Contains("不在“威海市住房和城乡建设局”的管辖范围内",
            (await huanxin.RefusedAsync("account", "grant", "clerk", "DistrictOfficer", "--place", "370784", "--why", "任命")).Sentence);

        Assert.Contains("市级主管 371000", (await huanxin.DoneAsync("account", "list", "--json")).Output);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        await CreateAsync();

        Assert.Contains("已被使用", (await huanxin.RefusedAsync(CreateWords("clerk"))).Sentence);
        Assert.Contains("登录名须为", (await huanxin.RefusedAsync(CreateWords("张三"))).Sentence);
        Assert.Contains("没有编码为“nowhere”的单位", (await huanxin.RefusedAsync(
            "account", "create", "other", "--display", "甲", "--organisation", "nowhere", "--why", "试")).Sentence);
        Assert.Contains("没有登录名为“nobody”的账户",
            (await huanxin.RefusedAsync("account", "enable", "nobody", "--why", "试")).Sentence);
        Assert.Contains("不是区划代码", (await huanxin.RefusedAsync(
            "account", "grant", "clerk", "CityOfficer", "--place", "威海", "--why", "试")).Sentence);
    }

    [Fact]
    public async Task Wrong_usage_is_told_apart_from_a_refusal()
    {
        Assert.Equal(ExitCode.WrongUsage, (await huanxin.RunAsync("account", "disable", "clerk")).Code);
        Assert.Equal(ExitCode.WrongUsage, (await huanxin.RunAsync("account", "grant", "clerk", "Boss", "--why", "试")).Code);
        Assert.Equal(ExitCode.WrongUsage, (await huanxin.RunAsync("nonsense")).Code);
        Assert.Equal(ExitCode.WrongUsage, (await huanxin.RunAsync()).Code);
    }

    private Task<CommandResult> CreateAsync(params string[] more) => huanxin.DoneAsync([.. CreateWords("clerk"), .. more]);

    private static string[] CreateWords(string name) =>
        ["account", "create", name, "--display", "演示张三", "--organisation", "3710-zj", "--why", "新入职"];

    private async Task<Account> AccountAsync()
    {
        await using var db = database.Open();
        return await db.Accounts.SingleAsync(TestContext.Current.CancellationToken);
    }
}
