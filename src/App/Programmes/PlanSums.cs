using Huanxin.Core.Exchange;
using Huanxin.Core.Policies;

namespace Huanxin.App.Programmes;

/// <summary>
/// Holds printed totals against their rows. A subtotal is that of the rows since the total before it, or of those that follow where
/// it stands above them; incomplete detail is told apart from a wrong total.
/// </summary>
internal sealed class PlanSums(PlanSheet sheet, IReadOnlyList<MappedColumn> columns)
{
    private readonly List<SheetRow> all = [];
    private readonly List<SheetRow> grand = [];
    private List<SheetRow> group = [];
    private SheetRow? ahead;

    /// <summary>A row of detail.</summary>
    public void Add(SheetRow row)
    {
        all.Add(row);
        group.Add(row);
    }

    /// <summary>A row of printed totals.</summary>
    public void Total(SheetRow row, bool isGrand)
    {
        if (isGrand)
        {
            grand.Add(row);
            return;
        }

        if (ahead is not null) Check(ahead, group);
        else if (group.Count > 0) Check(row, group);
        ahead = ahead is not null || group.Count == 0 ? row : null;
        group = [];
    }

    /// <summary>Checks what could not be checked before all rows were seen.</summary>
    public void Finish()
    {
        if (ahead is not null && group.Count > 0) Check(ahead, group);
        foreach (var row in grand) Check(row, all);
    }

    private void Check(SheetRow total, List<SheetRow> parts)
    {
        foreach (var column in columns)
        {
            if (sheet.Figure(total, column, isNoted: true) is not { } printed) continue;

            var figures = parts.ConvertAll(row => sheet.Figure(row, column));
            var sum = figures.Sum(figure => figure ?? 0);
            if (Math.Abs(printed - sum) <= Tolerance(parts, column)) continue;

            var (shown, gap) = (total[column.Index].Shown, figures.Count(figure => figure is null));
            if (gap > 0 && printed > sum)
            {
                sheet.Faults.AddCell(FaultLevel.Soft, "plan.incomplete", sheet.Name, total, column,
                    $"有 {gap} 行未报，已报的相加是 {PlanSheet.Shown(sum, column)}，合计写的是 {shown}：明细不全，不能判断合计对错");
            }
            else
            {
                sheet.Faults.AddCell(FaultLevel.Soft, "plan.wrong-total", sheet.Name, total, column,
                    $"合计写的是 {shown}，逐行相加是 {PlanSheet.Shown(sum, column)}；系统按逐行相加计算合计");
            }
        }
    }

    // What is written in 万 is rounded: each row and the total itself may be off by half of the last place written.
    private static long Tolerance(List<SheetRow> parts, MappedColumn column)
    {
        if (column.Times <= 1) return 0;

        var scale = PlanFields.MeasureOf(column.Field) is Measure.Area or Measure.Investment ? 100m : 1m;
        var places = parts.Max(row => row[column.Index].Shown is var text && text.IndexOf('.') is >= 0 and var dot ? text.Length - dot - 1 : 0);
        var last = column.Times * scale;
        for (var i = 0; i < places; i++) last /= 10m;
        return (long)decimal.Ceiling(last * (parts.Count + 1) / 2m);
    }
}
