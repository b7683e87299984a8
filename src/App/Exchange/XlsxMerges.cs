using System.Xml;

namespace Huanxin.App.Exchange;

/// <summary>Merged cells stand behind the rows; only those over several rows matter to a table's data.</summary>
internal static class XlsxMerges
{
    private const int Most = 200_000;

    public static IReadOnlyList<SheetMerge> Read(XlsxPackage package, string path)
    {
        using var xml = package.Part(path, () => "") ?? throw ExchangeRefusals.Damaged();
        var merges = new List<SheetMerge>();
        while (xml.Read() && merges.Count < Most)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell"
                && Of(xml.GetAttribute("ref")) is { } merge)
            {
                merges.Add(merge);
            }
        }

        return merges;
    }

    private static SheetMerge? Of(string? range)
    {
        if (range?.Split(':') is not [var from, var to]) return null;
        if (!CellAddress.TryParse(from, out var column, out var first)
            || !CellAddress.TryParse(to, out _, out var last))
        {
            return null;
        }

        return last > first ? new SheetMerge(column, first, last) : null;
    }
}
