using System.CommandLine;
using Huanxin.App.Data;

namespace Huanxin.Cli.Commands;

/// <summary><c>seal</c>: seals the acts that wait, as the running system does by itself.</summary>
internal static class Seal
{
    public static Command Verb(Terminal terminal)
    {
        var verb = new Command("seal", "封存等待中的办理行为（运行中的系统会自动封存）");
        verb.SetAction(async (_, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            terminal.Say($"已封存 {await session.Get<Sealer>().SealAsync(db, stop)} 项办理行为。");
            return ExitCode.Done;
        });
        return verb;
    }
}
