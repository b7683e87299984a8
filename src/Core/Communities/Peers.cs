namespace Huanxin.Core.Communities;

/// <summary>
/// What the others are like (同类): the middle and the spread of a figure among its peers, by the logarithm, so that half
/// and double are equally far. The wider of two robust spreads is used: averages that were spread over many cells
/// narrow the one, and must not make what was measured stand out.
/// </summary>
/// <param name="Group">The group they belong to; null for all that were given.</param>
/// <param name="Count">How many they are, the one in question included.</param>
public sealed record Peers(string? Group, int Count, decimal Middle, decimal Low, decimal High)
{
    private const double MedianToSpread = 1.4826, QuartilesToSpread = 1.349;

    /// <summary>Within what is usual among them (合群).</summary>
    public bool Holds(decimal value) => Low <= value && value <= High;

    /// <summary>From the figures of a group (统计); null for too few.</summary>
    public static Peers? Of(string? group, List<decimal> values, PeerRules rules)
    {
        if (values.Count < rules.Fewest || values.Count == 0) return null;

        var logs = values.ConvertAll(v => Math.Log((double)v));
        logs.Sort();
        var middle = Quantile(logs, 0.5);
        var away = logs.ConvertAll(v => Math.Abs(v - middle));
        away.Sort();
        var quartiles = (Quantile(logs, 0.75) - Quantile(logs, 0.25)) / QuartilesToSpread;
        var least = Math.Log(1 + (double)rules.LeastSpread.Numerator / rules.LeastSpread.Denominator);
        var spread = Math.Max(Math.Max(Quantile(away, 0.5) * MedianToSpread, quartiles), least);
        var reach = spread * rules.Distance.Numerator / rules.Distance.Denominator;
        return new(group, values.Count, Plain(middle), Plain(middle - reach), Plain(middle + reach));
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var at = share * (sorted.Count - 1);
        var (below, part) = ((int)at, at - (int)at);
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    private static decimal Plain(double log) => (decimal)Math.Clamp(Math.Exp(log), 1e-9, 1e18);
}
