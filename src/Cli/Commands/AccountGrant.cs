using System.CommandLine;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>account grant</c>: gives an account a posting.</summary>
internal static class AccountGrant
{
    public static Command Verb(Terminal terminal)
    {
        var name = Accounts.NameArgument();
        var role = Words.Role();
        var organisation = new Option<string>("--organisation") { Description = "任职单位的编码；不写则为账户所属单位", HelpName = "编码" };
        var place = new Option<string>("--place") { Description = "管辖地区划代码；不写则为单位属地", HelpName = "代码" };
        var why = Why.Option();
        var verb = new Command("grant", "授予岗位") { name, role, organisation, place, why };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var account = await Accounts.FindAsync(db, words.GetRequiredValue(name), stop);
            var at = words.GetValue(organisation) is { } code
                ? await Accounts.OrganisationAsync(db, code, stop)
                : await db.Organisations.SingleAsync(o => o.Id == account.OrganisationId, stop);
            var over = words.GetValue(place) is { } typed ? Places.Read(typed) : at.Place;
            var act = terminal.Doing(PeopleVerbs.GivePosting, words.GetRequiredValue(why));
            db.Add(Posting.Give(act, Guid.CreateVersion7(act.At), account, at, words.GetRequiredValue(role), over));
            await db.SaveAsync(act, stop);
            terminal.Say($"已授予 {account.SignInName}：{PeopleLabels.Of(words.GetRequiredValue(role))}，{at.Name}，管辖 {over}。");
            return ExitCode.Done;
        });
        return verb;
    }
}
