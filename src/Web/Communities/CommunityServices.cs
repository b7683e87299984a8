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

    public static void AddCommunities(this IServiceCollection services) => services.AddScoped<DwellingTable>().AddScoped<CommunityVerdicts>().AddSingleton<DrawnPages>();

    public static void MapCommunities(this WebApplication app)
    {
        DwellingTable.Map(app);
        app.MapPost(Links.CommunityDistinct, TellApartAsync).WithMetadata(new RequiresAttribute(Permission.ManageCommunities));
        app.MapGet(Links.CommunityLedger, async (HttpContext http, CurrentUser me, AppDb db, PlaceNames names, CommunityVerdicts verdicts, RegionList regions) =>
        {
            var list = await AskedList.OfAsync(http, me, names, verdicts);
            var rows = list.Table.Query(list.Rows, list.State);
            return new Download(FileKind.Xlsx.MediaType(), "小区台账.xlsx", (target, stop) => LedgerWorkbook.WriteAsync(target, db, rows, regions, stop));
        }).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
        Map("xlsx", (list, verdicts, _) => list.Table.Answer(list.Rows, list.State, Name, list.Judging(verdicts), list.Note(verdicts)));
        Map("csv", (list, verdicts, _) => list.Table.AnswerCsv(list.Rows, list.State, Name, list.Judging(verdicts)));
        Map("json", (list, _, names) => CommunityExport.Json(list.Table.Query(list.Rows, list.State), names));
        Map("geojson", (list, _, names) => CommunityExport.GeoJson(list.Table.Query(list.Rows, list.State), names));

        void Map(string format, Func<AskedList, CommunityVerdicts, PlaceNames, IResult> answer) =>
            app.MapGet($"{Links.Communities}.{format}", async (HttpContext http, CurrentUser me, PlaceNames names, CommunityVerdicts verdicts) =>
                answer(await AskedList.OfAsync(http, me, names, verdicts, isTable: format is "xlsx" or "csv"), verdicts, names))
                .WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
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

    /// <summary>The list as it leaves; the verdicts on its rows are found batch by batch.</summary>
    private sealed record AskedList(Table<Community> Table, TableState State, IQueryable<Community> Rows, Leaving Leaving)
    {
        public static async Task<AskedList> OfAsync(HttpContext http, CurrentUser me, PlaceNames names, CommunityVerdicts verdicts, bool isTable = false)
        {
            var (where, state, stop) = (me.Over(Permission.ViewCommunities), TableState.Of(http.Request.Query), http.RequestAborted);
            var table = CommunityTable.Of(names, where, me.Today, verdicts);
            var leaving = isTable ? await verdicts.LeavingAsync(table, where, state, stop) : Leaving.NotShown;
            if (leaving != Leaving.Judged) table = CommunityTable.Of(names, where, me.Today);
            return new AskedList(table, state, await verdicts.NarrowedAsync(table, where, state, stop), leaving);
        }

        public Func<IReadOnlyList<Community>, Task>? Judging(CommunityVerdicts verdicts) => Leaving == Leaving.Judged ? verdicts.LearnAsync : null;

        public string? Note(CommunityVerdicts verdicts) => Leaving == Leaving.TooLong ? verdicts.TooLong : null;
    }
}
