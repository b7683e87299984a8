using System.CommandLine;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary><c>account disable | enable | reset-password | reset-two-factor</c>: one account, one change, one reason.</summary>
internal static class AccountChange
{
    public static Command Disable(Terminal terminal) => Verb(terminal, "disable", "停用账户并结束其全部会话", PeopleVerbs.DisableAccount,
        (account, act) =>
        {
            account.Disable(act, AccountRules.NewStamp());
            return $"已停用账户 {account.SignInName}。";
        });

    public static Command Enable(Terminal terminal) => Verb(terminal, "enable", "启用账户并解除锁定", PeopleVerbs.EnableAccount,
        (account, _) =>
        {
            account.Enable();
            return $"账户 {account.SignInName} 可以登录。";
        });

    public static Command ResetPassword(Terminal terminal) => Verb(terminal, "reset-password", "重置密码并结束全部会话", PeopleVerbs.ResetPassword,
        (account, _) => $"账户 {account.SignInName} 的新密码（只显示这一次，首次登录须修改）：{account.SetFirstPassword()}");

    public static Command ResetTwoFactor(Terminal terminal) => Verb(terminal, "reset-two-factor", "设备丢失时取消二次验证", PeopleVerbs.ResetTwoFactor,
        (account, _) =>
        {
            account.ResetTwoFactor(AccountRules.NewStamp());
            return $"已取消账户 {account.SignInName} 的二次验证，请其重新设置。";
        });

    private static Command Verb(Terminal terminal, string word, string about, Verb kind, Func<Account, Act, string> change)
    {
        var name = Accounts.NameArgument();
        var why = Why.Option();
        var verb = new Command(word, about) { name, why };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var account = await Accounts.FindAsync(db, words.GetRequiredValue(name), stop);
            var act = terminal.Doing(kind, words.GetRequiredValue(why));
            var done = change(account, act);
            await db.SaveAsync(act, stop);
            terminal.Say(done);
            return ExitCode.Done;
        });
        return verb;
    }
}
