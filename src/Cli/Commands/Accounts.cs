using System.CommandLine;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary>What the account commands share: finding by name.</summary>
internal static class Accounts
{
    public static Argument<string> NameArgument() => new("name") { Description = "登录名", HelpName = "登录名" };

    public static async Task<Account> FindAsync(AppDb db, string signInName, CancellationToken stop) =>
        await db.Accounts.SingleOrDefaultAsync(account => account.SignInName == signInName, stop)
            ?? throw new Refusal("account.unknown", $"没有登录名为“{signInName}”的账户，可用 huanxin account list 查看。");

    public static async Task<Organisation> OrganisationAsync(AppDb db, string code, CancellationToken stop) =>
        await db.Organisations.SingleOrDefaultAsync(organisation => organisation.Code == code, stop)
            ?? throw new Refusal("organisation.unknown", $"没有编码为“{code}”的单位，可用 huanxin organisation create 登记。");
}
