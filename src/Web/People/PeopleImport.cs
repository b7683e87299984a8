using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>What a workbook of this feature holds; the word in the address.</summary>
public enum ImportKind { Organisations, Accounts }

/// <summary>
/// From an uploaded workbook to one act. The file waits in the store, bound to who uploaded it, and is judged anew at each step.
/// </summary>
public sealed class PeopleImport(
    AppDb db, CurrentUser me, AttachmentIntake intake, IFileStore store, OrganisationSheet organisations, AccountSheet accounts)
{
    private const string RecordType = "PeopleImport";
    private static readonly FileRules Rules = new(10 << 20, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

    public static string Accept => ".xlsx,.xls,.csv";

    public static Permission RightOf(ImportKind kind) =>
        kind == ImportKind.Organisations ? Permission.ManageOrganisations : Permission.ManageAccounts;

    public static IReadOnlyList<FieldSpec> FieldsOf(ImportKind kind) =>
        kind == ImportKind.Organisations ? OrganisationSheet.Fields : AccountSheet.Fields;

    public static IReadOnlyCollection<string> ChoicesOf(ImportKind kind, string? field) =>
        kind == ImportKind.Organisations ? OrganisationSheet.ChoicesOf(field) : AccountSheet.ChoicesOf(field);

    /// <summary>Keeps an upload until it is confirmed; answers the key under which its owner finds it.</summary>
    public async Task<Guid> UploadAsync(ImportKind kind, IFormFile upload, CancellationToken stop)
    {
        var act = me.Doing(PeopleVerbs.UploadImport);
        var owner = new FileOwner(RecordType, kind.ToString(), me.Account!.Place);
        var waiting = await intake.TakeAsync(owner, new Upload(upload.FileName, upload.OpenReadStream), Rules, act, stop);
        await intake.SaveAsync(act, stop);
        return waiting.Id;
    }

    /// <summary>One's own upload; null for anybody else's.</summary>
    public async Task<Attachment?> FindAsync(ImportKind kind, Guid id, CancellationToken stop)
    {
        var (account, key) = (me.Account!.Id, kind.ToString());
        return await db.Attachments.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.UploadedBy == account && a.RecordType == RecordType && a.RecordKey == key, stop);
    }

    /// <summary>What the upload would do now; raises refusals where it cannot be read at all.</summary>
    public async Task<ImportPlan> PlanAsync(ImportKind kind, Attachment waiting, Act act, CancellationToken stop)
    {
        using var book = await OpenAsync(waiting, stop);
        var corrections = await db.CorrectionsOfAsync(waiting, stop);
        var view = me.Over(kind == ImportKind.Organisations ? Permission.ViewOrganisations : Permission.ViewAccounts);
        var right = new ImportRight(me.Rights, act, me.Over(RightOf(kind)), view);
        return kind == ImportKind.Organisations
            ? await organisations.PlanAsync(book, corrections, right, stop)
            : await accounts.PlanAsync(book, corrections, right, stop);
    }

    /// <summary>The headings of the upload as they stand, also where none is known.</summary>
    public async Task<ImportHead> HeadAsync(ImportKind kind, Attachment waiting, int? row, CancellationToken stop)
    {
        using var book = await OpenAsync(waiting, stop);
        return ImportHead.Find(book, FieldsOf(kind), await db.CorrectionsOfAsync(waiting, stop), row);
    }

    /// <summary>Keeps what was corrected on screen beside the upload; the file stays as it was, and nothing of it is imported.</summary>
    public async Task CorrectAsync(ImportKind kind, Attachment waiting, IReadOnlyDictionary<string, string> fixes, CancellationToken stop)
    {
        if (fixes.Count == 0) return;

        // What was planned to show it lies in the tracker.
        db.ChangeTracker.Clear();
        var act = me.Doing(PeopleVerbs.CorrectImport);
        await db.CorrectAsync(waiting, fixes, arePersonal: kind == ImportKind.Accounts, act.At, stop);
        await db.SaveAsync(act, stop);
    }

    /// <summary>Carries a clean plan out as one act; answers the first passwords of new accounts.</summary>
    public async Task<IReadOnlyList<(Account Account, string Password)>> CommitAsync(ImportPlan plan, Act act, CancellationToken stop)
    {
        var passwords = accounts.SetFirstPasswords();
        await db.SaveAsync(act with { Why = act.Why + ImportSentences.Corrected(plan.Sheet.Head.Corrections) }, stop);
        return passwords;
    }

    /// <summary>The upload with its faults marked in it.</summary>
    public async Task MarkAsync(Attachment waiting, ImportPlan plan, Stream target, CancellationToken stop)
    {
        using var book = await OpenAsync(waiting, stop);
        await MarkedWorkbook.WriteAsync(target, plan.Sheet.Head.Corrected(book), plan.Sheet.Heads, plan.Sheet.Faults, stop);
    }

    /// <summary>The act of an import.</summary>
    public Act Doing(ImportKind kind, Attachment waiting) =>
        me.Doing(kind == ImportKind.Organisations ? PeopleVerbs.ImportOrganisations : PeopleVerbs.ImportAccounts, ImportSentences.Why(waiting.Name));

    private async Task<SheetBook> OpenAsync(Attachment waiting, CancellationToken stop)
    {
        if (!await store.IsIntactAsync(waiting.Hash, stop) || store.Open(waiting.Hash) is not { } content) throw PeopleRefusals.ImportFileGone();

        return SheetReader.Open(content, waiting.Name);
    }
}
