using System.Security.Cryptography;
using Huanxin.App.Files;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>An act that waits for its seal was altered in the meantime; sealing stops until a person has looked.</summary>
public sealed class TamperedAct(Guid act) : Exception($"待封存的办理行为 {act} 已被改动，封存停止，请管理员核查。")
{
    public Guid Act { get; } = act;
}

/// <summary>
/// Seals acts into a hash chain, oldest first. Two sealers cannot both succeed: each takes the next numbers of the chain, the number is
/// the key of a seal, and the one that comes second fails as a whole and tries again later.
/// </summary>
public sealed class Sealer(TimeProvider clock, Cipher cipher, SealWitness witness)
{
    private const int BatchActs = 500;

    /// <summary>Hash before the first act.</summary>
    public static readonly byte[] Genesis = new byte[32];

    /// <summary>Seals what is waiting and answers how many acts; zero when another node was faster.</summary>
    public async Task<int> SealAsync(AppDb db, CancellationToken stop)
    {
        var total = 0;
        for (int done; (done = await SealBatchAsync(db, stop)) > 0;) total += done;
        return total;
    }

    /// <summary>The next hash of the chain.</summary>
    public static byte[] Link(byte[] previous, byte[] digest) => SHA256.HashData([.. previous, .. digest]);

    private async Task<int> SealBatchAsync(AppDb db, CancellationToken stop)
    {
        var waiting = await (from row in db.Unsealed
                             join act in db.Acts.AsNoTracking() on row.ActId equals act.Id
                             orderby act.At, act.Id
                             select new { Row = row, Act = act }).Take(BatchActs).ToListAsync(stop);
        if (waiting.Count == 0) return 0;

        var digests = await ActDigest.OfAsync(db, [.. waiting.Select(pair => pair.Act)], stop);
        var head = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        var (number, hash) = (head?.Number ?? 0, head?.Hash ?? Genesis);
        foreach (var (row, act) in waiting.Select(pair => (pair.Row, pair.Act)))
        {
            var digest = digests[act.Id];
            if (!CryptographicOperations.FixedTimeEquals(row.Proof, cipher.Prove(digest))) throw new TamperedAct(act.Id);

            hash = Link(hash, digest);
            db.Seals.Add(new SealRow
            {
                Number = ++number, ActId = act.Id, SealedAt = clock.GetUtcNow().UtcDateTime, Hash = hash, Proof = cipher.Prove(hash),
            });
            db.Unsealed.Remove(row);
        }

        if (!await db.SaveSealsAsync(stop)) return 0;

        witness.Note(number, hash);
        return waiting.Count;
    }
}

/// <summary>
/// Heads of the chain that this node has seen, one line each in a file outside the database:
/// without it nobody could tell that the newest acts were cut off together with their seals.
/// </summary>
public sealed class SealWitness(string file)
{
    /// <summary>Has seen nothing, for a database that is not this installation's own.</summary>
    public static readonly SealWitness Blind = new("");

    /// <summary>Notes a head.</summary>
    public void Note(long number, byte[] hash)
    {
        OwnerOnly.Folder(Path.GetDirectoryName(file)!);
        File.AppendAllLines(file, [$"{number} {Convert.ToHexStringLower(hash)}"]);
    }

    /// <summary>After a restore: what was seen so far is laid aside, and the restored head is the first one seen.</summary>
    public void StartAnew(long number, byte[] hash, DateTime at)
    {
        if (File.Exists(file)) File.Move(file, $"{file}.{at:yyyyMMddHHmmssfff}");
        if (number > 0) Note(number, hash);
    }

    /// <summary>The newest head this node has seen; null when it has seen none.</summary>
    public (long Number, byte[] Hash)? Latest()
    {
        if (!File.Exists(file) || File.ReadLines(file).LastOrDefault(line => line.Length >= 66)?.Split(' ') is not [var number, var hash])
        {
            return null;
        }

        return (long.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Convert.FromHexString(hash));
    }
}
