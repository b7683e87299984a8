using Huanxin.App.Communities.Imports;
using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.Communities.Imports;

/// <summary>The deeds and files of an import: confirmation, giving up, marked workbook, template.</summary>
public static class LedgerEndpoints
{
    public static void AddLedgerImports(this IServiceCollection services)
    {
        services.AddScoped<LedgerUpload>();
        services.AddScoped<ImportVerdicts>();
        services.AddScoped<ImportRecords>();
        services.AddSingleton<ImportChecks>();
        services.AddSingleton<ImportJudging>();
        services.AddSingleton<ImportWork>();
        services.AddHostedService<ImportJob>();
        services.AddScoped<Work.IWorkSource, ImportTasks>();
    }

    public static void MapLedgerImports(this WebApplication app)
    {
        var own = app.MapGroup(Links.LedgerImports).WithMetadata(new RequiresAttribute(Permission.ManageCommunities));
        own.MapGet("/template.xlsx", (LedgerKind kind) => Workbook($"{kind.Label()}模板", stream => TemplateAsync(kind, stream)));
        own.MapGet("/{id:guid}/faults.xlsx", FaultsAsync);
        own.MapPost("/{id:guid}/confirm", ConfirmAsync);
        own.MapPost("/{id:guid}/abandon", AbandonAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        Guid id, LedgerUpload upload, ImportChecks checks, ImportWork work, AppDb db, [FromForm] Confirmed form, CancellationToken stop)
    {
        if (await upload.FindAsync(id, stop) is not { } run) return Results.NotFound();

        var act = upload.Doing(CommunityVerbs.ConfirmImport, run, ImportSentences.Why(run.Name));
        var (check, _) = await checks.AskAsync(run, act);
        if (check is null) return Results.Redirect(Links.LedgerImport(id));

        var open = ImportDecisions.Read(run.Decisions).OpenDoubts(check.Faults);
        if (check.Faults.HardCount + open > 0) throw ImportRefusals.NotClean(check.Faults.HardCount, open);
        if (check.ChangesNothing) throw ImportRefusals.NothingToDo();
        if ((check.Added, check.Changed) != (form.Added, form.Changed)) throw ImportRefusals.RegisterChanged();

        db.Expect(run, form.Version);
        run.Confirm(act, check.Kind, check.Added, check.Changed, check.Unchanged);
        await db.SaveAsync(act, stop);
        _ = work.Start(id);
        return Results.Redirect(Links.LedgerImport(id));
    }

    private static async Task<IResult> AbandonAsync(Guid id, LedgerUpload upload, AppDb db, [FromForm] string? none, CancellationToken stop)
    {
        if (await upload.FindAsync(id, stop) is not { } run) return Results.NotFound();

        run.Abandon();
        await db.SaveAsync(upload.Doing(CommunityVerbs.AbandonImport, run), stop);
        return Results.Redirect(Links.LedgerImports);
    }

    private static async Task<IResult> FaultsAsync(Guid id, LedgerUpload upload, LedgerImport import, CancellationToken stop)
    {
        if (await upload.FindAsync(id, stop) is not { } run) return Results.NotFound();

        var check = await import.CheckAsync(run, upload.Doing(CommunityVerbs.ImportLedger, run), _ => { }, stop);
        return Workbook($"{Path.GetFileNameWithoutExtension(run.Name)}-问题标注", async stream =>
        {
            using var book = await import.OpenAsync(run, stop);
            var heads = new Dictionary<string, Core.Exchange.HeaderMapping> { [check.Head.Sheet] = check.Head.Mapping };
            await MarkedWorkbook.WriteAsync(stream, book, heads, check.Faults, stop);
        });
    }

    private static async Task TemplateAsync(LedgerKind kind, Stream target)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, default);
        var columns = LedgerFields.Of(kind).Where(field => field != LedgerFields.Key && !LedgerFields.EachSign.Values.Contains(field)).Select(field => new SheetColumn(field.Label));
        await book.AddSheetAsync(new SheetLayout(kind.Label(), [.. columns]), default);
        await book.CompleteAsync(default);
    }

    private static IResult Workbook(string name, Func<Stream, Task> write) => Results.Stream(write, FileKind.Xlsx.MediaType(), $"{name}.xlsx");

    /// <summary>What a person saw when confirming.</summary>
    public sealed record Confirmed(int Version, int Added, int Changed);
}
