using System.Text.RegularExpressions;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using F = Huanxin.App.Communities.LedgerFields;
using W = Huanxin.App.Communities.LedgerWords;

namespace Huanxin.App.Communities;

/// <summary>Makes of each row the thing it lists.</summary>
internal sealed partial class LedgerRows(LedgerKind kind, LedgerCells cells, LedgerPlaces places, ImportFaults faults, LedgerChoice choice)
{
    private const int LongestCode = 40, LongestName = 100, LongestList = 10_000, LongestNote = 1000, LongestNumber = 60, LongestRoom = 40;
    private readonly KeyValuePair<Utility, FieldSpec>[] utilities = [.. F.Utilities.Where(utility => cells.Has(utility.Value))];
    private readonly KeyValuePair<Sign, FieldSpec>[] eachSign = [.. F.EachSign.Where(sign => cells.Has(sign.Value))];
    // A column that is not there is missed once, not in every row.
    private readonly bool isWhole = F.Of(kind).Where(field => field.IsRequired).All(field => cells.Has(field) || (field == F.Name && cells.Has(F.Code)));
    private static readonly char[] Commas = ['、', '，', ',', ';', '；', '\n'];

    // Owners of one dwelling stand one below the other.
    private (RegionCode Place, string? Code, string Name, string Building, string Unit, string Room)? before;

    // Named in a row of its own, over the rows that lie there.
    private RegionCode? heading;

