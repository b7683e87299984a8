using System.CommandLine;
using Huanxin.App;
using Huanxin.App.Policies;
using Huanxin.Core.Policies;

namespace Huanxin.Cli.Commands;

/// <summary>
/// <c>policy coverage</c>: every clause of the documents with the rules, items, steps, cases and tests that carry it.
/// </summary>
internal static class PolicyCoverage
{
    public static Command Verb(Terminal terminal)
    {
        var documents = new Argument<string[]>("documents") { Description = "文件代号，如 W24；不写就是全部", HelpName = "代号",
            Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var verb = new Command("coverage", "列出每份文件的每一款由哪些规则、目录、步骤、算例和测试落实") { documents, json };
        verb.SetAction(words => Run(terminal, words.GetValue(documents) ?? [], words.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string[] wanted, bool json)
    {
        var reading = ShelfReading.Of(terminal.ReadSettings().PoliciesFolder);
        if (reading.Shelf is not { } shelf) throw new BrokenShelfException(reading.Faults);

        foreach (var unknown in wanted.Where(id => shelf.Find(id) is null)) terminal.Complain($"没有代号为“{unknown}”的文件。");
        if (wanted.Any(id => shelf.Find(id) is null)) return ExitCode.Refused;

        var coverage = Coverage.Of(reading, Path.Combine(Settings.FindRoot(), "tests"));
        var documents = shelf.Documents.Where(d => wanted.Length == 0 || wanted.Contains(d.Id)).ToList();
        if (json) terminal.SayJson(documents.Select(d =>
            new { d.Id, d.Identity.Title, Clauses = coverage.Of(d).Select(View),
                Gaps = Gaps.Of(d).Select(g => new { Kind = $"{g.Kind}", Section = g.Section?.ToString(), g.Id, g.Title, g.Clauses }) }));
        else foreach (var document in documents) Print(terminal, document, coverage.Of(document));
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, PolicyDocument document, IReadOnlyList<CoveredClause> clauses)
    {
        var duties = clauses.Where(c => !c.Clause.IsFrame).ToList();
        terminal.Say($"{document.Id} {document.Identity.Title}：{duties.Count} 款，尚未落实 {duties.Count(c => c.IsOpen)} 款，"
            + $"有算例或测试 {duties.Count(c => c.IsProven)} 款，来源没有写明而待核实 {Gaps.Of(document).Count} 处");
        foreach (var kind in Gaps.Of(document).GroupBy(g => g.Kind))
        {
            terminal.Say($"  待核实·{kind.Key.Label()}：{string.Join("；", kind.Select(g => g.Title))}");
        }

        foreach (var clause in duties)
        {
            terminal.Say($"  {clause.Clause.Id} {clause.Clause.Heading} {clause.Clause.Title}{(clause.IsOpen ? " 尚未落实" : "")}");
            foreach (var kind in clause.Citations.GroupBy(c => c.Kind))
            {
                terminal.Say($"    {kind.Key.Label()}：{string.Join("；", kind.Select(c => c.Title).Distinct())}");
            }
        }
    }

    private static object View(CoveredClause clause) => new
    {
        clause.Clause.Id,
        clause.Clause.Heading,
        clause.Clause.Title,
        clause.IsOpen,
        clause.IsProven,
        Citations = clause.Citations.Select(c => new { Kind = $"{c.Kind}", c.Id, c.Title }),
    };
}
