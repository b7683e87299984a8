using System.Buffers;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// What the lines of a file that is not UTF-8 as a whole are each written in. Lines that were put together from two files decode without an error
/// and are garbage: only looked at one by one do they give themselves away.
/// </summary>
internal sealed class LineEncodings
{
    private const int FewestPairs = 8;
    private readonly List<byte> rest = [];
    private (int Count, int First) utf8, other;
    private int pairs, lowTrails, frequent;
    private bool isBroken;

    private LineEncodings()
    {
    }

    /// <summary>Some lines are Chinese in UTF-8, and others are pairs of bytes.</summary>
    public bool IsMixed => utf8.Count > 0 && other.Count > 0 && !isBroken;

    public bool IsMostlyUtf8 => utf8.Count >= other.Count;

    /// <summary>The first line that is not as most are, from one.</summary>
    public int Strange => IsMostlyUtf8 ? other.First : utf8.First;

    /// <summary>
    /// As Big5 is written: many second bytes below 0x7F, where GB2312 has none, and first bytes of frequent characters, which differ from those of
    /// traditional characters in GBK.
    /// </summary>
    public bool IsLikeBig5 => pairs >= FewestPairs && lowTrails * 6 > pairs && frequent * 10 > pairs * 9;

    public static LineEncodings Of(Stream file)
    {
        var lines = new LineEncodings();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        file.Position = 0;
        var line = 1;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            var left = buffer.AsSpan(0, read);
            for (int end; (end = left.IndexOf((byte)'\n')) >= 0; left = left[(end + 1)..]) lines.Add(left[..end], line++);
            lines.Keep(left);
        }

        lines.Add([], line);
        ArrayPool<byte>.Shared.Return(buffer);
        return lines;
    }

    private void Keep(ReadOnlySpan<byte> left)
    {
        // What stands beyond is in the same encoding as the line began, or the line is no line.
        if (rest.Count + left.Length < 1 << 17) rest.AddRange(left);
    }

    private void Add(ReadOnlySpan<byte> text, int line)
    {
        if (rest.Count > 0)
        {
            Keep(text);
            text = rest.ToArray();
            rest.Clear();
        }

        if (line == 1 && text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        if (Ascii.IsValid(text)) return;

        if (IsChineseUtf8(text)) utf8 = (utf8.Count + 1, utf8.Count == 0 ? line : utf8.First);
        else
        {
            other = (other.Count + 1, other.Count == 0 ? line : other.First);
            CountPairs(text);
        }
    }

    // Pairs of bytes may be read as UTF-8 by chance, as letters of other alphabets, and hardly ever as a whole line of Chinese.
    private static bool IsChineseUtf8(ReadOnlySpan<byte> text)
    {
        var isChinese = false;
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done) return false;
            if (rune.Value is > 0xFF and < 0x2000) return false;

            isChinese |= rune.Value >= 0x2E80;
            text = text[length..];
        }

        return isChinese;
    }

    private void CountPairs(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            if (text[i] is 0x80 or 0xFF || i + 1 == text.Length || text[i + 1] is < 0x30 or 0x7F or 0xFF)
            {
                isBroken = true;
                return;
            }

            pairs++;
            if (text[i + 1] is >= 0x40 and < 0x7F) lowTrails++;
            if (text[i] is >= 0xA1 and <= 0xC6) frequent++;
            i++;
        }
    }
}
