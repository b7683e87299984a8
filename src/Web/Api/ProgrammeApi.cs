using System.ComponentModel;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Programmes;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Api;

/// <summary>Plans with their versions, and projects with their communities.</summary>
internal static class ProgrammeApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var see = new RequiresAttribute(Permission.ViewProgrammes);
        api.MapGet("/programmes", ProgrammesAsync).WithMetadata(see)
            .WithTags("计划").WithSummary("计划列表").WithDescription("总体计划、年度计划和项目库；上级已发布的计划也列出。搜索、筛选、排序和分页与页面相同。");
        api.MapGet("/programmes/{id:guid}", ProgrammeAsync).WithMetadata(see)
            .WithTags("计划").WithSummary("一个计划的一版").WithDescription("不写版本时为已发布的一版；每行是一个地区一个年度的指标，未报的为空，不是 0。");
        api.MapGet("/projects", ProjectsAsync).WithMetadata(see)
            .WithTags("项目").WithSummary("项目列表").WithDescription("储备库和计划中的项目；搜索、筛选、排序和分页与页面相同。");
        api.MapGet("/projects/{id:guid}", ProjectAsync).WithMetadata(see)
            .WithTags("项目").WithSummary("一个项目").WithDescription("项目和它的小区；责任人不在接口中提供。");
    }

    private static Task<Ok<ListAnswer<ProgrammeAnswer>>> ProgrammesAsync(
        [AsParameters] ProgrammeQuery _, HttpContext http, CurrentUser me, AppDb db, PlaceNames places)
    {
        var mine = me.Over(Permission.ViewProgrammes);
        return ApiList.AnswerAsync(PlanSetTable.Of(places, mine), PlanSetTable.Rows(db, mine), http, row => new ProgrammeAnswer(
            row.Id, row.Title, new CodeAnswer(row.Kind.ToString(), row.Kind.Label()), new CodeAnswer(row.Place.ToString(), places.NameOf(row.Place)),
            row.FromYear, row.ToYear, row.Document, row.Number, row.IssuedOn));
    }

    private static async Task<Results<Ok<PlanAnswer>, NotFound>> ProgrammeAsync(
        Guid id, [AsParameters] PlanVersionQuery query, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop)
    {
        if (await ProgrammeEndpoints.FindAsync(db, me, id, query.Number, stop) is not { } reading) return TypedResults.NotFound();

        var projects = (await db.MatchedAsync(reading.Set, me.Over(Permission.ViewProgrammes), stop)).ToLookup(m => (m.Link.Place, m.Link.Year), m => m.Project.Project);
        return TypedResults.Ok(new PlanAnswer(reading.Set.Id, reading.Set.Title, reading.Version.Number,
            new CodeAnswer(reading.Version.State.ToString(), reading.Version.State.Label()), reading.Version.IssuedOn,
            [.. reading.Lines.Select(line => new PlanLineAnswer(
                new CodeAnswer(line.Place.ToString(), places.NameOf(line.Place)), line.Year, Tell(line.Figures),
                [.. projects[(line.Place, line.Year)].Select(p => new CodeAnswer(p.Id.ToString(), p.Name))]))],
            Tell(reading.Grid.Total)));
    }

    private static Task<Ok<ListAnswer<ProjectAnswer>>> ProjectsAsync(
        [AsParameters] ProjectQuery _, HttpContext http, CurrentUser me, AppDb db, PlaceNames places)
    {
        var mine = me.Over(Permission.ViewProgrammes);
        return ApiList.AnswerAsync(ProjectTable.Of(places, mine), ProjectTable.Rows(db, mine), http, row => new ProjectAnswer(
            row.Id, row.Name, row.Code, new CodeAnswer(row.Place.ToString(), places.NameOf(row.Place)),
            new CodeAnswer(row.Kind.ToString(), row.Kind.Label()), new CodeAnswer(row.State.ToString(), row.State.Label()),
            new CodeAnswer(row.Batch.ToString(), row.Batch.Label()), row.Year, row.IsOutOfPlan,
            row.Flags.Split('、', StringSplitOptions.RemoveEmptyEntries), row.Organisation, row.Communities, row.Investment?.Yuan,
            row.StartOn, row.FinishOn, null));
    }

    private static async Task<Results<Ok<ProjectAnswer>, NotFound>> ProjectAsync(
        Guid id, CurrentUser me, AppDb db, PlaceNames places, CancellationToken stop)
    {
        var found = await db.ReadAsync(db.Projects.AsNoTracking().Within(me.Over(Permission.ViewProgrammes)).Where(p => p.Id == id), stop);
        if (found is not [var reading]) return TypedResults.NotFound();

        var project = reading.Project;
        var organisation = await db.Organisations.Where(o => o.Id == project.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(stop);
        return TypedResults.Ok(new ProjectAnswer(
            project.Id, project.Name, project.Code, new CodeAnswer(project.Place.ToString(), places.NameOf(project.Place)),
            new CodeAnswer(project.Kind.ToString(), project.Kind.Label()), new CodeAnswer(project.State.ToString(), project.State.Label()),
            new CodeAnswer(project.Batch.ToString(), project.Batch.Label()), project.Year, project.IsOutOfPlan, [.. project.FlagList], organisation,
            reading.Parts.Count, project.Investment?.Yuan, project.StartOn, project.FinishOn,
            [.. reading.Parts.Select(part => new ProjectPartAnswer(part.Community.Id, part.Community.Name, part.Part.BuildingsTaken,
                part.Buildings, part.Households, part.Area?.SquareMetres))]));
    }

    private static PlanFiguresAnswer Tell(PlanFigures figures) => new(
        figures.Projects, figures.Communities, figures.Buildings, figures.Households, figures.Area?.SquareMetres, figures.Investment?.Yuan);
}

