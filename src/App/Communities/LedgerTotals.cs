using System.Globalization;
using System.Text.RegularExpressions;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>
/// Holds total rows against the rows they add up. A total may be rounded, may stand above its rows, and may know of rows that
/// are not there: that is an incomplete list, not a wrong sum.
/// </summary>
internal sealed partial class LedgerTotals(string sheet, ImportFaults faults)
{
    private readonly Dictionary<int, Sum> all = [], part = [];
    private readonly List<(SheetRow Row, HeaderMapping Head)> above = [];
    private int rows, partRows;

    public void Add(MappedColumn column, decimal value, RawCell cell = default)
    {
        var step = Step(cell, column.Times);
        all[column.Index] = all.GetValueOrDefault(column.Index).Plus(value, step);
        part[column.Index] = part.GetValueOrDefault(column.Index).Plus(value, step);
    }

    public void Miss(MappedColumn column)
    {
        all[column.Index] = all.GetValueOrDefault(column.Index).Missed();
        part[column.Index] = part.GetValueOrDefault(column.Index).Missed();
    }

    public void CountRow()
    {
        rows++;
        partRows++;
    }

    /// <summary>A total row: one above all rows waits for the end.</summary>
    public void Meet(SheetRow row, HeaderMapping head)
    {
        if (rows == 0) above.Add((row, head));
        else Hold(row, head);

        part.Clear();
        partRows = 0;
    }

    public void Finish()
    {
        foreach (var (row, head) in above) Hold(row, head);
    }

    private void Hold(SheetRow row, HeaderMapping head)
    {
        var isWhole = Differences(row, head, all).Count <= Differences(row, head, part).Count;
        var (sums, count) = isWhole ? (all, rows) : (part, partRows);
        var words = string.Concat(row.Cells.Where(cell => cell.Kind == RawKind.Text).Select(cell => CellText.Plain(cell.Text)));
        if (Counted().Match(words) is { Success: true } counted
            && long.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture) is var said && said > count)
        {
            faults.AddRow(FaultLevel.Soft, "ledger.incomplete", sheet, row, LedgerSentences.DetailMissing(said, count));
        }

        foreach (var (column, total, sum) in Differences(row, head, sums))
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

    private static List<(MappedColumn Column, decimal Total, Sum Sum)> Differences(SheetRow row, HeaderMapping head, Dictionary<int, Sum> sums)
    {
        var found = new List<(MappedColumn, decimal, Sum)>();
        foreach (var column in head.Columns.Where(column => column.Field?.Kind is FieldKind.Whole or FieldKind.Area or FieldKind.Money))
        {
            var reading = CellReading.Number(row[column.Index], column.Times);
            if (!reading.HasValue || !sums.TryGetValue(column.Index, out var sum)) continue;

            var tolerance = sum.Step == 0 ? 0 : ((Step(row[column.Index], column.Times) is > 0 and var step ? step : column.Times) + sum.Step * sum.Count) / 2;
            if (Math.Abs(reading.Value - sum.Value) > tolerance) found.Add((column, reading.Value, sum));
        }

        return found;
    }

    // The last place that was written, in plain units, where there is one behind the point.
    private static decimal Step(RawCell cell, decimal times)
    {
        if (cell.Kind == RawKind.Number)
        {
            return cell.Number == decimal.Truncate(cell.Number) ? 0 : Place((decimal.GetBits(cell.Number / 1.000000000000000000m)[3] >> 16) & 0xFF) * times;
        }

        var text = cell.Kind == RawKind.Text ? CellText.Plain(cell.Text) : "";
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return 0;

        var places = text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - point - 1;
        return Place(places) * (text.Contains('万', StringComparison.Ordinal) ? 10_000 : times);
    }

    private static decimal Place(int places)
    {
        var step = 1m;
        for (var i = 0; i < Math.Min(places, 9); i++) step /= 10;
        return step;
    }

    private readonly record struct Sum(decimal Value, int Count, int Blanks, decimal Step)
    {
        public Sum Plus(decimal value, decimal step) => new(
            Value + value, Count + 1, Blanks, Step == 0 ? step : step == 0 ? Step : Math.Min(Step, step));

        public Sum Missed() => this with { Blanks = Blanks + 1 };
    }

    [GeneratedRegex(@"(\d{1,7})个?(?:老旧)?(?:小区|项目)")]
    private static partial Regex Counted();
}
