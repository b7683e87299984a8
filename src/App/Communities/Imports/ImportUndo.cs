using System.Reflection;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Huanxin.App.Communities.Imports;

/// <summary>A record of an import that was worked on afterwards.</summary>
public sealed record LaterWork(string RecordType, string RecordKey, string Verb, DateTime At);

/// <summary>Takes a whole import back as one act: what it made is removed, what it changed gets its old values again.</summary>
public sealed class ImportUndo(AppDb db)
{
    private const int BatchChanges = 1000;
    private static readonly HashSet<Type> Own = [typeof(Community), typeof(Building), typeof(Dwelling), typeof(Owner)];
    private static readonly MethodInfo Uses = typeof(ImportUndo).GetMethod(nameof(UsesAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What was done since to the records of an import, first the earliest; such an import stays.</summary>
    public async Task<IReadOnlyList<LaterWork>> LaterWorkAsync(Guid act, int most, CancellationToken stop)
    {
        var at = await db.Acts.AsNoTracking().Where(a => a.Id == act).Select(a => a.At).SingleAsync(stop);
        var ours = db.Changes.AsNoTracking().Where(c => c.ActId == act && c.RecordType != nameof(ImportRun));
        var later = await (from mine in ours.Select(c => new { c.RecordType, c.RecordKey }).Distinct()
                           join change in db.Changes.AsNoTracking() on mine equals new { change.RecordType, change.RecordKey }
                           join other in db.Acts.AsNoTracking() on change.ActId equals other.Id
                           where other.Id != act && other.At > at
                           orderby other.At
                           select new LaterWork(change.RecordType, change.RecordKey, other.Verb, other.At)).Distinct().Take(most).ToListAsync(stop);
        if (later.Count >= most) return later;

        return [.. later, .. (await AttachedAsync(act, stop)).Take(most - later.Count)];
    }

    /// <summary>Carries it out as one act of the person who asked for it.</summary>
    public async Task RunAsync(Guid id, Act act, Action<long> progress, CancellationToken stop)
    {
        var import = await db.ImportRuns.AsNoTracking().Where(r => r.Id == id).Select(r => r.ActId).SingleAsync(stop);
        await using var bulk = await BulkSave.BeginAsync(db, act, stop);
        if (!await db.Dialect.TakeTurnAsync(db, ImportRunner.Turn, stop)) return;
        if (await LaterWorkAsync(import!.Value, 100, stop) is { Count: > 0 } later) throw ImportRefusals.HasLaterWork(later.Count);

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
        await RefuseUsedAsync(type, [.. changes.Where(c => c.Kind == ChangeKind.Created).Select(c => Guid.Parse(c.RecordKey))], stop);
        Dictionary<Guid, Record> records = type switch
        {
            nameof(Community) => await db.Communities.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => (Record)c, stop),
            nameof(Building) => await db.Buildings.Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => (Record)b, stop),
            nameof(Dwelling) => await db.Dwellings.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => (Record)d, stop),
            nameof(Owner) => await db.Owners.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => (Record)o, stop),
            _ => throw new InvalidOperationException($"an import does not make a {type}"),
        };
        foreach (var change in changes)
        {
            var entry = db.Entry(records[Guid.Parse(change.RecordKey)]);
            if (change.Kind == ChangeKind.Created) entry.State = EntityState.Deleted;
            else PutBack(entry, change);
        }
    }

    // Later features hang their records on those of the register, e.g. a project on its communities.
    private async Task RefuseUsedAsync(string type, List<Guid> ids, CancellationToken stop)
    {
        var known = db.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == type);
        foreach (var key in known.GetReferencingForeignKeys().Where(key => !Own.Contains(key.DeclaringEntityType.ClrType)))
        {
            var ask = Uses.MakeGenericMethod(key.DeclaringEntityType.ClrType);
            var count = await (Task<int>)ask.Invoke(this, [key.Properties[0].Name, ids.ConvertAll(id => (Guid?)id), stop])!;
            if (count > 0) throw ImportRefusals.HasLaterWork(count);
        }
    }

    private Task<int> UsesAsync<T>(string property, List<Guid?> ids, CancellationToken stop) where T : class =>
        db.Set<T>().AsNoTracking().CountAsync(row => ids.Contains(EF.Property<Guid?>(row, property)), stop);

    private static void PutBack(EntityEntry entry, ChangeRow change)
    {
        var property = entry.Property(change.Field!);
        var converter = property.Metadata.GetTypeMapping().Converter;
        var stored = change.Old is null ? null : JsonSerializer.Deserialize(change.Old, converter?.ProviderClrType ?? property.Metadata.ClrType);
        property.CurrentValue = stored is not null && converter is not null ? converter.ConvertFromProvider(stored) : stored;
    }

    // What later work hung on a new record without changing it: parts registered by others, and files.
    private async Task<List<LaterWork>> AttachedAsync(Guid act, CancellationToken stop)
    {
        var ours = db.Changes.AsNoTracking().Where(c => c.ActId == act && c.Kind == ChangeKind.Created);
        var files = await (from file in db.Attachments.AsNoTracking()
                           join mine in ours on new { file.RecordType, file.RecordKey } equals new { mine.RecordType, mine.RecordKey }
                           where mine.RecordType != nameof(ImportRun)
                           select new LaterWork(file.RecordType, file.RecordKey, KernelVerbs.AddFiles.Code, file.UploadedAt)).Take(100).ToListAsync(stop);
        var made = ours.Where(c => c.RecordType == nameof(Community)).Select(c => c.RecordKey);
        if (!await made.AnyAsync(stop)) return files;

        var parts = db.Changes.AsNoTracking().Where(c => c.ActId != act && c.Kind == ChangeKind.Created && c.RecordType == nameof(Building));
        var since = await db.Acts.AsNoTracking().Where(a => a.Id == act).Select(a => a.At).SingleAsync(stop);
        var recent = await (from part in parts
                            join other in db.Acts.AsNoTracking() on part.ActId equals other.Id
                            where other.At > since
                            select new { part.RecordKey, other.Verb, other.At }).Take(5000).ToListAsync(stop);
        if (recent.Count == 0) return files;

        var ids = recent.ConvertAll(part => Guid.Parse(part.RecordKey));
        var homes = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.CommunityId }).ToListAsync(stop);
        var keys = homes.Select(home => home.CommunityId.ToString()).Distinct().ToList();
        var touched = await made.Where(key => keys.Contains(key)).ToHashSetAsync(stop);
        var homesOf = homes.Where(home => touched.Contains(home.CommunityId.ToString())).Select(home => home.Id.ToString()).ToHashSet();
        return [.. files, .. recent.Where(part => homesOf.Contains(part.RecordKey)).Select(part => new LaterWork(nameof(Building), part.RecordKey, part.Verb, part.At))];
    }
}
