using System.Runtime.CompilerServices;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// Holds a ledger against the register, batch by batch: which rows are new, which change something, which say nothing new.
/// The same for a check, which lets go of it, and for an import, which saves it.
/// </summary>
internal sealed class LedgerPlanner(AppDb db, LedgerSheet sheet, ImportRun run, ImportDecisions decisions, Act act)
{
    // What is on its way from the sheet to the register has to be moved whenever memory is swept: little at a time.
    private const int BatchRows = 200, LongestSource = 400;
    private readonly Dictionary<Guid, int> met = [];
    private readonly GrowingKeys keys = new(act.At);
    private CommunityIndex index = new();

    /// <summary>Told of every row as it comes.</summary>
    public Action<LedgerRow>? Met { get; init; }

    /// <summary>Told what the register says of the thing in a row, and what it would say after the import.</summary>
    public Action<DoubtedFacts, DoubtedFacts>? Known { get; init; }

    /// <summary>Where planned investments are kept; null where nobody asks what becomes of them.</summary>
    public ILedgerInvestments? Investments { get; init; }

    /// <summary>Waits until the connection is free to be asked something.</summary>
    public Func<Task> Settled { get; init; } = () => Task.CompletedTask;

    /// <summary>What only shows beside the register.</summary>
    public ImportFaults Faults { get; } = new();

    /// <summary>Registered communities that rows resemble.</summary>
    public Dictionary<int, (Guid Id, string Name)> Near { get; } = [];

    internal AppDb Db => db;

    internal ImportDecisions Decisions => decisions;

