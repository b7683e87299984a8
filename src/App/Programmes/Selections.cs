using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>What a person chose of a project, and why where it goes against the answer.</summary>
public sealed record Choice(bool IsChosen, string? Reason);

/// <summary>A choice judged again: as it was, on the facts kept then, and on the register of today.</summary>
public sealed record JudgedAgain(SelectionLine Line, Answer OnKeptFacts, Answer? OnPresentFacts);

/// <summary>Makes, carries out and judges again what was chosen for a plan.</summary>
public static class Selections
{
    /// <summary>Adds a proposal to the tracker; raises <c>selection.nothing</c> and <c>selection.reason-missing</c>.</summary>
    public static Selection Propose(AppDb db, SelectionRun run, SelectionQuestion asked, IReadOnlyDictionary<Guid, Choice> choices, Act act)
    {
        if (!choices.Values.Any(choice => choice.IsChosen)) throw ProgrammeRefusals.NothingChosen();

        var unexplained = run.Projects.Where(project => SelectionLine.NeedsReason(ChoiceOf(project).IsChosen, project.Fits, ChoiceOf(project).Reason)).ToList();
        if (unexplained.Count > 0) throw ProgrammeRefusals.OverrideNeedsReason([.. unexplained.Select(project => project.Reading.Project.Name)]);

        var selection = new Selection
        {
            Id = Guid.CreateVersion7(act.At), Place = asked.Place, Year = asked.Year, On = asked.On, Fingerprint = run.Fingerprint,
            Priority = run.Priority?.Order.Title, Grounds = Grounds.Write(Grounds.Of(run.Book)), IsOutOfPlan = asked.IsOutOfPlan,
        };
        selection.Propose(act);
        db.Add(selection);
        foreach (var project in run.Projects)
        {
            var choice = ChoiceOf(project);
            foreach (var part in project.Parts)
            {
                var line = LineOf(selection, part, act);
                line.Choose(choice.IsChosen, project.Fits, choice.Reason, project.Reading.Project.Name);
                db.Add(line);
            }
        }

        return selection;

        Choice ChoiceOf(JudgedProject project) => choices.GetValueOrDefault(project.Reading.Project.Id, new Choice(false, null));
    }

    /// <summary>
    /// Adds a project to a year beside the plan: at once where the policy lets it in, otherwise as a proposal, which is answered, for
    /// another person; raises <c>project.no-community</c> and <c>selection.waiting</c>.
    /// </summary>
    public static async Task<Selection?> AddOutOfPlanAsync(
        this AppDb db, SelectionRun run, SelectionQuestion asked, Project project, Act act, CancellationToken stop)
    {
        var judged = run.Projects.Single();
        if (judged.Parts.Count == 0) throw ProgrammeRefusals.NoCommunity(project.Name);
        if (await db.AdditionWaitingAsync(project.Id, stop) is not null) throw ProgrammeRefusals.AdditionWaiting(project.Name);
        if (judged.Fits)
        {
            project.AddToYear(asked.Year, act.Why);
            return null;
        }

        if (project.State != ProjectState.Reserve) throw ProgrammeRefusals.NotReserve(project.Name);

        return Propose(db, run, asked with { IsOutOfPlan = true }, new Dictionary<Guid, Choice> { [project.Id] = new(true, act.Why) }, act);
    }

    /// <summary>The addition of a project beside the plan that waits for another person; null where none does.</summary>
    public static async Task<Guid?> AdditionWaitingAsync(this AppDb db, Guid project, CancellationToken stop) =>
        await db.Selections.AsNoTracking().Where(s => s.IsOutOfPlan && s.State == SelectionState.Proposed
            && db.SelectionLines.Any(l => l.SelectionId == s.Id && l.ProjectId == project)).OrderBy(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(stop);

    /// <summary>Agrees: what was chosen enters the plan of the year; raises <c>selection.stale</c> where it left the reserve meanwhile.</summary>
    public static async Task AgreeAsync(AppDb db, Selection selection, Act act, CancellationToken stop)
    {
        selection.Agree(act);
        var reasons = (await db.SelectionLines.AsNoTracking().Where(l => l.SelectionId == selection.Id && l.IsChosen).ToListAsync(stop))
            .GroupBy(l => l.ProjectId).ToDictionary(lines => lines.Key, lines => lines.First().Reason);
        var ids = reasons.Keys.ToList();
        foreach (var project in await db.Projects.Where(p => ids.Contains(p.Id)).ToListAsync(stop))
        {
            if (project.State != ProjectState.Reserve) throw ProgrammeRefusals.SelectionStale(project.Name);
            if (selection.IsOutOfPlan) project.AddToYear(selection.Year, reasons[project.Id]);
            else project.EnterPlan(selection.Year);
        }
    }

    /// <summary>Judges every line again by the same date: on the facts kept, and on those of today.</summary>
    public static IReadOnlyList<JudgedAgain> Again(
        EligibilityBook book, IReadOnlyList<SelectionLine> lines, IReadOnlyDictionary<Guid, CommunityFacts> present) =>
    [
        .. lines.Select(line => new JudgedAgain(line, CommunityJudgement.WholeOf(book, StoredFacts.Read(line.Facts)).Answer,
            present.TryGetValue(line.Id, out var now) ? CommunityJudgement.WholeOf(book, now).Answer : null)),
    ];

    /// <summary>Facts of today by line: what the project takes now, all of a community that it takes no longer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CommunityFacts>> PresentAsync(
        AppDb db, IReadOnlyList<SelectionLine> lines, CancellationToken stop)
    {
        var (ids, projects) = (lines.Select(l => l.CommunityId).ToList(), lines.Select(l => l.ProjectId).ToList());
        var communities = await db.Communities.AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.State == CommunityState.Active).ToDictionaryAsync(c => c.Id, stop);
        var buildings = (await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync(stop)).ToLookup(b => b.CommunityId);
        var parts = (await db.ProjectCommunities.AsNoTracking().Where(p => projects.Contains(p.ProjectId)).ToListAsync(stop))
            .ToDictionary(p => (p.ProjectId, p.CommunityId));
        return lines.Where(line => communities.ContainsKey(line.CommunityId)).ToDictionary(line => line.Id, line =>
        {
            var (community, all) = (communities[line.CommunityId], buildings[line.CommunityId]);
            return parts.GetValueOrDefault((line.ProjectId, line.CommunityId)) is { } taken && new ProjectPart(taken, community) is var part
                ? part.Facts(part.Taken(all))
                : RegisterFacts.Of(community, [.. all]);
        });
    }

    private static SelectionLine LineOf(Selection selection, JudgedPart part, Act act) => new()
    {
        Id = Guid.CreateVersion7(act.At), SelectionId = selection.Id, ProjectId = part.Part.Part.ProjectId,
        CommunityId = part.Part.Community.Id, Place = part.Part.Part.Place, Answer = part.Verdict.Answer,
        Position = part.Rank?.Position, Quota = part.Quota, Outcome = part.Place?.Outcome, Size = part.Place?.Size,
        TakenBefore = part.Place?.TakenBefore, QuotaLimit = part.Place?.Limit,
        Missing = part.IsPart ? SplitSentences.Missing(part.Buildings)
            : string.Join('、', part.Verdict.Missing().Select(FactLabels.NameOf)),
        Facts = StoredFacts.Write(part.Facts),
    };
}
