using System.CommandLine;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Exchange;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.Cli.Commands;

/// <summary><c>check plan</c>: faults, totals by year and what is hard to believe.</summary>
internal static class CheckPlan
{
    public static Command Verb(Terminal terminal)
    {
        var (file, policy, on, place, json) = (CheckVerbs.File(), CheckVerbs.Policy(), CheckVerbs.On(), CheckVerbs.Place(), CheckVerbs.Json());
        var verb = new Command("plan", "检查计划表：合计、错误、不合常理的数字") { file, policy, on, place, json };
        verb.SetAction(words => CheckVerbs.Run(
            terminal, words.GetRequiredValue(file), words.GetRequiredValue(policy), words.GetValue(place), words.GetValue(on),
            (shelf, book, workbook) => Say(terminal, shelf, new PlanCheck(shelf, book).Run(workbook), words.GetValue(json))));
        return verb;
    }

    private static ImportFaults Say(Terminal terminal, PolicyShelf shelf, PlanReport report, bool json)
    {
        if (json) terminal.SayJson(Plain(report));
        else Tell(terminal, shelf, report);
        return report.Sheet.Faults;
    }

    private static void Tell(Terminal terminal, PolicyShelf shelf, PlanReport report)
    {
        var grid = report.Sheet.Grid;
        terminal.Say($"{report.Book.Policy.Id}，{shelf.Regions.FullNameOf(report.Book.Place)}；工作表“{report.Sheet.Name}”，{report.Sheet.Lines.Count} 组数字。");
        var rows = grid.Years.Select(year => Row($"{year} 年", grid.Measures, grid.Totals[year])).Append(Row(PlanLabels.TotalHeading, grid.Measures, grid.Total));
        IReadOnlyList<string> header = ["", .. grid.Measures.Select(m => $"{m.Heading()}（{m.Unit()}）")];
        foreach (var line in Table.Lines(header, [.. rows])) terminal.Say(line);
        foreach (var milestone in report.Milestones) terminal.Say(MilestoneSentences.Of(milestone));
        CheckVerbs.Say(terminal, report.Sheet.Faults);
    }

    private static IReadOnlyList<string> Row(string title, IReadOnlyList<Measure> measures, PlanFigures figures) =>
        [title, .. measures.Select(m => figures.Of(m) is { } value ? PlanAmounts.Shown(m, value) : "—")];

    private static object Plain(PlanReport report)
    {
        var grid = report.Sheet.Grid;
        return new
        {
            Policy = report.Book.Policy.Id, report.Book.On, Place = report.Book.Place.ToString(), Sheet = report.Sheet.Name,
            Totals = grid.Years.ToDictionary(year => $"{year}", year => Sums(grid.Measures, grid.Totals[year])), Total = Sums(grid.Measures, grid.Total),
            Milestones = report.Milestones.Select(m => new
            {
                m.Target.Id, m.Year, Measure = Words<Measure>.Of(m.Measure), Share = m.Share.ToString(),
                Part = Plain(m.Measure, m.Part), Whole = Plain(m.Measure, m.Whole),
                Verdict = Words<MilestoneVerdict>.Of(m.Verdict), m.Target.Clauses,
            }),
            Doubts = report.Doubts.Select(d => new
            {
                d.Code, Cells = d.Cells.Select(c => c.Label), d.Sentence, d.Found, Suggested = d.Suggested is not { } hint ? null : new
                {
                    Measure = Words<Measure>.Of(hint.Measure), Found = PlanAmounts.Plain(hint.Measure, hint.Found), Value = PlanAmounts.Plain(hint.Measure, hint.Value),
                    TotalNow = PlanAmounts.Plain(hint.Measure, hint.TotalNow), TotalThen = PlanAmounts.Plain(hint.Measure, hint.TotalThen),
                },
            }),
            Faults = CheckVerbs.Plain(report.Sheet.Faults),
        };
    }

    private static Dictionary<string, decimal?> Sums(IReadOnlyList<Measure> measures, PlanFigures figures) =>
        measures.ToDictionary(Words<Measure>.Of, m => Plain(m, figures.Of(m)));

    private static decimal? Plain(Measure measure, long? value) => value is { } known ? PlanAmounts.Plain(measure, known) : null;
}
