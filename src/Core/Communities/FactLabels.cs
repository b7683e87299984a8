using System.Globalization;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>
/// Chinese names of the facts that rules ask for, and how found and required values are shown (事实用语).
/// </summary>
public static class FactLabels
{
    public static string Label(this CommunityKind kind) => kind switch
    {
        CommunityKind.Ordinary => "普通住宅小区",
        CommunityKind.SingleBuilding => "单栋住宅楼",
        CommunityKind.Dormitory => "单位宿舍",
        CommunityKind.Villa => "别墅",
        CommunityKind.SelfBuilt => "自建房",
        CommunityKind.UrbanVillage => "城中村",
        CommunityKind.Illegal => "违法建设",
    };

    public static string Label(this LandKind land) => land switch
    {
        LandKind.StateOwned => "国有土地",
        LandKind.Collective => "集体土地",
        LandKind.Other => "其他",
    };

    public static string Label(this Sign sign) => sign switch
    {
        Sign.Neglect => "失养失修失管",
        Sign.PoorFacilities => "市政配套设施不完善",
        Sign.PoorServices => "公共服务和社会服务设施不健全",
        Sign.LowStandard => "建设标准不高",
        Sign.Disrepair => "房屋年久失修",
        Sign.MissingFacilities => "设施缺损不全",
        Sign.Dirty => "环境脏乱差",
        Sign.WeakManagement => "物业管理不完善",
        Sign.DailyLifeAffected => "影响居民基本生活",
    };

    /// <summary>
    /// Name of a missing fact (缺项名称); a name it does not know is given back, e.g. that of a parameter.
    /// </summary>
    public static string NameOf(string fact) => fact switch
    {
        nameof(CommunityFacts.Kind) => "小区种类",
        nameof(CommunityFacts.BuiltOn) => "建成时间",
        nameof(CommunityFacts.BuildingsBuiltOn) => "各楼建成时间",
        nameof(CommunityFacts.Land) => "土地性质",
        nameof(CommunityFacts.IsInTown) => "是否在城市或县城",
        nameof(CommunityFacts.WishIsStrong) => "改造意愿",
        nameof(CommunityFacts.RenovatedOn) => "上次综合改造时间",
        nameof(CommunityFacts.ClearanceOn) => "征迁规划",
        nameof(CommunityFacts.IsToBeRebuilt) => "是否拟拆除新建",
        nameof(CommunityFacts.WasFunded) => "以前是否得到资金",
        nameof(CommunityFacts.WasPlanned) => "以前是否列入计划",
        nameof(CommunityFacts.Area) => "建筑面积",
        nameof(CommunityFacts.Buildings) => "楼栋数",
        nameof(CommunityFacts.Households) => "户数",
        nameof(CommunityFacts.HouseholdsConsent) => "同意户数",
        nameof(CommunityFacts.OwnersConsent) => "同意业主人数",
        nameof(CommunityFacts.AreaConsent) => "同意专有面积",
        nameof(CommunityFacts.WishesCollected) => "征询户数",
        nameof(CommunityFacts.Contribution) => "居民出资到位",
        nameof(CommunityFacts.IsManagementAgreed) => "长效管理是否商定",
        nameof(CommunityFacts.IsInLibrary) => "是否列入省级项目库",
        _ => Enum.TryParse<Sign>(fact, out var sign) ? sign.Label() : fact,
    };

    /// <summary>A found or required value for the eye (显示): dates, shares as written, money in 元, area in ㎡.</summary>
    public static string Show(object? value) => value switch
    {
        null => PolicyWords.Unverified,
        bool yes => yes ? "是" : "否",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateSpan span => span == DateSpan.Ever ? "有，时间不明" : span.ToString(),
        Fen money => $"{money} 元",
        Area area => $"{area} ㎡",
        CommunityKind kind => kind.Label(),
        LandKind land => land.Label(),
        IEnumerable<string> texts => string.Join('、', texts),
        IEnumerable<DateSpan> spans => string.Join('、', spans),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
