using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>
/// Looks for the one figure of a row that fits everything else with its decimal point moved (疑似错位): by one or two
/// places, or by four, where 万 was mistaken.
/// </summary>
internal static class DigitShifts
{
    private static readonly long[] Factors = [10, 100, 10_000];

    /// <summary>The figure and its value; null where none or several would do.</summary>
    public static (Measure Measure, long Value)? For(Figures row, PerUnit unit, PeerTable peers)
    {
        (Measure, long)? only = null;
        foreach (var measure in (Measure[])[unit.Part(), unit.Base()])
        {
            foreach (var value in Shifted(row.Of(measure)!.Value))
            {
                var shifted = row.With(measure, value);
                if (!peers.Units.All(u => peers.IsPlausible(shifted, u))) continue;
                if (only is not null) return null;

                only = (measure, value);
            }
        }

        return only;
    }

    private static IEnumerable<long> Shifted(long value)
    {
        foreach (var factor in Factors)
        {
            if (value % factor == 0) yield return value / factor;
            if (value <= long.MaxValue / 100 / factor) yield return value * factor;
        }
    }
}
