using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Huanxin.App.Data;

/// <summary>
/// What was worked out and may be asked for again, so much of it at most: where more comes it begins anew, which costs no more than working it
/// out once again.
/// </summary>
public sealed class Memo<TKey, TValue>(int most) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new();

    // Kept beside: to ask the dictionary how many it holds takes every one of its locks, and a list keeps its rows one by one.
    private int count;

    public TValue this[TKey key]
    {
        set
        {
            MakeRoom();
            if (known.TryAdd(key, value)) Interlocked.Increment(ref count);
            else known[key] = value;
        }
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => known.TryGetValue(key, out value);

    /// <summary>What is kept of it; of several who ask at once all get the same.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        if (known.TryGetValue(key, out var kept)) return kept;

        MakeRoom();
        var made = make();
        if (!known.TryAdd(key, made)) return known.TryGetValue(key, out kept) ? kept : made;

        Interlocked.Increment(ref count);
        return made;
    }

    public void Remove(TKey key)
    {
        if (known.TryRemove(key, out _)) Interlocked.Decrement(ref count);
    }

    private void MakeRoom()
    {
        if (Volatile.Read(ref count) < most) return;

        known.Clear();
        Volatile.Write(ref count, 0);
    }
}
