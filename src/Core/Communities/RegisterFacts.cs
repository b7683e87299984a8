using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What the register knows of a community as facts for the questions of policy (登记事实).</summary>
public static class RegisterFacts
{
    /// <summary>Name of the register as a source (数据来源).</summary>
    public const string Register = "小区数据库";

    /// <summary>Facts of a community (小区事实). Where every building says when it was built, that goes before the community's own word.</summary>
    public static CommunityFacts Of(Community community, IReadOnlyCollection<Building> buildings) => Of(community, buildings, community.Buildings);

    /// <summary>The same of some of its buildings (部分楼栋的事实).</summary>
    /// <param name="stated">How many there are said to be; fewer than that speak for themselves and not for all.</param>
    public static CommunityFacts Of(Community community, IReadOnlyCollection<Building> buildings, int? stated)
    {
        var source = new FactSource(community.Source ?? Register, community.Quality);
        var built = BuiltOf(buildings, stated);
        return new CommunityFacts
        {
            Place = community.Place,
            Kind = Known(community.Kind, source),
            BuiltOn = built is null ? Known(community.Built, source) : Known(DateSpan.Over(built), BuildingSource(buildings)),
            BuildingsBuiltOn = built is null ? default : Fact<IReadOnlyList<DateSpan>>.Of(built, BuildingSource(buildings)),
            Land = Known(community.Land, source),
            IsInTown = Known(community.IsInTown, source),
            Signs = SignList.Read(community.Signs).ToDictionary(s => s.Key, s => Fact<bool>.Of(s.Value, source)),
            WishIsStrong = Known(community.IsWishStrong, source),
            RenovatedOn = Dated(community.WasRenovated, community.Renovated, source),
            ClearanceOn = Dated(community.IsClearancePlanned, community.Clearance, source),
            IsToBeRebuilt = Known(community.IsToBeRebuilt, source),
            WasFunded = Known(community.WasFunded, source),
            WasPlanned = Known(community.WasPlanned, source),
            Area = Known(community.Area, source),
            Buildings = Count(community.Buildings, source),
            Households = Count(community.Households, source),
            HouseholdsConsent = Share(community.HouseholdsAgreed, community.Households, source),
            WishesCollected = Share(community.HouseholdsAsked, community.Households, source),
            IsManagementAgreed = Known(community.IsManagementAgreed, source),
            IsInLibrary = Known(community.IsInLibrary, source),
        };
    }

    // Earliest first; null while there are none, some are not registered yet, or one does not say.
    private static List<DateSpan>? BuiltOf(IReadOnlyCollection<Building> buildings, int? stated)
    {
        var open = buildings.Where(b => b.ClosedOn is null).ToList();
        return open.Count > 0 && open.Count >= (stated ?? 0) && open.TrueForAll(b => b.Built is not null)
            ? [.. open.Select(b => b.Built!.Value).OrderBy(span => span.First)]
            : null;
    }

    private static FactSource BuildingSource(IReadOnlyCollection<Building> buildings) =>
        new("各楼栋登记", buildings.Max(b => b.Quality));

    private static Fact<T> Known<T>(T? value, FactSource source) where T : struct =>
        value is { } known ? Fact<T>.Of(known, source) : default;

    private static Fact<long> Count(int? value, FactSource source) => value is { } known ? Fact<long>.Of(known, source) : default;

    private static Fact<Portion> Share(int? part, int? whole, FactSource source) =>
        part is { } some && whole is { } all ? Fact<Portion>.Of(new(some, all), source) : default;

    // “No” is a known answer without a date; “yes” without one is yes, at a time that no limit can be held against.
    private static Fact<DateSpan?> Dated(bool? flag, DateSpan? on, FactSource source) => (flag, on) switch
    {
        (false, _) => Fact<DateSpan?>.Of(null, source),
        (true, _) => Fact<DateSpan?>.Of(on ?? DateSpan.Ever, source),
        _ => default,
    };
}
