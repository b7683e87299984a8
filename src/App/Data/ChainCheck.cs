using System.Security.Cryptography;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>What is wrong with the chain of acts, at the first place where it is.</summary>
public enum ChainFault { None, ActAltered, ActRemoved, SealForged, SealMissing, ActInserted, WaitingActAltered, NewestCutOff }

/// <summary>Result of <see cref="ChainCheck"/>: how many acts were proven and the first bad one.</summary>
public sealed record ChainVerdict(long Proven, long Waiting, ChainFault Fault, long? Number = null, Guid? ActId = null)
{
    private const int HeadLength = 8;

    public bool IsSound => Fault == ChainFault.None;

    /// <summary>Beginning of the last link's hash, to be written down elsewhere; empty while nothing is sealed or something is wrong.</summary>
    public string Head { get; init; } = "";

    /// <summary>The hash as people copy it.</summary>
    public static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, HeadLength));
}

/// <summary>Proves that no act was altered, removed, inserted or reordered since it was written.</summary>
public sealed class ChainCheck(Cipher cipher, SealWitness witness)
{
    private const int BatchActs = 500;

    /// <summary>Walks the whole chain; progress is told in acts.</summary>
    public async Task<ChainVerdict> RunAsync(AppDb db, CancellationToken stop, IProgress<long>? progress = null)
    {
        var (number, hash) = (0L, Sealer.Genesis);
        var latest = witness.Latest();
        while (true)
        {
            var seals = await db.Seals.AsNoTracking().Where(s => s.Number > number)
                .OrderBy(s => s.Number).Take(BatchActs).ToListAsync(stop);
            if (seals.Count == 0) break;

            var ids = seals.ConvertAll(s => s.ActId);
            var acts = await db.Acts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
            var digests = await ActDigest.OfAsync(db, acts, stop);
            foreach (var seal in seals)
            {
                var fault = Judge(seal, number + 1, hash, digests);
                if (fault != ChainFault.None) return new(number, 0, fault, number + 1, seal.ActId);

                (number, hash) = (seal.Number, seal.Hash);
                if (latest?.Number == number && !hash.SequenceEqual(latest.Value.Hash))
                {
                    return new(number, 0, ChainFault.SealForged, number, seal.ActId);
                }
            }

            progress?.Report(number);
        }

        if (latest?.Number > number) return new(number, 0, ChainFault.NewestCutOff, number + 1);
        var rest = await WithoutSealAsync(db, number, stop);
        return rest.IsSound && number > 0 ? rest with { Head = ChainVerdict.Short(hash) } : rest;
    }

    private ChainFault Judge(SealRow seal, long expected, byte[] previous, Dictionary<Guid, byte[]> digests)
    {
        if (seal.Number != expected) return ChainFault.SealMissing;
        if (!CryptographicOperations.FixedTimeEquals(seal.Proof, cipher.Prove(seal.Hash))) return ChainFault.SealForged;
        if (!digests.TryGetValue(seal.ActId, out var digest)) return ChainFault.ActRemoved;
        return Sealer.Link(previous, digest).SequenceEqual(seal.Hash) ? ChainFault.None : ChainFault.ActAltered;
    }

    // Every act without a seal must wait for one, and be what it was when it was written.
    private async Task<ChainVerdict> WithoutSealAsync(AppDb db, long proven, CancellationToken stop)
    {
        var waiting = 0L;
        var loose = await db.Acts.AsNoTracking().Where(a => !db.Seals.Any(s => s.ActId == a.Id))
            .OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(stop);
        var proofs = await db.Unsealed.AsNoTracking().ToDictionaryAsync(u => u.ActId, u => u.Proof, stop);
        var digests = await ActDigest.OfAsync(db, loose, stop);
        foreach (var act in loose)
        {
            if (!proofs.TryGetValue(act.Id, out var proof)) return new(proven, waiting, ChainFault.ActInserted, null, act.Id);
            if (!proof.SequenceEqual(cipher.Prove(digests[act.Id])))
            {
                return new(proven, waiting, ChainFault.WaitingActAltered, null, act.Id);
            }

            waiting++;
        }

        return new(proven, waiting, ChainFault.None);
    }
}
