using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Web.History;
using Huanxin.Web.People;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Api;

/// <summary>Oneself and the organisations of one's jurisdiction.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", MeAsync).WithMetadata(new SignedInAttribute())
            .WithTags("人员").WithSummary("当前登录的人员").WithDescription("账户、岗位、权限和管辖范围。");
        api.MapGet("/organisations", OrganisationsAsync).WithMetadata(new RequiresAttribute(Permission.ViewOrganisations))
            .WithTags("单位").WithSummary("单位列表").WithDescription("管辖范围内的单位；搜索、筛选、排序和分页与页面相同。");
        api.MapGet("/organisations/{id:guid}", OrganisationAsync).WithMetadata(new RequiresAttribute(Permission.ViewOrganisations))
            .WithTags("单位").WithSummary("一个单位").WithDescription("管辖范围以外的单位按不存在答复。");
        api.MapGet("/organisations/{id:guid}/history", HistoryAsync).WithMetadata(new RequiresAttribute(Permission.ViewHistory))
            .WithTags("单位").WithSummary("一个单位的历史").WithDescription("每次办理的人员、时间、原因和逐字段的前后内容，新的在前，每页 30 次。");
    }

    private static async Task<Ok<MeAnswer>> MeAsync(CurrentUser me, AppDb db, CancellationToken stop)
    {
        var account = me.Account!;
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == account.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        return TypedResults.Ok(new MeAnswer(
            account.Id, account.SignInName, me.Name, account.OrganisationId, organisation, me.Today,
            [.. me.Rights.Roles.Select(role => new CodeAnswer(role.ToString(), PeopleLabels.Of(role)))],
            [.. Enum.GetValues<Permission>().Where(me.May).Select(permission => new GrantAnswer(
                permission.ToString(), PeopleLabels.Of(permission), [.. me.Over(permission).Places.Select(place => place.ToString())]))]));
    }

    private static Task<Ok<ListAnswer<OrganisationAnswer>>> OrganisationsAsync(
        [AsParameters] OrganisationQuery _, HttpContext http, CurrentUser me, AppDb db, PlaceNames places)
    {
        var mine = me.Over(Permission.ViewOrganisations);
        return ApiList.AnswerAsync(OrganisationTable.Of(places, mine), OrganisationTable.Rows(db, mine), http, row => Tell(row, places));
    }

    private static async Task<Results<Ok<OrganisationAnswer>, NotFound>> OrganisationAsync(
        Guid id, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop) =>
        await OrganisationTable.Rows(db, me.Over(Permission.ViewOrganisations)).SingleOrDefaultAsync(o => o.Id == id, stop) is { } row
            ? TypedResults.Ok(Tell(row, places))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ListAnswer<HistoryAnswer>>, NotFound>> HistoryAsync(
        Guid id, [AsParameters] HistoryQuery query, ActTrail trail, CancellationToken stop)
    {
        var key = id.ToString();
        if (!await trail.HasAnyAsync(nameof(Organisation), key, stop)) return TypedResults.NotFound();

        var page = query.Number;
        var (entries, total) = await trail.OfRecordAsync(nameof(Organisation), key, new TrailFilter(null, null, null), page, stop);
        return TypedResults.Ok(new ListAnswer<HistoryAnswer>(total, page, (total + ActTrail.PageSize - 1) / ActTrail.PageSize,
        [
            .. entries.Select(entry => new HistoryAnswer(entry.At, entry.Who, entry.What, entry.Why,
                [.. (entry.Changes ?? []).Select(change => new FieldAnswer(change.Label, change.Old, change.New))])),
        ]));
    }

    private static OrganisationAnswer Tell(OrganisationRow row, PlaceNames places) => new(
        row.Id, row.Code, row.Name, new CodeAnswer(row.Kind.ToString(), PeopleLabels.Of(row.Kind)),
        new CodeAnswer(row.Place.ToString(), places.NameOf(row.Place)), row.Parent, row.CreditCode, row.Accounts, row.ClosedOn);
}
