using System.ComponentModel;
using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Web.Api;
using Huanxin.Web.Problems;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>A building for programs.</summary>
[Description("楼栋。")]
public sealed record BuildingAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("楼号。")] string Number,
    [property: Description("建成时间，知道多少写多少。")] string? Built,
    [property: Description("结构形式。")] CodeAnswer? Structure,
    [property: Description("单元数，个。")] int? Units,
    [property: Description("层数，层。")] int? Floors,
    [property: Description("户数，户。")] int? Households,
    [property: Description("建筑面积，㎡。")] decimal? AreaSquareMetres,
    [property: Description("电梯，部。")] int? Lifts,
    [property: Description("数据质量。")] CodeAnswer Quality,
    [property: Description("注销日期；在册则为空。")] DateOnly? ClosedOn);

/// <summary>The register for programs: the same rights, places and lists as the pages. Contacts and owners are not told.</summary>
internal static class CommunityApi
{
    private const string Tag = "小区";

    public static void Map(RouteGroupBuilder api)
    {
        var (see, change) = (new RequiresAttribute(Permission.ViewCommunities), new RequiresAttribute(Permission.ManageCommunities));
        api.MapGet("/communities", ListAsync).WithMetadata(see)
            .WithTags(Tag).WithSummary("小区列表").WithDescription("管辖范围内的小区；搜索、筛选、排序和分页与页面相同，不写状态时只列在册的。");
        api.MapGet("/communities/{id:guid}", OneAsync).WithMetadata(see)
            .WithTags(Tag).WithSummary("一个小区").WithDescription("管辖范围以外的小区按不存在答复。");
        api.MapGet("/communities/{id:guid}/buildings", BuildingsAsync).WithMetadata(see)
            .WithTags(Tag).WithSummary("一个小区的楼栋").WithDescription("按楼号排列，含已注销的。");
        api.MapPost("/communities", CreateAsync).WithMetadata(change)
            .WithTags(Tag).WithSummary("登记小区").WithDescription("答复登记后的小区。");
        api.MapPut("/communities/{id:guid}", ChangeAsync).WithMetadata(change)
            .WithTags(Tag).WithSummary("修改小区").WithDescription("须写读到的版本号；他人已先保存时不覆盖。");
    }

    private static Task<Ok<ListAnswer<CommunityAnswer>>> ListAsync(
        [AsParameters] CommunityQuery _, HttpContext http, CurrentUser me, AppDb db, PlaceNames places)
    {
        var mine = me.Over(Permission.ViewCommunities);
        var rows = CommunityTable.Rows(db, mine, TableState.Of(http.Request.Query));
        return ApiList.AnswerAsync(CommunityTable.Of(places, mine, me.Today), rows, http, row => CommunityAnswers.Of(row, places));
    }

    private static async Task<Results<Ok<CommunityAnswer>, NotFound>> OneAsync(
        Guid id, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop) =>
        await db.Communities.AsNoTracking().Within(me.Over(Permission.ViewCommunities)).SingleOrDefaultAsync(c => c.Id == id, stop) is { } community
            ? TypedResults.Ok(CommunityAnswers.Of(community, places))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<IReadOnlyList<BuildingAnswer>>, NotFound>> BuildingsAsync(
        Guid id, CurrentUser me, AppDb db, CancellationToken stop)
    {
        var mine = me.Over(Permission.ViewCommunities);
        if (!await db.Communities.Within(mine).AnyAsync(c => c.Id == id, stop)) return TypedResults.NotFound();

        var rows = await db.Buildings.AsNoTracking().Where(b => b.CommunityId == id).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<BuildingAnswer>>(
            [.. rows.InOrder().Select(Tell)]);
    }

    private static async Task<Ok<CommunityAnswer>> CreateAsync(
        CommunityBody body, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop)
    {
        var profile = body.Profile(null, places);
        Require(me, profile, places);
        var act = me.Doing(CommunityVerbs.Register, body.Why, Permission.ManageCommunities, profile.Place);
        var community = new Community { Id = Guid.CreateVersion7(act.At) };
        db.Add(community);
        await db.DescribeAsync(community, profile with { KeeperId = me.Account!.OrganisationId }, stop);
        await db.SaveAsync(act, stop);
        return TypedResults.Ok(CommunityAnswers.Of(community, places));
    }

    private static async Task<Results<Ok<CommunityAnswer>, NotFound>> ChangeAsync(
        Guid id, CommunityBody body, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop)
    {
        if (await db.Communities.Within(me.Over(Permission.ManageCommunities)).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } community)
        {
            return TypedResults.NotFound();
        }

        if (body.Version is not { } version) throw new InputFault(new Dictionary<string, string[]> { ["version"] = ["请写读到的版本号。"] });

        var profile = body.Profile(community, places);
        if (profile.Place != community.Place) Require(me, profile, places);
        db.Expect(community, version);
        await db.DescribeAsync(community, profile, stop);
        await db.SaveAsync(me.Doing(CommunityVerbs.Change, body.Why, Permission.ManageCommunities, community.Place), stop);
        return TypedResults.Ok(CommunityAnswers.Of(community, places));
    }

    private static void Require(CurrentUser me, CommunityProfile profile, PlaceNames places)
    {
        if (!me.Rights.May(Permission.ManageCommunities, profile.Place)) throw PeopleRefusals.OutsideJurisdiction(places.NameOf(profile.Place));
    }

    private static BuildingAnswer Tell(Building row) => new(
        row.Id, row.Number, row.Built?.ToString(), CommunityAnswers.Code(row.Structure, CommunityLabels.Label), row.Units, row.Floors,
        row.Households, row.Area?.SquareMetres, row.Lifts, CommunityAnswers.Code<FactQuality>(row.Quality, PolicyLabels.Label)!, row.ClosedOn);
}
