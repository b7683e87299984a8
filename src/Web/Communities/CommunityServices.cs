using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Tables;
using Huanxin.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>Registers and maps the register beyond its pages.</summary>
public static class CommunityServices
{
    private const string Name = "小区";

    public static void AddCommunities(this IServiceCollection services) => services.AddScoped<DwellingTable>().AddScoped<CommunityVerdicts>();

    public static void MapCommunities(this WebApplication app)
    {
        DwellingTable.Map(app);
        app.MapPost(Links.CommunityDistinct, TellApartAsync).WithMetadata(new RequiresAttribute(Permission.ManageCommunities));
        app.MapGet(Links.CommunityLedger, (HttpContext http, AppDb db, CurrentUser me, PlaceNames names, RegionList regions) =>
        {
            var (where, state) = (me.Over(Permission.ViewCommunities), TableState.Of(http.Request.Query));
            var rows = CommunityTable.Of(names, where, me.Today).Query(CommunityTable.Rows(db, where, state), state).AsAsyncEnumerable();
            return Results.Stream(stream => LedgerWorkbook.WriteAsync(stream, rows, regions, CancellationToken.None), FileKind.Xlsx.MediaType(), "小区台账.xlsx");
        }).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
        Map("xlsx", (list, source) => list.Table.Answer(source, list.State, Name, list.Verdicts is { } verdicts ? verdicts.LearnAsync : null));
        Map("csv", (list, source) => list.Table.AnswerCsv(source, list.State, Name));
        Map("json", (list, source) => CommunityExport.Json(list.Table.Query(source, list.State), list.Places));
        Map("geojson", (list, source) => CommunityExport.GeoJson(list.Table.Query(source, list.State), list.Places));

        void Map(string format, Func<AskedList, IQueryable<Community>, IResult> answer) =>
            app.MapGet($"{Links.Communities}.{format}", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names, CommunityVerdicts verdicts) =>
            {
                var where = me.Over(Permission.ViewCommunities);
                var state = TableState.Of(http.Request.Query);

                // Verdicts leave with the workbook where their column was chosen: they are found batch by batch.
                var asked = format == "xlsx" && state.Columns.Contains(CommunityVerdicts.Key) ? verdicts : null;
                var list = new AskedList(CommunityTable.Of(names, where, me.Today, asked), state, names, asked);
                return answer(list, CommunityTable.Rows(db, where, state));
            }).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
    }

    private static async Task<IResult> TellApartAsync(
        [FromForm] Guid first, [FromForm] Guid second, AppDb db, CurrentUser me, CancellationToken stop)
    {
        var pair = await db.Communities.Within(me.Over(Permission.ManageCommunities)).Where(c => c.Id == first || c.Id == second).ToListAsync(stop);
        if (pair is not [var one, var other]) return Results.NotFound();

        var act = me.Doing(CommunityVerbs.TellApart, using_: Permission.ManageCommunities, at: one.Place);
        db.Add(DistinctPair.Of(Guid.CreateVersion7(act.At), one, other));
        await db.SaveAsync(act, stop);
        return Results.Redirect(Links.With(Links.CommunityDuplicates, $"place={RegisterMark.DistrictOf(one.Place)}"));
    }

    private sealed record AskedList(Table<Community> Table, TableState State, PlaceNames Places, CommunityVerdicts? Verdicts);
}
