using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>The register counted by place (docs/decisions/0012).</summary>
public sealed class CommunityRollup(RegisterIndex register)
{
    /// <summary>A place with its parts one level below; a part that is the place itself is what is not told apart further.</summary>
    public async Task<IReadOnlyDictionary<RegionCode, CommunityTally>> PartsAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var parts = new Dictionary<RegionCode, CommunityTally>();
        var below = LengthBelow(place);
        foreach (var district in (await register.ViewAsync(db, [place], stop)).Parts)
        {
            if (below <= RegisterMark.Digits)
            {
                Add(district.District, district.Total);
                continue;
            }

            foreach (var (at, tally) in district.Tallies.Where(t => place.Contains(t.Key))) Add(at, tally);
        }

        return parts;

        void Add(RegionCode at, CommunityTally tally)
        {
            var part = at.Prefix.Length <= below ? at : RegionCode.OfColumn(at.Prefix[..below]);
            if (tally != CommunityTally.None) parts[part] = parts.GetValueOrDefault(part) + tally;
        }
    }

    private static int LengthBelow(RegionCode place) => place.Prefix.Length switch { 0 => 2, 2 => 4, 4 => 6, 6 => 9, _ => 12 };
}
