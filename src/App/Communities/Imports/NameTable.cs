using System.Runtime.InteropServices;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// Who is first called so in a district. Nothing in here is an object of its own: hundreds of thousands of names that stay would be moved and
/// looked through whenever memory is swept.
/// </summary>
internal sealed class NameTable
{
    private readonly NameTexts texts = new();
    private readonly List<Entry> entries = [];
    private int[] heads = new int[1024];

    /// <summary>The one of this name; null where nobody has it.</summary>
    public int? Find(int district, ReadOnlySpan<char> name)
    {
        var mark = MarkOf(district, name);
        for (var at = heads[mark & (heads.Length - 1)]; at > 0;)
        {
            ref readonly var entry = ref CollectionsMarshal.AsSpan(entries)[at - 1];
            if (entry.Mark == mark && entry.District == district && texts.Of(entry.Name).SequenceEqual(name)) return entry.Who;

            at = entry.Next;
        }

        return null;
    }

    /// <summary>Keeps the name for whoever has it first, and answers who that is.</summary>
    public int Add(int district, ReadOnlySpan<char> name, int who)
    {
        if (Find(district, name) is { } first) return first;
        if (entries.Count == heads.Length) Grow();

        var mark = MarkOf(district, name);
        ref var head = ref heads[mark & (heads.Length - 1)];
        entries.Add(new Entry(mark, head, district, who, texts.Add(name)));
        head = entries.Count;
        return who;
    }

    private static int MarkOf(int district, ReadOnlySpan<char> name) => HashCode.Combine(district, string.GetHashCode(name));

    private void Grow()
    {
        heads = new int[heads.Length * 2];
        var all = CollectionsMarshal.AsSpan(entries);
        for (var i = 0; i < all.Length; i++)
        {
            ref var head = ref heads[all[i].Mark & (heads.Length - 1)];
            (all[i], head) = (all[i] with { Next = head }, i + 1);
        }
    }

    // Next is the number of another with the same head, from one; zero for none.
    private readonly record struct Entry(int Mark, int Next, int District, int Who, NameAt Name);
}

/// <summary>Where a text lies among others.</summary>
internal readonly record struct NameAt(int Piece, int From, int Length);

/// <summary>Texts one behind the other in large pieces.</summary>
internal sealed class NameTexts
{
    private const int PieceLength = 1 << 16;
    private readonly List<char[]> pieces = [];
    private int used;

    public ReadOnlySpan<char> Of(NameAt text) => pieces[text.Piece].AsSpan(text.From, text.Length);

    public NameAt Add(ReadOnlySpan<char> text)
    {
        if (pieces.Count == 0 || text.Length > pieces[^1].Length - used)
        {
            pieces.Add(new char[Math.Max(PieceLength, text.Length)]);
            used = 0;
        }

        text.CopyTo(pieces[^1].AsSpan(used));
        used += text.Length;
        return new NameAt(pieces.Count - 1, used - text.Length, text.Length);
    }
}
