using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Huanxin.App.Policies.Drafts;

/// <summary>
/// The shelf in use: the folder of packs and, over it, the packs put in force through the pages. Each node reads it anew
/// as soon as it is asked for after another pack came into force.
/// </summary>
public sealed class LiveShelf(Settings settings, IServiceScopeFactory scopes)
{
    private static readonly Translated<Func<AppDb, IEnumerable<Guid>>> Ids = new(() => EF.CompileQuery(
        (AppDb db) => db.DraftPacks.AsNoTracking().Where(d => d.InForceAs != null).OrderBy(d => d.Id).Select(d => d.Id)));

    private readonly Lock gate = new();
    private volatile Edition? edition;
    private ShelfReading? ahead;

    /// <summary>Reads the folder beside other work of the start; a first question after that finds it read, as long as nothing lies over it.</summary>
    public Task ReadAheadAsync() => Task.Run(() => ahead = ShelfReading.Of(settings.PoliciesFolder));

    /// <summary>
    /// The shelf as it stands now; throws with all faults when there has never been a sound one.
    /// The question whether it is still the newest is one short query on a connection of its own.
    /// </summary>
    public ShelfReading Now()
    {
        using var scope = scopes.CreateScope();
        using var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var moment = db.Dialect.MomentAtHand(db);
        if (edition is { } known && moment is not null && known.Moment == moment) return known.Reading;

        var ids = Ids.For(db)(db).ToList();
        if (edition is { } same && same.Ids.SequenceEqual(ids))
        {
            edition = same with { Moment = moment };
            return same.Reading;
        }

        lock (gate)
        {
            if (edition is { } newest && newest.Ids.SequenceEqual(ids)) return newest.Reading;

            edition = Read(db, ids) with { Moment = moment };
            return edition.Reading;
        }
    }

    /// <summary>Packs put in force through the pages, as the shelf in use has them.</summary>
    public IReadOnlyList<DraftText> InForce
    {
        get
        {
            Now();
            return edition!.InForce;
        }
    }

    /// <summary>The newest packs do not fit this node's folder, and an earlier shelf is in use; null when all is well.</summary>
    public IReadOnlyList<PackFault>? Faults => edition?.Faults;

    private Edition Read(AppDb db, List<Guid> ids)
    {
        var drafts = db.DraftPacks.AsNoTracking().Where(d => ids.Contains(d.Id)).ToList();
        var inForce = DraftText.Of(drafts, db.DraftFiles.AsNoTracking().Where(f => ids.Contains(f.DraftId)).ToList());
        var early = Interlocked.Exchange(ref ahead, null);
        var reading = early is not null && ids.Count == 0 ? early : ShelfReading.Of(settings.PoliciesFolder, [.. inForce.Select(t => t.Read())]);
        if (reading.Shelf is not null) return new(ids, inForce, reading, null);

        // At the start nothing stands on a broken shelf; later the shelf that stood goes on until this node is mended.
        if (edition is not { } before) throw new BrokenShelfException(reading.Faults);

        db.GetService<ILoggerFactory>().CreateLogger("Huanxin.Policies").LogError(
            "the packs in force do not fit the folder of this node: {Count} faults, first {Fault}", reading.Faults.Count, reading.Faults[0]);
        return before with { Ids = ids, Faults = reading.Faults };
    }

    private sealed record Edition(IReadOnlyList<Guid> Ids, IReadOnlyList<DraftText> InForce, ShelfReading Reading, IReadOnlyList<PackFault>? Faults)
    {
        /// <summary>Moment of the database up to which these are known to be the packs in force.</summary>
        public string? Moment { get; init; }
    }
}
