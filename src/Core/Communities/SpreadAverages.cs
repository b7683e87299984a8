using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>
/// Finds one average spread over the cells of a group (平均摊派): the same figure for each of different numbers was
/// computed, not counted.
/// </summary>
internal static class SpreadAverages
{
    // What an average is taken of, and over what; the first that shows a run says it.
    private static readonly PerUnit[][] Units =
    [
        [PerUnit.HouseholdsPerCommunity],
        [PerUnit.AreaPerCommunity, PerUnit.AreaPerHousehold],
        [PerUnit.InvestmentPerHousehold, PerUnit.InvestmentPerArea],
    ];

    public static IEnumerable<Doubt> In(IReadOnlyList<Figures> rows, PeerRules rules) =>
        from @group in rows.GroupBy(row => row.Group)
        let cells = @group.ToList()
        where cells.Count >= rules.Run
        from units in Units
        from doubt in Runs(units, cells, rules)
        select doubt;

    private static List<Doubt> Runs(PerUnit[] units, List<Figures> cells, PeerRules rules)
    {
        var exact = units.Select(unit => Exact(unit, cells, rules).ToList()).FirstOrDefault(runs => runs.Count > 0);
        return exact
            ?? (units.Select(unit => Close(unit, cells, rules)).FirstOrDefault(run => run is not null) is { } close ? [close] : []);
    }

    private static IEnumerable<Doubt> Exact(PerUnit unit, List<Figures> cells, PeerRules rules) =>
        from cell in cells
        where cell.Per(unit) is not null
        group cell by Ratio.Of(cell.Of(unit.Part())!.Value, cell.Of(unit.Base())!.Value) into same
        let found = same.First().Per(unit)!.Value
        where IsRun([.. same], unit, rules.Run)
        select new Doubt(DoubtKind.SpreadAverage, unit, [.. same], found, found);

    // Averages rounded to whole households differ a little; then half of the group must share them, or chance would do.
    private static Doubt? Close(PerUnit unit, List<Figures> cells, PeerRules rules)
    {
        var sorted = cells.Select(cell => (Cell: cell, Value: cell.Per(unit) ?? 0)).Where(c => c.Value > 0).OrderBy(c => c.Value).ThenBy(c => c.Cell.Row).ToList();
        var (first, from, count) = (0, 0, 0);
        var reach = 1 + (decimal)rules.Tolerance.Numerator / rules.Tolerance.Denominator;
        for (var last = 0; last < sorted.Count; last++)
        {
            while (sorted[last].Value > sorted[first].Value * reach) first++;
            if (last - first + 1 > count) (from, count) = (first, last - first + 1);
        }

        var run = sorted.GetRange(from, count).ConvertAll(c => c.Cell);
        return count * 2 > sorted.Count && IsRun(run, unit, rules.Run)
            ? new Doubt(DoubtKind.SpreadAverage, unit, [.. run.OrderBy(cell => cell.Row)], run[0].Per(unit)!.Value, run[^1].Per(unit)!.Value)
            : null;
    }

    private static bool IsRun(List<Figures> cells, PerUnit unit, int run) =>
        cells.Count >= run && cells.DistinctBy(cell => cell.Of(unit.Base())).Count() > 1;
}
