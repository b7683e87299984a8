using System.CommandLine;
using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>import ledger</c>: for large ledgers and for scripts. Nobody looks in between, so it is read once, and all of it or nothing comes in.</summary>
internal static class ImportLedger
{
    private const int FaultsTold = 50;

    public static Command Verb(Terminal terminal) => new("import", "导入") { Ledger(terminal) };

    private static Command Ledger(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "台账：xlsx、xls 或 csv", HelpName = "文件" };
        var place = new Option<string>("--place") { Description = "台账属地的区划代码，如 371002", HelpName = "区划代码", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "只检查，不写入" };
        var accept = new Option<string?>("--accept-doubts") { Description = "确认全部存疑属实，并写明理由", HelpName = "理由" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出结果" };
        var verb = new Command("ledger", "导入小区、楼栋或住宅业主台账；重复导入同一文件不会重复登记") { file, place, dry, accept, json };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = words.GetValue(dry) ? Session.Open(terminal) : Session.OpenAlone(terminal);
            var run = await TakeAsync(terminal, session, words.GetRequiredValue(file), Places.Read(words.GetRequiredValue(place)), stop);
            var (import, act) = (session.Get<LedgerImport>(), terminal.Doing(CommunityVerbs.ImportLedger, ImportSentences.Why(run.Name)));
            var (check, isDone) = words.GetValue(dry)
                ? (await import.CheckAsync(run, words.GetValue(accept), act, _ => { }, stop), false)
                : await import.ImportAsync(run, words.GetValue(accept), act, rows => terminal.Progress.Report($"已写入 {rows} 行"), stop);
            var open = ImportDecisions.Read(run.Decisions).OpenDoubts(check.Faults);
            if (words.GetValue(json)) terminal.SayJson(Told(check, open, isDone));
            else Tell(terminal, check, open, isDone);
            return check.Faults.HardCount + open == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return verb;
    }

    private static async Task<ImportRun> TakeAsync(Terminal terminal, Session session, string file, RegionCode place, CancellationToken stop)
    {
        var db = await session.DbAsync(stop);
        if (!File.Exists(file)) throw new Refusal("import.no-file", $"没有文件 {file}。");

        await using var content = File.OpenRead(file);
        if (content.Length > SheetLimits.Default.LargestFile) throw ExchangeRefusals.TooLarge(SheetLimits.Default.LargestFile);

        var now = terminal.Clock.GetUtcNow();
        return new ImportRun
        {
            Id = Guid.CreateVersion7(now), Place = place, Name = Path.GetFileName(file), Hash = (await session.Get<IFileStore>().SaveAsync(content, stop)).Hash,
            UploadedAt = now.UtcDateTime, SenderId = await SenderAsync(db, place, stop),
        };
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
        if (LedgerSentences.Investments(check.Reserved, check.Invested) is { } investments) terminal.Say(investments + "。");
        terminal.Say(isDone ? "已作为一次办理导入。" : "没有写入。");
    }

    private static object Told(ImportCheck check, long open, bool isDone) => new
    {
        kind = check.Kind.ToString(), rows = check.Rows, added = check.Added, changed = check.Changed, unchanged = check.Unchanged,
        reserved = check.Reserved, invested = check.Invested,
        hard = check.Faults.HardCount, open, imported = isDone,
        faults = check.Faults.InOrder.Select(fault => new
        {
            level = fault.Level.ToString(), code = fault.Code, sheet = fault.Sheet, cell = fault.Address, header = fault.Header, shown = fault.Shown, sentence = fault.Sentence,
        }),
    };
}
