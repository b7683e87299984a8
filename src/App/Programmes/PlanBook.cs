using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>A plan with one of its versions and its table.</summary>
public sealed record PlanReading(PlanSet Set, PlanVersion Version, IReadOnlyList<PlanLine> Lines)
{
    public PlanGrid Grid { get; } = new(Lines, Version.Measures);

    public PlanPaper Paper => new(Set.Title, Set.PlaceTitle);
}

/// <summary>Questions about plans and the versions of their tables, and the making of a new version.</summary>
public static class PlanBook
{
    /// <summary>Plans of a jurisdiction, and those from above that hold there too.</summary>
    public static IQueryable<PlanSet> PlansFor(this AppDb db, Jurisdiction where)
    {
        var above = where.Places.SelectMany(place => place.Parent.Outward()).Distinct().ToList();
        var inside = db.PlanSets.AsNoTracking().Within(where);
        return above.Count == 0
            ? inside
            : inside.Union(db.PlanSets.AsNoTracking().Where(s => above.Contains(s.Place)
                && db.PlanVersions.Any(v => v.PlanSetId == s.Id && v.State == PlanState.Issued)));
    }

    /// <summary>Versions, newest first; a reader from below sees those that were issued.</summary>
    public static async Task<IReadOnlyList<PlanVersion>> VersionsAsync(this AppDb db, PlanSet set, Jurisdiction where, CancellationToken stop)
    {
        var all = await db.PlanVersions.AsNoTracking().Where(v => v.PlanSetId == set.Id).OrderByDescending(v => v.Number).ToListAsync(stop);
        return where.Covers(set.Place) ? all : all.FindAll(v => v.State is PlanState.Issued or PlanState.Superseded);
    }

    /// <summary>The table of a version.</summary>
    public static async Task<PlanReading> ReadAsync(this AppDb db, PlanSet set, PlanVersion version, CancellationToken stop)
    {
        var rows = await db.PlanRows.AsNoTracking().Where(r => r.VersionId == version.Id)
            .OrderBy(r => r.Position).ThenBy(r => r.Year).ToListAsync(stop);
        return new PlanReading(set, version, rows.ConvertAll(row => row.Line));
    }

    /// <summary>The version in force: the issued one; null where none is.</summary>
    public static async Task<PlanReading?> InForceAsync(this AppDb db, PlanSet set, CancellationToken stop) =>
        await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PlanSetId == set.Id && v.State == PlanState.Issued, stop) is { } version
            ? await db.ReadAsync(set, version, stop)
            : null;

    /// <summary>The newest version, which an import is held against; null where there is none.</summary>
    public static Task<PlanVersion?> NewestAsync(this AppDb db, PlanSet set, CancellationToken stop) =>
        db.PlanVersions.Where(v => v.PlanSetId == set.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(stop);

    /// <summary>
    /// Adds a draft with these lines to the tracker; an import into an open draft takes the place of what it says. Raises
    /// <c>plan.draft-exists</c> while another is open and <c>plan.same</c> when nothing differs from the version before.
    /// </summary>
    public static async Task<PlanVersion> DraftAsync(
        this AppDb db, PlanSet set, IReadOnlyList<PlanLine> lines, IReadOnlyList<Measure> measures, Act act, PlanSource? source,
        CancellationToken stop)
    {
        if (await db.NewestAsync(set, stop) is { } before)
        {
            var known = (await db.ReadAsync(set, before, stop)).Lines;
            if (source is not null && known.SequenceEqual(lines)) throw ProgrammeRefusals.SameAsBefore(before.Number);
            if (source is not null && before.IsOpen)
            {
                before.Describe(measures, act.Why, source);
                await db.FillAsync(before, lines, act, stop);
                return before;
            }

            if (before.IsOpen || before.State == PlanState.Submitted) throw ProgrammeRefusals.DraftExists(before.Number);
        }

        var number = await db.PlanVersions.Where(v => v.PlanSetId == set.Id).MaxAsync(v => (int?)v.Number, stop) ?? 0;
        var version = new PlanVersion { Id = Guid.CreateVersion7(act.At), PlanSetId = set.Id, Place = set.Place, Number = number + 1 };
        version.Describe(measures, act.Why, source);
        db.Add(version);
        db.AddRange(Rows(version, lines, act));
        return version;
    }

    /// <summary>Rows for the lines of a version.</summary>
    public static IEnumerable<PlanRow> Rows(PlanVersion version, IReadOnlyList<PlanLine> lines, Act act)
    {
        var places = lines.Select(line => line.Place).Distinct().ToList();
        foreach (var line in lines)
        {
            var row = new PlanRow { Id = Guid.CreateVersion7(act.At), VersionId = version.Id, Place = line.Place, Year = line.Year };
            row.Fill(line, places.IndexOf(line.Place) + 1);
            yield return row;
        }
    }

    /// <summary>Puts these lines in the place of what an open version says; raises <c>plan.not-open</c>.</summary>
    public static async Task FillAsync(this AppDb db, PlanVersion version, IReadOnlyList<PlanLine> lines, Act act, CancellationToken stop)
    {
        version.RequireOpen();
        var rows = await db.PlanRows.Where(r => r.VersionId == version.Id).ToDictionaryAsync(r => (r.Place, r.Year), stop);
        var places = lines.Select(line => line.Place).Distinct().ToList();
        foreach (var line in lines)
        {
            if (!rows.Remove((line.Place, line.Year), out var row))
            {
                row = new PlanRow { Id = Guid.CreateVersion7(act.At), VersionId = version.Id, Place = line.Place, Year = line.Year };
                db.Add(row);
            }

            row.Fill(line, places.IndexOf(line.Place) + 1);
        }

        db.RemoveRange(rows.Values);
    }

    /// <summary>Takes an open version away with its table; the history keeps both. Asks for a reason.</summary>
    public static async Task DiscardAsync(this AppDb db, PlanVersion version, Act act, CancellationToken stop)
    {
        version.RequireOpen();
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        db.RemoveRange(await db.PlanRows.Where(r => r.VersionId == version.Id).ToListAsync(stop));
        db.Remove(version);
    }

    /// <summary>Issues a version; the one before gives way.</summary>
    public static async Task IssueAsync(this AppDb db, PlanVersion version, Act act, CancellationToken stop)
    {
        version.Issue(act);
        var older = await db.PlanVersions.Where(v => v.PlanSetId == version.PlanSetId && v.State == PlanState.Issued).ToListAsync(stop);
        foreach (var before in older.Where(v => v.Id != version.Id)) before.Supersede(act);
    }
}
