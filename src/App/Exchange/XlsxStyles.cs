using System.Globalization;
using System.Xml;

namespace Huanxin.App.Exchange;

/// <summary>Which cell styles show a number as a date.</summary>
internal static class XlsxStyles
{
    public static bool[] DateStyles(XlsxPackage package)
    {
        using var xml = package.Part("xl/styles.xml", () => "");
        if (xml is null) return [];

        var own = new HashSet<int>();
        var styles = new List<bool>();
        var isInCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") isInCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && IsDate(xml.GetAttribute("formatCode") ?? ""))
            {
                own.Add(Number(xml, "numFmtId"));
            }
            if (xml.LocalName != "xf" || !isInCells) continue;

            var format = Number(xml, "numFmtId");
            styles.Add(format is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58
                || own.Contains(format));
        }

        return [.. styles];
    }

    // A year, month or day letter outside quotes, brackets and escapes.
    private static bool IsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = Skip(format, i, '"');
                    break;
                case '[':
                    i = Skip(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static int Skip(string format, int from, char end) =>
        format.IndexOf(end, from + 1) is >= 0 and var at ? at : format.Length;

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : 0;
}
