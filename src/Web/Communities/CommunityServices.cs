using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Communities;

/// <summary>Registers and maps the register beyond its pages.</summary>
public static class CommunityServices
{
    private const string Name = "小区";

    public static void AddCommunities(this IServiceCollection services) => services.AddScoped<DwellingTable>();

    public static void MapCommunities(this WebApplication app)
    {
        DwellingTable.Map(app);
        Map("xlsx", (list, source) => list.Table.Answer(source, list.State, Name));
        Map("csv", (list, source) => list.Table.AnswerCsv(source, list.State, Name));
        Map("json", (list, source) => CommunityExport.Json(list.Table.Query(source, list.State), list.Places));
        Map("geojson", (list, source) => CommunityExport.GeoJson(list.Table.Query(source, list.State), list.Places));

        void Map(string format, Func<AskedList, IQueryable<Community>, IResult> answer) =>
            app.MapGet($"{Links.Communities}.{format}", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names) =>
            {
                var where = me.Over(Permission.ViewCommunities);
                var state = TableState.Of(http.Request.Query);
                var list = new AskedList(CommunityTable.Of(names, where, me.Today), state, names);
                return answer(list, CommunityTable.Rows(db, where, state));
            }).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
    }

    private sealed record AskedList(Table<Community> Table, TableState State, PlaceNames Places);
}
