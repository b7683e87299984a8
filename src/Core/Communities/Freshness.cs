namespace Huanxin.Core.Communities;

/// <summary>How long ago somebody confirmed an entry (核实情况).</summary>
public enum Freshness { Fresh, Stale, Never }

/// <summary>When an entry has to be confirmed again (核实期限): after a year (NY22-4.1).</summary>
public static class Freshnesses
{
    /// <summary>How fresh an entry is on a day (核实情况).</summary>
    public static Freshness Of(DateOnly? confirmedOn, DateOnly today) =>
        confirmedOn is not { } day ? Freshness.Never : day < today.AddYears(-1) ? Freshness.Stale : Freshness.Fresh;
}
