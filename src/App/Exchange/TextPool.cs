using System.Runtime.InteropServices;

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

        var mark = Mark(bytes);
        ref var slot = ref slots[mark % Slots];
        if (slot.Bytes is { } kept && bytes.SequenceEqual(kept)) return slot.Text;

        var text = make();
        slot = slot.Mark == mark ? (mark, bytes.ToArray(), text) : (mark, null, "");
        return text;
    }

    private static uint Mark(ReadOnlySpan<byte> bytes)
    {
        var mark = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..]) mark = (mark ^ MemoryMarshal.Read<ulong>(bytes)) * 0x9E3779B97F4A7C15;
        foreach (var one in bytes) mark = (mark ^ one) * 0x100000001B3;
        return (uint)(mark * 0x9E3779B97F4A7C15 >> 32);
    }
}
