using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>Lists and plan tables as workbooks and csv, and the marked upload of an import.</summary>
public static class ProgrammeEndpoints
{
    private static readonly RequiresAttribute See = new(Permission.ViewProgrammes);

    public static void MapProgrammes(this WebApplication app)
    {
        app.MapGet(Links.Programmes + ".xlsx", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names) =>
        {
            var where = me.Over(Permission.ViewProgrammes);
            return PlanSetTable.Of(names, where).Answer(PlanSetTable.Rows(db, where), TableState.Of(http.Request.Query), "计划");
        }).WithMetadata(See);
        app.MapGet(Links.Projects + ".xlsx", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names) =>
        {
            var where = me.Over(Permission.ViewProgrammes);
            return ProjectTable.Of(names, where).Answer(ProjectTable.Rows(db, where), TableState.Of(http.Request.Query), "项目");
        }).WithMetadata(See);
        const string version = Links.Programmes + "/{id:guid}/versions/{number:int}";
        app.MapGet(version + ".xlsx", (Guid id, int number, AppDb db, CurrentUser me, CancellationToken stop) =>
            FileAsync(id, number, db, me, FileKind.Xlsx, stop)).WithMetadata(See);
        app.MapGet(version + ".csv", (Guid id, int number, AppDb db, CurrentUser me, CancellationToken stop) =>
            FileAsync(id, number, db, me, FileKind.Text, stop)).WithMetadata(See);
        app.MapGet(Links.Programmes + "/{id:guid}/projects.xlsx", async (Guid id, HttpContext http, AppDb db, CurrentUser me, PlaceNames names, CancellationToken stop) =>
        {
            var where = me.Over(Permission.ViewProgrammes);
            return await db.PlansFor(where).AnyAsync(s => s.Id == id, stop)
                ? PlanProjectTable.Of(names, where).Answer(PlanProjectTable.Rows(db, id, where), TableState.Of(http.Request.Query), "计划行与项目")
                : Results.NotFound();
        }).WithMetadata(See);
        app.MapGet(Links.Programmes + "/{id:guid}/import/{upload:guid}/faults.xlsx", FaultsAsync)
            .WithMetadata(new RequiresAttribute(Permission.ManageProgrammes));
    }

    private static async Task<IResult> FileAsync(Guid id, int number, AppDb db, CurrentUser me, FileKind kind, CancellationToken stop)
    {
        if (await FindAsync(db, me, id, number, stop) is not { } reading) return Results.NotFound();

        var (name, paper, grid) = ($"{reading.Set.Title}-第{number}版", reading.Paper, reading.Grid);
        return kind == FileKind.Xlsx
            ? Results.Stream(to => PlanWorkbook.WriteAsync(to, paper, grid, CancellationToken.None), FileKind.Xlsx.MediaType(), $"{name}.xlsx")
            : Results.Stream(to => PlanWorkbook.WriteCsvAsync(to, paper, grid, CancellationToken.None), "text/csv; charset=utf-8", $"{name}.csv");
    }

    /// <summary>The version of a plan to look at when none is named: the issued one, else the newest.</summary>
    public static Task<PlanReading?> NewestAsync(AppDb db, CurrentUser me, Guid id, CancellationToken stop) =>
        FindAsync(db, me, id, versions => versions.FirstOrDefault(v => v.State == PlanState.Issued) ?? (versions is [var newest, ..] ? newest : null), stop);

    /// <summary>A version of a plan that this person may see; null for any other.</summary>
    public static Task<PlanReading?> FindAsync(AppDb db, CurrentUser me, Guid id, int? number, CancellationToken stop) =>
        FindAsync(db, me, id, versions => versions.FirstOrDefault(v => number is null ? v.State == PlanState.Issued : v.Number == number), stop);

    private static async Task<PlanReading?> FindAsync(
        AppDb db, CurrentUser me, Guid id, Func<IReadOnlyList<PlanVersion>, PlanVersion?> choose, CancellationToken stop)
    {
        var where = me.Over(Permission.ViewProgrammes);
        if (await db.PlansFor(where).SingleOrDefaultAsync(s => s.Id == id, stop) is not { } plan) return null;

        return choose(await db.VersionsAsync(plan, where, stop)) is { } version ? await db.ReadAsync(plan, version, stop) : null;
    }

    private static async Task<IResult> FaultsAsync(Guid id, Guid upload, AppDb db, CurrentUser me, PlanImport import, CancellationToken stop)
    {
        var plan = await db.PlanSets.AsNoTracking().Within(me.Over(Permission.ManageProgrammes)).SingleOrDefaultAsync(s => s.Id == id, stop);
        if (plan is null || await import.FindAsync(plan, upload, stop) is not { } waiting) return Results.NotFound();

        var check = await import.CheckAsync(plan, waiting, stop);
        return Results.Stream(stream => import.MarkAsync(waiting, check, stream, CancellationToken.None), FileKind.Xlsx.MediaType(),
            $"{Path.GetFileNameWithoutExtension(waiting.Name)}-问题标注.xlsx");
    }
}
