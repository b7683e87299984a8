using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// The one style table of every workbook we write: each kind of cell in each style of row, plus three for heads; and each of them again
/// for text that a spreadsheet would run instead of show.
/// </summary>
internal static class SheetStyles
{
    private const int KindCount = (int)CellKind.Moment + 1, First = 4;
    private static readonly int Count = First + KindCount * Enum.GetValues<RowStyle>().Length;

    public const int Header = 1, Title = 2, UnitLine = 3;

    // What stands between the address of a cell and its content, for each style.
    private static readonly byte[][] Blanks = Openings("/>"), Numbers = Openings("><v>"), Texts = Openings(" t=\"inlineStr\"><is><t>"),
        EdgedTexts = Openings(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static readonly int[] Styles = [.. from row in Enum.GetValues<RowStyle>() from kind in Enum.GetValues<CellKind>() select Style(kind, row)];

    public static ReadOnlySpan<byte> Blank(int style) => Blanks[style];

    public static ReadOnlySpan<byte> Number(int style) => Numbers[style];

    public static ReadOnlySpan<byte> Text(int style) => Texts[style];

    /// <summary>Blanks at either end of the text are part of it.</summary>
    public static ReadOnlySpan<byte> EdgedText(int style) => EdgedTexts[style];

    private static byte[][] Openings(string kind) =>
        [.. Enumerable.Range(0, 2 * Count).Select(style => Encoding.ASCII.GetBytes((style == 0 ? "\"" : $"\" s=\"{style}\"") + kind))];

    public static int Of(CellKind kind, RowStyle row) => Styles[(int)row * KindCount + (int)kind];

    // Plain text and numbers need no format: their cells stay short, and they are most of every file.
    private static int Style(CellKind kind, RowStyle row) =>
        row == RowStyle.Plain && NumberFormat(kind) == 0 ? 0 : First + (int)row * KindCount + (int)kind;

    /// <summary>The same look for text that must stay text when somebody edits the cell.</summary>
    public static int Guarded(int style) => Count + style;

    private static int NumberFormat(CellKind kind) => kind switch
    {
        CellKind.Blank or CellKind.Text or CellKind.Number => 0,
        CellKind.Whole => 3,
        CellKind.Money or CellKind.Area => 4,
        CellKind.WanYuan or CellKind.WanArea => 164,
        CellKind.Percent => 10,
        CellKind.Date => 165,
        CellKind.Moment => 166,
    };

    public static string Part()
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00####"/>
            <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/>
            <numFmt numFmtId="166" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
            <fonts count="3"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font>
            <font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>
            <font><b/><sz val="16"/><name val="黑体"/><charset val="134"/></font></fonts>
            <fills count="5"><fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFE6F2F0"/></patternFill></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFFBD5C5"/></patternFill></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFFDECC0"/></patternFill></fill></fills>
            <borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/>
            <bottom style="thin"/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>

            """);
        xml.Append($"<cellXfs count=\"{2 * Count}\">");
        string[] looks =
        [
            "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
            Xf(0, 1, 2, 1, "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"),
            Xf(0, 2, 0, 0, "<alignment horizontal=\"center\" vertical=\"center\"/>"),
            Xf(0, 0, 0, 0, "<alignment horizontal=\"right\"/>"),
            .. from row in Enum.GetValues<RowStyle>()
               from kind in Enum.GetValues<CellKind>()
               select Xf(kind, row),
        ];
        foreach (var look in looks) xml.Append(look);
        foreach (var look in looks) xml.Append(look.Replace("xfId=\"0\"", "xfId=\"0\" quotePrefix=\"1\"", StringComparison.Ordinal));
        return xml.Append("</cellXfs></styleSheet>").ToString();
    }

    private static string Xf(CellKind kind, RowStyle row) => row switch
    {
        RowStyle.Plain => Xf(NumberFormat(kind), 0, 0, 0, ""),
        RowStyle.Total => Xf(NumberFormat(kind), 1, 2, 0, ""),
        RowStyle.Lined => Xf(NumberFormat(kind), 0, 0, 1, ""),
        RowStyle.LinedTotal => Xf(NumberFormat(kind), 1, 2, 1, ""),
        RowStyle.HardFault => Xf(NumberFormat(kind), 1, 3, 1, ""),
        RowStyle.SoftFault => Xf(NumberFormat(kind), 0, 4, 1, ""),
    };

    private static string Xf(int format, int font, int fill, int border, string alignment) =>
        $"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\""
        + " applyNumberFormat=\"1\""
        + $" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{alignment}</xf>";
}
