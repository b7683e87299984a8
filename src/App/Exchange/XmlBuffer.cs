using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// UTF-8 on its way to a stream: grows for one row, is emptied between rows, so memory does not grow with rows.
/// </summary>
internal sealed class XmlBuffer
{
    public const int LongestText = 32_767;
    private const int FullAt = 1 << 16;
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c), '<', '>', '&', '"', '_', '\uFFFE', '\uFFFF']);

    private byte[] bytes = new byte[FullAt + 4096];
    private int length;

    public bool IsFull => length >= FullAt;

    public async ValueTask FlushAsync(Stream target, CancellationToken stop)
    {
        await target.WriteAsync(bytes.AsMemory(0, length), stop);
        length = 0;
    }

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(length));
        length += utf8.Length;
    }

    /// <summary>Three pieces, one after the other.</summary>
    public void Raw(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        Reserve(first.Length + second.Length + third.Length);
        var free = bytes.AsSpan(length);
        first.CopyTo(free);
        second.CopyTo(free[first.Length..]);
        third.CopyTo(free[(first.Length + second.Length)..]);
        length += first.Length + second.Length + third.Length;
    }

    public void Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(length), out var written);
        length += written;
    }

    /// <summary>A whole mantissa with so many digits behind the point, closing zeros left off.</summary>
    public void Number(long mantissa, byte scale)
    {
        while (scale > 0 && mantissa % 10 == 0) (mantissa, scale) = (mantissa / 10, (byte)(scale - 1));
        if (scale == 0)
        {
            Number(mantissa);
            return;
        }

        Reserve(48);
        if (mantissa < 0) bytes[length++] = (byte)'-';
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(mantissa < 0 ? (ulong)-mantissa : (ulong)mantissa, digits, out var count);
        for (var missing = scale - count + 1; missing > 0; missing--)
        {
            bytes[length++] = (byte)'0';
            if (missing == scale - count + 1) bytes[length++] = (byte)'.';
        }

        Point(digits[..count], scale);
    }

    private void Point(ReadOnlySpan<byte> digits, byte scale)
    {
        var whole = digits.Length - scale;
        if (whole > 0)
        {
            Raw(digits[..whole]);
            bytes[length++] = (byte)'.';
        }

        Raw(whole > 0 ? digits[whole..] : digits);
    }

    /// <summary>
    /// Text as XML content: markup escaped, characters XML cannot hold dropped, Excel's own _x000D_ escape kept
    /// literal.
    /// </summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        Reserve(text.Length * 3);
        for (int next; (next = text.IndexOfAny(Special)) >= 0; text = text[(next + 1)..])
        {
            Utf8(text[..next]);
            Raw(Escaped(text, next));
            Reserve(text.Length * 3);
        }

        Utf8(text);
    }

    private static ReadOnlySpan<byte> Escaped(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '_' => LooksEscaped(text[at..]) ? "_x005F_"u8 : "_"u8,
        '\t' or '\n' => text[at] == '\t' ? "\t"u8 : "\n"u8,
        '\r' => at + 1 < text.Length && text[at + 1] == '\n' ? ""u8 : "\n"u8,
        _ => ""u8,
    };

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && char.IsAsciiHexDigit(text[2])
            && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    private void Utf8(ReadOnlySpan<char> text) => length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));

    private void Reserve(int more)
    {
        if (length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}