    /// <summary>True for a row that names nothing but a place, as “一、竹岛街道（5个）”: what stands below lies there unless it says otherwise.</summary>
    public bool Heads(SheetRow row)
    {
        var (filled, first, last) = (0, default(RawCell), default(RawCell));
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank) continue;
            if (++filled > 2) return false;
            if (filled == 1) first = cell;
            last = cell;
        }

        if (filled == 0 || last.Kind != RawKind.Text || (filled == 2 && !Numbering().IsMatch(CellText.Key(first.Shown)))) return false;
        if (places.Titled(HeadingOf(last.Text!)) is not { } place) return false;

        heading = place;
        return true;
    }

    public IEnumerable<LedgerRow> Of(SheetRow row)
    {
        cells.MoveTo(row);
        var hard = faults.HardCount;
        var (place, code) = (Place(), cells.Text(F.Code, LongestCode));
        var name = kind == LedgerKind.Communities || code is null ? Required(F.Name, kind == LedgerKind.Communities ? LongestList : LongestName) : cells.Text(F.Name, LongestName) ?? "";
        var rows = kind switch
        {
            LedgerKind.Communities => Communities(row, place, code, name),
            LedgerKind.Buildings => Buildings(row, place, code, name),
            LedgerKind.Dwellings => Dwellings(row, place, code, name),
        };
        return faults.HardCount == hard && isWhole ? rows : rows.Select(one => one with { IsSound = false });
    }

    private IReadOnlyList<LedgerRow> Communities(SheetRow row, RegionCode place, string? code, string name)
    {
        // What was downloaded from the register is one community, whatever it is called.
        var key = Key();
        var isOne = key is not null || choice.Rows.GetValueOrDefault(row.Number) == LedgerChoice.One;
        var names = isOne ? [name] : LedgerLists.Names(name);
        cells.HasFigures = names.Count == 1;
        if (names.Any(one => one.Length > LongestName)) cells.Fault(FaultLevel.Hard, F.Name, "cell.too-long", LedgerSentences.TooLong(LongestName));
        else if (names.Count > 1) cells.Fault(FaultLevel.Soft, F.Name, "ledger.name-list", LedgerSentences.NameList(names));
        else if (!isOne && LedgerLists.MaySaySeveral(name)) cells.Fault(FaultLevel.Soft, F.Name, "ledger.name-list", LedgerSentences.NameListUnclear);

        var profile = Community(place, names.Count > 1 ? null : code, names[0]);
        var (quality, investment) = (cells.Word(F.Quality, W.Qualities), cells.Money(F.Investment));
        var contact = cells.Text(F.ContactName) is var person && cells.Text(F.ContactPhone) is var phone && (person ?? phone) is not null
            ? new LedgerPerson(person, null, phone) : null;
        return [.. names.Select(one => new LedgerRow(row.Number, place, profile.Code, one, true)
        {
            Key = key, Written = names.Count > 1 ? name : null,
            Community = profile with { Name = one, Quality = quality ?? FactQuality.Reported }, Quality = quality, Person = contact, AreaStep = cells.AreaStep, Investment = investment,
        })];
    }

    private CommunityProfile Community(RegionCode place, string? code, string name)
    {
        var (renovated, neverRenovated) = cells.Span(F.Renovated);
        var (clearance, noClearance) = cells.Span(F.Clearance);
        (var wasRenovated, renovated) = cells.YesNo(F.WasRenovated, F.Renovated, renovated);
        (var isClearancePlanned, clearance) = cells.YesNo(F.ClearancePlanned, F.Clearance, clearance);
        var (asked, consenting) = (cells.Count(F.Asked), cells.Count(F.Consenting));
        if (consenting > asked) Refuse(F.Consenting, CommunityRefusals.MoreAgreeThanAsked());

        var (latitude, longitude) = Position();
        return new CommunityProfile
        {
            Place = place, Code = code, Name = name, Aliases = Split(cells.Text(F.Aliases)),
            Neighbourhood = cells.Text(F.Neighbourhood), Address = cells.Text(F.Address), Kind = cells.Word(F.Kind, W.Kinds),
            Land = cells.Word(F.Land, W.Lands), Ownership = cells.Word(F.Ownership, W.Ownerships), IsInTown = cells.YesNo(F.InTown),
            Built = cells.Span(F.Built).Span, Evidence = cells.Word(F.Evidence, W.Evidences), Buildings = cells.Count(F.Buildings),
            Units = cells.Count(F.Units), Households = cells.Count(F.Households), Area = cells.Area(F.Area),
            Structure = cells.Word(F.Structure, W.Structures), Floors = cells.Count(F.Floors), Management = cells.Word(F.Management, W.Managements),
            Manager = cells.Text(F.Manager), MaintenanceFund = cells.Money(F.Fund),
            WasRenovated = neverRenovated && renovated is null ? false : wasRenovated, Renovated = renovated,
            IsClearancePlanned = noClearance && clearance is null ? false : isClearancePlanned, Clearance = clearance,
            IsToBeRebuilt = cells.YesNo(F.Rebuilt), WasFunded = cells.YesNo(F.Funded), WasPlanned = cells.YesNo(F.Planned),
            IsWishStrong = cells.YesNo(F.Wish, W.Wishes), IsManagementAgreed = cells.YesNo(F.Agreed), IsInLibrary = cells.YesNo(F.Library),
            HouseholdsAsked = asked, HouseholdsAgreed = consenting, Signs = Signs(), Utilities = Utilities(), Flags = Split(cells.Text(F.Flags)),
            ParkingPlaces = cells.Count(F.Parking), CarChargers = cells.Count(F.CarChargers), BikeChargers = cells.Count(F.BikeChargers),
            Lifts = cells.Count(F.Lifts), Latitude = latitude, Longitude = longitude, Note = cells.Text(F.Note, LongestNote),
        };
    }

    private IReadOnlyList<LedgerRow> Buildings(SheetRow row, RegionCode place, string? code, string name)
    {
        var written = Required(F.Number, LongestNumber);
        var numbers = choice.Rows.GetValueOrDefault(row.Number) == LedgerChoice.One ? [written] : LedgerLists.Numbers(written);
        cells.HasFigures = numbers.Count == 1;
        if (numbers.Count > 1)
        {
            cells.Fault(FaultLevel.Soft, F.Number, "ledger.number-list", LedgerSentences.NumberList(numbers.Count, numbers[0], numbers[^1]));
        }

        var profile = new BuildingProfile(written)
        {
            Built = cells.Span(F.Built).Span, Evidence = cells.Word(F.Evidence, W.Evidences), Ownership = cells.Word(F.Ownership, W.Ownerships),
            Structure = cells.Word(F.Structure, W.Structures), Units = cells.Count(F.Units), Floors = cells.Count(F.Floors),
            Households = cells.Count(F.Households), Area = cells.Area(F.Area), Lifts = cells.Count(F.Lifts),
        };
        var quality = cells.Word(F.Quality, W.Qualities);
        return [.. numbers.Select(number => new LedgerRow(row.Number, place, code, name, true)
        {
            Building = profile with { Number = number, Quality = quality ?? FactQuality.Reported }, Quality = quality, AreaStep = cells.AreaStep,
            Written = numbers.Count > 1 ? written : null,
        })];
    }

    private List<LedgerRow> Dwellings(SheetRow row, RegionCode place, string? code, string name)
    {
        var building = new BuildingProfile(Required(F.Number, LongestNumber));
        var room = Required(F.Room, LongestRoom);
        if (LedgerLists.IsSeveralRooms(room)) cells.Fault(FaultLevel.Soft, F.Room, "ledger.room-list", LedgerSentences.RoomList);
        var floor = cells.Number(F.Floor) is { } said && said == decimal.Truncate(said) && said is > -10 and < 200 ? (int?)said : null;
        var home = (place, code, name, building.Number, Unit: cells.Text(F.Unit, LongestRoom) ?? "", room);
        cells.IsSummed = home != before;
        var one = new LedgerRow(row.Number, place, code, name, true)
        {
            Building = building, IsMore = home == before,
            Dwelling = new DwellingProfile(home.Unit, room, floor, cells.Area(F.OwnArea), cells.Word(F.AreaSource, W.AreaSources)),
        };
        before = home;
        var owners = Owners(row.Number);
        return owners.Count == 0 ? [one] : [.. owners.Select((owner, i) => one with { Person = owner, IsMore = one.IsMore || i > 0 })];
    }

    // Two names in one cell are two owners; what is said of them belongs to each in the same order, or to nobody.
    private List<LedgerPerson> Owners(int row)
    {
        var (name, identities, phones) = (cells.Text(F.Owner), Split(cells.Text(F.Identity)), Split(cells.Text(F.Phone)));
        if (name is null) return [];

        var names = Split(name);
        if (names.Length < 2 || choice.Rows.GetValueOrDefault(row) == LedgerChoice.One) (names, identities, phones) = ([name], Whole(identities), Whole(phones));
        else cells.Fault(FaultLevel.Soft, F.Owner, "ledger.owner-list", LedgerSentences.OwnerList(names.Length));
        if (identities.Any(one => !OwnerMarks.IsGoodIdentity(one))) cells.Fault(FaultLevel.Soft, F.Identity, "ledger.odd-identity", LedgerSentences.OddIdentity);
        if (phones.Any(one => !AccountRules.IsGoodPhone(one))) cells.Fault(FaultLevel.Soft, F.Phone, "ledger.odd-phone", PeopleRefusals.BadPhone().Sentence);
        return [.. names.Select((one, i) => new LedgerPerson(one, Of(identities, i, names.Length), Of(phones, i, names.Length)))];
    }

    private static string[] Whole(string[] parts) => parts.Length < 2 ? parts : [string.Join('、', parts)];

    private static string? Of(string[] parts, int index, int count) => parts.Length == count ? parts[index] : null;

    private Guid? Key()
    {
        if (cells.Text(F.Key) is not { } text) return null;
        if (Guid.TryParse(text, out var key)) return key;

        cells.Fault(FaultLevel.Hard, F.Key, "ledger.bad-key", LedgerSentences.BadKey);
        return null;
    }

    private RegionCode Place()
    {
        var (district, street) = (cells.Text(F.District), cells.Text(F.Street));
        var place = district is not null || heading is not { } above ? places.Root : street is null || above.Level < RegionLevel.Street ? above : above.Parent;
        if (district is not null)
        {
            if (places.Find(district, places.Root) is { } found) place = found;
            else cells.Fault(FaultLevel.Hard, F.District, "ledger.unknown-place", LedgerSentences.UnknownPlace(district));
        }

        if (street is not null)
        {
            if (places.Find(street, place) is { } found) place = found;
            else cells.Fault(FaultLevel.Soft, F.Street, "ledger.unknown-street", LedgerSentences.UnknownStreet(street));
        }

        if (place.Level < RegionLevel.District && district is null && !places.MayBeWhole) cells.Fault(FaultLevel.Hard, F.District, "ledger.no-place", LedgerSentences.NoPlace);
        return place;
    }

    private static string HeadingOf(string text) => AfterHeading().Replace(BeforeHeading().Replace(CellText.Key(text), ""), "");

    [GeneratedRegex("^[(]?[0-9一二三四五六七八九十]{1,3}[)、.,]?$")]
    private static partial Regex Numbering();

    [GeneratedRegex("^[(]?[0-9一二三四五六七八九十]{1,3}[)、.,:]+")]
    private static partial Regex BeforeHeading();

    [GeneratedRegex("[(:].*$")]
    private static partial Regex AfterHeading();

    private string Required(FieldSpec field, int most)
    {
        var hard = faults.HardCount;
        var text = cells.Text(field, most);
        if (text is null && faults.HardCount == hard && cells.Has(field)) cells.Fault(FaultLevel.Hard, field, "import.empty", LedgerSentences.Empty);
        return text ?? "";
    }

    private (double? Latitude, double? Longitude) Position()
    {
        var (latitude, longitude) = ((double?)cells.Number(F.Latitude), (double?)cells.Number(F.Longitude));
        if (latitude is null == longitude is null && latitude is null or (>= -90 and <= 90) && longitude is null or (>= -180 and <= 180)) return (latitude, longitude);

        cells.Fault(FaultLevel.Hard, F.Latitude, "ledger.bad-position", LedgerSentences.BadPosition);
        return (null, null);
    }

    private IReadOnlyDictionary<Sign, bool> Signs()
    {
        Dictionary<Sign, bool>? signs = null;
        foreach (var one in Split(cells.Text(F.Signs)))
        {
            if (W.Signs.TryGetValue(CellText.Key(one), out var sign)) (signs ??= [])[sign] = true;
            else cells.Fault(FaultLevel.Soft, F.Signs, "ledger.unknown-word", LedgerSentences.UnknownWord(Enum.GetValues<Sign>().Select(FactLabels.Label)));
        }

        foreach (var (sign, field) in eachSign)
        {
            if (cells.YesNo(field) is { } isThere) (signs ??= [])[sign] = isThere;
        }

        return signs ?? SignList.None;
    }

    private IReadOnlyDictionary<Utility, UtilityState> Utilities()
    {
        Dictionary<Utility, UtilityState>? states = null;
        foreach (var (utility, field) in utilities)
        {
            if (cells.Word(field, W.States, W.Present) is { } state) (states ??= [])[utility] = state;
        }

        return states ?? UtilityList.None;
    }

    private void Refuse(FieldSpec field, Refusal refusal) => cells.Fault(FaultLevel.Hard, field, refusal.Code, refusal.Sentence);

    private static string[] Split(string? text) =>
        text?.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
