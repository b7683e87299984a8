using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Exchange;
using Huanxin.Web.Security;

namespace Huanxin.Web.Programmes.Checks;

/// <summary>What is in the file, the word of the form.</summary>
public enum CheckedKind { Ledger, Plan }

/// <summary>What somebody wants checked; the file lives as long as the request and is kept nowhere.</summary>
public sealed record CheckRequest(IFormFile? File, CheckedKind Kind, string Policy, DateOnly? On);

/// <summary>What was found; one of the two.</summary>
public sealed record CheckAnswer(LedgerReport? Ledger, PlanReport? Plan)
{
    public ImportFaults Faults => Ledger?.Faults ?? Plan!.Sheet.Faults;

    /// <summary>Heads by sheet, as a marked workbook wants them.</summary>
    public IReadOnlyDictionary<string, HeaderMapping> Heads => Ledger is { Head: var head }
        ? new Dictionary<string, HeaderMapping> { [head.Sheet] = head.Mapping }
        : Plan!.Sheet.Heads;
}

/// <summary>Checks an uploaded file against a document and answers; nothing is stored.</summary>
public sealed class CheckDesk(PolicyShelf shelf, CurrentUser me)
{
    private static readonly FileRules Rules = new(20 << 20, FileKind.Xlsx, FileKind.Xls, FileKind.Text);

    public static string Accept => ".xlsx,.xls,.csv";

    /// <summary>Documents that say something about a ledger or a plan.</summary>
    public IEnumerable<(string Id, string Title)> Policies => shelf.Documents
        .Where(d => d.Eligibility.Count > 0 || d.Plans.Count > 0 || d.Targets.Count > 0).Select(d => (d.Id, d.Identity.Title));

    /// <summary>Raises a refusal where the file cannot be read or the document does not fit.</summary>
    public CheckAnswer Answer(CheckRequest request, CancellationToken stop)
    {
        using var content = request.File!.OpenReadStream();
        using var book = Open(request.File, content);
        var check = CheckBook.Open(shelf, request.Policy, null, request.On, me.Today);
        if (request.Kind == CheckedKind.Plan) return new(null, new PlanCheck(shelf, check).Run(book));

        PlanSheet.RefuseAsLedger(book);
        return new(new LedgerCheck(shelf, check).Run(book, stop), null);
    }

    /// <summary>The file with its faults marked in it.</summary>
    public static async Task MarkAsync(IFormFile file, CheckAnswer answer, Stream target, CancellationToken stop)
    {
        using var content = file.OpenReadStream();
        using var book = Open(file, content);
        await MarkedWorkbook.WriteAsync(target, book, answer.Heads, answer.Faults, stop);
    }

    private static SheetBook Open(IFormFile file, Stream content)
    {
        Rules.Check(file.FileName, content);
        content.Position = 0;
        return SheetReader.Open(content, file.FileName);
    }
}
