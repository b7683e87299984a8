using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>How a cell changed between two versions (变化).</summary>
public enum CellChange { Added, Changed, Removed }

/// <summary>A cell that differs between two versions of a plan (单元格变化), in the unit of <see cref="PlanFigures.Of"/>.</summary>
public sealed record PlanDifference(RegionCode Place, string PlaceText, int Year, Measure Measure, long? Old, long? New)
{
    /// <summary>What happened (变化种类).</summary>
    public CellChange Change => Old is null ? CellChange.Added : New is null ? CellChange.Removed : CellChange.Changed;
}

/// <summary>Two versions of a plan cell by cell (版本比较).</summary>
public static class PlanComparison
{
    /// <summary>Cells that differ, in the order of the newer table (差异).</summary>
    public static IReadOnlyList<PlanDifference> Of(IReadOnlyList<PlanLine> before, IReadOnlyList<PlanLine> after)
    {
        var (old, now) = (before.ToDictionary(Key), after.ToDictionary(Key));
        var keys = after.Select(Key).Concat(before.Select(Key)).Distinct();
        return
        [
            .. from key in keys
               let was = old.GetValueOrDefault(key)
               let becomes = now.GetValueOrDefault(key)
               from measure in Enum.GetValues<Measure>()
               let first = was?.Figures.Of(measure)
               let then = becomes?.Figures.Of(measure)
               where first != then
               select new PlanDifference(key.Place, (becomes ?? was)!.PlaceText, key.Year, measure, first, then),
        ];
    }

    private static (RegionCode Place, int Year) Key(PlanLine line) => (line.Place, line.Year);
}
