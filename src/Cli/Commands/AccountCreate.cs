using System.CommandLine;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary><c>account create</c>: opens an account with a first password, and at once gives it a posting where one is named.</summary>
internal static class AccountCreate
{
    public static Command Verb(Terminal terminal)
    {
        var name = Accounts.NameArgument();
        var display = new Option<string>("--display") { Description = "姓名", Required = true, HelpName = "姓名" };
        var organisation = new Option<string>("--organisation") { Description = "所属单位的编码", Required = true, HelpName = "编码" };
        var role = Words.RoleOption();
        var place = new Option<string>("--place") { Description = "岗位的管辖地区划代码；不写则为单位属地", HelpName = "代码" };
        var why = Why.Option();
        var verb = new Command("create", "开通账户；初始密码只显示一次，首次登录须修改") { name, display, organisation, role, place, why };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var act = terminal.Doing(PeopleVerbs.CreateAccount, words.GetRequiredValue(why));
            var home = await Accounts.OrganisationAsync(db, words.GetRequiredValue(organisation), stop);
            var account = Open(db, act, words.GetRequiredValue(name), words.GetRequiredValue(display), home);
            if (words.GetValue(role) is { } given)
            {
                var over = words.GetValue(place) is { } code ? Places.Read(code) : home.Place;
                db.Add(Posting.Give(act, Guid.CreateVersion7(act.At), account, home, given, over));
            }

            var password = account.SetFirstPassword();
            await db.SaveAsync(act, stop);
            terminal.Say($"已开通账户 {account.SignInName}，初始密码（只显示这一次）：{password}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Account Open(AppDb db, Act act, string signInName, string display, Organisation home)
    {
        if (!SignInRules.IsGoodName(signInName)) throw PeopleRefusals.BadSignInName();
        if (home.ClosedOn is not null) throw PeopleRefusals.OrganisationClosed(home.Name);

        var account = new Account { Id = Guid.CreateVersion7(act.At), SignInName = signInName };
        account.Describe(new AccountFacts(home.Id, home.Place, db.Cipher.Seal(display), db.Cipher.Fingerprint(display), null, null));
        db.Add(account);
        return account;
    }
}
