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
    private const int BatchRows = 1000, LeastBytes = 1 << 18;
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
    private readonly HashSet<RegionCode> districts = [];
    private readonly HashSet<string> places = [];
    private Held held = new(), spare = new();
    private Task writing = Task.CompletedTask;
    private bool isToldBehind;
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

    /// <summary>How many new records were told of; all that were begun, once they are settled.</summary>
    public int Inserted { get; private set; }

    /// <summary>Inserts new records and their change rows, batch by batch; answers how many.</summary>
    public async Task<long> InsertAsync<T>(IEnumerable<T> records, CancellationToken stop) where T : Record
    {
        var before = Inserted;
        foreach (var batch in records.Chunk(BatchRows)) await BeginInsertAsync(batch, stop);
        await SettleAsync(stop);
        return Inserted - before;
    }

    /// <summary>Begins to insert new records; until <see cref="SettleAsync"/> nobody else may use the connection.</summary>
    public async Task BeginInsertAsync<T>(IReadOnlyList<T> records, CancellationToken stop) where T : Record
    {
        if (records.Count == 0) return;

        await HoldAsync(RowShape.Of(db, typeof(T)), stop);
        foreach (var record in records) held.Tape.Add(held.Shape!, record);
        if (held.Tape.Written.Length >= LeastBytes) await SendAsync(stop);
    }

    /// <summary>The same with records of one kind that a tape holds already.</summary>
    internal async Task BeginInsertAsync(RowShape shape, ReadOnlyMemory<byte> rows, CancellationToken stop)
    {
        await HoldAsync(shape, stop);
        held.Tape.Add(rows.Span);
        if (held.Tape.Written.Length < LeastBytes) return;

        // Whoever hands over a tape has time to tell of it; whoever plans its records has not.
        if (isToldBehind) await writing;
        Tell(held);
        await SendAsync(stop);
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
        if (!db.ChangeTracker.Entries().Any()) return;

        // They are numbered behind what was begun before them.
        await SettleAsync(stop);
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
        await SettleAsync(stop);
        await WriteAsync([new UnsealedRow { ActId = act.Id, Proof = db.Cipher.Prove(digest.Finish()) }], stop);
        districts.UnionWith(places.Select(place => RegisterMark.DistrictOf(RegionCode.OfColumn(place))));
        if (districts.Count > 0) await RegisterMark.SetAsync(db, act.Id, districts, stop);
        await transaction.CommitAsync(stop);
        Telemetry.Saved(db, act, changes, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        // What went wrong while writing was thrown where it was waited for; here it only has to be over.
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        digest.Dispose();
        held.Dispose();
        spare.Dispose();
        await transaction.DisposeAsync();
        writer.Dispose();
    }

    private Task<long> WriteAsync<T>(IEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var shape = RowShape.Of(db, typeof(T));
        return writer.WriteAsync(shape.Table, shape.Columns, rows, shape.PutColumns, stop);
    }

    private async Task HoldAsync(RowShape shape, CancellationToken stop)
    {
        if (shape != held.Shape) await SendAsync(stop);
        held.Shape = shape;
    }

    // Those held so far are written, and told of where that is not done, while others come. What is told is told in order.
    private async Task SendAsync(CancellationToken stop)
    {
        await writing;
        if (held.Tape.Written.Length == 0) return;

        var ready = held;
        isToldBehind = ready.Trail.Count == 0;
        (held, spare) = (spare, held);
        held.Clear();
        writing = Task.Run(() => WriteAsync(ready, stop), stop);
    }

    private async Task WriteAsync(Held ready, CancellationToken stop)
    {
        if (ready.Trail.Count == 0) Tell(ready);
        var shape = ready.Shape!;
        await writer.WriteAsync(shape.Table, shape.Columns, ready.Rows().Rows(), (row, to) => row.PutAll(to), stop);
        await writer.WriteAsync(RowShape.Of(db, typeof(ChangeRow)).Table, TrailColumns, ready.Trail, (one, row) =>
        {
            row.Put(act.Id);
            row.Put(one.Number);
            row.Put(nameof(ChangeKind.Created));
            row.Put(shape.Name);
            row.Put(one.Key);
            row.PutAny(one.Place);
            row.Put(one.Values);
        }, stop);
    }

    private void Tell(Held ready)
    {
        var shape = ready.Shape!;
        foreach (var row in ready.Rows().Rows())
        {
            var place = shape.Place < 0 ? null : row.TextAt(shape.Place);
            var made = new Creation(changes++, row.GuidAt(shape.Key).ToString(), place, ready.Values.Add(shape, row));
            digest.AddCreated(made.Number, shape.Name, made.Key, made.Place, made.Values.Span);
            ready.Trail.Add(made);
            if (place is not null && shape.Name == nameof(Core.Communities.Community)) places.Add(place);
        }

        Inserted += ready.Trail.Count;
    }

    /// <summary>The change row of a new record, its values as they go to the database and into the digest.</summary>
    private readonly record struct Creation(int Number, string Key, string? Place, ReadOnlyMemory<byte> Values);

    /// <summary>Records of one kind on their way, and what is told of them.</summary>
    private sealed class Held : IDisposable
    {
        public RecordTape Tape { get; } = new();

        public FirstValues Values { get; } = new();

        public List<Creation> Trail { get; } = [];

        public RowShape? Shape { get; set; }

        public TapeReader Rows() => new(Tape.Written, Shape!.Columns.Count);

        public void Clear()
        {
            Tape.Clear();
            Values.Clear();
            Trail.Clear();
            Shape = null;
        }

        public void Dispose() => Values.Dispose();
    }
}
