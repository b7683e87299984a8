using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What a community is described by (小区登记内容); null is “not said”.</summary>
public sealed record CommunityProfile
{
    public required RegionCode Place { get; init; }
    public required string Name { get; init; }
    public string? Code { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Address { get; init; }
    public string? Neighbourhood { get; init; }
    public CommunityKind? Kind { get; init; }
    public LandKind? Land { get; init; }
    public OwnershipKind? Ownership { get; init; }
    public bool? IsInTown { get; init; }
    public DateSpan? Built { get; init; }
    public BuildEvidence? Evidence { get; init; }
    public int? Buildings { get; init; }
    public int? Units { get; init; }
    public int? Households { get; init; }
    public Area? Area { get; init; }
    public StructureKind? Structure { get; init; }
    public int? Floors { get; init; }
    public ManagementMode? Management { get; init; }
    public string? Manager { get; init; }
    public Fen? MaintenanceFund { get; init; }

    /// <summary>Renovated before (曾综合改造); true and without a date is allowed.</summary>
    public bool? WasRenovated { get; init; }
    public DateSpan? Renovated { get; init; }
    public bool? IsClearancePlanned { get; init; }
    public DateSpan? Clearance { get; init; }
    public bool? IsToBeRebuilt { get; init; }
    public bool? WasFunded { get; init; }
    public bool? WasPlanned { get; init; }
    public bool? IsWishStrong { get; init; }
    public bool? IsManagementAgreed { get; init; }
    public bool? IsInLibrary { get; init; }
    public int? HouseholdsAsked { get; init; }
    public int? HouseholdsAgreed { get; init; }
    public IReadOnlyDictionary<Sign, bool> Signs { get; init; } = SignList.None;
    public IReadOnlyDictionary<Utility, UtilityState> Utilities { get; init; } = UtilityList.None;
    public IReadOnlyList<string> Flags { get; init; } = [];
    public int? ParkingPlaces { get; init; }
    public int? CarChargers { get; init; }
    public int? BikeChargers { get; init; }
    public int? Lifts { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public Personal? ContactName { get; init; }
    public Personal? ContactPhone { get; init; }
    public string? Note { get; init; }
    public FactQuality Quality { get; init; }
    public string? Source { get; init; }
    public Guid? KeeperId { get; init; }

    /// <summary>What a community says of itself now (现有登记内容), to be changed with “with”.</summary>
    public static CommunityProfile Of(Community community) => new()
    {
        Place = community.Place, Name = community.Name, Code = community.Code, Aliases = [.. community.Names.Skip(1)],
        Address = community.Address, Neighbourhood = community.Neighbourhood, Kind = community.Kind, Land = community.Land,
        Ownership = community.Ownership, IsInTown = community.IsInTown, Built = community.Built, Evidence = community.Evidence,
        Buildings = community.Buildings, Units = community.Units, Households = community.Households, Area = community.Area,
        Structure = community.Structure, Floors = community.Floors, Management = community.Management,
        Manager = community.Manager, MaintenanceFund = community.MaintenanceFund, WasRenovated = community.WasRenovated,
        Renovated = community.Renovated, IsClearancePlanned = community.IsClearancePlanned, Clearance = community.Clearance,
        IsToBeRebuilt = community.IsToBeRebuilt, WasFunded = community.WasFunded, WasPlanned = community.WasPlanned,
        IsWishStrong = community.IsWishStrong, IsManagementAgreed = community.IsManagementAgreed,
        IsInLibrary = community.IsInLibrary, HouseholdsAsked = community.HouseholdsAsked,
        HouseholdsAgreed = community.HouseholdsAgreed, Signs = SignList.Read(community.Signs),
        Utilities = UtilityList.Read(community.Utilities),
        Flags = community.Flags.Split('、', StringSplitOptions.RemoveEmptyEntries), ParkingPlaces = community.ParkingPlaces,
        CarChargers = community.CarChargers, BikeChargers = community.BikeChargers, Lifts = community.Lifts,
        Latitude = community.Latitude, Longitude = community.Longitude, ContactName = community.ContactName,
        ContactPhone = community.ContactPhone, Note = community.Note, Quality = community.Quality,
        Source = community.Source, KeeperId = community.KeeperId,
    };

    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) throw CommunityRefusals.NoName();

        ReadOnlySpan<int?> counts =
            [Buildings, Units, Households, Floors, HouseholdsAsked, HouseholdsAgreed, ParkingPlaces, CarChargers, BikeChargers, Lifts];
        foreach (var count in counts)
        {
            if (count < 0) throw CommunityRefusals.Negative();
        }

        if (Area?.Value < 0) throw CommunityRefusals.Negative();
        if (HouseholdsAgreed > HouseholdsAsked) throw CommunityRefusals.MoreAgreeThanAsked();
        if (Latitude is null != Longitude is null || Latitude is < -90 or > 90 || Longitude is < -180 or > 180)
        {
            throw CommunityRefusals.BadPosition();
        }
    }
}
