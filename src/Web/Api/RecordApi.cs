using Huanxin.App.Operations;
using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.History;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huanxin.Web.Api;

/// <summary>Places, and what was done.</summary>
internal static class RecordApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/regions", Regions).WithMetadata(new RequiresAttribute(Permission.UseWorkspace))
            .WithTags("区划").WithSummary("区划").WithDescription("系统使用的全部区划，含自编代码，按代码排列。");
        api.MapGet("/acts", ActsAsync).WithMetadata(new RequiresAttribute(Permission.ViewHistory))
            .WithTags("办理记录").WithSummary("办理记录").WithDescription("管辖范围内的办理行为，新的在前；搜索、筛选、排序和分页与页面相同。");
    }

    private static Ok<IReadOnlyList<RegionAnswer>> Regions([AsParameters] RegionQuery query, RegionList list)
    {
        var within = RegionCode.TryParse(query.Within, out var place) ? place : RegionCode.Nation;
        return TypedResults.Ok<IReadOnlyList<RegionAnswer>>(
        [
            .. list.Regions.Where(region => within.Contains(region.Code)).OrderBy(region => region.Code.Prefix, StringComparer.Ordinal)
                .Select(region => new RegionAnswer(
                    region.Code.ToString(), region.Name, list.FullNameOf(region.Code), region.Code.Level.ToString(),
                    region.Code.Parent.ToString(), region.IsOwn, region.Aliases)),
        ]);
    }

    private static Task<Ok<ListAnswer<ActAnswer>>> ActsAsync([AsParameters] ActQuery _, HttpContext http, ActTable acts) =>
        ApiList.AnswerAsync(acts.Columns(), acts.Rows(), http, row => new ActAnswer(
            row.Id, row.At, acts.WhoOf(row), row.SignInName, new CodeAnswer(row.Verb, VerbCatalogue.LabelOf(row.Verb)), row.Why,
            HistoryLabels.Source(row.Source)));
}
