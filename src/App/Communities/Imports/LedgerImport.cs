using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>A ledger from the file to the register: opened by its hash, checked as often as asked, carried out as one act.</summary>
public sealed class LedgerImport(AppDb db, IFileStore store, PolicyShelf shelf, PreparedLedgers prepared, ILedgerInvestments investments)
{
    private const int MostShown = 300, MostDoubted = 100_000;

    /// <summary>The uploaded workbook with its corrections; raises <c>import.file-gone</c> when its bytes are not those of the upload.</summary>
    public async Task<SheetBook> OpenAsync(ImportRun run, CancellationToken stop)
    {
        if (!await store.IsIntactAsync(run.Hash, stop) || store.Open(run.Hash) is not { } content) throw ImportRefusals.FileGone();

        var book = SheetReader.Open(content, run.Name);
        var decisions = ImportDecisions.Read(run.Decisions);
        var head = decisions.Fixes.Count == 0 ? null : LedgerHead.Find(book, decisions.Choice, await RememberedAsync(run, stop));
        return head is null ? book : CorrectedBook.Of(book, head.Index, decisions.Opened(db.Cipher));
    }

    /// <summary>The ledger in the workbook, recognised as the sender's ledgers usually are and as was decided.</summary>
    public async Task<LedgerSheet> SheetAsync(SheetBook book, ImportRun run, CancellationToken stop) =>
        LedgerSheet.Open(book, shelf.Regions, run.Place, ImportDecisions.Read(run.Decisions).Choice, await RememberedAsync(run, stop));

    /// <summary>Checks everything and changes nothing, with every doubt accepted for a reason where one is given.</summary>
    public async Task<ImportCheck> CheckAsync(ImportRun run, string? accepted, Act act, Action<long> progress, CancellationToken stop)
    {
        using var book = await OpenAsync(run, stop);
        var check = await PlanAsync(await SheetAsync(book, run, stop), run, act, null, progress, stop);
        return Accepted(run, check, accepted);
    }

    /// <summary>The same, and what came of it is made ready for the import where it is nothing but new records.</summary>
    public async Task<ImportCheck> CheckAsync(ImportRun run, Act act, Action<long> progress, CancellationToken stop)
    {
        // Asked for before the register is: whatever changes meanwhile is another ground.
        using var ready = prepared.Begin(run.Id, await GroundAsync(run, stop));
        using var book = await OpenAsync(run, stop);
        var sheet = await SheetAsync(book, run, stop);
        var check = await PlanAsync(sheet, run, act, sheet.Kind == LedgerKind.Dwellings ? null : ready, progress, stop);
        if (!check.Faults.HasHard && check.Changed + check.Reserved + check.Invested == 0) ready.Seal();
        return check;
    }

    /// <summary>
    /// Brings in what the check made ready, or else reads and checks it once more while it comes in; anything that was not there when it was
    /// confirmed takes all of it back.
    /// </summary>
    public async Task CommitAsync(Guid id, Act act, Action<long> progress, CancellationToken stop)
    {
        var run = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id, stop);
        await using var bulk = await BulkSave.BeginAsync(db, act, stop);
        if (!await db.Dialect.TakeTurnAsync(db, ImportRunner.Turn, stop)) return;