/// <summary>Which version of a plan.</summary>
[ValidatableType]
public sealed record PlanVersionQuery
{
    [FromQuery(Name = "version"), Description("版本号；不写为已发布的一版。")]
    [System.ComponentModel.DataAnnotations.RegularExpression("^[1-9][0-9]{0,4}$", ErrorMessage = "版本号须为正整数。")]
    public string? Version { get; init; }

    internal int? Number => Version is null ? null : int.Parse(Version, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Filters of the list of plans.</summary>
[ValidatableType]
public sealed record ProgrammeQuery : ListQuery
{
    [FromQuery(Name = "kind"), Description("种类：Programme 总体计划，Annual 年度计划，Library 项目库，可重复。")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "place"), Description("编制地区代码，含其下级，可重复。")]
    public string[]? Place { get; init; }

    [FromQuery(Name = "year.from"), Description("起始年度不早于。")]
    public string? YearFrom { get; init; }

    [FromQuery(Name = "year.to"), Description("起始年度不晚于。")]
    public string? YearTo { get; init; }

    [FromQuery(Name = "state"), Description("最新版本的状态，可重复。")]
    public string[]? State { get; init; }
}

/// <summary>Filters of the list of projects.</summary>
[ValidatableType]
public sealed record ProjectQuery : ListQuery
{
    [FromQuery(Name = "place"), Description("属地区划代码，含其下级，可重复。")]
    public string[]? Place { get; init; }

    [FromQuery(Name = "kind"), Description("类型：Community 单小区，Cluster 片区，Building 单栋楼，可重复。")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "state"), Description("状态：Reserve 储备，Planned 列入计划，Suspended 已暂停，Cancelled 已取消，可重复。")]
    public string[]? State { get; init; }

    [FromQuery(Name = "batch"), Description("批次：Carry 实施，Prepare 谋划，Reserve 储备，可重复。")]
    public string[]? Batch { get; init; }

    [FromQuery(Name = "year.from"), Description("计划年度不早于。")]
    public string? YearFrom { get; init; }

    [FromQuery(Name = "year.to"), Description("计划年度不晚于。")]
    public string? YearTo { get; init; }

