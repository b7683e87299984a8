using Huanxin.App.Communities;
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

/// <summary>A plan in force row by row beside its projects.</summary>
/// <param name="Missing">Projects planned there and then that stand in none of its rows.</param>
public sealed record MatchedPlan(PlanReading Reading, IReadOnlyList<MatchedRow> Rows, IReadOnlyList<Project> Missing)
{
    /// <summary>Projects in its rows that are not in the plan of a year now.</summary>
    public IEnumerable<Project> NotPlanned => Rows.SelectMany(row => row.Projects).Select(m => m.Project.Project).Where(p => p.State != ProjectState.Planned);
}

/// <summary>Our own records of a place and a year; null where there are none.</summary>
public sealed record RecordFigures(DataSetFigures? Projects, DataSetFigures? Planned, DataSetFigures? Registered)
{
    public IEnumerable<DataSetFigures> All => new[] { Projects, Planned, Registered }.OfType<DataSetFigures>();
}

/// <summary>What documents, plans, library, projects and register each say of a place and a year; none is adjusted to another.</summary>
public sealed class PlanFacts(AppDb db, PolicyShelf shelf, RegisterIndex register)
{
    private static readonly IReadOnlyList<Measure> Counted = [Measure.Buildings, Measure.Households, Measure.Area];

    /// <summary>Every data set that says something; a year of null asks for all years.</summary>
    public async Task<IReadOnlyList<DataSetFigures>> OfAsync(RegionCode place, int? year, Jurisdiction where, CancellationToken stop) =>
    [
        .. Targets(place).Where(target => target.Target.Year == year).Select(target => target.Figures),
        .. Annexes(place, year),
        .. await PlansAsync(place, year, stop),
        .. (await RecordsAsync(place, year, where, stop)).All,
    ];

    /// <summary>
    /// The year to look at where none is named: none where a table of several years is there, else the latest of which something is said.
    /// </summary>
    public async Task<int?> UsualYearAsync(RegionCode place, CancellationToken stop)
    {
        if (Annexes(place, null).Any() || (await PlansAsync(place, null, stop)).Count > 0) return null;

        var planned = await (from row in db.PlanRows
                             join version in db.PlanVersions on row.VersionId equals version.Id
                             where version.State == PlanState.Issued && (version.Place == place || row.Place == place)
                             select (int?)row.Year).MaxAsync(stop);
        return Targets(place).Select(target => (int?)target.Target.Year).Append(planned).Max();
    }

    /// <summary>
    /// Targets with figures that documents set for a place itself. What a document says first of a place and year is its task; what follows is
    /// part of that and held against nothing.
    /// </summary>
    public IEnumerable<(PolicyDocument Document, PlanTarget Target, DataSetFigures Figures)> Targets(RegionCode place) =>
        from document in shelf.Documents
        where !document.Identity.IsDraft
        let own = document.Targets.Where(target => target.Region == place && target.Figures.Count > 0).ToList()
        from target in own
        let task = own.First(other => other.Year == target.Year && other.Data == target.Data)
        let figures = DataSetFigures.OfTarget(document, target, name => Given(document, name, place))
        where !figures.Figures.IsEmpty
        select (document, target, target == task ? figures : figures with { Aside = GapSentences.PartOf(task.Title) });

    /// <summary>What a plan in force says of a place and year, nearest plan first; null where none does.</summary>
    public async Task<PlanFigures?> PlannedAsync(PlanKind? kind, RegionCode place, int? year, CancellationToken stop)
    {
        var plans = await PlansAsync(place, year, stop);
        return plans.FirstOrDefault(plan => kind is null || plan.Data == DataOf(kind.Value))?.Figures;
    }

    /// <summary>The year's total in a measure for quotas: of a plan, else of the document's target.</summary>
    public async Task<Func<Measure, Fact<long>>> YearTotalAsync(RegionCode place, int year, CancellationToken stop)
    {
        var plans = await PlansAsync(place, year, stop);
        var all = plans.Where(plan => plan.Data == TargetData.Plan)
            .Concat(Targets(place).Where(t => t.Target.Year == year).Select(t => t.Figures)).ToList();
        return measure => all.Where(set => set.Figures.Of(measure) is not null)
            .Select(set => Fact<long>.Of(set.Figures.Of(measure)!.Value, new FactSource(set.Name))).FirstOrDefault();
    }

    /// <summary>Plans in force of which rows at a place and year have projects, each row by row, with the projects that do not fit them.</summary>
    public async Task<IReadOnlyList<MatchedPlan>> MatchedAsync(RegionCode place, int? year, Jurisdiction where, CancellationToken stop)
    {
        var beyond = place.Beyond;
        var plans = await db.PlansFor(where).Where(s => db.PlanProjects.Any(l => l.PlanSetId == s.Id
            && l.Place >= place && l.Place < beyond && (year == null || l.Year == year))).OrderBy(s => s.Id).ToListAsync(stop);
        var matched = new List<MatchedPlan>();
        foreach (var plan in plans)
        {
            if (await db.InForceAsync(plan, stop) is not { } reading) continue;

            var lines = reading.Lines.Where(line => place.Contains(line.Place) && (year is null || line.Year == year)).ToList();
            var projects = (await db.MatchedAsync(plan, where, stop))
                .Where(m => place.Contains(m.Link.Place) && (year is null || m.Link.Year == year)).ToList();
            var loose = await db.UnmatchedAsync(plan, where, stop);
            matched.Add(new MatchedPlan(reading, PlanMatching.Rows(lines, projects, new PlaceNames(shelf.Regions)),
                [.. loose.Select(p => p.Project).Where(p => p.State == ProjectState.Planned && place.Contains(p.Place) && (year is null || p.Year == year))]));
        }

        return matched;
    }