        var unchanged = await TryPreparedAsync(run, bulk, progress, stop) ? run.Unchanged!.Value : await PlanIntoAsync(run, bulk, act, progress, stop);
        var now = await db.ImportRuns.SingleAsync(r => r.Id == id, stop);
        now.Finish(act, unchanged);
        await bulk.SaveTrackedAsync(stop);
        await bulk.CommitAsync(stop);
        prepared.Forget(id);
    }

    /// <summary>
    /// Reads, checks and carries out in one go what nobody looks at in between. Whatever is wrong with it, or in doubt and not accepted with a
    /// reason, takes all of it back; true when it came in.
    /// </summary>
    public async Task<(ImportCheck Check, bool IsDone)> ImportAsync(ImportRun run, string? accepted, Act act, Action<long> progress, CancellationToken stop)
    {
        using var book = await OpenAsync(run, stop);
        var sheet = await SheetAsync(book, run, stop);
        await using var bulk = await BulkSave.BeginAsync(db, act, stop);
        if (!await db.Dialect.TakeTurnAsync(db, ImportRunner.Turn, stop)) throw ImportRefusals.AnotherAtWork();

        var check = Accepted(run, await PlanAsync(sheet, run, act, new PlanToRegister(bulk), progress, stop), accepted);
        if (check.Faults.HasHard || check.ChangesNothing || ImportDecisions.Read(run.Decisions).OpenDoubts(check.Faults) > 0) return (check, false);

        run.Confirm(act, check.Kind, check.Added, check.Changed, check.Unchanged);
        run.Finish(act, check.Unchanged);
        db.Add(run);
        await bulk.SaveTrackedAsync(stop);
        await bulk.CommitAsync(stop);
        return (check, true);
    }

    /// <summary>Records of which an import that came in said nothing new, found as its file finds them now.</summary>
    public async Task<IReadOnlyList<Guid>> UnchangedAsync(ImportRun run, Act act, CancellationToken stop)
    {
        using var book = await OpenAsync(run, stop);
        var planner = new LedgerPlanner(db, await SheetAsync(book, run, stop), run, ImportDecisions.Read(run.Decisions), act);
        var found = new List<Guid>();
        await foreach (var batch in planner.BatchesAsync(stop))
        {
            // What says something else by now was changed since.
            found.AddRange([.. batch.Unchanged.Select(one => one.Id), .. batch.ChangedNames.Keys]);
            db.ChangeTracker.Clear();
        }

        var touched = await db.Changes.AsNoTracking().Where(c => c.ActId == run.ActId).Select(c => c.RecordKey).Distinct().ToListAsync(stop);
        var own = touched.Where(key => Guid.TryParse(key, out _)).Select(Guid.Parse).ToHashSet();
        // The row of a new owner says something new, though not of the dwelling.
        own.UnionWith(await db.Owners.AsNoTracking().Where(o => EF.Parameter(own).Contains(o.Id)).Select(o => o.DwellingId).ToListAsync(stop));
        return [.. found.Where(id => !own.Contains(id))];
    }

    private static ImportCheck Accepted(ImportRun run, ImportCheck check, string? why)
    {
        if (why is not null) run.Decide(check.Kind, ImportDecisions.Accepting(check.Faults, why).Write());
        return check;
    }

    private async Task<byte[]> GroundAsync(ImportRun run, CancellationToken stop) =>
        await ImportGround.OfAsync(db, run, await RememberedAsync(run, stop), shelf.Regions, stop);

    // False where nothing was made ready, or where the ground it was made on is no longer there.
    private async Task<bool> TryPreparedAsync(ImportRun run, BulkSave bulk, Action<long> progress, CancellationToken stop)
    {
        using var ready = prepared.Find(run.Id, await GroundAsync(run, stop));
        if (ready is null) return false;

        // The upload is looked at while the rows are written; none of them is true before both are over.
        var whole = store.IsIntactAsync(run.Hash, stop);
        try
        {
            var shape = RowShape.Of(db, run.Kind == LedgerKind.Buildings ? typeof(Building) : typeof(Community));
            await foreach (var piece in Prefetch.OfAsync(ready.PiecesAsync(stop), stop))
            {
                await bulk.BeginInsertAsync(shape, piece, stop);
                progress(bulk.Inserted);
            }

            await bulk.SettleAsync(stop);
            if (!await whole) throw ImportRefusals.FileGone();

            return (bulk.Inserted, 0) == (run.Added, run.Changed) ? true : throw ImportRefusals.RegisterChanged();
        }
        catch (InvalidDataException)
        {
            // Whoever takes this import up again plans it anew.
            prepared.Forget(run.Id);
            throw;
        }
    }

    private async Task<int> PlanIntoAsync(ImportRun run, BulkSave bulk, Act act, Action<long> progress, CancellationToken stop)
    {
        using var book = await OpenAsync(run, stop);
        var check = await PlanAsync(await SheetAsync(book, run, stop), run, act, new PlanToRegister(bulk), progress, stop);
        if (check.Faults.HasHard || (check.Added, check.Changed) != (run.Added, run.Changed)) throw ImportRefusals.RegisterChanged();

        return check.Unchanged;
    }

    private async Task<ImportCheck> PlanAsync(LedgerSheet sheet, ImportRun run, Act act, IPlanTarget? target, Action<long> progress, CancellationToken stop)
    {
        var doubts = new LedgerDoubts(sheet.Head, shelf.Regions, act.Today);
        var (called, changedNames) = (new Dictionary<int, string>(), new Dictionary<string, string>());
        var planner = new LedgerPlanner(db, sheet, run, ImportDecisions.Read(run.Decisions), act)
        {
            Investments = investments, Met = row => Meet(doubts, called, row), Known = (before, after) => Know(doubts, before, after), Settled = target is null ? () => Task.CompletedTask : () => target.SettleAsync(stop),
        };
        var (rows, added, changed, unchanged, reserved, invested) = (0, 0, 0, 0, 0, 0);
        var (changes, names, same) = (new List<ChangeRow>(), new List<string>(), new List<string>());
        await foreach (var batch in planner.BatchesAsync(stop))
        {
            (rows, added, unchanged) = (rows + batch.Rows, added + batch.Added, unchanged + batch.Unchanged.Count);
            (changed, reserved, invested) = (changed + Changed().Count() - batch.Invested, reserved + batch.Reserved, invested + batch.Invested);
            if (changes.Count < MostShown) foreach (var (key, name) in batch.ChangedNames) changedNames.TryAdd(key.ToString(), name);
            if (changes.Count < MostShown) changes.AddRange(ChangeTrail.Of(db, act, changes.Count).Where(change => change.Kind == ChangeKind.Changed).Take(MostShown - changes.Count));
            if (names.Count < MostShown) names.AddRange(batch.Names.Take(MostShown - names.Count));
            if (same.Count < MostShown) same.AddRange(batch.Unchanged.Take(MostShown - same.Count).Select(one => LedgerPlanner.TitleOf(one.Row)));
            if (target is not null && !sheet.Faults.HasHard && !planner.Faults.HasHard) await target.KeepAsync(db, batch, stop);
            db.ChangeTracker.Clear();
            progress(rows);
        }

        await planner.Settled();
        var faults = sheet.Faults;
        faults.AddAll(planner.Faults);
        if (rows <= MostDoubted) doubts.AskIn(faults, PlausibilityBook.Of(shelf.For(run.Place, act.Today)));
        return new ImportCheck(sheet.Head, faults, sheet.Gaps)
        {
            Rows = rows, Added = added, Changed = changed, Unchanged = unchanged, Reserved = reserved, Invested = invested, Changes = changes, NewNames = names, SameNames = same, Near = planner.Near,
            Called = called, ChangedNames = changedNames,
        };
    }

    /// <summary>What the sender's columns have meant so far: heading → field code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RememberedAsync(ImportRun run, CancellationToken stop)
    {
        var memories = await db.ColumnMemories.AsNoTracking().Where(m => m.OrganisationId == run.SenderId).Select(m => m.Columns).ToListAsync(stop);
        return memories.SelectMany(columns => JsonSerializer.Deserialize<Dictionary<string, string>>(columns)!)
            .DistinctBy(pair => pair.Key).ToDictionary();
    }

    /// <summary>Remembers what the sender's columns mean, with whatever else is pending.</summary>
    public async Task RememberAsync(
        ImportRun run, LedgerKind kind, LedgerHead head, IReadOnlyDictionary<int, string> columns, DateTime at, CancellationToken stop)
    {
        var memory = await db.ColumnMemories.SingleOrDefaultAsync(m => m.OrganisationId == run.SenderId && m.Kind == kind, stop);
        if (memory is null) db.Add(memory = new ColumnMemory { Id = Guid.CreateVersion7(at), OrganisationId = run.SenderId, Kind = kind });

        var known = JsonSerializer.Deserialize<Dictionary<string, string>>(memory.Columns)!;
        foreach (var column in head.Mapping.Columns)
        {
            if (columns.GetValueOrDefault(column.Index) is { Length: > 0 } field) known[column.Key] = field;
            else known.Remove(column.Key);
        }

        memory.Remember(JsonSerializer.Serialize(known, ImportDecisions.Json));
    }

    // A larger ledger is not asked about its figures: each would have to be kept in memory until the last row is read, and then be held against all.
    private static void Meet(LedgerDoubts doubts, Dictionary<int, string> called, LedgerRow row)
    {
        if (row.Number > MostDoubted) return;

        doubts.Meet(row);
        called.TryAdd(row.Number, row.Title);
    }

    private static void Know(LedgerDoubts doubts, DoubtedFacts before, DoubtedFacts after)
    {
        if (before.Figures.Row <= MostDoubted) doubts.Know(before, after);
    }

    private IEnumerable<Record> Changed() => db.ChangeTracker.Entries<Record>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity);
}
