using System.Globalization;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>What stands in a sheet's XML before its rows: print fit, frozen header, column widths.</summary>
internal static class SheetHead
{
    public static void Write(XmlBuffer xml, SheetLayout layout)
    {
        var head = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
            """);
        if (layout.HeaderRows > 0 || layout.FrozenColumns > 0) head.Append(Pane(layout));
        if (layout.Columns.Count > 0) head.Append("<cols>");
        foreach (var (index, column) in layout.Columns.Index())
        {
            var width = (column.Width ?? Width(column.Header)).ToString(CultureInfo.InvariantCulture);
            head.Append($"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{width}\" customWidth=\"1\"/>");
        }

        if (layout.Columns.Count > 0) head.Append("</cols>");
        xml.Raw(Encoding.UTF8.GetBytes(head.Append("<sheetData>").ToString()));
    }

    private static string Pane(SheetLayout layout)
    {
        var (rows, columns) = (layout.HeaderRows, layout.FrozenColumns);
        var split = (columns > 0 ? $"xSplit=\"{columns}\" " : "") + (rows > 0 ? $"ySplit=\"{rows}\" " : "");
        var pane = (rows > 0, columns > 0) switch
        {
            (true, true) => "bottomRight",
            (true, false) => "bottomLeft",
            _ => "topRight",
        };
        var topLeft = SheetWriter.Letters(columns) + (rows + 1);
        return $"<sheetViews><sheetView workbookViewId=\"0\"><pane {split}topLeftCell=\"{topLeft}\" "
            + $"activePane=\"{pane}\" state=\"frozen\"/></sheetView></sheetViews>";
    }

    // A Chinese character is as wide as two digits; two more for the filter button.
    private static double Width(string header) =>
        Math.Clamp(header.Sum(c => c > 0xFF ? 2 : 1) + 4, 10, 40);
}
