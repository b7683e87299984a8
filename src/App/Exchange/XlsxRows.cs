using System.Xml;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>Walks once through the rows of a sheet's XML.</summary>
internal sealed class XlsxRows : IDisposable
{
    private const decimal DaysTo1904 = 1462;

    private readonly XmlReader xml;
    private readonly string sheet;
    private readonly SheetLimits limits;
    private readonly string[] texts;
    private readonly bool[] dateStyles;
    private readonly bool startsIn1904;
    private readonly object rowName, cellName, valueName, formulaName, inlineName, addressName, typeName, styleName;
    private readonly char[] characters = new char[512];
    private readonly List<RawCell> cells = [];
    private int number, column, filled;

    public XlsxRows(
        XlsxPackage package, string path, string sheet, SheetLimits limits, string[] texts, bool[] dateStyles,
            bool startsIn1904)
    {
        (this.sheet, this.limits, this.texts, this.dateStyles, this.startsIn1904) = (
            sheet, limits, texts, dateStyles, startsIn1904);
        xml = package.Part(path, () => ExchangeLabels.After(sheet, number)) ?? throw ExchangeRefusals.Damaged();
        var names = xml.NameTable;
        (rowName, cellName, valueName, formulaName) = (
            names.Add("row"), names.Add("c"), names.Add("v"), names.Add("f"));
        (inlineName, addressName, typeName, styleName) = (
            names.Add("is"), names.Add("r"), names.Add("t"), names.Add("s"));
        xml.Read();
    }

    /// <summary>The next row that holds anything; null at the end.</summary>
    public SheetRow? Next()
    {
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || (object)xml.LocalName != rowName)
            {
                xml.Read();
                continue;
            }

            ReadRow();
            if (filled > 0) return new SheetRow(number, [.. cells]);
        }

        return null;
    }

    public void Dispose() => xml.Dispose();

    private void ReadRow()
    {
        cells.Clear();
        (column, filled) = (-1, 0);
        number = xml.MoveToAttribute("r") ? (int)Digits() : number + 1;
        if (number > limits.MostRows) throw ExchangeRefusals.TooManyRows(sheet, limits.MostRows);

        xml.MoveToElement();
        var isEmpty = xml.IsEmptyElement;
        var depth = xml.Depth;
        xml.Read();
        if (isEmpty) return;

        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && (object)xml.LocalName == cellName) ReadCell();
            else xml.Read();
        }
    }

    private void ReadCell()
    {
        var (type, style) = ReadHead();
        var (isEmpty, depth) = (xml.IsEmptyElement, xml.Depth);
        xml.Read();
        if (isEmpty) return;

        var (cell, hasFormula) = (default(RawCell), false);
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            var name = (object)xml.LocalName;
            if (name == valueName) cell = Value(type, style);
            else if (name == inlineName) cell = RawCell.OfText(XlsxTexts.Rich(xml, limits.LongestCell, Where));
            else
            {
                hasFormula |= name == formulaName;
                xml.Skip();
            }
        }

        if (hasFormula && cell.Kind == RawKind.Blank && type != 's')
        {
            cell = new RawCell(RawKind.Error, RawCell.NotCalculated);
        }
        if (cell.Kind != RawKind.Blank) Put(cell);
    }

    private (char Type, int Style) ReadHead()
    {
        var (type, style) = ('n', 0);
        column++;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var name = (object)xml.LocalName;
            if (name == addressName)
            {
                if (!CellAddress.TryParse(Chars(), out column, out _)) throw ExchangeRefusals.Damaged();
            }
            else if (name == typeName) type = TypeOf(Chars());
            else if (name == styleName) style = (int)Digits();
        }

        xml.MoveToElement();
        return (type, style);
    }

    // s shared, i inline, t formula text, e error, b truth, d ISO date, n number.
    private static char TypeOf(ReadOnlySpan<char> name) => name switch
    {
        "s" => 's',
        "str" => 't',
        "inlineStr" => 'i',
        "e" => 'e',
        "b" => 'b',
        "d" => 'd',
        _ => 'n',
    };

    private RawCell Value(char type, int style)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return type == 't' ? RawCell.OfText(" ") : default;
        }

        xml.Read();
        if (xml.NodeType is not (
            XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
        {
            return default;
        }

        switch (type)
        {
            case 's':
                var index = Digits();
                return index < texts.Length ? RawCell.OfText(texts[index]) : throw ExchangeRefusals.Damaged();
            case 'e':
                return new RawCell(RawKind.Error, new string(Chars()));
            case 'b':
                return new RawCell(RawKind.Boolean, null, Digits());
            case 'n':
                var text = Chars();
                return CellNumber.TryParse(text, out var number) ? Typed(number, style)
                    : RawCell.OfText(new string(text));
            default:
                var written = XlsxTexts.Unescape(xml.Value);
                if (written.Length > limits.LongestCell)
                {
                    throw ExchangeRefusals.CellTooLong(Where(), limits.LongestCell);
                }
                return RawCell.OfText(written);
        }
    }

    private RawCell Typed(decimal number, int style) => style < dateStyles.Length && dateStyles[style]
        ? RawCell.OfDate(startsIn1904 ? number + DaysTo1904 : number)
        : RawCell.OfNumber(number);

    private void Put(RawCell cell)
    {
        if (column >= limits.MostColumns) throw ExchangeRefusals.TooManyColumns(sheet, number, limits.MostColumns);

        while (cells.Count <= column) cells.Add(default);
        cells[column] = cell;
        filled++;
    }

    // The value of the attribute or text the reader stands on, without making a string of it.
    private ReadOnlySpan<char> Chars()
    {
        var length = 0;
        for (int read; length < characters.Length
            && (read = xml.ReadValueChunk(characters, length, characters.Length - length)) > 0;)
        {
            length += read;
        }

        return characters.AsSpan(0, length);
    }

    private long Digits()
    {
        var value = 0L;
        foreach (var c in Chars())
        {
            if (!char.IsAsciiDigit(c) || value > int.MaxValue) throw ExchangeRefusals.Damaged();
            value = value * 10 + c - '0';
        }

        return value;
    }

    private string Where() => ExchangeLabels.Cell(sheet, SheetRow.Letters(column) + number);
}
