using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Communities;

/// <summary>Records of the register with honest defaults.</summary>
public static class CommunityGiven
{
    public static readonly RegionCode Street = RegionCode.Of("371002003");

    /// <summary>A community that W20-1.3a lets in and nothing keeps out.</summary>
    public static CommunityProfile Fitting => new()
    {
        Place = Street, Name = "竹岛小区", Kind = CommunityKind.Ordinary, Land = LandKind.StateOwned, IsInTown = true,
        Built = DateSpan.OfYears(1998, 1998), IsWishStrong = true, IsClearancePlanned = false, IsToBeRebuilt = false,
        Signs = new Dictionary<Sign, bool> { [Sign.Neglect] = true, [Sign.PoorFacilities] = true, [Sign.PoorServices] = true },
    };

    public static Community Community(string name = "竹岛小区", RegionCode? place = null, Func<CommunityProfile, CommunityProfile>? also = null)
    {
        var community = new Community { Id = Given.Id() };
        var profile = Fitting with { Name = name, Place = place ?? Street };
        community.Describe(also?.Invoke(profile) ?? profile);
        return community;
    }

    /// <summary>One of which no more is known than is said here.</summary>
    public static Community Named(string name, Func<CommunityProfile, CommunityProfile>? also = null)
    {
        var community = new Community { Id = Given.Id() };
        var profile = new CommunityProfile { Place = Given.District, Name = name };
        community.Describe(also?.Invoke(profile) ?? profile);
        return community;
    }

    public static Building Building(Community community, string number, string? built = null, int? households = null, Area? area = null)
    {
        var building = new Building { Id = Given.Id() };
        building.Describe(new BuildingProfile(number)
        {
            Built = built is null ? null : DateSpan.TryParse(built, out var span) ? span : throw new FormatException(built),
            Households = households, Area = area,
        });
        building.BelongTo(community);
        return building;
    }

    public static Dwelling Dwelling(Building building, string room, string unit = "1单元")
    {
        var dwelling = new Dwelling { Id = Given.Id(), BuildingId = building.Id };
        dwelling.Describe(new DwellingProfile(unit, room));
        dwelling.BelongTo(building);
        return dwelling;
    }
}
