using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>A community as a project takes it: its own figures where the project names none.</summary>
public sealed record ProjectPart(ProjectCommunity Part, Community Community)
{
    public int? Buildings => Part.Buildings ?? (Part.BuildingsTaken is null ? Community.Buildings : null);

    public int? Households => Part.Households ?? (Part.BuildingsTaken is null ? Community.Households : null);

    public Area? Area => Part.Area ?? (Part.BuildingsTaken is null ? Community.Area : null);

    /// <summary>The buildings that it names, as they are compared; null for all of them.</summary>
    internal IReadOnlySet<string>? Keys => KeysOf(Part);

    /// <summary>What is known of what the project takes: a community that straddles a cut-off date is judged by the buildings taken.</summary>
    /// <param name="taken">Of <see cref="Taken"/>.</param>
    public CommunityFacts Facts(IReadOnlyList<Building> taken)
    {
        var facts = RegisterFacts.Of(Community, taken, Part.BuildingsTaken is null ? Community.Buildings : Part.Buildings);
        return facts with
        {
            Households = Households is { } households ? Fact<long>.Of(households, facts.Households.Source) : facts.Households,
            Area = Area is { } area ? Fact<Area>.Of(area, facts.Area.Source) : facts.Area,
        };
    }

    /// <summary>The buildings that the project takes; all of them where it names none, or none that the register knows.</summary>
    public IReadOnlyList<Building> Taken(IEnumerable<Building> buildings)
    {
        var all = buildings.ToList();
        if (Keys is not { } keys) return all;

        return all.FindAll(building => keys.Contains(building.NumberKey)) is { Count: > 0 } some ? some : all;
    }

    /// <summary>True where two projects take the same of a community: one of them all of it, or both the same building.</summary>
    public static bool DoOverlap(ProjectCommunity one, ProjectCommunity other) =>
        KeysOf(one) is not { } some || KeysOf(other) is not { } others || some.Overlaps(others);

    // Null for all of them.
    private static HashSet<string>? KeysOf(ProjectCommunity part) => part.BuildingsTaken is not { } taken ? null
        : (LedgerLists.Numbers(taken) is { Count: > 1 } list ? list : taken.Split('、')).Select(BuildingNumbers.Key).ToHashSet();
}

/// <summary>A project with its communities.</summary>
public sealed record ProjectReading(Project Project, IReadOnlyList<ProjectPart> Parts)
{
    /// <summary>What it comes to.</summary>
    public PlanFigures Figures => PlanFigures.Sum(Parts.Select(FiguresOf)) with { Projects = 1, Investment = Project.Investment };

    /// <summary>What one of its communities adds.</summary>
    public static PlanFigures FiguresOf(ProjectPart part) => new()
    {
        Communities = 1, Buildings = part.Buildings, Households = part.Households, Area = part.Area,
    };
}

/// <summary>Questions about projects and their communities.</summary>
public static class ProjectBook
{
    /// <summary>Projects with their communities.</summary>
    public static async Task<IReadOnlyList<ProjectReading>> ReadAsync(this AppDb db, IQueryable<Project> projects, CancellationToken stop)
    {
        var all = await projects.OrderBy(p => p.Place).ThenBy(p => p.Id).ToListAsync(stop);
        var parts = await (from project in projects
                           join part in db.ProjectCommunities on project.Id equals part.ProjectId
                           join community in db.Communities on part.CommunityId equals community.Id
                           orderby part.Id
                           select new { part, community }).AsNoTracking().ToListAsync(stop);
        var byProject = parts.ToLookup(pair => pair.part.ProjectId, pair => new ProjectPart(pair.part, pair.community));
        return all.ConvertAll(project => new ProjectReading(project, [.. byProject[project.Id]]));
    }

    /// <summary>The community that was typed as code or name; raises <c>project.community-unknown</c>.</summary>
    public static async Task<Community> FindCommunityAsync(this AppDb db, string typed, Jurisdiction where, CancellationToken stop)
    {
        var text = typed.Trim();
        var (key, code) = (CommunityNames.Key(text), text.Split(' ', 2)[0]);
        var found = await db.Communities.AsNoTracking().Within(where)
            .Where(c => c.State == CommunityState.Active && (c.Code == code || c.NameKey == key)).Take(3).ToListAsync(stop);
        return found.Find(c => c.Code == code) ?? (found is [var only] ? only : throw ProgrammeRefusals.CommunityUnknown(text));
    }

    /// <summary>Communities in no project that is in force.</summary>
    public static IQueryable<Community> WithoutProject(this AppDb db, Jurisdiction where, RegionCode place)
    {
        var beyond = place.Beyond;
        return db.Communities.AsNoTracking().Within(where).Where(c => c.State == CommunityState.Active && c.Place >= place && c.Place < beyond
            && !db.ProjectCommunities.Any(p => p.CommunityId == c.Id
                && db.Projects.Any(project => project.Id == p.ProjectId && project.State != ProjectState.Cancelled)));
    }

    /// <summary>Puts communities into the reserve, each as a project of its own; a save makes it true.</summary>
    public static IReadOnlyList<(Project Project, Community Community)> Reserve(this AppDb db, Act act, IEnumerable<Community> communities)
    {
        var reserved = new List<(Project, Community)>();
        foreach (var community in communities)
        {
            var kind = community.Kind == CommunityKind.SingleBuilding ? ProjectKind.Building : ProjectKind.Community;
            var project = new Project { Id = Guid.CreateVersion7(act.At) };
            project.Describe(new ProjectProfile(community.Place, community.Name, kind)
            {
                Flags = community.Flags.Split('、', StringSplitOptions.RemoveEmptyEntries),
            });
            db.Add(project);
            db.Add(project.Take(community, Guid.CreateVersion7(act.At)));
            reserved.Add((project, community));
        }

        return reserved;
    }

    /// <summary>Lines of a plan by the districts its projects lie in, one for each place and year.</summary>
    public static IReadOnlyList<PlanLine> LinesOf(IEnumerable<ProjectReading> projects, PlanSet set, PlaceNames names) =>
    [
        .. from reading in projects
           where reading.Project.Year is not null || set.FromYear == set.ToYear
           group reading by (Place: RowOf(set.Place, reading.Project.Place), Year: reading.Project.Year ?? set.FromYear) into row
           orderby row.Key.Place.Prefix, row.Key.Year
           select new PlanLine(row.Key.Place, names.NameOf(row.Key.Place), row.Key.Year, ProjectTotal.Of([.. row]).Figures),
    ];

    // The level below the plan's own: districts for a city, streets for a district.
    private static RegionCode RowOf(RegionCode plan, RegionCode place) =>
        place.Outward().TakeWhile(p => p != plan).LastOrDefault() is { Level: not RegionLevel.Nation } below ? below : plan;
}
