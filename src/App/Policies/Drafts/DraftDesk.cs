using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Policies.Drafts;

/// <summary>Where draft packs are handed in, looked at and decided on.</summary>
public sealed class DraftDesk(AppDb db, LiveShelf shelf, Settings settings, IEnumerable<IDecisionsInForce> decisions)
{
    /// <summary>Reads a pack with the shelf in use; nothing is kept.</summary>
    public DraftReading Read(DraftText text) => DraftReading.Of(text, shelf.Now(), shelf.InForce, settings.PoliciesFolder);

    /// <summary>Reads a draft that is kept.</summary>
    public async Task<DraftReading> ReadAsync(DraftPack draft, CancellationToken stop) => Read(await DraftText.OfAsync(db, draft, stop));

    /// <summary>Everything in force that would lose what it rests on.</summary>
    public async Task<IReadOnlyList<Orphan>> OrphansOfAsync(DraftReading draft, CancellationToken stop)
    {
        var lost = Orphans.LostBy(draft);
        if (lost.Count == 0) return [];

        var orphans = Orphans.InPacks(draft, lost).ToList();
        foreach (var feature in decisions) orphans.AddRange(await feature.RestingOnAsync(lost, stop));
        return orphans;
    }

    /// <summary>Keeps a sound pack as a new draft, or as the next text of one; the caller saves.</summary>
    public async Task<DraftPack> KeepAsync(DraftPack? draft, DraftKind kind, DraftReading reading, Act act, CancellationToken stop)
    {
        if (!reading.IsSound) throw DraftRefusals.Faulty(reading.Faults.Count + reading.Elsewhere.Count);

        var document = reading.Document!.Identity;
        var identity = new DraftIdentity(reading.Text.Stem, document.Id, document.Title, document.Region, document.Effective, reading.Document.Hash);
        if (draft is null)
        {
            draft = DraftPack.Upload(Guid.CreateVersion7(act.At), kind, identity, act);
            db.Add(draft);
        }
        else
        {
            draft.Revise(identity, act);
            db.RemoveRange(await db.DraftFiles.Where(f => f.DraftId == draft.Id).ToListAsync(stop));
        }

        var owner = draft;
        db.AddRange(reading.Text.Files.Select(f => new DraftFile
        {
            Id = Guid.CreateVersion7(act.At), DraftId = owner.Id, Place = owner.Place, Name = f.Name, Text = f.Text,
        }));
        return draft;
    }

    /// <summary>Asks for a draft to be put in force, when it still stands on the shelf of today.</summary>
    public async Task ProposeAsync(DraftPack draft, Act act, CancellationToken stop)
    {
        await RefuseUnfitAsync(draft, stop);
        if (await db.DraftPacks.AnyAsync(d => d.Document == draft.Document && d.State == DraftState.Proposed && d.Id != draft.Id, stop))
        {
            throw DraftRefusals.AlreadyProposed(draft.Document);
        }

        draft.Propose(act);
    }

    /// <summary>Puts a draft in force; the pack of its id that was in force through the pages gives way.</summary>
    public async Task PutInForceAsync(DraftPack draft, Act act, CancellationToken stop)
    {
        var reading = await RefuseUnfitAsync(draft, stop);
        draft.PutInForce(act, reading.Before.Packs.FirstOrDefault(p => p.Id == draft.Document)?.Hash);
        var before = await db.DraftPacks.SingleOrDefaultAsync(d => d.InForceAs == draft.Document && d.Id != draft.Id, stop);
        before?.Supersede(act);
    }

    /// <summary>
    /// Takes a pack off that clashes with the folder, so that the start is possible again; raises refusals where nothing is broken, where
    /// it is not this pack, and where a decision in force would lose what it rests on. Answers how many faults are left.
    /// </summary>
    public async Task<int> TakeOffAsync(string document, Act act, CancellationToken stop)
    {
        var all = await db.DraftPacks.Where(d => d.InForceAs != null).ToListAsync(stop);
        var draft = all.Find(d => d.InForceAs == document) ?? throw DraftRefusals.NotInForce(document);
        var others = new List<Pack>();
        foreach (var other in all.Where(d => d != draft)) others.Add((await DraftText.OfAsync(db, other, stop)).Read());

        var pack = (await DraftText.OfAsync(db, draft, stop)).Read();
        var (with, without) = (ShelfReading.Of(settings.PoliciesFolder, [.. others, pack]), ShelfReading.Of(settings.PoliciesFolder, others));
        if (with.Shelf is not null) throw DraftRefusals.ShelfIsSound(document);
        if (without.Faults.Count >= with.Faults.Count) throw DraftRefusals.NotTheCause(document);

        var lost = Orphans.LostWithout(pack, without.Packs);
        foreach (var feature in decisions)
        {
            if (await feature.RestingOnAsync(lost, stop) is { Count: > 0 } orphans) throw Refused(orphans);
        }

        draft.TakeOff(act);
        return without.Faults.Count;
    }

    private static Refusal Refused(IReadOnlyList<Orphan> orphans) => DraftRefusals.Orphans(orphans.Count, string.Join('；', orphans.Take(3)));

    private async Task<DraftReading> RefuseUnfitAsync(DraftPack draft, CancellationToken stop)
    {
        var reading = await ReadAsync(draft, stop);
        if (!reading.IsSound) throw DraftRefusals.Faulty(reading.Faults.Count + reading.Elsewhere.Count);
        if (await OrphansOfAsync(reading, stop) is { Count: > 0 } orphans) throw Refused(orphans);

        return reading;
    }
}
