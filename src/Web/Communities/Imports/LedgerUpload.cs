using System.Globalization;
using System.Text;
using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Takes a ledger in: the bytes into the store, the import with its place and sender into the list.</summary>
public sealed class LedgerUpload(AppDb db, CurrentUser me, AttachmentIntake intake, LedgerImport import)
{
    public static readonly FileRules Rules = new(FormLimits.LargestRequest, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

    /// <summary>
    /// Keeps a file or pasted cells; raises what is wrong with it before anything is kept. What one is still checking is taken up again, and
    /// what was decided when the same file came in is decided.
    /// </summary>
    public async Task<Guid> TakeAsync(IFormFile? file, string? pasted, RegionCode place, CancellationToken stop)
    {
        var upload = file is { FileName.Length: > 0 } ? new Upload(file.FileName, file.OpenReadStream)
            : string.IsNullOrWhiteSpace(pasted) ? throw ImportRefusals.NothingPasted() : Pasted(pasted);
        if (!me.Over(Permission.ManageCommunities).Covers(place)) throw ImportRefusals.PlaceUnknown();

        var act = me.Doing(CommunityVerbs.UploadLedger, null, Permission.ManageCommunities, place);
        var id = Guid.CreateVersion7(act.At);
        var kept = await intake.TakeAsync(new FileOwner(nameof(ImportRun), id.ToString(), place), upload, Rules, act, stop);
        var run = new ImportRun
        {
            Id = id, Place = place, Name = kept.Name, Hash = kept.Hash, UploadedBy = me.Account!.Id, UploadedAt = act.At,
            SenderId = me.Account.OrganisationId,
        };
        var kind = await RecogniseAsync(upload, run, stop);
        if (await OpenAsync(run, stop) is { } open) return open;

        var twin = await TwinAsync(run, stop);
        run.Decide(kind ?? twin?.Kind, twin?.Place == place ? twin.Decisions : "{}");
        db.Add(run);
        await intake.SaveAsync(act, stop);
        return id;
    }

    /// <summary>An import of one's places; null for any other.</summary>
    public Task<ImportRun?> FindAsync(Guid id, CancellationToken stop) =>
        db.ImportRuns.Within(me.Over(Permission.ManageCommunities)).SingleOrDefaultAsync(run => run.Id == id, stop);

    /// <summary>Another import that brought the same file in, if there is one.</summary>
    public Task<ImportRun?> TwinAsync(ImportRun run, CancellationToken stop) =>
        db.ImportRuns.AsNoTracking().Within(me.Over(Permission.ManageCommunities))
            .Where(other => other.Hash == run.Hash && other.Id != run.Id && other.State == ImportState.Imported)
            .OrderBy(other => other.UploadedAt).FirstOrDefaultAsync(stop);

    public Act Doing(Verb verb, ImportRun run, string? why = null) => me.Doing(verb, why, Permission.ManageCommunities, run.Place);

    private Task<Guid?> OpenAsync(ImportRun run, CancellationToken stop) =>
        db.ImportRuns.AsNoTracking().Where(other => other.Hash == run.Hash && other.Place == run.Place && other.UploadedBy == run.UploadedBy)
            .Where(other => other.State == ImportState.Checking).OrderBy(other => other.UploadedAt).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(stop);

    // What cannot be a ledger at all is said at once, while the person still has the file at hand.
    private async Task<LedgerKind?> RecogniseAsync(Upload upload, ImportRun run, CancellationToken stop)
    {
        await using var content = upload.Open();
        using var book = SheetReader.Open(content, run.Name);
        return LedgerHead.Find(book, new LedgerChoice(), await import.RememberedAsync(run, stop))?.Kind;
    }

    private Upload Pasted(string text)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{ExchangeLabels.Pasted}-{ChinaTime.Local(me.Now):yyyyMMdd-HHmmss}.txt");
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Upload(name, () => new MemoryStream(bytes, writable: false));
    }
}
