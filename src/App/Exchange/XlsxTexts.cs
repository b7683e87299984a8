using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Huanxin.App.Exchange;

/// <summary>The table of distinct texts of a workbook.</summary>
internal static class XlsxTexts
{
    private static readonly ulong ItemName = XmlTokens.NameOf("si"u8), TextName = XmlTokens.NameOf("t"u8), HintName = XmlTokens.NameOf("rPh"u8);

    private static readonly Regex Escape = new(
        "_x([0-9A-Fa-f]{4})_", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    public static string[] Read(XlsxPackage package, SheetLimits limits)
    {
        using var xml = package.Tokens("xl/sharedStrings.xml", () => ExchangeLabels.SharedTexts);
        if (xml is null) return [];

        var texts = new List<string>();
        var total = 0L;
        for (XmlToken token; (token = xml.Next()) != XmlToken.End;)
        {
            if (token != XmlToken.Open || xml.Name != ItemName) continue;

            texts.Add(Rich(xml, limits.LongestCell, () => ExchangeLabels.SharedTexts));
            if ((total += texts[^1].Length + 20) > limits.MostSharedCharacters) throw ExchangeRefusals.TooMuchText();
        }

        return [.. texts];
    }

    /// <summary>
    /// All runs of text inside the element just opened, which it steps over; phonetic hints are not text.
    /// </summary>
    public static string Rich(XmlTokens xml, int longest, Func<string> where)
    {
        if (xml.IsEmpty) return "";

        string? only = null;
        StringBuilder? runs = null;
        for (var outer = xml.Depth - 1; xml.Depth > outer;)
        {
            if (xml.Next() != XmlToken.Open) continue;
            if (xml.Name == HintName)
            {
                xml.Skip();
                continue;
            }

            if (xml.Name != TextName || xml.IsEmpty) continue;

            while (xml.Next() is var token and not XmlToken.Close)
            {
                if (token == XmlToken.Open) xml.Skip();
                else if (only is null) only = xml.Text;
                else (runs ??= new StringBuilder(only)).Append(xml.Text);
                if ((runs?.Length ?? only?.Length) > longest) throw ExchangeRefusals.CellTooLong(where(), longest);
            }
        }

        return Unescape(runs?.ToString() ?? only ?? "");
    }

    /// <summary>The one text the walk stands on.</summary>
    public static string Only(XmlTokens xml, int longest, Func<string> where) =>
        xml.Text is { } text && text.Length <= longest ? Unescape(text) : throw ExchangeRefusals.CellTooLong(where(), longest);

    /// <summary>Excel writes characters XML cannot hold as _x000D_.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escape.Replace(text,
            match =>
                ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture)).ToString());
}
