using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>SHA-256 over every field of an act and of its changes in order, each with its length, fed as they come.</summary>
internal sealed class ActDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ActDigest(ActRow act)
    {
        Append(act.Id.ToString("N"));
        Append($"{act.At.Ticks / 10}");    // microseconds: what both databases keep of a time
        Append(act.AccountId?.ToString("N"));
        Append(act.ActorName.Sealed);
        Append(act.OnBehalfOf?.ToString("N"));
        Append(act.Verb);
        Append(act.Why);
        Append(act.Source);
        Append(act.Node);
    }

    /// <summary>Digests of these acts, their changes streamed: an act may have hundreds of thousands.</summary>
    public static async Task<Dictionary<Guid, byte[]>> OfAsync(AppDb db, IReadOnlyList<ActRow> acts, CancellationToken stop)
    {
        var digests = acts.ToDictionary(act => act.Id, act => new ActDigest(act));
        var ids = digests.Keys.ToList();
        var changes = db.Changes.AsNoTracking().Where(c => ids.Contains(c.ActId)).OrderBy(c => c.ActId).ThenBy(c => c.Number);
        await foreach (var change in changes.AsAsyncEnumerable().WithCancellation(stop)) digests[change.ActId].Add(change);
        return digests.ToDictionary(pair => pair.Key, pair => pair.Value.Finish());
    }

    public void Add(ChangeRow change)
    {
        Append($"{change.Number}");
        Append($"{change.Kind}");
        Append(change.RecordType);
        Append(change.RecordKey);
        Append(change.Place?.Prefix);
        Append(change.Field);
        Append(change.Old);
        Append(change.New);
    }

    public byte[] Finish()
    {
        var digest = hash.GetHashAndReset();
        Dispose();
        return digest;
    }

    public void Dispose() => hash.Dispose();

    private void Append(string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
