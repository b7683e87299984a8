using System.CommandLine;
using Huanxin.App.Communities;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Policies;

namespace Huanxin.Cli.Commands;

/// <summary><c>check ledger</c>: faults, totals and a verdict for every community, with clauses and what is missing.</summary>
internal static class CheckLedger
{
    public static Command Verb(Terminal terminal)
    {
        var (file, policy, on, place, json) = (CheckVerbs.File(), CheckVerbs.Policy(), CheckVerbs.On(), CheckVerbs.Place(), CheckVerbs.Json());
        var verb = new Command("ledger", "检查小区、楼栋或住宅台账，逐个小区说明能否纳入、依据哪一款、还缺什么") { file, policy, on, place, json };
        verb.SetAction((words, stop) => Task.FromResult(CheckVerbs.Run(
            terminal, words.GetRequiredValue(file), words.GetRequiredValue(policy), words.GetValue(place), words.GetValue(on),
            (shelf, book, workbook) =>
            {
                PlanSheet.RefuseAsLedger(workbook);
                return Say(terminal, shelf, new LedgerCheck(shelf, book).Run(workbook, stop), words.GetValue(json));
            })));
        return verb;
    }

    private static ImportFaults Say(Terminal terminal, PolicyShelf shelf, LedgerReport report, bool json)
    {
        if (json) terminal.SayJson(Plain(shelf, report));
        else Tell(terminal, shelf, report);
        return report.Faults;
    }

    private static void Tell(Terminal terminal, PolicyShelf shelf, LedgerReport report)
    {
        terminal.Say($"{report.Book.Policy.Id}，{shelf.Regions.FullNameOf(report.Book.Place)}，{report.Book.On:yyyy-MM-dd}；"
            + $"工作表“{report.Head.Sheet}”，{report.Rows} 行。");
        foreach (var sum in report.Sums) terminal.Say(CheckSentences.Of(sum));
        foreach (var (answer, count) in report.Counts.OrderByDescending(c => c.Key)) terminal.Say($"{answer.Verdict()} {count} 个小区");
        foreach (var verdict in report.Verdicts)
        {
            terminal.Say($"第 {verdict.Row} 行 {shelf.Regions.NameOf(verdict.Place)} {verdict.Name}：{CheckSentences.Of(verdict)}");
        }

        if (report.Head.Unread.Count > 0) terminal.Say(CheckSentences.Unread(report.Head.Unread));
        CheckVerbs.Say(terminal, report.Faults);
    }

    private static object Plain(PolicyShelf shelf, LedgerReport report) => new
    {
        Policy = report.Book.Policy.Id, report.Book.On, Place = report.Book.Place.ToString(), report.Head.Sheet,
        Kind = report.Head.Kind.ToString().ToLowerInvariant(), report.Rows,
        Sums = report.Sums.Select(s => new { Measure = Words<Measure>.Of(s.Measure), Sum = (decimal?)s.Sum / PerUnits.Scale(s.Measure), s.Unsaid }),
        Verdicts = report.Verdicts.Select(v => new
        {
            v.Row, v.Name, Place = v.Place.ToString(), PlaceName = shelf.Regions.NameOf(v.Place), Answer = Words<Answer>.Of(v.Answer),
            Split = v.Split?.ToDictionary(s => Words<Answer>.Of(s.Key), s => s.Value), v.Reasons, v.Missing,
        }),
        report.Head.Unread, Faults = CheckVerbs.Plain(report.Faults),
    };
}
