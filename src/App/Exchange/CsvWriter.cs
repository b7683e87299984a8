using System.Globalization;
using System.Text;

namespace Huanxin.App.Exchange;

/// <summary>
/// CSV as Excel reads it in China: UTF-8 with its mark, commas, CRLF; text that looks like a formula is disarmed.
/// </summary>
public sealed class CsvWriter(Stream target) : IAsyncDisposable
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    // The mark is written by the writer itself, once, at the beginning.
    private readonly StreamWriter writer = new(
        target, new UTF8Encoding(true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
    private readonly StringBuilder line = new();

    public Task AddHeaderAsync(IEnumerable<SheetColumn> columns, CancellationToken stop)
    {
        Cell[] headers = [.. columns.Select(c => (Cell)(c.Group is null ? c.Header : c.Group + c.Header))];
        return AddAsync(headers, stop);
    }

    public Task AddAsync(ReadOnlySpan<Cell> cells, CancellationToken stop)
    {
        line.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) line.Append(',');
            Append(Plain(cells[i]));
        }

        return writer.WriteLineAsync(line, stop);
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private void Append(string text)
    {
        if (text.AsSpan().IndexOfAny("\",\r\n\t") < 0)
        {
            line.Append(text);
            return;
        }

        line.Append('"').Append(text.Replace("\"", "\"\"")).Append('"');
    }

    private static string Plain(in Cell cell) => cell.Kind switch
    {
        CellKind.Blank => "",
        CellKind.Text => FormulaGuard.ForCsv(cell.Text!.Replace("\0", "")),
        CellKind.Date => SerialZero.AddDays(cell.Mantissa).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Moment => SerialZero.AddSeconds((double)Math.Round(Value(cell) * 86_400m))
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => cell.Text ?? Value(cell).ToString(CultureInfo.InvariantCulture),
    };

    private static decimal Value(in Cell cell) => cell.Mantissa * new decimal(1, 0, 0, false, cell.Scale);
}
