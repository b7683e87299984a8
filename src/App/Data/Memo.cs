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

    public TValue this[TKey key]
    {
        set
        {
            if (known.Count >= most) known.Clear();
            known[key] = value;
        }
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => known.TryGetValue(key, out value);
}