    private static GivenValue? Given(PolicyDocument document, string name, RegionCode place) =>
        document.Parameters.GetValueOrDefault(name) is { } parameter ? new(parameter, parameter.At(place), document) : null;

    /// <summary>What the tables published with documents say of a place and a year.</summary>
    public IEnumerable<DataSetFigures> Annexes(RegionCode place, int? year) =>
        from document in shelf.Documents
        where !document.Identity.IsDraft
        from table in document.Plans
        let grid = PublishedPlan.GridOf(table)
        let figures = document.Identity.Region == place
            ? year is { } one ? grid.Totals.GetValueOrDefault(one) : grid.Total
            : year is { } other ? grid.Of(place, other) : grid.Across(place)
        where figures is { IsEmpty: false }
        select DataSetFigures.Of($"{document.Id} 附件计划表", TargetData.Plan, figures, table.Clauses);

    /// <summary>Plans in force: one of the place itself adds up its rows, one from above gives its row; nearest first.</summary>
    public async Task<IReadOnlyList<DataSetFigures>> PlansAsync(RegionCode place, int? year, CancellationToken stop)
    {
        var rows = await (from row in db.PlanRows.AsNoTracking()
                          join version in db.PlanVersions on row.VersionId equals version.Id
                          join plan in db.PlanSets on version.PlanSetId equals plan.Id
                          where version.State == PlanState.Issued && (plan.Place == place || row.Place == place) && (year == null || row.Year == year)
                          select new { plan, version.Number, row }).ToListAsync(stop);
        return
        [
            .. from found in rows
               group found by (found.plan.Id, found.Number) into one
               let plan = one.First().plan
               where year is not null || plan.Kind == PlanKind.Programme
               orderby plan.Place.Prefix.Length descending, plan.Kind == PlanKind.Annual descending
               let figures = one.Select(r => r.row.Figures).ToList()
               select DataSetFigures.Sum($"{plan.Title}（第 {one.Key.Number} 版）", DataOf(plan.Kind), figures,
                   [.. Enum.GetValues<Measure>().Where(m => figures.Exists(f => f.Of(m) is not null))]) with { Rows = DataSetRows.Plan, Version = one.Key },
        ];
    }

    /// <summary>Our own records of a place and a year: projects in the plan, their communities as the register has them, and all it has.</summary>
    public async Task<RecordFigures> RecordsAsync(RegionCode place, int? year, Jurisdiction where, CancellationToken stop)
    {
        var beyond = place.Beyond;
        var projects = await db.ReadAsync(db.Projects.AsNoTracking().Within(where)
            .Where(p => p.Place >= place && p.Place < beyond && p.State == ProjectState.Planned && (year == null || p.Year == year)), stop);
        var all = (await register.ViewAsync(db, [place], stop)).Parts.SelectMany(part => part.Tallies)
            .Where(at => place.Contains(at.Key) && where.Covers(at.Key)).Aggregate(CommunityTally.None, (sum, at) => sum + at.Value);
        var planned = projects.SelectMany(p => p.Parts).Select(part => part.Community).Where(c => c.State == CommunityState.Active).DistinctBy(c => c.Id)
            .Select(c => new PlanFigures { Communities = 1, Buildings = c.Buildings, Households = c.Households, Area = c.Area }).ToList();
        return new(
            projects.Count == 0 ? null : OfProjects(projects),
            planned.Count == 0 ? null : DataSetFigures.Sum("小区台账（列入计划的小区）", TargetData.Actual, planned, Counted) with { Rows = DataSetRows.PlannedCommunities },
            all.Communities == 0 ? null : OfRegister(all));
    }

    private static DataSetFigures OfRegister(CommunityTally all)
    {
        var figures = new PlanFigures
        {
            Communities = all.Communities, Buildings = all.BuildingsSaid == 0 ? null : all.Buildings,
            Households = all.HouseholdsSaid == 0 ? null : all.Households, Area = all.AreaSaid == 0 ? null : all.Area,
        };
        var said = new[] { (Measure.Buildings, all.BuildingsSaid), (Measure.Households, all.HouseholdsSaid), (Measure.Area, all.AreaSaid) };
        return DataSetFigures.Of("小区台账（在册全部）", TargetData.Actual, figures) with
        {
            Aside = "在册小区不分年度，也有没列入计划的", Rows = DataSetRows.Communities,
            Lacking = said.Where(s => s.Item2 < all.Communities).ToDictionary(s => s.Item1, s => new Reporting(s.Item2, all.Communities)),
        };
    }

    // A project says its investment, its communities say the rest.
    private static DataSetFigures OfProjects(IReadOnlyList<ProjectReading> projects)
    {
        var total = ProjectTotal.Of(projects);
        var investments = projects.Select(p => new PlanFigures { Investment = p.Project.Investment }).ToList();
        return DataSetFigures.Of("列入计划的项目", TargetData.Library, total.Figures) with
        {
            Rows = DataSetRows.Projects, CountedOnce = [.. total.Shared.Select(one => GapSentences.Shared(one.Name, one.Projects))],
            Lacking = DataSetFigures.LackingIn(total.Parts, Counted).Concat(DataSetFigures.LackingIn(investments, [Measure.Investment])).ToDictionary(),
        };
    }

    private static TargetData DataOf(PlanKind kind) => kind == PlanKind.Library ? TargetData.Library : TargetData.Plan;
}
