using System.Runtime.InteropServices;

namespace Huanxin.App.Data;

/// <summary>A number by which a short text is found again among those read lately.</summary>
internal static class TextMark
{
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var mark = (ulong)text.Length;
        for (; text.Length >= 8; text = text[8..]) mark = (mark ^ MemoryMarshal.Read<ulong>(text)) * 0x9E3779B97F4A7C15;
        foreach (var one in text) mark = (mark ^ one) * 0x100000001B3;
        return (uint)(mark * 0x9E3779B97F4A7C15 >> 32);
    }
}
