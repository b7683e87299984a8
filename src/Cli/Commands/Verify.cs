using System.CommandLine;
using System.Globalization;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>verify</c>: proves that no act was altered and no attachment lost, or names the first that was. Reads only.</summary>
internal static class Verify
{
    private sealed record Report(
        bool Sound, long Proven, long Waiting, string Head, string Fault, long? SealNumber, Guid? ActId, string? At, string? Verb, FileVerdict Files);

    public static Command Verb(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var verb = new Command("verify", "核验封存链和附件：有问题时指出第一处，退出码为 1") { json };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            return await TellAsync(terminal, session, await session.Get<ChainCheck>().RunAsync(db, stop), words.GetValue(json), stop);
        });
        return verb;
    }

    public static async Task<int> TellAsync(
        Terminal terminal, Session session, ChainVerdict chain, bool isJson, CancellationToken stop)
    {
        var db = session.Get<AppDb>();
        var files = await FileVerdict.OfAsync(db, session.Get<IFileStore>(), stop);
        var act = chain.ActId is { } id ? await db.Acts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) : null;
        var at = act is null ? null : ChinaTime.Local(act.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        if (isJson)
        {
            terminal.SayJson(new Report(chain.IsSound && files.IsSound, chain.Proven, chain.Waiting, chain.Head, $"{chain.Fault}",
                chain.Number, chain.ActId, at, act?.Verb, files));
        }
        else
        {
            Tell(terminal, chain, act is null ? null : VerbCatalogue.LabelOf(act.Verb), at);
            Tell(terminal, files);
        }

        return chain.IsSound && files.IsSound ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Tell(Terminal terminal, ChainVerdict chain, string? verb, string? at)
    {
        if (chain.IsSound)
        {
            terminal.Say($"封存链完好：{chain.Proven} 项办理行为已证明，{chain.Waiting} 项待封存。");
            if (chain.Head.Length > 0) terminal.Say($"链端：第 {chain.Proven} 号，指纹 {chain.Head}。");
            return;
        }

        var place = chain.Number is { } number ? $"第 {number} 号封存" : "未封存的部分";
        var what = at is null ? $"办理行为 {chain.ActId}" : $"{at} 的办理行为“{verb}”（{chain.ActId}）";
        terminal.Complain($"封存链有问题：{place}，{what}：{OperationsLabels.Of(chain.Fault)}。此前 {chain.Proven} 项完好。");
    }

    private static void Tell(Terminal terminal, FileVerdict files)
    {
        if (files.IsSound) terminal.Say($"附件完好：{files.Checked} 个。");
        foreach (var hash in files.Missing) terminal.Complain($"附件缺失：{hash}");
        foreach (var hash in files.Altered) terminal.Complain($"附件被改动：{hash}");
    }
}
