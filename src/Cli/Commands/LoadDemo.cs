using System.CommandLine;
using Huanxin.App.People;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary><c>demo</c>: organisations and one account for every role, for looking around.</summary>
internal static class LoadDemo
{
    public static Command Verb(Terminal terminal)
    {
        var gently = new Option<bool>("--if-empty") { Description = "数据库已有正式账户时不装入，也不算出错" };
        var verb = new Command("demo", "装入演示单位和演示账户；可重复执行，不会改动已有的数据") { gently };
        verb.SetAction((words, stop) => RunAsync(terminal, words.GetValue(gently), stop));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool gently, CancellationToken stop)
    {
        await using var session = Session.OpenAlone(terminal);
        var db = await session.DbAsync(stop);
        var files = DemoFiles.Read(session.Settings.PoliciesFolder);
        var demo = new Demo(db, files, kind => terminal.Doing(kind, "装入演示数据"));
        if (gently && await demo.CountOthersAsync(stop) > 0)
        {
            terminal.Say("数据库中已有正式账户，没有装入演示数据。");
            return ExitCode.Done;
        }

        var added = await demo.LoadAsync(stop);
        terminal.Say(added == new DemoResult(0, 0)
            ? "演示数据已在，未作改动。"
            : $"已装入演示单位 {added.Organisations} 个、演示账户 {added.Accounts} 个。");
        terminal.Say($"演示账户的密码都是 {files.Password}（公开的密码，切勿用于正式环境）：");
        var rows = files.Accounts.Select<DemoAccount, IReadOnlyList<string>>(a => [a.SignIn, PeopleLabels.Of(a.Role), a.Name]).ToList();
        foreach (var line in Table.Lines(["登录名", "角色", "姓名"], rows)) terminal.Say(line);
        return ExitCode.Done;
    }
}
