using System.Text;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.People;
using Huanxin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>What an uploaded plan table would become: its lines inside the plan's place, its faults, and its doubtful figures.</summary>
public sealed record PlanUpload(PlanSheet Sheet, IReadOnlyList<PlanLine> Lines, IReadOnlyList<(Doubt Doubt, IReadOnlyList<PlanLine> Lines)> Doubts)
{
    public ImportFaults Faults => Sheet.Faults;

    public PlanGrid Grid => new(Lines, Sheet.Measures);

    /// <summary>What was corrected on screen: address → what stands there instead.</summary>
    public IReadOnlyDictionary<string, string> Corrections { get; init; } = new Dictionary<string, string>();

    /// <summary>The version that already says the same; null where something differs.</summary>
    public int? SameAs { get; init; }

    /// <summary>The open draft that it would fill; null where it becomes a version of its own.</summary>
    public int? Draft { get; init; }
}

/// <summary>
/// From an uploaded plan table to a draft version. The file waits in the store, bound to who uploaded it, and is judged anew at each
/// step, so that what was checked is what is kept.
/// </summary>
public sealed class PlanImport(AppDb db, CurrentUser me, PlaceNames places, PolicyShelf shelf, AttachmentIntake intake, IFileStore store)
{
    private const string RecordType = "PlanImport";
    private static readonly FileRules Rules = new(20 << 20, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

    public static string Accept => ".xlsx,.xls,.csv";

    /// <summary>Keeps an upload until it is confirmed; answers the key under which its owner finds it.</summary>
    public async Task<Guid> UploadAsync(PlanSet plan, Upload upload, CancellationToken stop)
    {
        var act = me.Doing(PeopleVerbs.UploadImport);
        var waiting = await intake.TakeAsync(new FileOwner(RecordType, plan.Id.ToString(), me.Account!.Place), upload, Rules, act, stop);
        await intake.SaveAsync(act, stop);
        return waiting.Id;
    }

    /// <summary>Cells pasted from a sheet, as a file.</summary>
    public static Upload Pasted(string text) => new("粘贴的内容.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>One's own upload for this plan; null for anybody else's.</summary>
    public async Task<Attachment?> FindAsync(PlanSet plan, Guid id, CancellationToken stop)
    {
        var (account, key) = (me.Account!.Id, plan.Id.ToString());
        return await db.Attachments.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.UploadedBy == account && a.RecordType == RecordType && a.RecordKey == key, stop);
    }

    /// <summary>Everything about the upload at once; raises refusals where it cannot be read at all.</summary>
    public async Task<PlanUpload> CheckAsync(PlanSet plan, Attachment waiting, CancellationToken stop)
    {
        using var book = await OpenAsync(waiting, stop);
        var corrections = await db.CorrectionsOfAsync(waiting, stop);
        var sheet = PlanSheet.Open(book, places, plan.Place, plan.FromYear == plan.ToYear ? plan.FromYear : null, corrections);
        var (lines, outside) = (new List<PlanLine>(), new HashSet<RegionCode>());
        foreach (var line in sheet.Lines)
        {
            var (isInside, isInTime) = (plan.Place.Contains(line.Place), line.Year >= plan.FromYear && line.Year <= plan.ToYear);
            if (isInside && isInTime) lines.Add(line);
            else if (isInside || outside.Add(line.Place))
            {
                sheet.Fault(FaultLevel.Soft, isInside ? "plan.other-year" : "plan.other-place", line.Place, line.Year, sheet.Measures[0],
                    isInside ? $"{line.Year} 年不在本计划的年度内，这一格不导入" : $"“{line.PlaceText}”不在本计划的编制地区内，这一行不导入");
            }
        }

        var doubts = PlanDoubts.Of(lines, PlausibilityBook.Of(shelf.For(plan.Place, me.Today)));
        foreach (var (doubt, cells) in doubts)
        {
            PlanDoubts.AskIn(sheet, doubt, cells);
        }

        var newest = await db.NewestAsync(plan, stop);
        var isSame = newest is not null && lines.Count > 0 && (await db.ReadAsync(plan, newest, stop)).Lines.SequenceEqual(lines);
        return new PlanUpload(sheet, lines, doubts)
        {
            Corrections = corrections, SameAs = isSame ? newest!.Number : null, Draft = newest is { IsOpen: true } ? newest.Number : null,
        };
    }

    /// <summary>Keeps what was corrected on screen beside the upload; the file stays as it was.</summary>
    public async Task CorrectAsync(PlanSet plan, Attachment waiting, IReadOnlyDictionary<string, string> fixes, CancellationToken stop)
    {
        var act = me.Doing(ProgrammeVerbs.CorrectPlan, null, Permission.ManageProgrammes, plan.Place);
        await db.CorrectAsync(waiting, fixes, arePersonal: false, act.At, stop);
        await db.SaveAsync(act, stop);
    }

    /// <summary>Keeps it as a new draft in one act; raises refusals while anything hard is wrong or doubts are not confirmed.</summary>
    public async Task<PlanVersion> CommitAsync(PlanSet plan, Attachment waiting, string? why, CancellationToken stop)
    {
        var check = await CheckAsync(plan, waiting, stop);
        if (check.Faults.HasHard) throw ProgrammeRefusals.ImportFaulty(check.Faults.HardCount);
        if (check.Faults.SoftCount > 0 && string.IsNullOrWhiteSpace(why)) throw ProgrammeRefusals.ImportUnconfirmed(check.Faults.SoftCount);
        if (check.Lines.Count == 0) throw ProgrammeRefusals.NoRows();

        var reason = (string.IsNullOrWhiteSpace(why) ? $"导入“{waiting.Name}”" : why) + ImportSentences.Corrected(check.Corrections);
        var act = me.Doing(ProgrammeVerbs.ImportPlan, reason, Permission.ManageProgrammes, plan.Place);
        var accepted = check.Faults.SoftCount == 0 ? null : PlanVersion.Told(check.Faults.SoftCount, why!);
        var source = new PlanSource(waiting.Name, waiting.Hash, accepted);
        var version = await db.DraftAsync(plan, check.Lines, check.Sheet.Measures, act, source, stop);
        await db.SaveAsync(act, stop);
        return version;
    }

    /// <summary>The upload with its faults marked in it.</summary>
    public async Task MarkAsync(Attachment waiting, PlanUpload check, Stream target, CancellationToken stop)
    {
        using var book = await OpenAsync(waiting, stop);
        var index = book.Sheets.Index().First(tab => tab.Item.Name == check.Sheet.Name).Index;
        await MarkedWorkbook.WriteAsync(target, CorrectedBook.Of(book, index, check.Corrections), check.Sheet.Heads, check.Faults, stop);
    }

    private async Task<SheetBook> OpenAsync(Attachment waiting, CancellationToken stop)
    {
        if (!await store.IsIntactAsync(waiting.Hash, stop) || store.Open(waiting.Hash) is not { } content) throw ProgrammeRefusals.ImportFileGone();

        return SheetReader.Open(content, waiting.Name);
    }
}
