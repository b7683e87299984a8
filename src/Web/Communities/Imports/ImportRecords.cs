using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>What an import did to a record.</summary>
public enum ImportedPart { Added, Changed, Unchanged }

/// <summary>A record behind a count of an import, as its row is headed.</summary>
public sealed record ImportedRecord(string Type, Guid Id, string Title, RegionCode Place, string Href);

/// <summary>The records that an import brought in, changed, or of which it said nothing new.</summary>
public sealed class ImportRecords(AppDb db, LedgerImport import)
{
    public const int Size = 50;

    // A longer file takes too long to be read while a page waits; what it brought in and changed stands in the trail.
    private const int MostRead = 20_000;
    private static readonly string[] Own = [nameof(Community), nameof(Building), nameof(Dwelling), nameof(Owner)];

    /// <summary>Whether a count of an import can be opened.</summary>
    public static bool CanOpen(ImportRun run, ImportedPart part) => run.State == ImportState.Imported && CountOf(run, part) > 0
        && (part != ImportedPart.Unchanged || run.Added + run.Changed + run.Unchanged <= MostRead);

    public static int CountOf(ImportRun run, ImportedPart part) => part switch
    {
        ImportedPart.Added => run.Added,
        ImportedPart.Changed => run.Changed,
        ImportedPart.Unchanged => run.Unchanged,
    } ?? 0;

    /// <summary>One page of them, in the order in which they came.</summary>
    public async Task<IReadOnlyList<ImportedRecord>> PageAsync(ImportRun run, ImportedPart part, int page, Act act, CancellationToken stop)
    {
        var skip = (page - 1) * Size;
        if (part == ImportedPart.Unchanged)
        {
            return await NamedAsync([.. (await import.UnchangedAsync(run, act, stop)).Skip(skip).Take(Size).Select(id => (TypeOf(run), id))], stop);
        }

        var changes = db.Changes.AsNoTracking().Where(c => c.ActId == run.ActId && EF.Constant(Own).Contains(c.RecordType));
        var touched = part == ImportedPart.Added
            ? changes.Where(c => c.Kind == ChangeKind.Created).Select(c => new { c.RecordType, c.RecordKey, c.Number })
            : changes.Where(c => c.Kind == ChangeKind.Changed).GroupBy(c => new { c.RecordType, c.RecordKey })
                .Select(one => new { one.Key.RecordType, one.Key.RecordKey, Number = one.Min(c => c.Number) });
        var records = await touched.OrderBy(one => one.Number).Skip(skip).Take(Size).ToListAsync(stop);
        return await NamedAsync(records.ConvertAll(one => (one.RecordType, Guid.Parse(one.RecordKey))), stop);
    }

    /// <summary>One page of communities by their ids.</summary>
    public Task<IReadOnlyList<ImportedRecord>> PageAsync(IEnumerable<Guid> communities, int page, CancellationToken stop) =>
        NamedAsync([.. communities.Skip((page - 1) * Size).Take(Size).Select(id => (nameof(Community), id))], stop);

    // What is no longer in the register has no row.
    private async Task<IReadOnlyList<ImportedRecord>> NamedAsync(List<(string Type, Guid Id)> records, CancellationToken stop)
    {
        var ids = records.ConvertAll(one => one.Id);
        var communities = from c in db.Communities where ids.Contains(c.Id) select new Found(c.Id, c.Id, c.Name, null, "", "", c.Place);
        var buildings = from b in db.Buildings where ids.Contains(b.Id)
                        join c in db.Communities on b.CommunityId equals c.Id
                        select new Found(b.Id, b.Id, c.Name, b.Number, "", "", b.Place);
        var dwellings = from d in db.Dwellings where ids.Contains(d.Id)
                        join b in db.Buildings on d.BuildingId equals b.Id
                        join c in db.Communities on d.CommunityId equals c.Id
                        select new Found(d.Id, d.Id, c.Name, b.Number, d.Unit, d.Room, d.Place);
        var owners = from o in db.Owners where ids.Contains(o.Id)
                     join d in db.Dwellings on o.DwellingId equals d.Id
                     join b in db.Buildings on d.BuildingId equals b.Id
                     join c in db.Communities on d.CommunityId equals c.Id
                     select new Found(o.Id, d.Id, c.Name, b.Number, d.Unit, d.Room, d.Place);
        var found = new Dictionary<Guid, Found>();
        foreach (var (type, rows) in new[] { (nameof(Community), communities), (nameof(Building), buildings), (nameof(Dwelling), dwellings), (nameof(Owner), owners) })
        {
            if (!records.Exists(one => one.Type == type)) continue;
            foreach (var row in await rows.AsNoTracking().ToListAsync(stop)) found[row.Id] = row;
        }

        return [.. records.Where(one => found.ContainsKey(one.Id)).Select(one => Told(one.Type, found[one.Id]))];
    }

    private static ImportedRecord Told(string type, Found row) => new(
        type, row.Id, string.Join(" · ", new[] { row.Community, row.Building, $"{row.Unit} {row.Room}".Trim() }.Where(text => !string.IsNullOrEmpty(text))), row.Place,
        type switch
        {
            nameof(Community) => Links.Community(row.Page),
            nameof(Building) => Links.Building(row.Page),
            _ => Links.Dwelling(row.Page),
        });

    private static string TypeOf(ImportRun run) => run.Kind switch
    {
        LedgerKind.Buildings => nameof(Building),
        LedgerKind.Dwellings => nameof(Dwelling),
        _ => nameof(Community),
    };

    private sealed record Found(Guid Id, Guid Page, string Community, string? Building, string Unit, string Room, RegionCode Place);
}
