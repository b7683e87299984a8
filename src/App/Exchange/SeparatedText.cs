using System.Text;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>
/// Takes separated text apart: quotes may hold separators, quotes and line ends; row numbers are those of lines.
/// </summary>
internal sealed class SeparatedText(TextReader reader, char separator, string sheet, SheetLimits limits)
{
    private readonly char[] buffer = new char[1 << 16];
    private readonly StringBuilder cell = new();
    private readonly List<RawCell> cells = [];
    private int at, length, line = 1, start = 1;
    private bool hasContent;

    public IEnumerable<SheetRow> Rows()
    {
        for (var number = 1; ReadRow(); number++)
        {
            if (number > limits.MostRows) throw ExchangeRefusals.TooManyRows(sheet, limits.MostRows);
            if (number == 1 && cells is [{ Text: { } only }]
                && only.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            if (hasContent) yield return new SheetRow(number, [.. cells]);
        }
    }

    // False at the end of the text.
    private bool ReadRow()
    {
        cells.Clear();
        cell.Clear();
        (hasContent, start) = (false, line);
        if (Peek() < 0) return false;

        while (true)
        {
            if (Peek() == '"' && cell.Length == 0) ReadQuoted();
            var c = Take();
            if (c == separator)
            {
                EndCell();
            }
            else if (c is '\r' or '\n' or -1)
            {
                if (c == '\r' && Peek() == '\n') Take();
                line++;
                EndCell();
                Trim();
                return true;
            }
            else
            {
                Append((char)c);
            }
        }
    }

    private void ReadQuoted()
    {
        Take();
        while (true)
        {
            var c = Take();
            if (c < 0) throw ExchangeRefusals.UnclosedQuote(start);
            if (c == '\n') line++;
            if (c != '"')
            {
                Append((char)c);
                continue;
            }

            if (Peek() != '"') return;
            Append((char)Take());
        }
    }

    private void Append(char c)
    {
        if (c == '\uFFFD' || (c == '拷' && cell is [.., '锟', '斤'])) throw ExchangeRefusals.Garbled(start);
        if (cell.Length >= limits.LongestCell)
        {
            throw ExchangeRefusals.CellTooLong(
                ExchangeLabels.Cell(sheet, SheetRow.Letters(cells.Count) + start), limits.LongestCell);
        }

        cell.Append(c);
    }

    private void EndCell()
    {
        if (cells.Count >= limits.MostColumns) throw ExchangeRefusals.TooManyColumns(sheet, start, limits.MostColumns);

        var text = FormulaGuard.FromCsv(cell.ToString());
        hasContent |= !string.IsNullOrWhiteSpace(text);
        cells.Add(RawCell.OfText(text));
        cell.Clear();
    }

    private void Trim()
    {
        while (cells.Count > 0 && cells[^1].Kind == RawKind.Blank) cells.RemoveAt(cells.Count - 1);
    }

    private int Peek()
    {
        if (at < length) return buffer[at];

        length = reader.Read(buffer, 0, buffer.Length);
        at = 0;
        return length > 0 ? buffer[0] : -1;
    }

    private int Take()
    {
        var c = Peek();
        if (c >= 0) at++;
        return c;
    }
}
