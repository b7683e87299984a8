using System.Buffers.Text;
using static Huanxin.App.Exchange.XmlTokens;

namespace Huanxin.App.Exchange;

/// <summary>Widths of columns stand before the rows; what stands behind is not looked at.</summary>
internal static class XlsxWidths
{
    private const int MostColumns = 16_384;
    private const double Widest = 255;
    private static readonly ulong RowsName = NameOf("sheetData"u8), ColumnName = NameOf("col"u8), FirstName = NameOf("min"u8), LastName = NameOf("max"u8),
        WidthName = NameOf("width"u8);

    public static IReadOnlyDictionary<int, double> Read(XlsxPackage package, string path)
    {
        using var xml = package.Tokens(path, () => "") ?? throw ExchangeRefusals.Damaged();
        var widths = new Dictionary<int, double>();
        for (XmlToken token; (token = xml.Next()) != XmlToken.End && !(token == XmlToken.Open && xml.Name == RowsName);)
        {
            if (token != XmlToken.Open || xml.Name != ColumnName || !Utf8Parser.TryParse(xml.Attribute(WidthName), out double width, out _)) continue;
            if (!Utf8Parser.TryParse(xml.Attribute(FirstName), out int first, out _) || !Utf8Parser.TryParse(xml.Attribute(LastName), out int last, out _)) continue;

            for (var column = Math.Max(1, first); column <= Math.Min(last, MostColumns); column++) widths[column - 1] = Math.Clamp(width, 0, Widest);
        }

        return widths;
    }
}
