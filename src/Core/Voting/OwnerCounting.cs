using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.Core.Voting;

/// <summary>An exclusive part on the roll (专有部分): whose it is, how large, and by which source.</summary>
/// <param name="Owner">Buyer or co-owners as one; the same text is the same person.</param>
/// <param name="IsWithDeveloper">Unsold, or sold and not yet handed over.</param>
public sealed record ExclusivePart(string Dwelling, string Owner, Area? Registered, Area? Surveyed, Area? Contracted,
    bool IsWithDeveloper);

/// <summary>Who counts, and with how much (表决权计算).</summary>
/// <param name="Unmeasured">Dwellings without any area, which cannot be counted yet.</param>
public sealed record OwnerCount(long Owners, Area Area, IReadOnlyList<string> Unmeasured);

/// <summary>Counting of owners and area (业主人数和面积的认定).</summary>
public static class OwnerCounting
{
    /// <summary>
    /// Counts a set of parts (计算): each owner once, however many parts; the developer's unsold parts as one; area
    /// always in full.
    /// </summary>
    // 法释〔2020〕17号修正《建筑物区分所有权解释》第八条（面积）、第九条（人数）.
    public static OwnerCount Count(IEnumerable<ExclusivePart> parts)
    {
        var owners = new HashSet<string>(StringComparer.Ordinal);
        var (area, withDeveloper, unmeasured) = (Area.Zero, false, new List<string>());
        foreach (var part in parts)
        {
            if (part.IsWithDeveloper) withDeveloper = true;
            else owners.Add(part.Owner);

            if (AreaOf(part) is { } counted) area += counted.Area;
            else unmeasured.Add(part.Dwelling);
        }

        return new OwnerCount(owners.Count + (withDeveloper ? 1 : 0), area, unmeasured);
    }

    /// <summary>Area that counts and its source (计入面积): register, else survey, else contract.</summary>
    public static (Area Area, AreaSource Source)? AreaOf(ExclusivePart part)
    {
        if (part.Registered is { } registered) return (registered, AreaSource.Register);
        if (part.Surveyed is { } surveyed) return (surveyed, AreaSource.Survey);

        return part.Contracted is { } contracted ? (contracted, AreaSource.Contract) : null;
    }
}
