using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>The plan table of a document as lines (文件计划表), exactly as it was printed.</summary>
public static class PublishedPlan
{
    /// <summary>What is counted, in the order printed (指标).</summary>
    public static IReadOnlyList<Measure> MeasuresOf(PlanTable table) =>
        [.. table.Leaves.Select(leaf => leaf.Measure).OfType<Measure>().Distinct()];

    /// <summary>Lines of the places whose code is known (计划行).</summary>
    public static IReadOnlyList<PlanLine> LinesOf(PlanTable table) =>
    [
        .. from row in table.Rows
           where row.Region is not null
           from year in table.Leaves.Select(leaf => leaf.Year).OfType<int>().Distinct()
           select new PlanLine(row.Region!.Value, row.Place, year, FiguresOf(table, row, year)),
    ];

    /// <summary>The table laid out (版面).</summary>
    public static PlanGrid GridOf(PlanTable table) => new(LinesOf(table), MeasuresOf(table));

    private static PlanFigures FiguresOf(PlanTable table, TableRow row, int year)
    {
        var figures = PlanFigures.None;
        foreach (var (index, leaf) in table.Leaves.Index().Where(leaf => leaf.Item.Year == year && leaf.Item.Measure is not null))
        {
            var scale = leaf.Measure is Measure.Area or Measure.Investment ? 100m : 1m;
            figures = figures.With(leaf.Measure!.Value, row.Values[index] is { } value ? decimal.ToInt64(value * scale) : null);
        }

        return figures;
    }
}