    /// <summary>Everything the ledger comes to; changed records wait in the tracker until the next batch is asked for.</summary>
    public async IAsyncEnumerable<PlannedBatch> BatchesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        index = await CommunityIndex.LoadAsync(db, run.Place, stop);
        var homes = new HomePlanning(this);
        await foreach (var rows in Prefetch.InChunks(sheet.Rows().ToAsyncEnumerable(), BatchRows, stop))
        {
            var batch = new PlannedBatch { Rows = rows.Count(row => !row.IsMore) };
            foreach (var row in rows) Met?.Invoke(row);
            if (sheet.Kind == LedgerKind.Communities) await CommunitiesAsync(rows, batch, stop);
            else await homes.PlanAsync(sheet.Kind, [.. rows.Where(row => row.IsSound)], batch, stop);
            yield return batch;
        }
    }

    internal string SourceOf(LedgerRow row)
    {
        var name = run.Name.Length > LongestSource - 20 ? run.Name[..(LongestSource - 20)] : run.Name;
        return $"{name} 第{row.Number}行";
    }

    internal static string TitleOf(LedgerRow row) => $"{row.Title}（第 {row.Number} 行）";

    internal Guid NewId() => keys.Next();

    internal void Fault(FaultLevel level, string code, LedgerRow row, FieldSpec field, string sentence) =>
        Faults.Add(sheet.Fault(level, code, row, field, sentence));

    /// <summary>The registered community a row speaks of; null where there is none or it cannot be told.</summary>
    internal KnownCommunity? Find(LedgerRow row) => Find(row, index.KeysOf(row.Place, row.Name));

    private KnownCommunity? Find(LedgerRow row, NameKeys names)
    {
        if (decisions.SameAs(row.Number) is { } id && index.Of(id) is { } chosen) return chosen;
        if (row.Key is { } key) return Keyed(row, key);
        if (index.OfCode(row.Code) is { } coded) return coded;
        if (index.Named(row.Place, names) is not { Count: > 0 } all) return null;

        var named = all.Where(one => row.Code is null || !one.HasCode).Take(2).ToList();
        if (named.Count < 2) return named.FirstOrDefault();

        Fault(FaultLevel.Hard, "ledger.ambiguous", row, LedgerFields.Name, LedgerSentences.Ambiguous(row.Name));
        return null;
    }

    private KnownCommunity? Keyed(LedgerRow row, Guid key)
    {
        var keyed = index.Of(key);
        if (keyed is null) Fault(FaultLevel.Hard, "ledger.unknown-key", row, LedgerFields.Key, LedgerSentences.UnknownKey);
        else if (index.OfCode(row.Code) is { } coded && coded.Id != key) Fault(FaultLevel.Hard, "community.code-taken", row, LedgerFields.Code, CommunityRefusals.CodeTaken().Sentence);
        else return keyed;

        return null;
    }

    internal KnownCommunity? Like(LedgerRow row) => index.Like(index.KeysOf(row.Place, row.Name));

    /// <summary>True once the tracked record would be saved with something changed.</summary>
    internal bool IsChanged(Record record)
    {
        db.Entry(record).DetectChanges();
        return db.Entry(record).State == EntityState.Modified;
    }

    private async Task CommunitiesAsync(IReadOnlyList<LedgerRow> rows, PlannedBatch batch, CancellationToken stop)
    {
        var (known, invested) = (new List<(LedgerRow Row, KnownCommunity Known)>(), new List<InvestedRow>());
        foreach (var row in rows)
        {
            if (row.Name.Length == 0) continue;

            var (hard, names) = (Faults.HardCount, index.KeysOf(row.Place, row.Name, row.Community!.Address));
            if (Find(row, names) is { } found) Meet(row, found, known);
            else if (Faults.HardCount == hard && Meet(row, names, batch) is { } made && row.Investment is not null) invested.Add(new(row, made));
        }

        if (index.HasOtherCodes) await RefuseTakenCodesAsync(rows, batch, stop);
        if (known.Count > 0)
        {
            await Settled();
            var ids = known.ConvertAll(pair => pair.Known.Id);
            var records = await db.Communities.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
            foreach (var (row, one) in known)
            {
                if (Change(row, records[one.Id], batch) && row.Investment is not null) invested.Add(new(row, records[one.Id]));
            }
        }

        if (invested.Count > 0 && Investments is not null) await InvestAsync(Investments, invested, batch, stop);
    }

    private async Task InvestAsync(ILedgerInvestments investments, List<InvestedRow> rows, PlannedBatch batch, CancellationToken stop)
    {
        await Settled();
        var planned = await investments.PlanAsync(db, act, rows, stop);
        (batch.Reserved, batch.Invested) = (planned.Reserved, planned.Changed.Count);
        foreach (var (id, name) in planned.Changed) batch.ChangedNames[id] = LedgerSentences.Project(name);
        foreach (var (row, sentence) in planned.Doubts) Fault(FaultLevel.Soft, "ledger.no-project", row, LedgerFields.Investment, sentence);
    }

    private void Meet(LedgerRow row, KnownCommunity found, List<(LedgerRow, KnownCommunity)> known)
    {
        var first = found.Row > 0 ? found.Row : met.GetValueOrDefault(found.Id);
        if (first > 0)
        {
            Fault(FaultLevel.Hard, "import.repeated", row, LedgerFields.Name, LedgerSentences.Repeated(first));
            return;
        }

        met[found.Id] = row.Number;
        if (row.IsSound) known.Add((row, found));
    }

    // Asked of a row that must be mended first too: what is wrong with a ledger is told at once.
    private Community? Meet(LedgerRow row, NameKeys names, PlannedBatch batch)
    {
        // What one cell lists side by side is told apart there.
        if (index.Like(names) is { } near && near.Row != row.Number && decisions.Rows.GetValueOrDefault(row.Number) != ImportDecisions.New)
        {
            if (near.Row == 0) Near[row.Number] = (near.Id, near.Name);
            Fault(FaultLevel.Soft, NearName, row, LedgerFields.Name, LedgerSentences.NearName(near));
        }

        if (row.IsSound) return Add(row, names, batch);

        index.Add(new KnownCommunity(NewId(), row.Place, row.Name, row.Number), row.Code, names, row.Community!.Aliases);
        return null;
    }

    private Community Add(LedgerRow row, NameKeys names, PlannedBatch batch)
    {
        var community = new Community { Id = NewId() };
        community.Describe(Sealed(row, null) with { KeeperId = run.SenderId, Source = SourceOf(row) });
        index.Add(new KnownCommunity(community.Id, community.Place, community.Name, row.Number), community.Code, names,
            row.Community!.Aliases);
        batch.Communities.Add(community);
        batch.Names.Add(row.Name);
        return community;
    }

    // False where it cannot be changed.
    private bool Change(LedgerRow row, Community community, PlannedBatch batch)
    {
        if (community.State != CommunityState.Active)
        {
            Fault(FaultLevel.Hard, "community.not-active", row, LedgerFields.Name, CommunityRefusals.NotActive(community.Name).Sentence);
            return false;
        }

        var isRenaming = row.Key is not null || (row.Code is not null && row.Code == community.Code);
        var before = CommunityProfile.Of(community);
        var merged = LedgerMerge.Of(before, Sealed(row, community), row.Quality, row.AreaStep, isRenaming);
        Known?.Invoke(DoubtedFacts.Of(row.Number, before), DoubtedFacts.Of(row.Number, merged, row.Investment));
        if (merged.HouseholdsAgreed > merged.HouseholdsAsked)
        {
            Fault(FaultLevel.Hard, "community.more-agree-than-asked", row, LedgerFields.Consenting, CommunityRefusals.MoreAgreeThanAsked().Sentence);
            return false;
        }

        community.Describe(merged);
        if (IsChanged(community))
        {
            community.Describe(merged with { Source = SourceOf(row) });
            batch.ChangedNames[community.Id] = TitleOf(row);
        }
        else batch.Unchanged.Add((community.Id, row));

        return true;
    }

    // Sealed anew only where it says something else: the same text seals differently each time.
    private CommunityProfile Sealed(LedgerRow row, Community? known) => row.Person is not { } person
        ? row.Community!
        : row.Community! with { ContactName = Sealed(person.Name, known?.ContactName), ContactPhone = Sealed(person.Phone, known?.ContactPhone) };

    internal Personal? Sealed(string? text, Personal? known) =>
        known is not null && text is not null && db.Cipher.Open(known) == text ? known : db.Cipher.SealOrNull(text);

    // A code may stand in the register outside the place of this ledger.
    private async Task RefuseTakenCodesAsync(IReadOnlyList<LedgerRow> rows, PlannedBatch batch, CancellationToken stop)
    {
        var codes = batch.Communities.Where(c => c.Code is not null).Select(c => c.Code).ToList();
        if (codes.Count == 0) return;

        await Settled();
        // As one parameter: a list of thousands would be written into the question and prepared anew for each batch.
        var taken = await db.Communities.AsNoTracking().Where(c => EF.Parameter(codes).Contains(c.Code)).Select(c => c.Code).ToListAsync(stop);
        foreach (var row in rows.Where(row => row.IsSound && row.Code is not null && taken.Contains(row.Code) && index.OfCode(row.Code)?.Row == row.Number))
        {
            Fault(FaultLevel.Hard, "community.code-taken", row, LedgerFields.Code, CommunityRefusals.CodeTaken().Sentence);
        }
    }

    /// <summary>Code of the question whether two names mean one community.</summary>
    public const string NearName = "ledger.near-name";
}
