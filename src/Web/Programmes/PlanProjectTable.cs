using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.People;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>A row of a plan with one community of one of its projects: the thread from the plan to the register.</summary>
public sealed class PlanProjectRow : IPlaced
{
    public required Guid Id { get; init; }
    public required Guid LinkId { get; init; }
    public required RegionCode Place { get; init; }
    public required int Year { get; init; }
    public required Guid ProjectId { get; init; }
    public required string Project { get; init; }
    public string? Code { get; init; }
    public required ProjectState State { get; init; }
    public string? Community { get; init; }
    public string? CommunityCode { get; init; }
    public string? BuildingsTaken { get; init; }
    public int? Buildings { get; init; }
    public int? Households { get; init; }
    public Area? Area { get; init; }
}

/// <summary>The list of the projects in the rows of a plan, community by community.</summary>
public static class PlanProjectTable
{
    public static IQueryable<PlanProjectRow> Rows(AppDb db, Guid plan, Jurisdiction mine) =>
        from link in db.PlanProjects
        where link.PlanSetId == plan
        join project in db.Projects.AsNoTracking().Within(mine) on link.ProjectId equals project.Id
        join part in db.ProjectCommunities on project.Id equals part.ProjectId into parts
        from part in parts.DefaultIfEmpty()
        join community in db.Communities on part.CommunityId equals community.Id into communities
        from community in communities.DefaultIfEmpty()
        select new PlanProjectRow
        {
            Id = part == null ? link.Id : part.Id, LinkId = link.Id, Place = link.Place, Year = link.Year, ProjectId = project.Id,
            Project = project.Name, Code = project.Code, State = project.State, Community = community == null ? null : community.Name,
            CommunityCode = community == null ? null : community.Code, BuildingsTaken = part == null ? null : part.BuildingsTaken,
            Buildings = part == null ? null : part.Buildings ?? (part.BuildingsTaken == null ? community!.Buildings : null),
            Households = part == null ? null : part.Households ?? (part.BuildingsTaken == null ? community!.Households : null),
            Area = part == null ? null : part.Area ?? (part.BuildingsTaken == null ? community!.Area : null),
        };

    public static Table<PlanProjectRow> Of(PlaceNames names, Jurisdiction where) => Table.Of("plan-projects", (PlanProjectRow r) => r.Id)
        .Text("project", "项目", r => r.Project, Use.Head | Use.Search | Use.NoFilter)
        .Code("code", "项目代码", r => r.Code, Use.Search | Use.NoFilter)
        .Condition(PeopleColumns.Place<PlanProjectRow>(names, where, "计划行"))
        .Number("year", "年度", "年", r => r.Year)
        .Choice("state", "状态", r => r.State, ProgrammeLabels.Label)
        .Text("community", "小区", r => r.Community, Use.Search)
        .Code("community-code", "小区编码", r => r.CommunityCode, Use.Hidden)
        .Text("taken", "改造楼栋", r => r.BuildingsTaken, Use.NoFilter)
        .Number("buildings", "楼栋", "栋", r => r.Buildings, Use.NoFilter)
        .Number("households", "户数", "户", r => r.Households, Use.NoFilter)
        .Floor("area", "建筑面积", "㎡", r => r.Area, Use.NoFilter)
        .Usually(r => r.Place);
}
