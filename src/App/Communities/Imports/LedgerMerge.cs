using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities.Imports;

/// <summary>What is known of a thing when a ledger has spoken: a blank cell says nothing and leaves what is known.</summary>
internal static class LedgerMerge
{
    public static CommunityProfile Of(CommunityProfile known, CommunityProfile said, FactQuality? quality, decimal areaStep, bool isRenaming) => known with
    {
        // A ledger that names the district only does not take back the street.
        Place = said.Place.Contains(known.Place) ? known.Place : said.Place,
        Code = said.Code ?? known.Code, Name = NameOf(known, said, isRenaming),
        Aliases = [.. known.Aliases.Union(OtherNames(known, said, isRenaming))],
        Address = said.Address ?? known.Address, Neighbourhood = said.Neighbourhood ?? known.Neighbourhood, Kind = said.Kind ?? known.Kind,
        Land = said.Land ?? known.Land, Ownership = said.Ownership ?? known.Ownership, IsInTown = said.IsInTown ?? known.IsInTown,
        Built = said.Built ?? known.Built, Evidence = said.Evidence ?? known.Evidence, Buildings = said.Buildings ?? known.Buildings,
        Units = said.Units ?? known.Units, Households = said.Households ?? known.Households, Area = Exacter(known.Area, said.Area, areaStep),
        Structure = said.Structure ?? known.Structure, Floors = said.Floors ?? known.Floors, Management = said.Management ?? known.Management,
        Manager = said.Manager ?? known.Manager, MaintenanceFund = said.MaintenanceFund ?? known.MaintenanceFund,
        WasRenovated = said.WasRenovated ?? (said.Renovated is null ? known.WasRenovated : true), Renovated = Dated(said.WasRenovated, said.Renovated, known.Renovated),
        IsClearancePlanned = said.IsClearancePlanned ?? (said.Clearance is null ? known.IsClearancePlanned : true),
        Clearance = Dated(said.IsClearancePlanned, said.Clearance, known.Clearance), IsToBeRebuilt = said.IsToBeRebuilt ?? known.IsToBeRebuilt,
        WasFunded = said.WasFunded ?? known.WasFunded, WasPlanned = said.WasPlanned ?? known.WasPlanned,
        IsWishStrong = said.IsWishStrong ?? known.IsWishStrong, IsManagementAgreed = said.IsManagementAgreed ?? known.IsManagementAgreed,
        IsInLibrary = said.IsInLibrary ?? known.IsInLibrary, HouseholdsAsked = said.HouseholdsAsked ?? known.HouseholdsAsked,
        HouseholdsAgreed = said.HouseholdsAgreed ?? known.HouseholdsAgreed, Signs = Over(known.Signs, said.Signs),
        Utilities = Over(known.Utilities, said.Utilities), Flags = [.. known.Flags.Union(said.Flags)],
        ParkingPlaces = said.ParkingPlaces ?? known.ParkingPlaces, CarChargers = said.CarChargers ?? known.CarChargers,
        BikeChargers = said.BikeChargers ?? known.BikeChargers, Lifts = said.Lifts ?? known.Lifts,
        Latitude = said.Latitude ?? known.Latitude, Longitude = said.Longitude ?? known.Longitude,
        ContactName = said.ContactName ?? known.ContactName, ContactPhone = said.ContactPhone ?? known.ContactPhone,
        Note = said.Note ?? known.Note, Quality = quality ?? known.Quality,
    };

    public static BuildingProfile Of(BuildingProfile known, BuildingProfile said, FactQuality? quality, decimal areaStep) => known with
    {
        Built = said.Built ?? known.Built, Evidence = said.Evidence ?? known.Evidence, Ownership = said.Ownership ?? known.Ownership,
        Structure = said.Structure ?? known.Structure, Units = said.Units ?? known.Units, Floors = said.Floors ?? known.Floors,
        Households = said.Households ?? known.Households, Area = Exacter(known.Area, said.Area, areaStep), Lifts = said.Lifts ?? known.Lifts,
        Quality = quality ?? known.Quality,
    };

    public static DwellingProfile Of(DwellingProfile known, DwellingProfile said) => known with
    {
        Floor = said.Floor ?? known.Floor, Area = said.Area ?? known.Area, AreaSource = said.AreaSource ?? known.AreaSource,
    };

    // 4.08 万㎡ says the same as the 40,820.71 ㎡ that are known, and less exactly.
    private static Area? Exacter(Area? known, Area? said, decimal step) =>
        known is { } exact && said is { } rounded && step > 0 && Math.Abs(exact.SquareMetres - rounded.SquareMetres) * 2 <= step ? known : said ?? known;

    // Only who names the code or the key renames; another name for the same community is one more name of it.
    private static string NameOf(CommunityProfile known, CommunityProfile said, bool isRenaming) =>
        isRenaming && !IsSame(known.Name, said.Name) ? said.Name : known.Name;

    private static IEnumerable<string> OtherNames(CommunityProfile known, CommunityProfile said, bool isRenaming)
    {
        var present = NameOf(known, said, isRenaming);
        return said.Aliases.Append(said.Name).Append(known.Name).Where(name => !IsSame(name, present) && !known.Aliases.Any(old => IsSame(old, name)));
    }

    private static bool IsSame(string one, string other) => CommunityNames.Key(one) == CommunityNames.Key(other);

    private static DateSpan? Dated(bool? said, DateSpan? on, DateSpan? known) => on ?? (said == false ? null : known);

    private static IReadOnlyDictionary<TKey, TValue> Over<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> known, IReadOnlyDictionary<TKey, TValue> said) where TKey : notnull
    {
        if (said.Count == 0) return known;

        var both = known.ToDictionary();
        foreach (var (key, value) in said) both[key] = value;
        return both;
    }
}
