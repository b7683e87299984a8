using System.ComponentModel.DataAnnotations;
using Huanxin.App.Security;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Communities;

/// <summary>What is typed to register or change a community; what is left empty is “not said”.</summary>
public sealed class CommunityForm
{
    public static readonly IReadOnlyList<Sign> SignOrder = Enum.GetValues<Sign>();
    public static readonly IReadOnlyList<Utility> UtilityOrder = Enum.GetValues<Utility>();

    public int Version { get; set; }

    [Required(ErrorMessage = "请填写小区名称。")]
    [StringLength(100, ErrorMessage = "小区名称不超过 100 个字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请选择属地。")]
    public string? Place { get; set; }

    [StringLength(40, ErrorMessage = "小区编码不超过 40 个字符。")]
    public string? Code { get; set; }

    [StringLength(400, ErrorMessage = "别名、曾用名不超过 400 个字。")]
    public string? Aliases { get; set; }

    [StringLength(400, ErrorMessage = "地址不超过 400 个字。")]
    public string? Address { get; set; }

    [StringLength(400, ErrorMessage = "社区居委会不超过 400 个字。")]
    public string? Neighbourhood { get; set; }

    public CommunityKind? Kind { get; set; }
    public LandKind? Land { get; set; }
    public OwnershipKind? Ownership { get; set; }
    public bool? IsInTown { get; set; }

    [VagueDate("建成时间")]
    public string? Built { get; set; }

    public BuildEvidence? Evidence { get; set; }

    [Count("楼栋数")]
    public string? Buildings { get; set; }

    [Count("单元数")]
    public string? Units { get; set; }

    [Count("户数")]
    public string? Households { get; set; }

    [Area("建筑面积")]
    public string? Area { get; set; }

    public StructureKind? Structure { get; set; }

    [Count("最高层数")]
    public string? Floors { get; set; }

    public ManagementMode? Management { get; set; }

    [StringLength(400, ErrorMessage = "管理单位不超过 400 个字。")]
    public string? Manager { get; set; }

    [Money("住宅专项维修资金余额")]
    public string? MaintenanceFund { get; set; }

    public bool? WasRenovated { get; set; }

    [VagueDate("上次综合改造")]
    public string? Renovated { get; set; }

    public bool? IsClearancePlanned { get; set; }

    [VagueDate("规划征迁")]
    public string? Clearance { get; set; }

    public bool? IsToBeRebuilt { get; set; }
    public bool? WasFunded { get; set; }
    public bool? WasPlanned { get; set; }
    public bool? IsWishStrong { get; set; }
    public bool? IsManagementAgreed { get; set; }
    public bool? IsInLibrary { get; set; }

    [Count("征询户数")]
    public string? HouseholdsAsked { get; set; }

    [Count("同意户数")]
    public string? HouseholdsAgreed { get; set; }

    public List<bool?> Signs { get; set => field = Full(value, SignOrder.Count); } = Full<bool>([], SignOrder.Count);
    public List<UtilityState?> Utilities { get; set => field = Full(value, UtilityOrder.Count); } = Full<UtilityState>([], UtilityOrder.Count);

    [StringLength(400, ErrorMessage = "示范、试点标记不超过 400 个字。")]
    public string? Flags { get; set; }

    [Count("停车位")]
    public string? ParkingPlaces { get; set; }

    [Count("电动汽车充电桩")]
    public string? CarChargers { get; set; }

    [Count("电动自行车充电端口")]
    public string? BikeChargers { get; set; }

    [Count("电梯")]
    public string? Lifts { get; set; }

    [Degrees("纬度", 90, ErrorMessage = "纬度须在 -90 至 90 之间。")]
    public string? Latitude { get; set; }

    [Degrees("经度", 180, ErrorMessage = "经度须在 -180 至 180 之间。")]
    public string? Longitude { get; set; }

    [StringLength(60, ErrorMessage = "联系人不超过 60 个字。")]
    public string? ContactName { get; set; }

    [StringLength(40, ErrorMessage = "联系电话不超过 40 个字符。")]
    public string? ContactPhone { get; set; }

    [StringLength(1000, ErrorMessage = "备注不超过 1000 个字。")]
    public string? Note { get; set; }

    public FactQuality Quality { get; set; }

    [StringLength(400, ErrorMessage = "数据来源不超过 400 个字。")]
    public string? Source { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }

    /// <summary>True when the person has seen the communities that are like this one and says that it is another.</summary>
    public bool IsAnother { get; set; }

    /// <summary>Fields that cannot stand beside each other.</summary>
    public IEnumerable<ValidationResult> Contradictions()
    {
        if (FigureText.Count(HouseholdsAgreed) > FigureText.Count(HouseholdsAsked))
        {
            yield return new("同意户数不能多于征询户数。", [nameof(HouseholdsAgreed)]);
        }

        if (string.IsNullOrWhiteSpace(Latitude) != string.IsNullOrWhiteSpace(Longitude)) yield return new("纬度和经度须同时填写。", [nameof(Latitude)]);
    }