    [FromQuery(Name = "out-of-plan"), Description("yes 计划外，no 计划内。")]
    public string[]? OutOfPlan { get; init; }
}

/// <summary>A plan in the list.</summary>
[Description("计划。")]
public sealed record ProgrammeAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("计划名称。")] string Title,
    [property: Description("种类。")] CodeAnswer Kind,
    [property: Description("编制地区。")] CodeAnswer Place,
    [property: Description("起始年度。")] int FromYear,
    [property: Description("终止年度。")] int ToYear,
    [property: Description("依据文件代号；没有则为空。")] string? Document,
    [property: Description("最新版本号；还没有版本则为空。")] int? Version,
    [property: Description("发布日期；未发布则为空。")] DateOnly? IssuedOn);

/// <summary>A version of a plan.</summary>
[Description("一个计划的一版。")]
public sealed record PlanAnswer(
    [property: Description("计划编号。")] Guid Id,
    [property: Description("计划名称。")] string Title,
    [property: Description("版本号。")] int Version,
    [property: Description("版本状态。")] CodeAnswer State,
    [property: Description("发布日期；未发布则为空。")] DateOnly? IssuedOn,
    [property: Description("每个地区每个年度一行。")] IReadOnlyList<PlanLineAnswer> Lines,
    [property: Description("全部年度总计，逐行相加。")] PlanFiguresAnswer Total);

/// <summary>A line of a plan.</summary>
[Description("计划的一行。")]
public sealed record PlanLineAnswer(
    [property: Description("地区。")] CodeAnswer Place,
    [property: Description("年度。")] int Year,
    [property: Description("指标。")] PlanFiguresAnswer Figures,
    [property: Description("对应到这一行的项目（编号、名称），由人确认。")] IReadOnlyList<CodeAnswer> Projects);

/// <summary>Figures of a plan.</summary>
[Description("指标；未报的为空，不是 0。")]
public sealed record PlanFiguresAnswer(
    [property: Description("项目数（个）。")] long? Projects,
    [property: Description("小区个数（个）。")] long? Communities,
    [property: Description("楼栋数（栋）。")] long? Buildings,
    [property: Description("户数（户）。")] long? Households,
    [property: Description("建筑面积（㎡）。")] decimal? Area,
    [property: Description("计划投资（元）。")] decimal? Investment);

/// <summary>A project.</summary>
[Description("项目。")]
public sealed record ProjectAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("项目名称。")] string Name,
    [property: Description("项目代码；未取得则为空。")] string? Code,
    [property: Description("属地区划。")] CodeAnswer Place,
    [property: Description("类型。")] CodeAnswer Kind,
    [property: Description("状态。")] CodeAnswer State,
    [property: Description("批次。")] CodeAnswer Batch,
    [property: Description("计划年度；储备中为空。")] int? Year,
    [property: Description("是否计划外增加。")] bool IsOutOfPlan,
    [property: Description("试点、示范标记。")] IReadOnlyList<string> Flags,
    [property: Description("实施主体；未定则为空。")] string? Organisation,
    [property: Description("小区个数。")] int Communities,
    [property: Description("计划投资（元）；未填则为空。")] decimal? Investment,
    [property: Description("计划开工。")] DateOnly? StartOn,
    [property: Description("计划完工。")] DateOnly? FinishOn,
    [property: Description("小区；列表中为空。")] IReadOnlyList<ProjectPartAnswer>? Parts);

/// <summary>A community of a project.</summary>
[Description("项目中的一个小区。")]
public sealed record ProjectPartAnswer(
    [property: Description("小区编号。")] Guid Id,
    [property: Description("小区名称。")] string Name,
    [property: Description("改造楼栋；全部则为空。")] string? BuildingsTaken,
    [property: Description("楼栋数。")] int? Buildings,
    [property: Description("户数。")] int? Households,
    [property: Description("建筑面积（㎡）。")] decimal? Area);
