using System.CommandLine;
using Huanxin.App.Data;
using Huanxin.App.Operations;

namespace Huanxin.Cli.Commands;

/// <summary><c>move</c>: from SQLite to PostgreSQL or back, compared table by table before it counts.</summary>
internal static class MoveDatabase
{
    public static Command Verb(Terminal terminal)
    {
        var to = new Option<string>("--to")
        {
            Description = "目标数据库（须为空），sqlite:路径 或 postgres:连接串", Required = true, HelpName = "数据库",
        };
        var why = Why.Option();
        var verb = new Command("move", "把数据库原样搬到另一个空数据库（如 SQLite 到 PostgreSQL）；原数据库不动") { to, why };
        verb.SetAction((words, stop) => RunAsync(terminal, words.GetRequiredValue(to), words.GetRequiredValue(why), stop));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, string to, string why, CancellationToken stop)
    {
        var settings = terminal.ReadSettings(to);
        if (settings.Connection == terminal.ReadSettings().Connection) throw OperationsRefusals.SameDatabase();

        await using var from = Session.OpenAlone(terminal);
        var source = await from.DbAsync(stop);
        await using var target = Session.ForChange(terminal, settings);
        var sums = await Move.RunAsync(
            source, target.Get<AppDb>(), terminal.Doing(OperationsVerbs.Move, why), terminal.Progress, stop);
        foreach (var line in Table.Lines(["表", "行数", "SHA-256（两边相同）"],
            [.. sums.Select<(string Table, TableSum Sum), IReadOnlyList<string>>(row => [row.Table, $"{row.Sum.Rows}", row.Sum.Sha256])]))
        {
            terminal.Say(line);
        }

        terminal.Say($"已搬到 {OperationsLabels.Of(settings.Kind)}，两边逐表一致。请把 HUANXIN_DATABASE 改为新库后启动；原数据库没有改动，确认无误后再自行处理。");
        return ExitCode.Done;
    }
}
