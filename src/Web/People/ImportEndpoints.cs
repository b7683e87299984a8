using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.People;

/// <summary>The files of an import: template, the upload with its faults, first passwords; and its confirmation.</summary>
public static class ImportEndpoints
{
    public static void MapPeopleImports(this WebApplication app)
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            var right = new RequiresAttribute(PeopleImport.RightOf(kind));
            var template = $"{ImportSentences.NounOf(kind)}导入模板";
            app.MapGet(Links.ImportTemplate(kind), () => Workbook(template, stream => TemplateAsync(kind, stream))).WithMetadata(right);
            app.MapGet(Links.Import(kind) + "/{id:guid}/faults.xlsx",
                (Guid id, PeopleImport import, CancellationToken stop) => FaultsAsync(kind, id, import, stop)).WithMetadata(right);
            app.MapPost(Links.Import(kind) + "/{id:guid}/commit",
                (Guid id, PeopleImport import, HttpContext http, [FromForm] string? none, CancellationToken stop) =>
                    CommitAsync(kind, id, import, http, stop)).WithMetadata(right);
        }
    }

    private static async Task<IResult> FaultsAsync(ImportKind kind, Guid id, PeopleImport import, CancellationToken stop)
    {
        if (await import.FindAsync(kind, id, stop) is not { } waiting) return Results.NotFound();

        var plan = await import.PlanAsync(kind, waiting, import.Doing(kind, waiting), stop);
        return Workbook($"{Path.GetFileNameWithoutExtension(waiting.Name)}-问题标注", stream => import.MarkAsync(waiting, plan, stream, stop));
    }

    private static async Task<IResult> CommitAsync(ImportKind kind, Guid id, PeopleImport import, HttpContext http, CancellationToken stop)
    {
        if (await import.FindAsync(kind, id, stop) is not { } waiting) return Results.NotFound();

        var act = import.Doing(kind, waiting);
        var plan = await import.PlanAsync(kind, waiting, act, stop);
        if (!plan.IsClean) return Results.Redirect(Links.ImportCheck(kind, id));

        var passwords = await import.CommitAsync(plan, act, stop);
        if (passwords.Count == 0) return Results.Redirect(Links.ImportCheck(kind, id));

        http.Response.Headers.CacheControl = "no-store";
        return Workbook("初始密码", stream => PasswordsAsync(passwords, stream));
    }

    private static async Task TemplateAsync(ImportKind kind, Stream target)
    {
        var fields = PeopleImport.FieldsOf(kind);
        await using var book = await WorkbookWriter.CreateAsync(target, CancellationToken.None);
        var columns = fields.Select(field => new SheetColumn(field.Label, Width: 22));
        await book.AddSheetAsync(new SheetLayout(ImportSentences.NounOf(kind), [.. columns]), default);
        IReadOnlyList<SheetColumn> heads = [new("列名", Width: 20), new("必填", Width: 8), new("说明", Width: 90)];
        var notes = await book.AddSheetAsync(new SheetLayout("填写说明", heads), default);
        foreach (var field in fields)
        {
            await notes.AddAsync([field.Label, field.IsRequired ? "必填" : "", ImportSentences.HintOf(field.Code)]);
        }

        await book.CompleteAsync(default);
    }

    private static async Task PasswordsAsync(IReadOnlyList<(Account Account, string Password)> passwords, Stream target)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, CancellationToken.None);
        var sheet = await book.AddSheetAsync(new SheetLayout("初始密码", [new("登录名", Width: 24), new("初始密码", Width: 32)])
        {
            Title = "初始密码（只提供这一次，首次登录须修改）",
        }, default);
        foreach (var (account, password) in passwords) await sheet.AddAsync([account.SignInName, password]);
        await book.CompleteAsync(default);
    }

    private static IResult Workbook(string name, Func<Stream, Task> write) =>
        Results.Stream(write, FileKind.Xlsx.MediaType(), $"{name}.xlsx");
}
