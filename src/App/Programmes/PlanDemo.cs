using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>
/// Loads the plans of the demo as the documents print them: tables of several years, targets of one. Adds what is missing and
/// changes nothing that is there.
/// </summary>
public sealed class PlanDemo(AppDb db, PolicyShelf shelf, Func<Verb, Act> doing)
{
    /// <summary>Answers how many plans it added.</summary>
    public async Task<int> LoadAsync(CancellationToken stop)
    {
        var act = doing(ProgrammeVerbs.ImportPlan);
        var known = (await db.PlanSets.AsNoTracking().ToListAsync(stop)).Select(set => (set.Document, set.Kind, set.FromYear)).ToHashSet();
        var added = 0;
        foreach (var (profile, lines) in shelf.Documents.Where(d => !d.Identity.IsDraft).SelectMany(PlansOf))
        {
            if (!known.Add((profile.Document, profile.Kind, profile.FromYear))) continue;

            Add(act, profile, lines);
            added++;
        }

        await db.SaveAsync(act, stop);
        return added;
    }

    /// <summary>
    /// Projects of the communities that stand in none: what a document names is in the plan of its year, the others wait in the
    /// reserve. Answers how many it added.
    /// </summary>
    public async Task<int> LoadProjectsAsync(CancellationToken stop)
    {
        var act = doing(ProgrammeVerbs.ReserveCommunities);
        var years = shelf.Documents.SelectMany(NamedIn).ToLookup(named => (named.Place, named.Key), named => named.Year);
        var waiting = await db.WithoutProject(new Jurisdiction([RegionCode.Nation]), RegionCode.Nation).ToListAsync(stop);
        var reserved = db.Reserve(act, waiting);
        foreach (var (project, community) in reserved)
        {
            if (years[(community.Place, community.NameKey)].ToList() is [var year, ..]) project.EnterPlan(year);
        }

        await db.SaveAsync(act, stop);
        return reserved.Count;
    }

    private static IEnumerable<(RegionCode Place, string Key, int Year)> NamedIn(PolicyDocument document) =>
        document.Targets.Select(target => target.Year).FirstOrDefault(year => year is not null) is { } year
            ? document.Listed.Where(one => one.Region is not null).Select(one => (one.Region!.Value, CommunityNames.Key(one.Name), year))
            : [];

    private void Add(Act act, PlanSetProfile profile, IReadOnlyList<PlanLine> lines)
    {
        var set = new PlanSet { Id = Guid.CreateVersion7(act.At) };
        set.Describe(profile);
        var version = new PlanVersion { Id = Guid.CreateVersion7(act.At), PlanSetId = set.Id, Place = set.Place, Number = 1 };
        version.Describe(Enum.GetValues<Measure>().Where(m => lines.Any(line => line.Figures.Of(m) is not null)), act.Why);
        version.Submit(act, hasRows: lines.Count > 0);
        version.Issue(act);
        db.Add(set);
        db.Add(version);
        db.AddRange(PlanBook.Rows(version, lines, act));
    }

    private IEnumerable<(PlanSetProfile, IReadOnlyList<PlanLine>)> PlansOf(PolicyDocument document) =>
        document.Plans.Count > 0 ? document.Plans.Select(table => OfTable(document, table)) : OfTargets(document);

    private static (PlanSetProfile, IReadOnlyList<PlanLine>) OfTable(PolicyDocument document, PlanTable table)
    {
        var lines = PublishedPlan.LinesOf(table);
        return (new PlanSetProfile(PlanKind.Programme, document.Identity.Region, table.Title, lines.Min(l => l.Year), lines.Max(l => l.Year))
        {
            Document = document.Id, Clause = string.Join('、', table.Clauses), PlaceTitle = table.PlaceTitle,
        }, lines);
    }

    // What a document only sums up is a plan of one year with the places it gives figures for.
    private IEnumerable<(PlanSetProfile, IReadOnlyList<PlanLine>)> OfTargets(PolicyDocument document)
    {
        var book = shelf.For(document.Identity.Region, document.Identity.Effective);
        return
            from target in document.Targets
            where target is { Share: null, Year: not null, Region: not null }
            let figures = FiguresOf(target, book)
            where !figures.IsEmpty
            group (target, figures) by (target.Year!.Value, target.Data) into year
            let first = year.First().target
            select (
                new PlanSetProfile(
                    year.Key.Data == TargetData.Library ? PlanKind.Library : PlanKind.Annual, document.Identity.Region, first.Title, year.Key.Value, year.Key.Value)
                {
                    Document = document.Id, Clause = string.Join('、', first.Clauses), Note = first.Note,
                },
                // A place stands once: what a document says of it first is its task, what follows is part of that.
                (IReadOnlyList<PlanLine>)[.. year.DistinctBy(t => t.target.Region).Select(t => new PlanLine(t.target.Region!.Value, t.target.Place ?? shelf.Regions.NameOf(t.target.Region.Value), year.Key.Value, t.figures))]);
    }

    private static PlanFigures FiguresOf(PlanTarget target, RuleBook book)
    {
        var figures = PlanFigures.None;
        foreach (var (measure, parameter) in target.Figures)
        {
            figures = figures.With(measure, book.Value(parameter)?.Value switch
            {
                long count => count,
                Area area => area.Value,
                Fen money => money.Value,
                _ => null,
            });
        }

        return figures;
    }
}
