using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>A dwelling as the list shows it.</summary>
public sealed class DwellingRow : IPlaced
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required Guid BuildingId { get; init; }
    public required RegionCode Place { get; init; }
    public required string Building { get; init; }
    public required string Unit { get; init; }
    public required string Room { get; init; }
    public required string RoomKey { get; init; }
    public int? Floor { get; init; }
    public Area? Area { get; init; }
    public AreaSource? AreaSource { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Owners' names as the person in front of the screen may see them.</summary>
    public string Owners { get; set; } = "";
}

/// <summary>The dwellings of a building or of a community; owners are filled in for the rows of a page alone.</summary>
public sealed class DwellingTable(AppDb db, CurrentUser me, PersonalReading personal)
{
    public IQueryable<DwellingRow> Rows(Guid home) =>
        from dwelling in db.Dwellings.AsNoTracking().Within(me.Over(Permission.ViewCommunities))
        join building in db.Buildings on dwelling.BuildingId equals building.Id
        where dwelling.CommunityId == home || dwelling.BuildingId == home
        select new DwellingRow
        {
            Id = dwelling.Id, CommunityId = dwelling.CommunityId, BuildingId = dwelling.BuildingId, Place = dwelling.Place,
            Building = building.Number, Unit = dwelling.Unit, Room = dwelling.Room, RoomKey = dwelling.RoomKey, Floor = dwelling.Floor,
            Area = dwelling.Area, AreaSource = dwelling.AreaSource, ClosedOn = dwelling.ClosedOn,
        };

    public static Table<DwellingRow> Columns() => Table.Of("dwellings", (DwellingRow r) => r.Id)
        .Text("room", "房号", r => r.Room, Use.Head | Use.Search | Use.NoFilter, r => r.RoomKey)
        .Text("building", "楼号", r => r.Building)
        .Text("unit", "单元", r => r.Unit)
        .Number("floor", "楼层", "层", r => r.Floor)
        .Floor("area", "专有部分面积", "㎡", r => r.Area)
        .Shown("area-source", "面积来源", r => r.AreaSource == null ? null : r.AreaSource.Value.Label())
        .Shown("owners", "业主", r => r.Owners)
        .Date("closed-on", "注销日期", r => r.ClosedOn, Use.Hidden)
        .Usually(r => r.RoomKey);

    /// <summary>Names of the present owners, masked unless the person may see personal data there.</summary>
    public async Task CompleteAsync(IReadOnlyList<DwellingRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var owners = await db.Owners.AsNoTracking().Where(o => ids.Contains(o.DwellingId) && o.Until == null).ToListAsync();
        var byDwelling = owners.ToLookup(o => o.DwellingId);
        foreach (var row in rows) row.Owners = string.Join('、', byDwelling[row.Id].Select(o => personal.Name(o.Name, row.Place)));
    }

    public static void Map(WebApplication app)
    {
        app.MapGet("/communities/{id:guid}/dwellings.xlsx", AnswerAsync).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
        app.MapGet("/communities/buildings/{id:guid}.xlsx", AnswerAsync).WithMetadata(new RequiresAttribute(Permission.ViewCommunities));
    }

    private static IResult AnswerAsync(Guid id, HttpContext http, DwellingTable dwellings) =>
        Columns().Answer(dwellings.Rows(id), TableState.Of(http.Request.Query), "住宅", dwellings.CompleteAsync);
}
