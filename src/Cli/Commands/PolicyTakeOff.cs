using System.CommandLine;
using Huanxin.App.Policies.Drafts;
using Verbs = Huanxin.Core.Policies.PolicyVerbs;

namespace Huanxin.Cli.Commands;

/// <summary>
/// <c>policy take-off</c>: takes off a pack that was put in force through the pages and clashes with a newer shipped folder, which keeps
/// every node from starting. Refused while the shelf is sound.
/// </summary>
internal static class PolicyTakeOff
{
    public static Command Verb(Terminal terminal)
    {
        var document = new Argument<string>("document") { Description = "文件代号，如 T25", HelpName = "代号" };
        var why = Why.Option();
        var verb = new Command("take-off", "生效的政策包与目录合不上、系统不能启动时，撤下这个包") { document, why };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var act = terminal.Doing(Verbs.TakeDraftOff, words.GetRequiredValue(why));
            var left = await session.Get<DraftDesk>().TakeOffAsync(words.GetRequiredValue(document), act, stop);
            await db.SaveAsync(act, stop);
            terminal.Say(left == 0
                ? $"已撤下“{words.GetRequiredValue(document)}”，政策库没有错误，可以启动。"
                : $"已撤下“{words.GetRequiredValue(document)}”，政策库还有 {left} 处错误，用 huanxin policy check 查看。");
            return ExitCode.Done;
        });
        return verb;
    }
}
