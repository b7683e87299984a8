using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>SHA-256 over every field of an act and of its changes in order, each with its length, fed as they come.</summary>
internal sealed class ActDigest : IDisposable
{
    private const int Piece = 64 * 1024;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> pending = new();

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

    /// <summary>The same for a new record whose values are bytes already.</summary>
    public void AddCreated(int number, string type, string key, string? place, ReadOnlySpan<byte> values)
    {
        Append(number.ToString(CultureInfo.InvariantCulture));
        Append(nameof(ChangeKind.Created));
        Append(type);
        Append(key);
        Append(place);
        Append((string?)null);
        Append((string?)null);
        Append(values);
    }

    public byte[] Finish()
    {
        Flush();
        var digest = hash.GetHashAndReset();
        Dispose();
        return digest;
    }

    public void Dispose() => hash.Dispose();

    private void Append(string? text)
    {
        var most = text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length);
        var space = pending.GetSpan(sizeof(int) + most);
        var length = text is null ? 0 : Encoding.UTF8.GetBytes(text, space[sizeof(int)..]);
        Advance(space, text is null ? -1 : length);
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        var space = pending.GetSpan(sizeof(int) + text.Length);
        text.CopyTo(space[sizeof(int)..]);
        Advance(space, text.Length);
    }

    private void Advance(Span<byte> space, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(space, length);
        pending.Advance(sizeof(int) + Math.Max(0, length));
        if (pending.WrittenCount > Piece) Flush();
    }

    // In large pieces: each call of the hash costs more than a short field does.
    private void Flush()
    {
        hash.AppendData(pending.WrittenSpan);
        pending.ResetWrittenCount();
    }
}
