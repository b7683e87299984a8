using System.CommandLine;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>account list</c>: who has an account, where, and with which postings in force.</summary>
internal static class AccountList
{
    private sealed record Row(string SignInName, string Name, string Organisation, IReadOnlyList<string> Postings, string State);

    public static Command Verb(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var verb = new Command("list", "列出账户、单位、在任岗位和状态") { json };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var rows = await RowsAsync(db, terminal.Clock.GetUtcNow().UtcDateTime, stop);
            if (words.GetValue(json)) terminal.SayJson(rows);
            else Print(terminal, rows);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<List<Row>> RowsAsync(AppDb db, DateTime now, CancellationToken stop)
    {
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var postings = (await db.Postings.AsNoTracking().ToListAsync(stop))
            .Where(posting => posting.IsInForce(ChinaTime.DateOf(now))).ToLookup(posting => posting.AccountId);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.SignInName).ToListAsync(stop);
        return accounts.ConvertAll(account => new Row(
            account.SignInName, db.Cipher.Open(account.Name), organisations[account.OrganisationId],
            [.. postings[account.Id].Select(posting => $"{PeopleLabels.Of(posting.Role)} {posting.Place}")], StateOf(account, now)));
    }

    private static string StateOf(Account account, DateTime now) =>
        !account.IsEnabled ? "停用" : account.LockedUntil > now ? "锁定" : "正常";

    private static void Print(Terminal terminal, List<Row> rows)
    {
        var cells = rows.ConvertAll<IReadOnlyList<string>>(
            row => [row.SignInName, row.Name, row.State, row.Organisation, string.Join("；", row.Postings)]);
        foreach (var line in Table.Lines(["登录名", "姓名", "状态", "单位", "岗位"], cells)) terminal.Say(line);
    }
}
