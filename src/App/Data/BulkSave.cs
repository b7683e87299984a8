using System.Diagnostics;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data;

/// <summary>
/// Many new records as one act in one transaction: the fast road beside <see cref="AppDb.SaveAsync"/>, with the same trail.
/// Disposing without <see cref="CommitAsync"/> leaves nothing behind.
/// </summary>
public sealed class BulkSave : IAsyncDisposable
{
    private const int BatchRows = 5000;
    private readonly AppDb db;
    private readonly Act act;
    private readonly IDbContextTransaction transaction;
    private readonly IBulkWriter writer;
    private readonly ActDigest digest;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly HashSet<RegionCode> districts = [];
    private int changes;

    private BulkSave(AppDb db, Act act, ActRow row, IDbContextTransaction transaction)
    {
        digest = new ActDigest(row);
        this.db = db;
        this.act = act;
        this.transaction = transaction;
        writer = db.Dialect.OpenBulk(db);
    }

    /// <summary>Opens the transaction and writes the act.</summary>
    public static async Task<BulkSave> BeginAsync(AppDb db, Act act, CancellationToken stop)
    {
        var row = ActRow.Of(act, db.Dialect.Node, db.Cipher);
        var bulk = new BulkSave(db, act, row, await db.Database.BeginTransactionAsync(stop));
        await bulk.WriteAsync([row], stop);
        return bulk;
    }

    /// <summary>Inserts new records and their change rows, batch by batch; answers how many.</summary>
    public async Task<long> InsertAsync<T>(IEnumerable<T> records, CancellationToken stop) where T : Record
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var count = 0L;
        foreach (var batch in records.Chunk(BatchRows))
        {
            count += await WriteAsync(batch, stop);
            await WriteAsync(batch.Select(record => Created(type, record)), stop);
        }

        return count;
    }

    /// <summary>Saves the pending changes of the tracker in the same act, and lets go of what it tracked.</summary>
    public async Task SaveTrackedAsync(CancellationToken stop)
    {
        var rows = ChangeTrail.Of(db, act, changes);
        if (rows.Count > 0)
        {
            await db.SaveTrackedAsync(stop);
            rows.ForEach(digest.Add);
            districts.UnionWith(RegisterMark.Touched(rows));
            changes += rows.Count;
            await WriteAsync(rows, stop);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Makes it all true at once.</summary>
    public async Task CommitAsync(CancellationToken stop)
    {
        await WriteAsync([new UnsealedRow { ActId = act.Id, Proof = db.Cipher.Prove(digest.Finish()) }], stop);
        if (districts.Count > 0) await RegisterMark.SetAsync(db, act.Id, districts, stop);
        await transaction.CommitAsync(stop);
        Telemetry.Saved(db, act, changes, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        digest.Dispose();
        await transaction.DisposeAsync();
    }

    private Task<long> WriteAsync<T>(IEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var mappings = type.GetTableMappings().Single().ColumnMappings.ToList();
        var readers = mappings.Select(mapping => Reader(mapping.Property)).ToArray();
        return writer.WriteAsync(
            type.GetTableMappings().Single().Table, mappings.Select(m => m.Column).ToList<IColumn>(),
            rows.Select(row => Array.ConvertAll(readers, read => read(row))), stop);
    }

    // A bulk record is new: its version is 1, as SaveAsync would have made it.
    private static Func<object, object?> Reader(IProperty property) => property.Name == nameof(Record.Version)
        ? _ => 1
        : FirstValues.ReaderOf(property);

    private ChangeRow Created(IEntityType type, Record record)
    {
        var change = new ChangeRow
        {
            ActId = act.Id,
            Number = changes++,
            Kind = ChangeKind.Created,
            RecordType = type.ClrType.Name,
            RecordKey = ChangeTrail.KeyOf(type, record),
            Place = (record as IPlaced)?.Place,
            New = ChangeTrail.First(type, record),
        };
        digest.Add(change);
        districts.UnionWith(RegisterMark.Touched([change]));
        return change;
    }
}
