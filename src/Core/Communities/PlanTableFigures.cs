using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>A plan table as figures (计划表数字): one set for each place and year.</summary>
public static class PlanTableFigures
{
    /// <summary>The figures of a table (取数), in the order of its rows and years; a printed total is none of them.</summary>
    public static IReadOnlyList<Figures> Of(PlanTable table)
    {
        var years = table.Leaves.Where(leaf => leaf.Measure is not null).Select(leaf => leaf.Year).Distinct().ToList();
        var rows = new List<Figures>();
        foreach (var row in table.Rows)
        {
            var place = string.Concat(row.Place.Where(letter => !char.IsWhiteSpace(letter)));
            foreach (var year in years)
            {
                rows.Add(Of(table, row, year, new Figures(rows.Count, year is null ? place : $"{place}{year}年", place)));
            }
        }

        return rows;
    }

    private static Figures Of(PlanTable table, TableRow row, int? year, Figures figures)
    {
        foreach (var (column, leaf) in table.Leaves.Index())
        {
            if (leaf.Year != year || leaf.Measure is not { } measure || row.Values[column] is not { } value) continue;

            figures = figures.With(measure, decimal.ToInt64(value * PerUnits.Scale(measure) * Unit(leaf.Unit ?? table.Unit)));
        }

        return figures;
    }

    private static int Unit(string? unit) => unit is not null && unit.StartsWith('万') ? 10_000 : 1;
}
