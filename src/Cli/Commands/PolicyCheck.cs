using System.CommandLine;
using Huanxin.App.Policies;

namespace Huanxin.Cli.Commands;

/// <summary>
/// <c>policy check</c>: every fault of every pack at once, and the cases beside them. Needs no database.
/// </summary>
internal static class PolicyCheck
{
    public static Command Verb(Terminal terminal)
    {
        var folder = new Argument<string?>("folder") { Description = "政策包目录；不写时用 HUANXIN_POLICIES 所指的目录",
            HelpName = "目录", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var verb = new Command("check", "检查全部政策包并运行算例，一次列出所有错误的文件、行、列和原因") { folder, json };
        verb.SetAction(words => Run(terminal, words.GetValue(folder), words.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string? folder, bool json)
    {
        var report = PackCheck.Run(folder ?? terminal.ReadSettings().PoliciesFolder);
        var faults = report.All.ToList();
        if (json)
        {
            terminal.SayJson(new
            {
                report.Documents,
                Cases = report.Cases.Count,
                report.Gaps,
                Faults = faults.Select(f => new { f.Place.File, f.Place.Line, f.Place.Column, f.Reason }),
            });
        }
        else
        {
            foreach (var fault in faults) terminal.Complain(fault.ToString());
            if (report.Gaps > 0) terminal.Say($"来源没有写明、标着“未核实”的 {report.Gaps} 处，用 policy coverage 看在哪里。");
            terminal.Say(report.IsSound
                ? $"{report.Documents} 份文件、{report.Cases.Count} 个算例，没有错误。"
                : $"{report.Documents} 份文件，{faults.Count} 处错误。");
        }

        return report.IsSound ? ExitCode.Done : ExitCode.Refused;
    }
}
