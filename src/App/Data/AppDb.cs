using System.Data.Common;
using System.Diagnostics;
using Huanxin.App.Communities;
using Huanxin.App.Operations;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.App.Security;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>The one model on either database. <see cref="SaveAsync"/> is the only way to write.</summary>
public abstract class AppDb(DbContextOptions options, Cipher cipher) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Community> Communities => Set<Community>();
    public DbSet<Building> Buildings => Set<Building>();
    public DbSet<Dwelling> Dwellings => Set<Dwelling>();
    public DbSet<Owner> Owners => Set<Owner>();
    public DbSet<PlanSet> PlanSets => Set<PlanSet>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<PlanRow> PlanRows => Set<PlanRow>();
    public DbSet<PlanProject> PlanProjects => Set<PlanProject>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<ProjectCommunity> ProjectCommunities => Set<ProjectCommunity>();
    public DbSet<Selection> Selections => Set<Selection>();
    public DbSet<SelectionLine> SelectionLines => Set<SelectionLine>();
    public DbSet<DistinctPair> DistinctPairs => Set<DistinctPair>();
    public DbSet<RegisterMark> RegisterMarks => Set<RegisterMark>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ColumnMemory> ColumnMemories => Set<ColumnMemory>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<UploadCorrection> UploadCorrections => Set<UploadCorrection>();
    public DbSet<DraftPack> DraftPacks => Set<DraftPack>();
    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();
    public DbSet<ActRow> Acts => Set<ActRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<SealRow> Seals => Set<SealRow>();
    public DbSet<UnsealedRow> Unsealed => Set<UnsealedRow>();
    public DbSet<NodeKey> NodeKeys => Set<NodeKey>();

    /// <summary>The few places where the two databases differ.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Seals and opens personal data.</summary>
    public Cipher Cipher { get; } = cipher;

    /// <summary>
    /// Saves all pending changes as one act in one transaction, with every field before and after.
    /// An act that changes nothing is kept only when it is an event in itself, such as a sign-in.
    /// Raises <see cref="EditConflict"/> when someone else was faster and the refusal of the index when a value is taken.
    /// </summary>
    public async Task SaveAsync(Act act, CancellationToken stop = default)
    {
        var changes = ChangeTrail.Of(this, act);
        if (changes.Count == 0 && !act.Verb.IsEvent) return;

        var row = ActRow.Of(act, Dialect.Node, Cipher);
        using var digest = new ActDigest(row);
        changes.ForEach(digest.Add);
        Acts.Add(row);
        Changes.AddRange(changes);
        Unsealed.Add(new UnsealedRow { ActId = act.Id, Proof = Cipher.Prove(digest.Finish()) });
        var started = Stopwatch.GetTimestamp();
        try
        {
            await WriteAsync(act, [.. RegisterMark.Touched(changes)], stop);
        }
        catch (DbUpdateException fault)
        {
            throw await SaveFaults.ExplainAsync(this, fault, stop);
        }
        catch (DbException fault) when (Dialect.Trouble(fault) is { } sentence)
        {
            throw new StorageTrouble(sentence, fault);
        }

        Telemetry.Saved(this, act, changes.DistinctBy(c => (c.RecordType, c.RecordKey)).Count(), Stopwatch.GetElapsedTime(started));
    }

    /// <summary>A condition of a query that most rows meet; a hint to a planner that keeps no figures of its own.</summary>
    public static bool Likely(bool condition) => condition;

    // Communities are counted by place in memory: the mark by which each node sees that it must count anew goes with the act.
    private async Task WriteAsync(Act act, IReadOnlyList<RegionCode> districts, CancellationToken stop)
    {
        await using var own = districts.Count > 0 && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(stop) : null;
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
        if (districts.Count > 0) await RegisterMark.SetAsync(this, act.Id, districts, stop);
        if (own is not null) await own.CommitAsync(stop);
    }

    /// <summary>Refuses the next save of this record unless it still has the version that the user saw.</summary>
    public void Expect(Record record, int version) =>
        Entry(record).Property(nameof(Record.Version)).OriginalValue = version;

    /// <summary>Writes what the tracker holds within a bulk save, which keeps its trail.</summary>
    internal async Task SaveTrackedAsync(CancellationToken stop)
    {
        try
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
        }
        catch (DbUpdateException fault)
        {
            throw await SaveFaults.ExplainAsync(this, fault, stop);
        }
    }

    /// <summary>Writes seals, which are about acts and therefore no act; false when another node sealed first.</summary>
    internal async Task<bool> SaveSealsAsync(CancellationToken stop)
    {
        var isOurs = ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).All(e => e.Entity is SealRow or UnsealedRow);
        if (!isOurs) throw new InvalidOperationException(PlainSave);

        try
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || Dialect.IsDuplicateKey(fault))
        {
            return false;
        }
        finally
        {
            ChangeTracker.Clear();
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException(PlainSave);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default) =>
        throw new InvalidOperationException(PlainSave);

    private const string PlainSave = "use SaveAsync(act): nothing is saved without who, when and why";

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Of(conventions);

    protected override void OnModelCreating(ModelBuilder model)
    {
        ActMapping.Map(model);
        FileMapping.Map(model);
        PolicyMapping.Map(model);
        PeopleMapping.Map(model);
        CommunityMapping.Map(model);
        ProgrammeMapping.Map(model);
        Conventions.Finish(model, Dialect);
        model.HasDbFunction(() => Likely(default)).HasTranslation(words => Dialect.Likely(words[0]));
    }
}
