using System.Globalization;
using System.Text.RegularExpressions;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>
/// Holds total rows against the rows they add up. A total may be rounded, may stand above its rows, and may know of rows that
/// are not there: that is an incomplete list, not a wrong sum.
/// </summary>
internal sealed partial class LedgerTotals(string sheet, HeaderMapping head, ImportFaults faults)
{
    private static readonly decimal[] Places = [.. Enumerable.Range(0, 10).Select(places => new decimal(1, 0, 0, false, (byte)places))];
    private readonly Sum[] all = new Sum[head.Width], part = new Sum[head.Width];
    private readonly List<SheetRow> above = [];
    private int rows, partRows;

    public void Add(MappedColumn column, decimal value, RawCell cell = default)
    {
        var step = Step(cell, column.Times);
        all[column.Index].Add(value, step);
        part[column.Index].Add(value, step);
    }

    public void Miss(MappedColumn column)
    {
        all[column.Index].Blanks++;
        part[column.Index].Blanks++;
    }

    public void CountRow()
    {
        rows++;
        partRows++;
    }

    /// <summary>A total row: one above all rows waits for the end.</summary>
    public void Meet(SheetRow row)
    {
        if (rows == 0) above.Add(row);
        else Hold(row);

        Array.Clear(part);
        partRows = 0;
    }

    public void Finish()
    {
        above.ForEach(Hold);
    }

    private void Hold(SheetRow row)
    {
        var isWhole = Differences(row, all).Count <= Differences(row, part).Count;
        var (sums, count) = isWhole ? (all, rows) : (part, partRows);
        var words = string.Concat(row.Cells.Where(cell => cell.Kind == RawKind.Text).Select(cell => CellText.Plain(cell.Text)));
        if (Counted().Match(words) is { Success: true } counted
            && long.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture) is var said && said > count)
        {
            faults.AddRow(FaultLevel.Soft, "ledger.incomplete", sheet, row, LedgerSentences.DetailMissing(said, count));
        }

        foreach (var (column, total, sum) in Differences(row, sums))
        {
            if (sum.Blanks > 0 && total > sum.Value)
            {
                faults.AddCell(FaultLevel.Soft, "ledger.incomplete", sheet, row, column,
                    LedgerSentences.DetailBlank(total / column.Times, sum.Value / column.Times, sum.Blanks));
            }
            else
            {
                faults.AddCell(FaultLevel.Soft, "ledger.total-differs", sheet, row, column,
                    LedgerSentences.TotalDiffers(total / column.Times, sum.Value / column.Times));
            }
        }
    }

    private List<(MappedColumn Column, decimal Total, Sum Sum)> Differences(SheetRow row, Sum[] sums)
    {
        var found = new List<(MappedColumn, decimal, Sum)>();
        foreach (var column in head.Columns.Where(column => column.Field?.Kind is FieldKind.Whole or FieldKind.Area or FieldKind.Money))
        {
            var reading = CellReading.Number(row[column.Index], column.Times);
            var sum = sums[column.Index];
            if (!reading.HasValue || sum.Count + sum.Blanks == 0) continue;

            var tolerance = sum.Step == 0 ? 0 : ((Step(row[column.Index], column.Times) is > 0 and var step ? step : column.Times) + sum.Step * sum.Count) / 2;

            // A rounded total hides what rows that say nothing may hold.
            if (Math.Abs(reading.Value - sum.Value) > tolerance || (sum.Blanks > 0 && reading.Value > sum.Value)) found.Add((column, reading.Value, sum));
        }

        return found;
    }

    // The last place that was written, in plain units, where there is one behind the point.
    internal static decimal Step(RawCell cell, decimal times)
    {
        if (cell.Kind == RawKind.Number)
        {
            return cell.Number.Scale == 0 || cell.Number == decimal.Truncate(cell.Number) ? 0 : Place((decimal.GetBits(cell.Number / 1.000000000000000000m)[3] >> 16) & 0xFF) * times;
        }

        var text = cell.Kind == RawKind.Text ? CellText.Plain(cell.Text) : "";
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return 0;

        var places = text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - point - 1;
        return Place(places) * (text.Contains('万', StringComparison.Ordinal) ? 10_000 : times);
    }

    private static decimal Place(int places) => Places[Math.Min(places, 9)];

    // One for each column, added to in its place.
    private struct Sum
    {
        public decimal Value, Step;
        public int Count, Blanks;

        public void Add(decimal value, decimal step)
        {
            Value += value;
            Count++;
            if (step != 0) Step = Step == 0 ? step : Math.Min(Step, step);
        }
    }

    [GeneratedRegex(@"(\d{1,7})个?(?:老旧)?(?:小区|项目)")]
    private static partial Regex Counted();
}
