using Huanxin.Core.Kernel;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>A community that several projects take the same of.</summary>
public sealed record SharedCommunity(string Name, IReadOnlyList<string> Projects);

/// <summary>What projects come to together: a community that several of them take counts once, and so does a building of it.</summary>
/// <param name="Parts">What is taken of each community.</param>
public sealed record ProjectTotal(PlanFigures Figures, IReadOnlyList<PlanFigures> Parts, IReadOnlyList<SharedCommunity> Shared)
{
    public static ProjectTotal Of(IReadOnlyCollection<ProjectReading> projects)
    {
        var names = projects.ToDictionary(p => p.Project.Id, p => p.Project.Name);
        var taken = projects.SelectMany(p => p.Parts).GroupBy(part => part.Community.Id).Select(community => community.ToList()).ToList();
        var parts = taken.ConvertAll(Once);
        var figures = PlanFigures.Sum(parts) with { Projects = projects.Count, Investment = Sum(projects.Select(p => p.Project.Investment)) };
        return new(figures, parts, [.. taken.Where(IsShared).Select(same => new SharedCommunity(same[0].Community.Name, [.. same.Select(part => names[part.Part.ProjectId]).Order(StringComparer.Ordinal)]))]);
    }

    private static Fen? Sum(IEnumerable<Fen?> said) => PlanFigures.Sum(said.Select(one => new PlanFigures { Investment = one })).Investment;

    private static bool IsShared(List<ProjectPart> same) =>
        same.Index().Any(one => same.Skip(one.Index + 1).Any(other => ProjectPart.DoOverlap(one.Item.Part, other.Part)));

    private static PlanFigures Once(List<ProjectPart> same)
    {
        if (same.Find(part => part.Keys is null) is { } whole) return ProjectReading.FiguresOf(whole);

        var apart = same.DistinctBy(part => string.Join('、', part.Keys!.Order(StringComparer.Ordinal))).ToList();
        if (!IsShared(apart)) return PlanFigures.Sum(apart.Select(ProjectReading.FiguresOf)) with { Communities = 1 };

        // Nobody has said how many live in the buildings that both take.
        return new() { Communities = 1, Buildings = apart.SelectMany(part => part.Keys!).Distinct().LongCount() };
    }
}
