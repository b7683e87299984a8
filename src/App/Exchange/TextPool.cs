using Huanxin.App.Data;

namespace Huanxin.App.Exchange;

/// <summary>
/// Texts that were read lately, so that a word a ledger says a million times is made once. A text is kept from the second time on: most are
/// never said again.
/// </summary>
internal sealed class TextPool
{
    private const int Slots = 4096, Longest = 64;
    private readonly (uint Mark, byte[]? Bytes, string Text)[] slots = new (uint, byte[]?, string)[Slots];

    /// <summary>The text these bytes stand for, made anew only where it is not kept.</summary>
    public string Of(ReadOnlySpan<byte> bytes, Func<string> make)
    {
        if (bytes.Length > Longest) return make();

        var mark = TextMark.Of(bytes);
        ref var slot = ref slots[mark % Slots];
        if (slot.Bytes is { } kept && bytes.SequenceEqual(kept)) return slot.Text;

        var text = make();
        slot = slot.Mark == mark ? (mark, bytes.ToArray(), text) : (mark, null, "");
        return text;
    }
}
