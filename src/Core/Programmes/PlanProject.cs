using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>
/// A project in a row of a plan (计划行所含项目), as a person confirmed it. The row is that of a place and a year, so that it stays the
/// same when a newer version of the table takes the place of the old one.
/// </summary>
public sealed class PlanProject : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid PlanSetId { get; init; }

    /// <summary>Place of the row (计划行地区).</summary>
    public required RegionCode Place { get; init; }

    /// <summary>Year of the row (年度).</summary>
    public required int Year { get; init; }
    public required Guid ProjectId { get; init; }

    /// <summary>
    /// Puts a project into a row (对应); raises <c>plan.project-elsewhere</c>, <c>plan.project-other-year</c> and <c>project.stopped</c>.
    /// </summary>
    public static PlanProject Of(Act act, PlanSet plan, PlanLine row, Project project)
    {
        if (!row.Place.Contains(project.Place)) throw ProgrammeRefusals.ProjectElsewhere(project.Name, row.PlaceText);
        if (project.Year is { } year && year != row.Year) throw ProgrammeRefusals.ProjectOfOtherYear(project.Name, year);
        if (project.State == ProjectState.Cancelled) throw ProgrammeRefusals.AlreadyStopped(project.Name);

        return new PlanProject
        {
            Id = Guid.CreateVersion7(act.At), PlanSetId = plan.Id, Place = row.Place, Year = row.Year, ProjectId = project.Id,
        };
    }
}
