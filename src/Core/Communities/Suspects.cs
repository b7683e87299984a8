using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>Looks for the one of two figures that the other figures of its row speak against (更可能有误的数).</summary>
internal static class Suspects
{
    /// <summary>Null where they speak against both alike, or say nothing.</summary>
    public static Measure? Of(Figures row, PerUnit unit, PeerTable peers)
    {
        var (part, whole) = (unit.Part(), unit.Base());
        if (row.IsOne == whole) return part;

        var (forPart, forWhole) = (Standing(part), Standing(whole));
        return forPart == forWhole ? null : forPart < forWhole ? part : whole;

        int Standing(Measure measure) => peers.Units.Where(other => other != unit && (other.Part() == measure || other.Base() == measure))
            .Where(other => row.Per(other) is not null)
            .Sum(other => !peers.IsPlausible(row, other) ? -1 : Vouches(other) ? 1 : 0);
    }

    // Communities are of any size: that one has so many households may be wrong, and is never proof.
    private static bool Vouches(PerUnit unit) => unit.Base() != Measure.Communities;
}
