using System.CommandLine;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>import ledger</c>: the same door as the page, for large ledgers and for scripts.</summary>
internal static class ImportLedger
{
    private const int FaultsTold = 50;

    public static Command Verb(Terminal terminal) => new("import", "导入") { Ledger(terminal) };

    private static Command Ledger(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "台账：xlsx、xls 或 csv", HelpName = "文件" };
        var place = new Option<string>("--place") { Description = "台账属地的区划代码，如 371002", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "只检查，不写入" };
        var accept = new Option<string?>("--accept-doubts") { Description = "确认全部存疑属实，并写明理由", HelpName = "理由" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出结果" };
        var verb = new Command("ledger", "导入小区、楼栋或住宅业主台账；重复导入同一文件不会重复登记") { file, place, dry, accept, json };
        verb.SetAction(async (words, stop) =>
        {
            var wanted = new Wanted(words.GetRequiredValue(file), Places.Read(words.GetRequiredValue(place)), words.GetValue(accept));
            await using var session = words.GetValue(dry) ? Session.Open(terminal) : Session.OpenAlone(terminal);
            var (run, check) = await CheckAsync(terminal, session, wanted, stop);
            var open = ImportDecisions.Read(run.Decisions).OpenDoubts(check.Faults);
            var isClean = check.Faults.HardCount + open == 0;
            var isDone = isClean && !check.ChangesNothing && !words.GetValue(dry) && await CarryOutAsync(terminal, session, run, check, stop);
            if (words.GetValue(json)) terminal.SayJson(Told(check, open, isDone));
            else Tell(terminal, check, open, isDone);
            return isClean ? ExitCode.Done : ExitCode.Refused;
        });
        return verb;
    }

    private static async Task<(ImportRun, ImportCheck)> CheckAsync(Terminal terminal, Session session, Wanted wanted, CancellationToken stop)
    {
        var db = await session.DbAsync(stop);
        if (!File.Exists(wanted.File)) throw new Refusal("import.no-file", $"没有文件 {wanted.File}。");

        var act = terminal.Doing(CommunityVerbs.UploadLedger, $"导入台账“{Path.GetFileName(wanted.File)}”");
        await using var content = File.OpenRead(wanted.File);
        if (content.Length > SheetLimits.Default.LargestFile) throw ExchangeRefusals.TooLarge(SheetLimits.Default.LargestFile);

        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(act.At), Place = wanted.Place, Name = Path.GetFileName(wanted.File),
            Hash = (await session.Get<IFileStore>().SaveAsync(content, stop)).Hash, UploadedAt = act.At, SenderId = await SenderAsync(db, wanted.Place, stop),
        };
        var check = await session.Get<LedgerImport>().CheckAsync(run, act, _ => { }, stop);
        if (wanted.Accepted is { } why)
        {
            var confirmed = check.Faults.Summary.Where(line => line.Level == FaultLevel.Soft).Select(line => new Confirmation(line.Code, line.Header, null, why));
            run.Decide(check.Kind, new ImportDecisions { Confirmed = [.. confirmed] }.Write());
        }

        return (run, check);
    }

    private static async Task<bool> CarryOutAsync(Terminal terminal, Session session, ImportRun run, ImportCheck check, CancellationToken stop)
    {
        var db = session.Get<AppDb>();
        var act = terminal.Doing(CommunityVerbs.ConfirmImport, ImportSentences.Why(run.Name));
        db.Add(run);
        run.Confirm(act, check.Kind, check.Added, check.Changed, check.Unchanged);
        await db.SaveAsync(act, stop);
        await session.Get<ImportRunner>().RunAsync(run.Id, rows => terminal.Progress.Report($"已写入 {rows} 行"), stop);
        var now = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == run.Id, stop);
        if (now.State != ImportState.Imported) throw new Refusal("import.sent-back", now.Trouble ?? ImportRefusals.RegisterChanged().Sentence);

        return true;
    }

    // Whose columns are remembered: the organisation of the place, or the nearest above.
    private static async Task<Guid> SenderAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var around = place.Outward().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.ClosedOn == null && around.Contains(o.Place)).ToListAsync(stop);
        return organisations.OrderBy(o => around.IndexOf(o.Place)).ThenBy(o => o.Code, StringComparer.Ordinal).FirstOrDefault()?.Id
            ?? throw new Refusal("import.no-organisation", "这个区划还没有登记单位，请先用 huanxin organisation create 登记。");
    }

    private static void Tell(Terminal terminal, ImportCheck check, long open, bool isDone)
    {
        foreach (var fault in check.Faults.InOrder.OrderBy(fault => fault.Level).Take(FaultsTold))
        {
            terminal.Complain($"{fault.Level.Label()} {fault.Sheet} {fault.Address} {fault.Header} {fault.Shown}：{fault.Sentence}");
        }

        terminal.Say($"{check.Kind.Label()}：读到 {check.Rows} 行，新增 {check.Added} 条，修改 {check.Changed} 条，没有变化 {check.Unchanged} 条；"
            + $"必须修正 {check.Faults.HardCount} 处，等待确认 {open} 处。");
        terminal.Say(isDone ? "已作为一次办理导入。" : "没有写入。");
    }

    private static object Told(ImportCheck check, long open, bool isDone) => new
    {
        kind = check.Kind.ToString(), rows = check.Rows, added = check.Added, changed = check.Changed, unchanged = check.Unchanged,
        hard = check.Faults.HardCount, open, imported = isDone,
        faults = check.Faults.InOrder.Select(fault => new
        {
            level = fault.Level.ToString(), code = fault.Code, sheet = fault.Sheet, cell = fault.Address, header = fault.Header, shown = fault.Shown, sentence = fault.Sentence,
        }),
    };

    private sealed record Wanted(string File, RegionCode Place, string? Accepted);
}
