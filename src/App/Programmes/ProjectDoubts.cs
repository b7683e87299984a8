using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>Why the figures of a project may count what is gone, or what another project counts too: nothing of it is changed by itself.</summary>
/// <param name="Gone">Communities closed or merged since, with what each went into.</param>
/// <param name="Twice">Communities that another project takes as well, wholly or in the same buildings.</param>
public sealed record ProjectDoubts(
    IReadOnlyList<(Community Community, Community? Into)> Gone, IReadOnlyList<(Community Community, Project Other)> Twice)
{
    /// <summary>Asks a project; of others only those of the same year, or of none yet.</summary>
    public static async Task<ProjectDoubts> OfAsync(AppDb db, ProjectReading reading, Jurisdiction where, CancellationToken stop)
    {
        var (project, year) = (reading.Project, reading.Project.Year);
        if (project.State == ProjectState.Cancelled) return new([], []);

        var gone = reading.Parts.Select(part => part.Community).Where(community => community.State != CommunityState.Active).ToList();
        var into = gone.Select(community => community.MergedInto).OfType<Guid>().ToList();
        var targets = await db.Communities.AsNoTracking().Where(c => into.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);

        var ids = reading.Parts.Select(part => part.Community.Id).ToList();
        var seen = db.Projects.AsNoTracking().Within(where);
        var others = await (from part in db.ProjectCommunities.AsNoTracking()
                            join other in seen on part.ProjectId equals other.Id
                            where ids.Contains(part.CommunityId) && other.Id != project.Id && other.State != ProjectState.Cancelled
                                && (year == null || other.Year == null || other.Year == year)
                            orderby part.Id
                            select new { part, other }).ToListAsync(stop);
        return new(
            gone.ConvertAll(c => (c, c.MergedInto is { } id ? targets.GetValueOrDefault(id) : null)),
            [.. from mine in reading.Parts
                from theirs in others
                where theirs.part.CommunityId == mine.Community.Id && ProjectPart.DoOverlap(mine.Part, theirs.part)
                select (mine.Community, theirs.other)]);
    }
}
