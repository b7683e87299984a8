using System.Diagnostics;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data;

/// <summary>
/// Many new records as one act in one transaction: the fast road beside <see cref="AppDb.SaveAsync"/>, with the same trail.
/// Disposing without <see cref="CommitAsync"/> leaves nothing behind.
/// </summary>
public sealed class BulkSave : IAsyncDisposable
{
    // Each time the server is told what comes next it answers, and both wait: not for a few rows.
    private const int BatchRows = 5000, LeastRows = 500;
    private static readonly string[] TrailColumns =
    [
        nameof(ChangeRow.ActId), nameof(ChangeRow.Number), nameof(ChangeRow.Kind), nameof(ChangeRow.RecordType), nameof(ChangeRow.RecordKey),
        nameof(ChangeRow.Place), nameof(ChangeRow.New),
    ];

    private readonly AppDb db;
    private readonly Act act;
    private readonly IDbContextTransaction transaction;
    private readonly IBulkWriter writer;
    private readonly ActDigest digest;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly HashSet<RegionCode> districts = [], places = [];
    private FirstValues values = new(), spare = new();
    private Task writing = Task.CompletedTask;
    private RowShape? shapeHeld;
    private List<object> held = [];
    private List<Creation> trail = [];
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
        var count = 0L;
        foreach (var batch in records.Chunk(BatchRows))
        {
            count += batch.Length;
            await BeginInsertAsync(batch, stop);
        }

        await SettleAsync(stop);
        return count;
    }

    /// <summary>Begins to insert new records; until <see cref="SettleAsync"/> nobody else may use the connection.</summary>
    public async Task BeginInsertAsync<T>(IReadOnlyList<T> records, CancellationToken stop) where T : Record
    {
        if (records.Count == 0) return;

        var shape = RowShape.Of(db, typeof(T));
        if (shape != shapeHeld) await SendAsync(stop);
        shapeHeld = shape;
        held.AddRange(records);
        trail.AddRange(records.Select(record => Created(shape, record)));
        if (held.Count >= LeastRows) await SendAsync(stop);
    }

    /// <summary>Waits until what was begun is written.</summary>
    public async Task SettleAsync(CancellationToken stop)
    {
        await SendAsync(stop);
        await writing;
    }

    /// <summary>Saves the pending changes of the tracker in the same act, and lets go of what it tracked.</summary>
    public async Task SaveTrackedAsync(CancellationToken stop)
    {
        var rows = ChangeTrail.Of(db, act, changes);
        if (rows.Count > 0)
        {
            await SettleAsync(stop);
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
        await SettleAsync(stop);
        await WriteAsync([new UnsealedRow { ActId = act.Id, Proof = db.Cipher.Prove(digest.Finish()) }], stop);
        districts.UnionWith(places.Select(RegisterMark.DistrictOf));
        if (districts.Count > 0) await RegisterMark.SetAsync(db, act.Id, districts, stop);
        await transaction.CommitAsync(stop);
        Telemetry.Saved(db, act, changes, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        // What went wrong while writing was thrown where it was waited for; here it only has to be over.
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        digest.Dispose();
        values.Dispose();
        spare.Dispose();
        await transaction.DisposeAsync();
        writer.Dispose();
    }

    private Task<long> WriteAsync<T>(IEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var shape = RowShape.Of(db, typeof(T));
        return writer.WriteAsync(shape.Table, shape.Columns, rows, shape.PutColumns, stop);
    }

    // Those held so far, while others are made ready.
    private async Task SendAsync(CancellationToken stop)
    {
        await writing;
        if (held.Count == 0) return;

        var (shape, records, told) = (shapeHeld!, held, trail);
        (held, trail) = ([], []);
        (values, spare) = (spare, values);
        values.Clear();
        writing = Task.Run(() => WriteAsync(shape, records, told, stop), stop);
    }

    private async Task WriteAsync(RowShape shape, List<object> records, List<Creation> told, CancellationToken stop)
    {
        await writer.WriteAsync(shape.Table, shape.Columns, records, shape.PutColumns, stop);
        await writer.WriteAsync(RowShape.Of(db, typeof(ChangeRow)).Table, TrailColumns, told, (one, row) =>
        {
            row.Put(act.Id);
            row.Put(one.Number);
            row.Put(nameof(ChangeKind.Created));
            row.Put(shape.Name);
            row.Put(one.Key);
            row.PutAny(one.Place?.Prefix);
            row.Put(one.Values);
        }, stop);
    }

    private Creation Created(RowShape shape, Record record)
    {
        var made = new Creation(changes++, shape.Key(record), (record as IPlaced)?.Place, values.Add(shape, record));
        digest.AddCreated(made.Number, shape.Name, made.Key, made.Place?.Prefix, made.Values.Span);
        if (record is Core.Communities.Community && made.Place is { } place) places.Add(place);
        return made;
    }

    /// <summary>The change row of a new record, its values as they go to the database and into the digest.</summary>
    private readonly record struct Creation(int Number, string Key, RegionCode? Place, ReadOnlyMemory<byte> Values);
}