    /// <summary>What is known now, as it would be typed; contacts only for those who may see them.</summary>
    public static CommunityForm Of(Community community, Cipher? cipher)
    {
        var signs = SignList.Read(community.Signs);
        var utilities = UtilityList.Read(community.Utilities);
        return new()
        {
            Version = community.Version, Name = community.Name, Place = community.Place.ToString(), Code = community.Code,
            Aliases = community.Aliases, Address = community.Address, Neighbourhood = community.Neighbourhood, Kind = community.Kind,
            Land = community.Land, Ownership = community.Ownership, IsInTown = community.IsInTown, Built = community.Built?.ToString(),
            Evidence = community.Evidence, Buildings = FieldName.Text(community.Buildings),
            Units = FieldName.Text(community.Units), Households = FieldName.Text(community.Households),
            Area = FieldName.Text(community.Area?.SquareMetres), Structure = community.Structure,
            Floors = FieldName.Text(community.Floors), Management = community.Management, Manager = community.Manager,
            MaintenanceFund = FieldName.Text(community.MaintenanceFund?.Yuan),
            WasRenovated = community.WasRenovated, Renovated = community.Renovated?.ToString(),
            IsClearancePlanned = community.IsClearancePlanned, Clearance = community.Clearance?.ToString(),
            IsToBeRebuilt = community.IsToBeRebuilt, WasFunded = community.WasFunded, WasPlanned = community.WasPlanned,
            IsWishStrong = community.IsWishStrong, IsManagementAgreed = community.IsManagementAgreed,
            IsInLibrary = community.IsInLibrary, HouseholdsAsked = FieldName.Text(community.HouseholdsAsked),
            HouseholdsAgreed = FieldName.Text(community.HouseholdsAgreed),
            Signs = [.. SignOrder.Select(s => signs.TryGetValue(s, out var holds) ? holds : (bool?)null)],
            Utilities = [.. UtilityOrder.Select(u => utilities.TryGetValue(u, out var state) ? state : (UtilityState?)null)],
            Flags = community.Flags, ParkingPlaces = FieldName.Text(community.ParkingPlaces),
            CarChargers = FieldName.Text(community.CarChargers), BikeChargers = FieldName.Text(community.BikeChargers),
            Lifts = FieldName.Text(community.Lifts), Latitude = FieldName.Text(community.Latitude),
            Longitude = FieldName.Text(community.Longitude), ContactName = Opened(community.ContactName, cipher),
            ContactPhone = Opened(community.ContactPhone, cipher), Note = community.Note, Quality = community.Quality,
            Source = community.Source,
        };
    }

    /// <summary>What was typed; what the form does not ask stays as it is known.</summary>
    public CommunityProfile Profile(RegionCode place, Community? known, Cipher cipher, bool hasContacts)
    {
        // As an import reads it: what a hand put between the characters is no part of the name.
        var name = CellText.Name(Name);
        var before = known is null ? new CommunityProfile { Place = place, Name = name } : CommunityProfile.Of(known);
        return before with
        {
            Place = place, Name = name, Code = Said(Code), Aliases = Words(Aliases), Address = Said(Address),
            Neighbourhood = Said(Neighbourhood), Kind = Kind, Land = Land, Ownership = Ownership, IsInTown = IsInTown,
            Built = SpanText.Read(Built), Evidence = Evidence, Buildings = FigureText.Count(Buildings),
            Units = FigureText.Count(Units), Households = FigureText.Count(Households),
            Area = FigureText.Area(Area), Structure = Structure, Floors = FigureText.Count(Floors),
            Management = Management, Manager = Said(Manager), MaintenanceFund = FigureText.Money(MaintenanceFund),
            WasRenovated = WasRenovated, Renovated = SpanText.Read(Renovated), IsClearancePlanned = IsClearancePlanned,
            Clearance = SpanText.Read(Clearance), IsToBeRebuilt = IsToBeRebuilt, WasFunded = WasFunded, WasPlanned = WasPlanned,
            IsWishStrong = IsWishStrong, IsManagementAgreed = IsManagementAgreed, IsInLibrary = IsInLibrary,
            HouseholdsAsked = FigureText.Count(HouseholdsAsked), HouseholdsAgreed = FigureText.Count(HouseholdsAgreed),
            Signs = Filled(SignOrder, Signs), Utilities = Filled(UtilityOrder, Utilities), Flags = Words(Flags),
            ParkingPlaces = FigureText.Count(ParkingPlaces), CarChargers = FigureText.Count(CarChargers),
            BikeChargers = FigureText.Count(BikeChargers), Lifts = FigureText.Count(Lifts),
            Latitude = FigureText.Degrees(Latitude), Longitude = FigureText.Degrees(Longitude),
            Note = Said(Note), Quality = Quality, Source = Said(Source),
            ContactName = hasContacts ? Sealed(ContactName, known?.ContactName, cipher) : before.ContactName,
            ContactPhone = hasContacts ? Sealed(ContactPhone, known?.ContactPhone, cipher) : before.ContactPhone,
        };
    }

    /// <summary>As it is compared with what is registered.</summary>
    public Comparable Comparable => new(Guid.Empty, Name!, string.Join('、', Words(Aliases)), Said(Address));

    private static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string[] Words(string? typed) => (typed ?? "").Split(['、', ',', '，', ';', '；', '\n'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Dictionary<TKey, TValue> Filled<TKey, TValue>(IReadOnlyList<TKey> keys, List<TValue?> values)
        where TKey : notnull where TValue : struct =>
        keys.Zip(values).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!.Value);

    // One answer for each question, also where fewer or none were posted.
    private static List<T?> Full<T>(List<T?>? posted, int count) where T : struct =>
        [.. Enumerable.Range(0, count).Select(at => posted?.ElementAtOrDefault(at))];

    private static string? Opened(Personal? kept, Cipher? cipher) => kept is null || cipher is null ? null : cipher.Open(kept);

    // The same text is not sealed anew: that would look like a change in the history.
    private static Personal? Sealed(string? typed, Personal? kept, Cipher cipher) =>
        kept is not null && cipher.Open(kept) == typed?.Trim() ? kept : cipher.SealOrNull(typed);
}
