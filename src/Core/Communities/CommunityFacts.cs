using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What kind of place people live in (小区种类).</summary>
public enum CommunityKind { Ordinary, SingleBuilding, Dormitory, Villa, SelfBuilt, UrbanVillage, Illegal }

/// <summary>Whose the land is (土地性质).</summary>
public enum LandKind { StateOwned, Collective, Other }

/// <summary>What is wrong with a community by the wording of the documents (现状问题).</summary>
public enum Sign
{
    /// <summary>失养失修失管.</summary>
    Neglect,

    /// <summary>市政配套设施不完善.</summary>
    PoorFacilities,

    /// <summary>公共服务和社会服务设施不健全.</summary>
    PoorServices,

    /// <summary>建设标准不高.</summary>
    LowStandard,

    /// <summary>房屋年久失修.</summary>
    Disrepair,

    /// <summary>设施缺损不全.</summary>
    MissingFacilities,

    /// <summary>环境脏乱差.</summary>
    Dirty,

    /// <summary>物业管理不完善.</summary>
    WeakManagement,

    /// <summary>影响居民基本生活.</summary>
    DailyLifeAffected,
}

/// <summary>
/// What is known of a community for the questions of policy (小区事实); each fact may be unknown and names its source.
/// </summary>
public sealed record CommunityFacts
{
    private static readonly IReadOnlyDictionary<Sign, Fact<bool>> NoSigns = new Dictionary<Sign, Fact<bool>>();

    public RegionCode Place { get; init; }
    public Fact<CommunityKind> Kind { get; init; }
    public Fact<DateSpan> BuiltOn { get; init; }

    /// <summary>Completion of each building, earliest first (各楼建成时间).</summary>
    public Fact<IReadOnlyList<DateSpan>> BuildingsBuiltOn { get; init; }

    public Fact<LandKind> Land { get; init; }

    /// <summary>In a city or a county town (城市或县城).</summary>
    public Fact<bool> IsInTown { get; init; }

    public IReadOnlyDictionary<Sign, Fact<bool>> Signs { get; init; } = NoSigns;

    /// <summary>The residents' wish is strong (改造意愿强烈).</summary>
    public Fact<bool> WishIsStrong { get; init; }

    /// <summary>Last comprehensive renovation (上次综合改造); known and null means never.</summary>
    public Fact<DateSpan?> RenovatedOn { get; init; }

    /// <summary>When clearance is planned (规划征迁时间); known and null means not planned.</summary>
    public Fact<DateSpan?> ClearanceOn { get; init; }

    /// <summary>To be demolished and rebuilt (拟拆除新建、改建、扩建、翻建).</summary>
    public Fact<bool> IsToBeRebuilt { get; init; }

    /// <summary>Renovated with public money before (曾获资金支持).</summary>
    public Fact<bool> WasFunded { get; init; }

    /// <summary>In an earlier annual plan (曾列入年度计划).</summary>
    public Fact<bool> WasPlanned { get; init; }

    public Fact<Area> Area { get; init; }
    public Fact<long> Buildings { get; init; }
    public Fact<long> Households { get; init; }

    /// <summary>Consent by households, of all (同意户数).</summary>
    public Fact<Portion> HouseholdsConsent { get; init; }

    /// <summary>Consent by owners, of all (同意业主人数).</summary>
    public Fact<Portion> OwnersConsent { get; init; }

    /// <summary>Consent by area in 0.01 ㎡, of all (同意专有面积).</summary>
    public Fact<Portion> AreaConsent { get; init; }

    /// <summary>Households asked, of all (征询户数).</summary>
    public Fact<Portion> WishesCollected { get; init; }

    /// <summary>Residents' money paid in, of what is due, in fen (居民出资到位).</summary>
    public Fact<Portion> Contribution { get; init; }

    /// <summary>Long-term management agreed (长效管理已商定).</summary>
    public Fact<bool> IsManagementAgreed { get; init; }

    /// <summary>In the provincial project library (已列入省级项目库).</summary>
    public Fact<bool> IsInLibrary { get; init; }
}
