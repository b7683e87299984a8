using System.Reflection;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Communities.Imports;

/// <summary>A record of an import that was worked on afterwards, and in which act; files carry none.</summary>
public sealed record LaterWork(string RecordType, string RecordKey, string Verb, DateTime At, Guid? Act);

/// <summary>The earliest of what was done since to the records of an import, and how often something was.</summary>
public sealed record LaterWorks(IReadOnlyList<LaterWork> First, int Count);

/// <summary>Takes a whole import back as one act: what it made is removed, what it changed gets its old values again.</summary>
public sealed class ImportUndo(AppDb db)
{
    private const int BatchChanges = 1000, MostTold = 20;
    private static readonly MethodInfo Found = typeof(ImportUndo).GetMethod(nameof(FoundAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Hung = typeof(ImportUndo).GetMethod(nameof(HungAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What was done since to the records of an import and what was hung on them; such an import stays.</summary>
    public async Task<LaterWorks> LaterWorkAsync(Guid act, CancellationToken stop)
    {
        var at = await db.Acts.AsNoTracking().Where(a => a.Id == act).Select(a => a.At).SingleAsync(stop);
        var ours = db.Changes.AsNoTracking().Where(c => c.ActId == act && c.RecordType != nameof(ImportRun));
        var later = (from mine in ours.Select(c => new { c.RecordType, c.RecordKey }).Distinct()
                     join change in db.Changes.AsNoTracking() on mine equals new { change.RecordType, change.RecordKey }
                     join other in db.Acts.AsNoTracking() on change.ActId equals other.Id
                     where other.Id != act && other.At > at
                     select new { change.RecordType, change.RecordKey, other.Verb, other.At, other.Id }).Distinct();
        var others = await (from file in db.Attachments.AsNoTracking()
                           join mine in ours on new { file.RecordType, file.RecordKey } equals new { mine.RecordType, mine.RecordKey }
                           where mine.Kind == ChangeKind.Created
                           select new LaterWork(file.RecordType, file.RecordKey, KernelVerbs.AddFiles.Code, file.UploadedAt, null)).Distinct().ToListAsync(stop);
        var kinds = await ours.Where(c => c.Kind == ChangeKind.Created).Select(c => c.RecordType).Distinct().ToListAsync(stop);
        foreach (var type in kinds.Select(TypeOf))
        {
            var made = await ours.Where(c => c.RecordType == type.ClrType.Name && c.Kind == ChangeKind.Created).Select(c => c.RecordKey).ToHashSetAsync(stop);
            foreach (var key in made.Count == 0 ? [] : type.GetReferencingForeignKeys().Where(key => key.DeclaringEntityType != type))
            {
                var ask = Hung.MakeGenericMethod(key.DeclaringEntityType.ClrType);
                others.AddRange(await (Task<List<LaterWork>>)ask.Invoke(this, [key, made, act, at, stop])!);
            }
        }

        others = [.. others.Distinct()];
        var first = await later.OrderBy(one => one.At).Take(MostTold)
            .Select(one => new LaterWork(one.RecordType, one.RecordKey, one.Verb, one.At, one.Id)).ToListAsync(stop);
        var count = first.Count < MostTold ? first.Count : await later.CountAsync(stop);
        return new([.. first.Concat(others).OrderBy(work => work.At).Take(MostTold)], count + others.Count);
    }

    /// <summary>Carries it out as one act of the person who asked for it.</summary>
    public async Task RunAsync(Guid id, Act act, Action<long> progress, CancellationToken stop)
    {
        var import = await db.ImportRuns.AsNoTracking().Where(r => r.Id == id).Select(r => r.ActId).SingleAsync(stop);
        await using var bulk = await BulkSave.BeginAsync(db, act, stop);
        if (!await db.Dialect.TakeTurnAsync(db, ImportRunner.Turn, stop)) return;
        if (await LaterWorkAsync(import!.Value, stop) is { Count: > 0 and var later }) throw ImportRefusals.HasLaterWork(later);

        // Backwards: what came in last hangs on what came in first.
        var (below, done) = (int.MaxValue, 0L);
        while (true)
        {
            var changes = await db.Changes.AsNoTracking().Where(c => c.ActId == import && c.Number < below && c.RecordType != nameof(ImportRun))
                .OrderByDescending(c => c.Number).Take(BatchChanges).ToListAsync(stop);
            if (changes.Count == 0) break;

            foreach (var type in changes.GroupBy(change => change.RecordType)) await TakeBackAsync(type.Key, [.. type], stop);
            await bulk.SaveTrackedAsync(stop);
            below = changes[^1].Number;
            progress(done += changes.Count);
        }

        var run = await db.ImportRuns.SingleAsync(r => r.Id == id, stop);
        run.Undo();
        await bulk.SaveTrackedAsync(stop);
        await bulk.CommitAsync(stop);
    }

    private async Task TakeBackAsync(string type, List<ChangeRow> changes, CancellationToken stop)
    {
        var ids = changes.Select(change => Guid.Parse(change.RecordKey)).Distinct().ToList();
        var records = await (Task<Dictionary<Guid, Record>>)Found.MakeGenericMethod(TypeOf(type).ClrType).Invoke(this, [ids, stop])!;
        foreach (var change in changes)
        {
            var entry = db.Entry(records[Guid.Parse(change.RecordKey)]);
            if (change.Kind == ChangeKind.Created) entry.State = EntityState.Deleted;
            else PutBack(entry, change);
        }
    }

    private IEntityType TypeOf(string name) => db.Model.GetEntityTypes().Single(type => type.ClrType.Name == name);

    // Of whichever kind, e.g. a project that a ledger put into the reserve.
    private async Task<Dictionary<Guid, Record>> FoundAsync<T>(List<Guid> ids, CancellationToken stop) where T : Record =>
        await db.Set<T>().Select(one => new { Id = EF.Property<Guid>(one, nameof(Community.Id)), One = one }).Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => (Record)one.One, stop);

    private static void PutBack(EntityEntry entry, ChangeRow change)
    {
        var property = entry.Property(change.Field!);
        var converter = property.Metadata.GetTypeMapping().Converter;
        var stored = change.Old is null ? null : JsonSerializer.Deserialize(change.Old, converter?.ProviderClrType ?? property.Metadata.ClrType);
        property.CurrentValue = stored is not null && converter is not null ? converter.ConvertFromProvider(stored) : stored;
    }

    // What was made later and stands on a new record, whichever feature it belongs to, e.g. a building, or a project on its communities.
    private async Task<List<LaterWork>> HungAsync<T>(IForeignKey key, HashSet<string> made, Guid act, DateTime since, CancellationToken stop) where T : class
    {
        var later = await (from change in db.Changes.AsNoTracking()
                           join other in db.Acts.AsNoTracking() on change.ActId equals other.Id
                           where change.RecordType == typeof(T).Name && change.Kind == ChangeKind.Created && other.Id != act && other.At > since
                           select new { change.RecordKey, other.Verb, other.At, other.Id }).ToListAsync(stop);
        var works = new List<LaterWork>();
        foreach (var some in later.Chunk(BatchChanges))
        {
            var ids = some.Select(one => Guid.Parse(one.RecordKey)).ToList();
            var homes = await db.Set<T>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(EF.Property<Guid>(row, "Id")))
                .Select(row => new { Id = EF.Property<Guid>(row, "Id"), Home = EF.Property<Guid?>(row, key.Properties[0].Name) })
                .ToDictionaryAsync(row => row.Id.ToString(), row => row.Home?.ToString(), stop);
            works.AddRange(some.Where(one => homes.GetValueOrDefault(one.RecordKey) is { } home && made.Contains(home))
                .Select(one => new LaterWork(key.PrincipalEntityType.ClrType.Name, homes[one.RecordKey]!, one.Verb, one.At, one.Id)));
        }

        return works;
    }
}
