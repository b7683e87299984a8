using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Huanxin.App.Exchange;

/// <summary>The table of distinct texts of a workbook.</summary>
internal static class XlsxTexts
{
    private static readonly Regex Escape = new(
        "_x([0-9A-Fa-f]{4})_", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    public static string[] Read(XlsxPackage package, SheetLimits limits)
    {
        using var xml = package.Part("xl/sharedStrings.xml", () => ExchangeLabels.SharedTexts);
        if (xml is null) return [];

        var texts = new List<string>();
        var total = 0L;
        xml.MoveToContent();
        for (var more = xml.Read(); more;)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                more = xml.Read();
                continue;
            }

            texts.Add(Rich(xml, limits.LongestCell, () => ExchangeLabels.SharedTexts));
            if ((total += texts[^1].Length + 20) > limits.MostSharedCharacters) throw ExchangeRefusals.TooMuchText();
        }

        return [.. texts];
    }

    /// <summary>
    /// All runs of text inside the element the reader stands on, which it steps over; phonetic hints are not text.
    /// </summary>
    public static string Rich(XmlReader xml, int longest, Func<string> where)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        string? only = null;
        StringBuilder? runs = null;
        for (var more = xml.Read(); more && xml.Depth > depth;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var text = xml.ReadElementContentAsString();
                if (only is null) only = text;
                else (runs ??= new StringBuilder(only)).Append(text);
                if ((runs?.Length ?? only.Length) > longest) throw ExchangeRefusals.CellTooLong(where(), longest);
                continue;
            }

            more = xml.Read();
        }

        xml.Read();
        return Unescape(runs?.ToString() ?? only ?? "");
    }

    /// <summary>Excel writes characters XML cannot hold as _x000D_.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escape.Replace(text,
            match =>
                ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture)).ToString());
}
