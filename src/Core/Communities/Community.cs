using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>Whether a community stands in the register (小区状态).</summary>
public enum CommunityState { Active, Merged, Closed }

/// <summary>
/// A residential community (小区) in the register (数据库). What nobody has said is null, which is neither zero nor no
/// (W20-2.1a, TX21-4.4.2, NY22-4.1).
/// </summary>
public sealed class Community : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Place it lies in (属地): the street where it is known, else the district.</summary>
    public RegionCode Place { get; private set; }

    /// <summary>Own code (小区编码), unique in the installation; null where none was given.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Other and former names (别名、曾用名), separated by “、”; empty for none.</summary>
    public string Aliases { get; private set; } = "";

    /// <summary>Name as it is compared (名称比对键): half-width, lower case, without blanks.</summary>
    [Derived]
    public string NameKey { get; private set; } = "";

    /// <summary>Everything it is found by (检索词): names, their initials, address.</summary>
    [Derived]
    public string Finding { get; private set; } = "";

    public string? Address { get; private set; }

    /// <summary>Residents' committee (社区居委会), by name.</summary>
    public string? Neighbourhood { get; private set; }

    public CommunityKind? Kind { get; private set; }
    public LandKind? Land { get; private set; }
    public OwnershipKind? Ownership { get; private set; }

    /// <summary>In a city or a county town (城市或县城).</summary>
    public bool? IsInTown { get; private set; }

    /// <summary>First and last day on which it may have been completed (建成时间), as exactly as was said.</summary>
    public DateOnly? BuiltFrom { get; private set; }
    public DateOnly? BuiltTo { get; private set; }

    /// <summary>What proves the date (建成时间依据).</summary>
    public BuildEvidence? Evidence { get; private set; }

    /// <summary>Buildings (楼栋数，栋) as reported; the building records are counted beside it.</summary>
    public int? Buildings { get; private set; }

    /// <summary>Stairwells (单元数，个).</summary>
    public int? Units { get; private set; }

    /// <summary>Households (户数，户).</summary>
    public int? Households { get; private set; }

    /// <summary>Floor area (建筑面积，㎡).</summary>
    public Area? Area { get; private set; }

    public StructureKind? Structure { get; private set; }

    /// <summary>Most floors of a building (最高层数，层).</summary>
    public int? Floors { get; private set; }

    public ManagementMode? Management { get; private set; }

    /// <summary>Who manages it (管理单位), by name.</summary>
    public string? Manager { get; private set; }

    /// <summary>Balance of the maintenance fund (住宅专项维修资金余额，元).</summary>
    public Fen? MaintenanceFund { get; private set; }

    /// <summary>Renovated comprehensively before (曾综合改造); null where nobody has said.</summary>
    public bool? WasRenovated { get; private set; }
    public DateOnly? RenovatedFrom { get; private set; }
    public DateOnly? RenovatedTo { get; private set; }

    /// <summary>In a clearance plan (纳入征迁规划).</summary>
    public bool? IsClearancePlanned { get; private set; }
    public DateOnly? ClearanceFrom { get; private set; }
    public DateOnly? ClearanceTo { get; private set; }

    /// <summary>To be demolished and rebuilt (拟拆除新建).</summary>
    public bool? IsToBeRebuilt { get; private set; }

    /// <summary>Renovated with public money before (曾获资金支持).</summary>
    public bool? WasFunded { get; private set; }

    /// <summary>In an earlier annual plan (曾列入年度计划).</summary>
    public bool? WasPlanned { get; private set; }

    /// <summary>The residents' wish is strong (改造意愿强烈).</summary>
    public bool? IsWishStrong { get; private set; }

    /// <summary>Long-term management agreed (长效管理已商定).</summary>
    public bool? IsManagementAgreed { get; private set; }

    /// <summary>In the provincial project library (已列入省级项目库).</summary>
    public bool? IsInLibrary { get; private set; }

    /// <summary>Households asked (征询户数，户).</summary>
    public int? HouseholdsAsked { get; private set; }

    /// <summary>Households that agree (同意户数，户).</summary>
    public int? HouseholdsAgreed { get; private set; }

    /// <summary>What is wrong with it (现状问题), as <see cref="SignList"/> writes it; empty where nobody has said.</summary>
    public string Signs { get; private set; } = "";

    /// <summary>State of its utilities (管线设施状况), as <see cref="UtilityList"/> writes it.</summary>
    public string Utilities { get; private set; } = "";

    /// <summary>Demonstration and pilot flags (示范、试点标记), separated by “、” (W20-2.2b, AQ24-2.1c).</summary>
    public string Flags { get; private set; } = "";

    /// <summary>Parking places (停车位，个).</summary>
    public int? ParkingPlaces { get; private set; }

    /// <summary>Charging points for cars (电动汽车充电桩，个).</summary>
    public int? CarChargers { get; private set; }

    /// <summary>Charging points for e-bikes (电动自行车充电端口，个).</summary>
    public int? BikeChargers { get; private set; }

    /// <summary>Lifts (电梯，部).</summary>
    public int? Lifts { get; private set; }

    /// <summary>Position in degrees, WGS 84 (位置).</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>Whom to ask (联系人), sealed.</summary>
    public Personal? ContactName { get; private set; }
    public Personal? ContactPhone { get; private set; }

    public string? Note { get; private set; }

    /// <summary>How the figures came to be known (数据质量).</summary>
    public FactQuality Quality { get; private set; }

    /// <summary>Where the figures came from (数据来源), e.g. the file and row.</summary>
    public string? Source { get; private set; }

    /// <summary>Day on which somebody last confirmed the whole entry (核实日期).</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>Organisation that keeps the entry (登记单位).</summary>
    public Guid? KeeperId { get; private set; }

    public CommunityState State { get; private set; }

    /// <summary>Where it went when it was merged (并入小区).</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Of which it was a part before it was split off (拆自小区).</summary>
    public Guid? SplitFrom { get; private set; }

    /// <summary>The last part that was split off from it (拆出小区): its own history tells of each.</summary>
    public Guid? SplitInto { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When it was completed (建成时间); null where nobody has said.</summary>
    public DateSpan? Built => Span(BuiltFrom, BuiltTo);

    /// <summary>When it was last renovated (上次综合改造); null for never and for unknown.</summary>
    public DateSpan? Renovated => Span(RenovatedFrom, RenovatedTo);

    /// <summary>When clearance is planned (规划征迁时间); null for none and for unknown.</summary>
    public DateSpan? Clearance => Span(ClearanceFrom, ClearanceTo);

    /// <summary>All its names (全部名称), the present one first.</summary>
    public IEnumerable<string> Names => Aliases.Length == 0 ? [Name] : [Name, .. Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>
    /// Sets everything that is known of it (登记); raises <c>community.no-name</c>, <c>community.negative</c>,
    /// <c>community.more-agree-than-asked</c>, <c>community.bad-position</c> and <c>community.not-active</c>.
    /// </summary>
    public void Describe(CommunityProfile profile)
    {
        if (State != CommunityState.Active) throw CommunityRefusals.NotActive(Name);

        profile.Check();
        Name = profile.Name.Trim();
        NameKey = CommunityNames.Key(Name);
        Aliases = Joined(profile.Aliases, but: Name);
        Finding = CommunityNames.Finding(Names, profile.Address);
        (Place, Code, Address, Neighbourhood) = (profile.Place, profile.Code, profile.Address, profile.Neighbourhood);
        (Kind, Land, Ownership, IsInTown) = (profile.Kind, profile.Land, profile.Ownership, profile.IsInTown);
        (BuiltFrom, BuiltTo, Evidence) = (profile.Built?.First, profile.Built?.Last, profile.Evidence);
        (Buildings, Units, Households, Area) = (profile.Buildings, profile.Units, profile.Households, profile.Area);
        (Structure, Floors, Management, Manager) = (profile.Structure, profile.Floors, profile.Management, profile.Manager);
        MaintenanceFund = profile.MaintenanceFund;
        (WasRenovated, RenovatedFrom, RenovatedTo) = Dated(profile.WasRenovated, profile.Renovated);
        (IsClearancePlanned, ClearanceFrom, ClearanceTo) = Dated(profile.IsClearancePlanned, profile.Clearance);
        (IsToBeRebuilt, WasFunded, WasPlanned) = (profile.IsToBeRebuilt, profile.WasFunded, profile.WasPlanned);
        (IsWishStrong, IsManagementAgreed, IsInLibrary) = (profile.IsWishStrong, profile.IsManagementAgreed, profile.IsInLibrary);
        (HouseholdsAsked, HouseholdsAgreed) = (profile.HouseholdsAsked, profile.HouseholdsAgreed);
        (Signs, Utilities) = (SignList.Write(profile.Signs), UtilityList.Write(profile.Utilities));
        Flags = Joined(profile.Flags);
        (ParkingPlaces, CarChargers, BikeChargers, Lifts) =
            (profile.ParkingPlaces, profile.CarChargers, profile.BikeChargers, profile.Lifts);
        (Latitude, Longitude) = (profile.Latitude, profile.Longitude);
        (ContactName, ContactPhone, Note) = (profile.ContactName, profile.ContactPhone, profile.Note);
        (Quality, Source, KeeperId) = (profile.Quality, profile.Source, profile.KeeperId);
    }

    /// <summary>Says that the entry is right as of a day (核实).</summary>
    public void Confirm(Act act) => ConfirmedOn = act.Today;

    /// <summary>Takes it out of the register, e.g. demolished (注销); asks for a reason.</summary>
    public void Close(Act act)
    {
        if (State != CommunityState.Active) throw CommunityRefusals.NotActive(Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        (State, ClosedOn) = (CommunityState.Closed, act.Today);
    }

    /// <summary>Puts a closed one back (恢复); raises <c>community.not-closed</c>.</summary>
    public void Reopen()
    {
        if (State != CommunityState.Closed) throw CommunityRefusals.NotClosed(Name);

        (State, ClosedOn) = (CommunityState.Active, null);
    }

    /// <summary>
    /// Lets another take it in (并入): its names become aliases there; raises <c>community.not-active</c>,
    /// <c>community.own-merge</c> and asks for a reason. Moving buildings and adding up figures is the caller's.
    /// </summary>
    public void MergeInto(Community target, Act act)
    {
        if (target.Id == Id) throw CommunityRefusals.OwnMerge();
        if (State != CommunityState.Active) throw CommunityRefusals.NotActive(Name);
        if (target.State != CommunityState.Active) throw CommunityRefusals.NotActive(target.Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        (State, MergedInto, ClosedOn) = (CommunityState.Merged, target.Id, act.Today);
    }

    /// <summary>
    /// Takes over the names of one that was merged into this (接收并入), and adds its figures unless both are the same community registered
    /// twice.
    /// </summary>
    public void TakeIn(Community merged, bool isSame)
    {
        var profile = CommunityProfile.Of(this) with { Aliases = [.. Names.Skip(1), .. merged.Names] };
        Describe(isSame ? profile : profile with
        {
            Buildings = Buildings + merged.Buildings ?? Buildings ?? merged.Buildings,
            Units = Units + merged.Units ?? Units ?? merged.Units,
            Households = Households + merged.Households ?? Households ?? merged.Households,
            Area = Area is { } mine && merged.Area is { } theirs ? mine + theirs : Area ?? merged.Area,
        });
    }

    /// <summary>
    /// A new community of some of the buildings (拆分): what holds for the whole holds for it, its figures are those of the buildings where each
    /// says them; raises <c>community.not-active</c> and <c>community.same-name</c>, and asks for a reason.
    /// </summary>
    public Community SplitOff(Guid id, string name, IReadOnlyCollection<Building> buildings, Act act)
    {
        if (State != CommunityState.Active) throw CommunityRefusals.NotActive(Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();
        if (CommunityNames.Key(name) == NameKey) throw CommunityRefusals.SplitNeedsOtherName(Name);

        var part = new Community { Id = id, SplitFrom = Id };
        part.Describe(CommunityProfile.Of(this) with
        {
            Name = name, Code = null, Aliases = [], Buildings = buildings.Count, Built = BuiltOver(buildings),
            Units = Sum(buildings, b => b.Units), Households = Sum(buildings, b => b.Households), Lifts = Sum(buildings, b => b.Lifts),
            Area = buildings.All(b => b.Area is not null) ? new Area(buildings.Sum(b => b.Area!.Value.Value)) : null,
            HouseholdsAsked = null, HouseholdsAgreed = null, MaintenanceFund = null, ParkingPlaces = null, CarChargers = null, BikeChargers = null,
        });
        SplitInto = id;
        return part;
    }

    /// <summary>Stands alone again (撤销并入); raises <c>community.not-merged</c>.</summary>
    public void Unmerge()
    {
        if (State != CommunityState.Merged) throw CommunityRefusals.NotMerged(Name);

        (State, MergedInto, ClosedOn) = (CommunityState.Active, null, null);
    }

    private static string Joined(IReadOnlyList<string> words, string? but = null) => words.Count == 0 ? ""
        : string.Join('、', words.Select(word => word.Trim()).Where(word => word.Length > 0 && word != but).Distinct());

    private static (bool?, DateOnly?, DateOnly?) Dated(bool? flag, DateSpan? on) =>
        on is { } span && flag != false ? (true, span.First, span.Last) : (flag, null, null);

    private static int? Sum(IReadOnlyCollection<Building> buildings, Func<Building, int?> said) =>
        buildings.All(b => said(b) is not null) ? buildings.Sum(b => said(b)) : null;

    private static DateSpan? BuiltOver(IReadOnlyCollection<Building> buildings) =>
        buildings.All(b => b.Built is not null) ? DateSpan.Over(buildings.Select(b => b.Built!.Value)) : null;

    private static DateSpan? Span(DateOnly? from, DateOnly? to) => from is { } first && to is { } last ? new(first, last) : null;
}
