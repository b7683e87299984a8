using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.People;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>A project as the list shows it.</summary>
public sealed class ProjectRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Code { get; init; }
    public required RegionCode Place { get; init; }
    public required ProjectKind Kind { get; init; }
    public required ProjectBatch Batch { get; init; }
    public required ProjectState State { get; init; }
    public int? Year { get; init; }
    public required bool IsOutOfPlan { get; init; }
    public required string Flags { get; init; }
    public string? Organisation { get; init; }
    public required int Communities { get; init; }
    public string? CommunityNames { get; init; }
    public Fen? Investment { get; init; }
    public DateOnly? StartOn { get; init; }
    public DateOnly? FinishOn { get; init; }
}

/// <summary>The list of projects.</summary>
public static class ProjectTable
{
    public static IQueryable<ProjectRow> Rows(AppDb db, Jurisdiction mine) =>
        from project in db.Projects.AsNoTracking().Within(mine)
        join owner in db.Organisations on project.OrganisationId equals (Guid?)owner.Id into owners
        from organisation in owners.DefaultIfEmpty()
        select new ProjectRow
        {
            Id = project.Id, Name = project.Name, Code = project.Code, Place = project.Place, Kind = project.Kind, Batch = project.Batch,
            State = project.State, Year = project.Year, IsOutOfPlan = project.IsOutOfPlan, Flags = project.Flags,
            Organisation = organisation == null ? null : organisation.Name, Investment = project.Investment,
            StartOn = project.StartOn, FinishOn = project.FinishOn,
            Communities = db.ProjectCommunities.Count(p => p.ProjectId == project.Id),
        };

    public static Table<ProjectRow> Of(PlaceNames names, Jurisdiction where) => Table.Of("projects", (ProjectRow r) => r.Id)
        .Text("name", "项目名称", r => r.Name, Use.Head | Use.Search | Use.NoFilter)
        .Code("code", "项目代码", r => r.Code, Use.Search | Use.NoFilter)
        .Condition(PeopleColumns.Place<ProjectRow>(names, where))
        .Choice("kind", "类型", r => r.Kind, ProgrammeLabels.Label)
        .Choice("state", "状态", r => r.State, ProgrammeLabels.Label)
        .Choice("batch", "批次", r => r.Batch, ProgrammeLabels.Label)
        .Number("year", "计划年度", "年", r => r.Year)
        .Number("communities", "小区", "个", r => r.Communities)
        .Condition(new ConditionColumn<ProjectRow>("out-of-plan", "计划外", r => r.IsOutOfPlan ? "计划外" : null,
            [new Option("yes", "计划外"), new Option("no", "计划内")])
        {
            Condition = text => text switch
            {
                "yes" => r => r.IsOutOfPlan,
                "no" => r => !r.IsOutOfPlan,
                _ => null,
            },
        })
        .Text("flags", "试点、示范", r => r.Flags, Use.Search)
        .Text("organisation", "实施主体", r => r.Organisation)
        .Money("investment", "计划投资", "万元", r => r.Investment)
        .Date("start", "计划开工", r => r.StartOn, Use.Hidden)
        .Date("finish", "计划完工", r => r.FinishOn, Use.Hidden)
        .Usually(r => r.Place);
}
