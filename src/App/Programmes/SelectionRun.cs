using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>A community of a reserve project as it was judged.</summary>
/// <param name="Buildings">Building by building where they differ; empty otherwise.</param>
public sealed record JudgedPart(ProjectPart Part, CommunityFacts Facts, Verdict Verdict, IReadOnlyList<BuildingJudgement> Buildings)
{
    public Ranked<CommunityFacts>? Rank { get; init; }

    /// <summary>Only some of its buildings come in; the project has to say which it takes.</summary>
    public bool IsPart => SplitSentences.IsPart(Verdict, Buildings);

    public string? Quota { get; init; }

    public QuotaPlace<CommunityFacts>? Place { get; init; }

    /// <summary>The policy lets it in: without a quota, or within it.</summary>
    public bool Fits => Verdict.Answer == Answer.Yes || (Verdict.Answer == Answer.Conditional && Place?.Outcome == QuotaOutcome.Fits);
}

/// <summary>A reserve project with its communities as judged; it fits when all of them do.</summary>
public sealed record JudgedProject(ProjectReading Reading, IReadOnlyList<JudgedPart> Parts)
{
    public bool Fits => Parts.Count > 0 && Parts.All(part => part.Fits);

    public int? Position => Parts.Min(part => part.Rank?.Position);
}

/// <summary>Every reserve project of a place judged by the policy of a date, in order of priority, with the quota solved for the set.</summary>
public sealed record SelectionRun(RuleBook Book, BoundPriority? Priority, IReadOnlyList<JudgedProject> Projects)
{
    // Two communities may have the same facts.
    private static readonly IEqualityComparer<CommunityFacts> SameObject = ReferenceEqualityComparer.Instance;

    /// <summary>Documents and their hashes, one a line.</summary>
    public string Fingerprint => string.Join('\n', Book.Fingerprint.Select(document => $"{document.Id} {document.Hash}"));

    /// <summary>Judges the reserve of a place (what lies below it too).</summary>
    /// <param name="yearTotal">The year's total in a measure, for quotas that are a share of it.</param>
    public static async Task<SelectionRun> OfAsync(
        AppDb db, PolicyShelf shelf, Jurisdiction where, SelectionQuestion asked, Func<Measure, Fact<long>> yearTotal, CancellationToken stop)
    {
        var beyond = asked.Place.Beyond;
        var place = asked.Place;
        var reserve = db.Projects.AsNoTracking().Within(where)
            .Where(p => p.State == ProjectState.Reserve && p.Place >= place && p.Place < beyond);
        var readings = await db.ReadAsync(reserve, stop);
        var ids = readings.SelectMany(r => r.Parts).Select(part => part.Community.Id).ToHashSet();
        var buildings = (await db.Buildings.AsNoTracking()
            .Where(b => b.ClosedOn == null && db.ProjectCommunities.Any(p => p.CommunityId == b.CommunityId && reserve.Any(r => r.Id == p.ProjectId)))
            .ToListAsync(stop)).Where(b => ids.Contains(b.CommunityId)).ToLookup(b => b.CommunityId);
        var book = new EligibilityBook(shelf.For(place, asked.On));
        return Of(book, readings, part => buildings[part.Community.Id], yearTotal);
    }

    /// <summary>One project judged by itself, to be added beside the plan: no order of priority, no quota.</summary>
    public static async Task<SelectionRun> OfOneAsync(AppDb db, PolicyShelf shelf, ProjectReading reading, DateOnly on, CancellationToken stop)
    {
        var ids = reading.Parts.Select(part => part.Community.Id).ToList();
        var buildings = (await db.Buildings.AsNoTracking().Where(b => b.ClosedOn == null && ids.Contains(b.CommunityId)).ToListAsync(stop))
            .ToLookup(b => b.CommunityId);
        var book = new EligibilityBook(shelf.For(reading.Project.Place, on));
        var parts = reading.Parts.Select(part => Judge(book, part, part.Taken(buildings[part.Community.Id])));
        return new SelectionRun(book.Book, null, [new JudgedProject(reading, [.. parts])]);
    }

    /// <summary>The same without a database, on buildings at hand.</summary>
    public static SelectionRun Of(
        EligibilityBook book, IReadOnlyList<ProjectReading> readings, Func<ProjectPart, IEnumerable<Building>> buildingsOf, Func<Measure, Fact<long>> yearTotal)
    {
        var judged = readings.SelectMany(r => r.Parts).Select(part => Judge(book, part, part.Taken(buildingsOf(part)))).ToList();
        var priority = book.Priorities is [var first, ..] ? first : null;
        if (priority is not null)
        {
            var ranks = priority.Rank(judged.Select(part => part.Facts)).ToDictionary(rank => rank.Facts, SameObject);
            judged = [.. judged.Select(part => part with { Rank = ranks[part.Facts] }).OrderBy(part => part.Rank!.Position)];
        }

        foreach (var quota in book.Quotas)
        {
            var places = book.Solve(quota, judged.Select(part => part.Facts), yearTotal(quota.Of))
                .ToDictionary(answer => answer.Key, SameObject);
            judged = [.. judged.Select(part =>
                places.TryGetValue(part.Facts, out var found) ? part with { Place = found, Quota = quota.Title } : part)];
        }

        var byProject = judged.ToLookup(part => part.Part.Part.ProjectId);
        var projects = readings.Select(reading => new JudgedProject(reading, [.. byProject[reading.Project.Id]]))
            .OrderBy(project => project.Position ?? int.MaxValue).ToList();
        return new SelectionRun(book.Book, priority, projects);
    }

    private static JudgedPart Judge(EligibilityBook book, ProjectPart part, IReadOnlyList<Building> taken)
    {
        var facts = part.Facts(taken);
        var judged = CommunityJudgement.Of(book, facts, taken);
        return new JudgedPart(part, facts, judged.Whole, judged.Buildings);
    }
}

/// <summary>What is asked: place, year of the plan, and the date by whose policy is judged.</summary>
public sealed record SelectionQuestion(RegionCode Place, int Year, DateOnly On)
{
    /// <summary>One project beside the plan, not a choice from the reserve.</summary>
    public bool IsOutOfPlan { get; init; }
}
