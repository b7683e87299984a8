namespace Huanxin.Core.Communities;

/// <summary>Chinese labels of the register's enums (小区：名称).</summary>
public static class CommunityLabels
{
    public static string Label(this CommunityState state) => state switch
    {
        CommunityState.Active => "在册",
        CommunityState.Merged => "已并入",
        CommunityState.Closed => "已注销",
    };

    public static string Label(this Freshness freshness) => freshness switch
    {
        Freshness.Fresh => "一年内已核实",
        Freshness.Stale => "超过一年未核实",
        Freshness.Never => "从未核实",
    };

    public static string Label(this OwnershipKind kind) => kind switch
    {
        OwnershipKind.Commodity => "普通商品住宅",
        OwnershipKind.PublicHousing => "公房",
        OwnershipKind.ReformedHousing => "房改房",
        OwnershipKind.Affordable => "经济适用房",
        OwnershipKind.LimitedPrice => "两限房",
        OwnershipKind.PolicyRental => "政策性租赁住房",
        OwnershipKind.SharedOwnership => "共有产权住房",
        OwnershipKind.Resettlement => "安置房",
        OwnershipKind.SingleResidence => "单栋住宅",
        OwnershipKind.Mixed => "多种产权",
        OwnershipKind.Other => "其他",
    };

    public static string Label(this BuildEvidence evidence) => evidence switch
    {
        BuildEvidence.CompletionAcceptance => "竣工验收资料",
        BuildEvidence.PropertyCertificate => "不动产登记证",
        BuildEvidence.Archive => "档案资料",
        BuildEvidence.Statement => "单位或居民说明",
    };

    public static string Label(this StructureKind kind) => kind switch
    {
        StructureKind.BrickConcrete => "砖混",
        StructureKind.BrickWood => "砖木",
        StructureKind.ConcreteFrame => "框架",
        StructureKind.ShearWall => "剪力墙",
        StructureKind.Steel => "钢结构",
        StructureKind.Mixed => "多种结构",
        StructureKind.Other => "其他",
    };

    public static string Label(this ManagementMode mode) => mode switch
    {
        ManagementMode.PropertyCompany => "物业企业",
        ManagementMode.SelfManaged => "居民自治",
        ManagementMode.FormerUnit => "原产权单位",
        ManagementMode.Fallback => "兜底托管",
        ManagementMode.Nobody => "无人管理",
    };

    public static string Label(this Utility utility) => utility switch
    {
        Utility.Water => "供水",
        Utility.Drainage => "排水",
        Utility.Power => "供电",
        Utility.Gas => "供气",
        Utility.Heating => "供热",
        Utility.Telecom => "通信",
        Utility.FireSafety => "消防",
        Utility.Security => "安防",
    };

    /// <summary>What is wrong with a community, as its column says it (现状问题栏), in words.</summary>
    public static string Signs(string column) =>
        string.Join('、', SignList.Read(column).OrderBy(sign => sign.Key).Select(sign => $"{sign.Key.Label()}：{(sign.Value ? "是" : "否")}"));

    /// <summary>State of the networks, as its column says it (设施状况栏), in words.</summary>
    public static string Utilities(string column) =>
        string.Join('、', UtilityList.Read(column).OrderBy(one => one.Key).Select(one => $"{one.Key.Label()}：{one.Value.Label()}"));

    public static string Label(this UtilityState state) => state switch
    {
        UtilityState.Sound => "完好",
        UtilityState.Aged => "老化",
        UtilityState.Missing => "缺失",
    };

    public static string Label(this AreaSource source) => source switch
    {
        AreaSource.Register => "不动产登记簿",
        AreaSource.Survey => "测绘",
        AreaSource.Contract => "合同",
        AreaSource.Reported => "填报",
    };

    public static string Label(this LikenessReason reason) => reason switch
    {
        LikenessReason.SameName => "名称相同（不计“小区”“花园”等后缀和数字写法）",
        LikenessReason.SameAlias => "名称与别名、曾用名相同",
        LikenessReason.NearName => "名称相近，差一个字",
        LikenessReason.SameAddress => "地址相同",
    };

    public static string Label(this ComparedFigure figure) => figure switch
    {
        ComparedFigure.Buildings => "楼栋数（栋）",
        ComparedFigure.Units => "单元数（个）",
        ComparedFigure.Households => "户数（户）",
        ComparedFigure.Area => "建筑面积（㎡）",
        ComparedFigure.Lifts => "电梯（部）",
    };

    /// <summary>Without its unit (名称), for sentences.</summary>
    public static string Name(this ComparedFigure figure) => figure.Label().Split('（')[0];

    /// <summary>Why a reported figure and the sum of the buildings differ (差异说明).</summary>
    public static string Explain(this FigureComparison figure) => figure.Match switch
    {
        FigureMatch.Equal => "一致",
        FigureMatch.Differs => figure.Difference > 0 ? "楼栋汇总多于登记数，请核对" : "楼栋汇总少于登记数，请核对是否有楼栋未登记",
        FigureMatch.Incomplete => $"还有 {figure.Silent} 栋没有填写，暂不能比较",
        FigureMatch.NotReported => "小区没有填报",
        FigureMatch.NoRecords => "还没有登记楼栋",
    };

    /// <summary>Name of a kind of record of this feature (记录类别名称); null for others.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(Community) => "小区",
        nameof(Building) => "楼栋",
        nameof(Dwelling) => "住宅",
        nameof(Owner) => "业主",
        nameof(DistinctPair) => "不是重复的认定",
        _ => null,
    };
}
