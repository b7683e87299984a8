using Huanxin.Core.Exchange;
using static Huanxin.App.Exchange.XmlTokens;

namespace Huanxin.App.Exchange;

/// <summary>Walks once through the rows of a sheet's XML.</summary>
internal sealed class XlsxRows : IDisposable
{
    private const decimal DaysTo1904 = 1462;
    private static readonly ulong RowName = NameOf("row"u8), CellName = NameOf("c"u8), ValueName = NameOf("v"u8), FormulaName = NameOf("f"u8),
        InlineName = NameOf("is"u8), AddressName = NameOf("r"u8), TypeName = NameOf("t"u8), StyleName = NameOf("s"u8);

    private readonly XmlTokens xml;
    private readonly string sheet;
    private readonly SheetLimits limits;
    private readonly string[] texts;
    private readonly bool[] dateStyles;
    private readonly bool startsIn1904;
    private readonly Func<string> where;
    private RawCell[] cells = new RawCell[32];
    private int number, column, width;

    public XlsxRows(
        XlsxPackage package, string path, string sheet, SheetLimits limits, string[] texts, bool[] dateStyles,
            bool startsIn1904)
    {
        (this.sheet, this.limits, this.texts, this.dateStyles, this.startsIn1904) = (
            sheet, limits, texts, dateStyles, startsIn1904);
        where = () => ExchangeLabels.Cell(sheet, SheetRow.Letters(column) + number);
        xml = package.Tokens(path, () => ExchangeLabels.After(sheet, number)) ?? throw ExchangeRefusals.Damaged();
    }

    /// <summary>The next row that holds anything; null at the end.</summary>
    public SheetRow? Next()
    {
        for (XmlToken token; (token = xml.Next()) != XmlToken.End;)
        {
            if (token != XmlToken.Open || xml.Name != RowName) continue;

            ReadRow();
            if (width > 0) return new SheetRow(number, cells[..width]);
        }

        return null;
    }

    public void Dispose() => xml.Dispose();

    private void ReadRow()
    {
        cells.AsSpan(0, width).Clear();
        (column, width) = (-1, 0);
        number = xml.Attribute(AddressName) is { Length: > 0 } said ? (int)Digits(said) : number + 1;
        if (number > limits.MostRows) throw ExchangeRefusals.TooManyRows(sheet, limits.MostRows);
        if (xml.IsEmpty) return;

        for (XmlToken token; (token = xml.Next()) != XmlToken.Close;)
        {
            if (token != XmlToken.Open) continue;
            if (xml.Name == CellName) ReadCell();
            else xml.Skip();
        }
    }

    private void ReadCell()
    {
        column++;
        if (xml.Attribute(AddressName) is { Length: > 0 } address && !CellAddress.TryParse(address, out column, out _)) throw ExchangeRefusals.Damaged();

        var type = TypeOf(xml.Attribute(TypeName));
        var style = xml.Attribute(StyleName) is { Length: > 0 } said ? (int)Digits(said) : 0;
        if (xml.IsEmpty) return;

        var cell = xml.TryText("<v>"u8, "</v></c>"u8) ? xml.Raw.IsEmpty ? default : Written(type, style)
            : xml.TryText("<is><t>"u8, "</t></is></c>"u8) ? RawCell.OfText(XlsxTexts.Only(xml, limits.LongestCell, where))
            : ReadParts(type, style);
        if (cell.Kind != RawKind.Blank) Put(cell);
    }

    private RawCell ReadParts(char type, int style)
    {
        var (cell, hasFormula) = (default(RawCell), false);
        for (XmlToken token; (token = xml.Next()) != XmlToken.Close;)
        {
            if (token != XmlToken.Open) continue;
            if (xml.Name == ValueName) cell = Value(type, style);
            else if (xml.Name == InlineName) cell = RawCell.OfText(XlsxTexts.Rich(xml, limits.LongestCell, where));
            else
            {
                hasFormula |= xml.Name == FormulaName;
                xml.Skip();
            }
        }

        return hasFormula && cell.Kind == RawKind.Blank && type != 's' ? new RawCell(RawKind.Error, RawCell.NotCalculated) : cell;
    }

    // s shared, i inline, t formula text, e error, b truth, d ISO date, n number.
    private static char TypeOf(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("s"u8) => 's',
        _ when name.SequenceEqual("inlineStr"u8) => 'i',
        _ when name.SequenceEqual("str"u8) => 't',
        _ when name.SequenceEqual("e"u8) => 'e',
        _ when name.SequenceEqual("b"u8) => 'b',
        _ when name.SequenceEqual("d"u8) => 'd',
        _ => 'n',
    };

    private RawCell Value(char type, int style)
    {
        if (xml.IsEmpty) return type == 't' ? RawCell.OfText(" ") : default;

        var outer = xml.Depth - 1;
        var cell = xml.Next() == XmlToken.Text ? Written(type, style) : default;
        while (xml.Depth > outer) xml.Next();
        return cell;
    }

    private RawCell Written(char type, int style)
    {
        switch (type)
        {
            case 's':
                var index = Digits(xml.Raw);
                return index < texts.Length ? RawCell.OfText(texts[index]) : throw ExchangeRefusals.Damaged();
            case 'e':
                return new RawCell(RawKind.Error, xml.Text);
            case 'b':
                return new RawCell(RawKind.Boolean, null, Digits(xml.Raw));
            case 'n':
                return CellNumber.TryParse(xml.Raw, out var number) ? Typed(number, style) : RawCell.OfText(xml.Text);
            default:
                var written = XlsxTexts.Unescape(xml.Text);
                return written.Length <= limits.LongestCell ? RawCell.OfText(written)
                    : throw ExchangeRefusals.CellTooLong(where(), limits.LongestCell);
        }
    }

    private RawCell Typed(decimal number, int style) => style < dateStyles.Length && dateStyles[style]
        ? RawCell.OfDate(startsIn1904 ? number + DaysTo1904 : number)
        : RawCell.OfNumber(number);

    private void Put(RawCell cell)
    {
        if (column >= limits.MostColumns) throw ExchangeRefusals.TooManyColumns(sheet, number, limits.MostColumns);
        if (column >= cells.Length) Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));

        cells[column] = cell;
        width = Math.Max(width, column + 1);
    }

    private static long Digits(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit) || value > int.MaxValue) throw ExchangeRefusals.Damaged();
            value = value * 10 + digit - '0';
        }

        return value;
    }
}
