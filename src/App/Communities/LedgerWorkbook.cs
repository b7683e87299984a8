using Huanxin.App.Data;
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

    // No column of a ledger shows them. A property that is missing here is only read for nothing.
    private static readonly string[] Unread =
    [
        nameof(Community.Version), nameof(Community.NameKey), nameof(Community.Finding), nameof(Community.ContactName), nameof(Community.ContactPhone),
        nameof(Community.Source), nameof(Community.ConfirmedOn), nameof(Community.KeeperId), nameof(Community.State), nameof(Community.MergedInto),
        nameof(Community.SplitFrom), nameof(Community.SplitInto), nameof(Community.ClosedOn),
    ];

    public static Task WriteAsync(Stream target, AppDb db, IQueryable<Community> rows, RegionList regions, CancellationToken stop) =>
        ListExport.ToXlsxAsync(target, new SheetLayout(Sheet, []) { FrozenColumns = 4 }, Columns(regions), db.ReadAsync(rows, Unread, stop), stop);

    private static ListColumn<Community>[] Columns(RegionList regions) =>
    [
        Of(F.Code, c => c.Code), Of(F.District, NameAt(RegionLevel.District, regions)),
        Of(F.Street, NameAt(RegionLevel.Street, regions)), Of(F.Name, c => c.Name), Of(F.Aliases, c => c.Aliases),
        Of(F.Neighbourhood, c => c.Neighbourhood), Of(F.Address, c => c.Address), Of(F.Kind, c => c.Kind?.Label()),
        Of(F.Land, c => c.Land?.Label()), Of(F.Ownership, c => c.Ownership?.Label()), Of(F.InTown, c => YesNo(c.IsInTown)),
        Of(F.Built, Once(c => c.Built)), Of(F.Evidence, c => c.Evidence?.Label()), Of(F.Buildings, c => c.Buildings),
        Of(F.Units, c => c.Units), Of(F.Households, c => c.Households), Of(F.Area, c => c.Area, "㎡"), Of(F.Structure, c => c.Structure?.Label()),
        Of(F.Floors, c => c.Floors), Of(F.Management, c => c.Management?.Label()), Of(F.Manager, c => c.Manager),
        Of(F.Fund, c => c.MaintenanceFund, "元"), Of(F.WasRenovated, c => YesNo(c.WasRenovated)), Of(F.Renovated, Once(c => c.Renovated)),
        Of(F.ClearancePlanned, c => YesNo(c.IsClearancePlanned)), Of(F.Clearance, Once(c => c.Clearance)),
        Of(F.Rebuilt, c => YesNo(c.IsToBeRebuilt)), Of(F.Funded, c => YesNo(c.WasFunded)), Of(F.Planned, c => YesNo(c.WasPlanned)),
        Of(F.Wish, c => YesNo(c.IsWishStrong)), Of(F.Agreed, c => YesNo(c.IsManagementAgreed)), Of(F.Library, c => YesNo(c.IsInLibrary)),
        Of(F.Asked, c => c.HouseholdsAsked), Of(F.Consenting, c => c.HouseholdsAgreed), Of(F.Signs, Once(c => c.Signs, SignsOf)),
        .. F.Utilities.Select(field => Of(field.Value, Once(c => c.Utilities, told => StateOf(told, field.Key)?.Label()))), Of(F.Flags, c => c.Flags),
        Of(F.Parking, c => c.ParkingPlaces), Of(F.CarChargers, c => c.CarChargers), Of(F.BikeChargers, c => c.BikeChargers), Of(F.Lifts, c => c.Lifts),
        Of(F.Latitude, c => Degrees(c.Latitude)), Of(F.Longitude, c => Degrees(c.Longitude)), Of(F.Note, c => c.Note),
        Of(F.Quality, c => c.Quality.Label()), Of(F.Key, c => c.Id.ToString(), "请勿改动"),
    ];

    private static ListColumn<Community> Of(FieldSpec field, Func<Community, Cell> value, string? remark = null) =>
        new(remark is null ? field.Label : $"{field.Label}（{remark}）", value);

    private static string? YesNo(bool? said) => said switch { true => "是", false => "否", null => null };

    private static Func<Community, Cell> NameAt(RegionLevel level, RegionList regions) => Once(c => c.Place,
        place => place.Outward().Where(outer => outer.Level == level).Select(regions.NameOf).FirstOrDefault());

    private static Func<Community, Cell> Once(Func<Community, DateSpan?> said)
    {
        var words = Once(c => said(c)!.Value, span => span.ToString());
        return community => said(community) is null ? Cell.Blank : words(community);
    }

    // Hundreds of communities lie in the same place and were built in the same year, and those of a place come together: put into words once.
    private static Func<Community, Cell> Once<T>(Func<Community, T> said, Func<T, string?> inWords) where T : notnull
    {
        var known = new Dictionary<T, string?>();
        var (isBegun, last, words) = (false, default(T), default(string));
        return community =>
        {
            var told = said(community);
            if (isBegun && EqualityComparer<T>.Default.Equals(told, last)) return words;

            if (!known.TryGetValue(told, out words)) known[told] = words = inWords(told);
            (isBegun, last) = (true, told);
            return words;
        };
    }

    // A sign that is not there has no word of its own in a ledger.
    private static string SignsOf(string told) =>
        string.Join('、', SignList.Read(told).Where(sign => sign.Value).Select(sign => sign.Key.Label()));

    private static UtilityState? StateOf(string told, Utility utility) =>
        UtilityList.Read(told).TryGetValue(utility, out var state) ? state : null;

    // Six decimals are a hand's breadth.
    private static Cell Degrees(double? degrees) => degrees is { } known ? Cell.Number((long)Math.Round(known * 1e6), 6) : Cell.Blank;
}
