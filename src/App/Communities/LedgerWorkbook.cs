using System.Globalization;
using Huanxin.App.Exchange;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using F = Huanxin.App.Communities.LedgerFields;

namespace Huanxin.App.Communities;

/// <summary>
/// The register as a ledger: the columns of the ledger with their official headings, so that it is downloaded, changed and
/// imported again; a key that only we read finds those that were renamed. What nobody has said stays blank; contacts are left out.
/// </summary>
public static class LedgerWorkbook
{
    private const string Sheet = "小区台账";

    public static Task WriteAsync(Stream target, IAsyncEnumerable<Community> rows, RegionList regions, CancellationToken stop) =>
        ListExport.ToXlsxAsync(target, new SheetLayout(Sheet, []) { FrozenColumns = 4 }, Columns(regions), rows, stop);

    private static ListColumn<Community>[] Columns(RegionList regions) =>
    [
        Of(F.Code, c => c.Code), Of(F.District, NameAt(RegionLevel.District, regions)),
        Of(F.Street, NameAt(RegionLevel.Street, regions)), Of(F.Name, c => c.Name), Of(F.Aliases, c => c.Aliases),
        Of(F.Neighbourhood, c => c.Neighbourhood), Of(F.Address, c => c.Address), Of(F.Kind, c => c.Kind?.Label()),
        Of(F.Land, c => c.Land?.Label()), Of(F.Ownership, c => c.Ownership?.Label()), Of(F.InTown, c => YesNo(c.IsInTown)),
        Of(F.Built, c => c.Built?.ToString()), Of(F.Evidence, c => c.Evidence?.Label()), Of(F.Buildings, c => c.Buildings),
        Of(F.Units, c => c.Units), Of(F.Households, c => c.Households), Of(F.Area, c => c.Area, "㎡"), Of(F.Structure, c => c.Structure?.Label()),
        Of(F.Floors, c => c.Floors), Of(F.Management, c => c.Management?.Label()), Of(F.Manager, c => c.Manager),
        Of(F.Fund, c => c.MaintenanceFund, "元"), Of(F.WasRenovated, c => YesNo(c.WasRenovated)), Of(F.Renovated, c => c.Renovated?.ToString()),
        Of(F.ClearancePlanned, c => YesNo(c.IsClearancePlanned)), Of(F.Clearance, c => c.Clearance?.ToString()),
        Of(F.Rebuilt, c => YesNo(c.IsToBeRebuilt)), Of(F.Funded, c => YesNo(c.WasFunded)), Of(F.Planned, c => YesNo(c.WasPlanned)),
        Of(F.Wish, c => YesNo(c.IsWishStrong)), Of(F.Agreed, c => YesNo(c.IsManagementAgreed)), Of(F.Library, c => YesNo(c.IsInLibrary)),
        Of(F.Asked, c => c.HouseholdsAsked), Of(F.Consenting, c => c.HouseholdsAgreed), Of(F.Signs, c => SignsOf(c)),
        .. F.Utilities.Select(field => Of(field.Value, c => StateOf(c, field.Key)?.Label())), Of(F.Flags, c => c.Flags),
        Of(F.Parking, c => c.ParkingPlaces), Of(F.CarChargers, c => c.CarChargers), Of(F.BikeChargers, c => c.BikeChargers), Of(F.Lifts, c => c.Lifts),
        Of(F.Latitude, c => Degrees(c.Latitude)), Of(F.Longitude, c => Degrees(c.Longitude)), Of(F.Note, c => c.Note),
        Of(F.Quality, c => c.Quality.Label()), Of(F.Key, c => c.Id.ToString(), "请勿改动"),
    ];

    private static ListColumn<Community> Of(FieldSpec field, Func<Community, Cell> value, string? remark = null) =>
        new(remark is null ? field.Label : $"{field.Label}（{remark}）", value);

    private static string? YesNo(bool? said) => said switch { true => "是", false => "否", null => null };

    // Hundreds of communities lie in the same place.
    private static Func<Community, Cell> NameAt(RegionLevel level, RegionList regions)
    {
        var names = new Dictionary<RegionCode, string?>();
        return community =>
        {
            if (names.TryGetValue(community.Place, out var name)) return name;

            return names[community.Place] = community.Place.Outward().Where(place => place.Level == level).Select(regions.NameOf).FirstOrDefault();
        };
    }

    // A sign that is not there has no word of its own in a ledger.
    private static string SignsOf(Community community) =>
        string.Join('、', SignList.Read(community.Signs).Where(sign => sign.Value).Select(sign => sign.Key.Label()));

    private static UtilityState? StateOf(Community community, Utility utility) =>
        UtilityList.Read(community.Utilities) is var states && states.TryGetValue(utility, out var state) ? state : null;

    private static string? Degrees(double? degrees) => degrees?.ToString("0.######", CultureInfo.InvariantCulture);
}
