using System.Text;

namespace Huanxin.Core.Exchange;

/// <summary>
/// Makes text comparable (文本归一): full-width forms become half-width, unseen characters go, blanks are one.
/// </summary>
public static class CellText
{
    /// <summary>
    /// For reading numbers, dates and headings: half-width, no blanks at the ends, one blank at most inside.
    /// </summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text;

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var c = Narrow(character);
            if (c == ' ' && (plain.Length == 0 || plain[^1] == ' ')) continue;
            if (c != '\0') plain.Append(c);
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>For comparing headings and names: <see cref="Plain"/> without any blank, in lower case.</summary>
    public static string Key(string? text) => text is not null && IsKey(text) ? text : Plain(text).Replace(" ", "").ToLowerInvariant();

    /// <summary>
    /// A name as a person means it (名称): “高　区” is “高区”; blanks stay only between Latin letters or digits.
    /// </summary>
    public static string Name(string? text)
    {
        var plain = Tidy(text);
        if (!plain.Contains(' ')) return plain;

        var name = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == ' ' && (plain[i - 1] > 0x2E7F || plain[i + 1] > 0x2E7F)) continue;
            name.Append(plain[i]);
        }

        return name.ToString();
    }

    /// <summary>Free text without unseen characters and outer blanks; its punctuation stays as written (文本).</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text;

        var tidy = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var c = IsUnseen(character) ? '\0' : char.IsWhiteSpace(character) ? ' ' : character;
            if (c == ' ' && (tidy.Length == 0 || tidy[^1] == ' ')) continue;
            if (c != '\0') tidy.Append(c);
        }

        return tidy.ToString().TrimEnd();
    }

    // Most cells: nothing but letters, digits, marks and Chinese characters, which stay as they are.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((> ' ' and < '\u007F') or (>= '\u3400' and <= '\u9FFF'))) return false;
        }

        return true;
    }

    private static bool IsKey(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((> ' ' and < 'A') or (> 'Z' and < '\u007F') or (>= '\u3400' and <= '\u9FFF'))) return false;
        }

        return true;
    }

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '。' or '．' => '.',
        '²' => '2',
        '—' or '–' or '−' or '‐' or '―' => '-',
        '〜' or '～' => '~',
        '￥' => '¥',
        _ when IsUnseen(c) => '\0',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    private static bool IsUnseen(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
