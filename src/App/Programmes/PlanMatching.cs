using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>Why a project may belong to a row: the row names it, or it is planned there for that year.</summary>
public enum MatchGround { Named, Planned }

/// <summary>A project that may belong to a row of a plan; a person says whether it does.</summary>
public sealed record PlanMatch(PlanLine Row, ProjectReading Project, MatchGround Ground);

/// <summary>A project that stands in a row of a plan.</summary>
public sealed record MatchedProject(PlanProject Link, ProjectReading Project);

/// <summary>A row of a plan beside what its projects come to; neither is adjusted to the other.</summary>
/// <param name="Row">Null where the version has no such row any more.</param>
public sealed record MatchedRow(PlanPlace Place, int Year, PlanLine? Row, IReadOnlyList<MatchedProject> Projects)
{
    public PlanFigures Planned => Row?.Figures ?? PlanFigures.None;

    public PlanFigures Matched => ProjectTotal.Of([.. Projects.Select(p => p.Project)]).Figures;
}

/// <summary>Which projects the rows of a plan consist of, and which may.</summary>
public static class PlanMatching
{
    /// <summary>The projects of a jurisdiction that stand in the rows of a plan.</summary>
    public static async Task<IReadOnlyList<MatchedProject>> MatchedAsync(this AppDb db, PlanSet plan, Jurisdiction where, CancellationToken stop)
    {
        var links = await db.PlanProjects.AsNoTracking().Where(l => l.PlanSetId == plan.Id).ToDictionaryAsync(l => l.ProjectId, stop);
        var projects = await db.ReadAsync(db.Projects.AsNoTracking().Within(where)
            .Where(p => db.PlanProjects.Any(l => l.PlanSetId == plan.Id && l.ProjectId == p.Id)), stop);
        return [.. projects.Select(project => new MatchedProject(links[project.Project.Id], project))];
    }

    /// <summary>The plans and rows that projects stand in, as far as this jurisdiction sees the plans.</summary>
    public static async Task<ILookup<Guid, (PlanSet Plan, PlanProject Link)>> PlansOfAsync(
        this AppDb db, IReadOnlyCollection<Guid> projects, Jurisdiction mine, CancellationToken stop)
    {
        var found = await (from link in db.PlanProjects.AsNoTracking()
                           join plan in db.PlansFor(mine) on link.PlanSetId equals plan.Id
                           where projects.Contains(link.ProjectId)
                           orderby link.Year, link.Id
                           select new { plan, link }).ToListAsync(stop);
        return found.ToLookup(pair => pair.link.ProjectId, pair => (pair.plan, pair.link));
    }

    /// <summary>Rows of a version in the order of its table, each with its projects; what stands in no row of it comes last.</summary>
    public static IReadOnlyList<MatchedRow> Rows(IReadOnlyList<PlanLine> lines, IReadOnlyList<MatchedProject> matched, PlaceNames names)
    {
        var byRow = matched.ToLookup(m => (m.Link.Place, m.Link.Year));
        var known = lines.Select(line => (line.Place, line.Year)).ToHashSet();
        return
        [
            .. lines.Select(line => new MatchedRow(new(line.Place, line.PlaceText), line.Year, line, [.. byRow[(line.Place, line.Year)]])),
            .. byRow.Where(row => !known.Contains(row.Key))
                .Select(row => new MatchedRow(new(row.Key.Place, names.NameOf(row.Key.Place)), row.Key.Year, null, [.. row])),
        ];
    }

    /// <summary>Projects inside a plan's place that stand in none of its rows.</summary>
    public static Task<IReadOnlyList<ProjectReading>> UnmatchedAsync(this AppDb db, PlanSet plan, Jurisdiction where, CancellationToken stop)
    {
        var (place, beyond) = (plan.Place, plan.Place.Beyond);
        return db.ReadAsync(db.Projects.AsNoTracking().Within(where).Where(p => p.Place >= place && p.Place < beyond && p.State != ProjectState.Cancelled
            && (p.Year == null || (p.Year >= plan.FromYear && p.Year <= plan.ToYear))
            && !db.PlanProjects.Any(l => l.PlanSetId == plan.Id && l.ProjectId == p.Id)), stop);
    }

    /// <summary>What may belong together: by name where a row's note has it, else by place and year. Nothing where several rows would do.</summary>
    public static IReadOnlyList<PlanMatch> Propose(IReadOnlyList<PlanLine> lines, IEnumerable<ProjectReading> projects)
    {
        var rows = lines.Select(line => (Line: line, Note: CommunityNames.Key(line.Note ?? ""))).ToList();
        return [.. projects.Select(project => Propose(rows, project)).OfType<PlanMatch>()];
    }

    private static PlanMatch? Propose(List<(PlanLine Line, string Note)> rows, ProjectReading reading)
    {
        var project = reading.Project;
        var around = rows.FindAll(row => row.Line.Place.Contains(project.Place) && (project.Year is null || project.Year == row.Line.Year));
        var names = reading.Parts.Select(part => part.Community.NameKey).Append(CommunityNames.Key(project.Name)).Where(name => name.Length > 1).ToList();
        if (around.FindAll(row => names.Exists(row.Note.Contains)) is [var named]) return new(named.Line, reading, MatchGround.Named);
        if (project.Year is null || around.Count == 0) return null;

        // Of a district and its street the street has it.
        var nearest = around.MaxBy(row => row.Line.Place.Prefix.Length);
        return new(nearest.Line, reading, MatchGround.Planned);
    }
}
