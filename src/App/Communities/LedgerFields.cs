using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>What the columns of a ledger may mean, with the headings they go by; a heading names its unit itself.</summary>
public static class LedgerFields
{
    // Before the fields: each takes its number from it.
    private static readonly List<string> Codes = [];

    public static readonly FieldSpec Serial = Listed("serial", "序号", FieldKind.Text, "序", "行号");
    public static readonly FieldSpec Code = Listed("code", "小区编码", FieldKind.Text, "小区代码", "小区编号", "编码", "系统编码");
    public static readonly FieldSpec District = Listed(
        "district", "区县", FieldKind.Name, "县", "区", "区市", "县区", "区县市", "县市区", "区市县", "区域", "所属区县", "所在区县", "行政区划", "行政区",
        "属地", "所属区划", "区划", "区划代码", "县区名称",
        "所在县", "所在区", "所属县", "所属区", "所在区市", "所属区市", "所在县区", "所属县区", "县名", "区县名称", "区市名称");
    public static readonly FieldSpec Street = Listed(
        "street", "街道", FieldKind.Name, "镇街", "镇街道", "街镇", "乡镇街道", "街道办事处", "所属街道", "所在街道", "街道乡镇", "镇", "街道名称", "街办",
        "镇、街道", "街道/镇", "镇/街道", "所在镇街", "所属镇街", "所在镇", "所属镇", "乡镇", "街道办", "镇办", "办事处", "所属街道办", "所属办事处", "所属街道办事处");
    public static readonly FieldSpec Name = Listed(
        "name", "小区名称", FieldKind.Name, "小区", "老旧小区名称", "改造小区名称", "改造小区", "老旧小区", "院落名称", "小区院落名称", "所属小区", "名称",
        "小区名", "小区全称", "楼院名称", "小区具体名称", "小区名字") with { IsRequired = true };
    public static readonly FieldSpec Aliases = Listed("aliases", "别名、曾用名", FieldKind.Text, "别名", "曾用名", "又名", "其他名称", "别称", "原名", "小区别名", "俗称");
    public static readonly FieldSpec Neighbourhood = Listed(
        "neighbourhood", "社区居委会", FieldKind.Name, "社区", "居委会", "所属社区", "所在社区", "社区名称", "居委会名称",
        "居委", "所属居委会", "所在居委会", "社区居民委员会");
    public static readonly FieldSpec Address = Listed(
        "address", "地址", FieldKind.Text, "小区地址", "详细地址", "具体地址", "坐落", "坐落位置", "位置", "小区位置", "具体位置", "所在位置", "详细位置", "地点", "门牌地址");
    public static readonly FieldSpec Kind = Listed("kind", "小区种类", FieldKind.Text, "小区类型", "小区类别", "小区性质");
    public static readonly FieldSpec Land = Listed("land", "土地性质", FieldKind.Text, "土地类型", "土地权属", "土地使用性质", "用地性质", "土地权属性质", "土地", "土地情况");
    public static readonly FieldSpec Ownership = Listed(
        "ownership", "产权性质", FieldKind.Text, "房屋性质", "住房性质", "产权类型", "房屋产权性质", "产权归属", "房屋产权", "产权情况", "房屋产权情况");
    public static readonly FieldSpec InTown = Listed("in-town", "在城市或县城", FieldKind.YesNo, "是否在城市或县城", "是否城镇", "是否在城区");
    public static readonly FieldSpec Built = Listed(
        "built", "建成时间", FieldKind.Span, "建成年份", "建成年代", "建成年", "建成年度", "竣工时间", "竣工年份", "竣工日期", "竣工年代", "建设年代", "建设年份",
        "建造年代", "建造年份", "建成日期", "交付时间", "房屋建成年份", "建成投用时间",
        "年代", "建筑年代", "建筑年份", "建设时间", "修建年代", "始建年代", "房屋年代",
        "建成年月", "竣工年月", "建设年月", "房屋建成年代", "房屋建设年代", "小区建成时间", "小区建成年份", "小区建成年代", "建成投入使用时间", "竣工验收时间");
    public static readonly FieldSpec Evidence = Listed("evidence", "建成时间依据", FieldKind.Text, "建成年份依据", "年代依据", "建成依据");
    public static readonly FieldSpec Buildings = Listed(
        "buildings", "楼栋数", FieldKind.Whole, "栋数", "楼数", "幢数", "楼栋", "楼房栋数", "住宅楼栋数", "住宅楼数", "楼栋数量", "总栋数", "楼幢数", "改造楼栋数",
        "楼宇数", "楼房数量", "楼栋个数", "住宅栋数", "居民楼栋数", "居民楼数", "楼座数");
    public static readonly FieldSpec Units = Listed("units", "单元数", FieldKind.Whole, "单元个数", "单元数量", "总单元数");
    public static readonly FieldSpec Households = Listed(
        "households", "户数", FieldKind.Whole, "住户数", "居民户数", "总户数", "惠及户数", "涉及户数", "受益户数", "惠及居民户数", "改造户数", "住户", "居民数",
        "住宅户数", "住户数量", "居民数量");
    public static readonly FieldSpec Area = Listed(
        "area", "建筑面积", FieldKind.Area, "总建筑面积", "建筑总面积", "房屋建筑面积", "改造面积", "改造建筑面积", "住宅建筑面积", "总面积", "面积",
        "房屋总建筑面积", "小区建筑面积", "小区总建筑面积", "住宅面积", "建筑面积合计", "产权面积");
    public static readonly FieldSpec Structure = Listed(
        "structure", "结构形式", FieldKind.Text, "房屋结构", "建筑结构", "结构类型", "结构", "楼房结构", "房屋结构形式", "建筑结构形式");
    public static readonly FieldSpec Floors = Listed("floors", "最高层数", FieldKind.Whole, "层数", "楼层数", "总层数", "建筑层数", "地上层数");
    public static readonly FieldSpec Management = Listed(
        "management", "物业管理方式", FieldKind.Text, "物业管理模式", "管理方式", "管理模式", "物业管理情况", "物业管理", "物业模式", "物业服务方式", "物业服务模式",
        "物业服务情况", "物业情况", "有无物业", "有无物业管理", "有无物业服务", "物业管理形式");
    public static readonly FieldSpec Manager = Listed(
        "manager", "管理单位", FieldKind.Text, "物业公司", "物业企业", "物业服务企业", "物业服务单位", "物业公司名称", "物业管理单位", "物业服务公司", "物业单位", "物业管理单位名称");
    public static readonly FieldSpec Fund = Listed(
        "fund", "住宅专项维修资金余额", FieldKind.Money, "维修资金余额", "维修资金", "专项维修资金", "维修基金余额", "维修基金");
    public static readonly FieldSpec WasRenovated = Listed(
        "was-renovated", "曾综合改造", FieldKind.YesNo, "是否综合改造", "是否改造过", "是否已改造", "是否实施过改造", "是否实施过综合改造",
        "是否已进行过改造", "以前是否改造");
    public static readonly FieldSpec Renovated = Listed(
        "renovated", "上次综合改造时间", FieldKind.Span, "上次综合改造", "上次改造时间", "上次改造年份", "改造年份", "最近改造年份", "最近一次改造时间",
        "综合改造年份");
    public static readonly FieldSpec ClearancePlanned = Listed(
        "clearance-planned", "纳入征迁规划", FieldKind.YesNo, "是否纳入征迁规划", "是否纳入征迁", "是否列入征迁计划", "是否列入拆迁计划", "是否拆迁", "是否计划拆迁",
        "是否纳入拆迁", "是否征收", "是否拟征收",
        "是否纳入棚改", "是否列入征收计划", "是否在征收范围", "是否在拆迁范围");
    public static readonly FieldSpec Clearance = Listed(
        "clearance", "规划征迁时间", FieldKind.Span, "规划征迁", "征迁时间", "计划征迁年份", "拆迁时间", "征收年份");
    public static readonly FieldSpec Rebuilt = Listed("rebuilt", "拟拆除新建", FieldKind.YesNo, "是否拆除新建", "是否拟拆除重建");
    public static readonly FieldSpec Funded = Listed("funded", "曾获资金支持", FieldKind.YesNo, "是否获得过资金支持", "是否享受过补助");
    public static readonly FieldSpec Planned = Listed("planned", "曾列入年度计划", FieldKind.YesNo, "是否曾列入年度计划", "是否列入过计划");
    public static readonly FieldSpec Wish = Listed("wish", "改造意愿强烈", FieldKind.YesNo, "改造意愿", "改造意愿是否强烈", "居民改造意愿是否强烈", "居民改造意愿", "居民意愿",
        "改造意愿强烈程度");
    public static readonly FieldSpec Agreed = Listed("agreed", "长效管理已商定", FieldKind.YesNo, "长效管理是否商定", "长效管理机制是否建立");
    public static readonly FieldSpec Library = Listed("library", "已列入省级项目库", FieldKind.YesNo, "是否列入省级项目库", "是否入库");
    public static readonly FieldSpec Asked = Listed("asked", "征询户数", FieldKind.Whole, "征求意见户数", "已征询户数", "应征询", "应征询户数", "征询");
    public static readonly FieldSpec Consenting = Listed("consenting", "同意户数", FieldKind.Whole, "同意改造户数", "同意改造的户数", "同意", "同意改造");
    public static readonly FieldSpec Signs = Listed("signs", "现状问题", FieldKind.Text, "存在问题", "主要问题", "小区现状问题", "存在的问题", "存在主要问题", "主要存在问题");
    public static readonly FieldSpec Flags = Listed("flags", "示范、试点标记", FieldKind.Text, "示范标记", "试点标记", "示范试点", "示范", "试点");
    public static readonly FieldSpec Parking = Listed("parking", "停车位", FieldKind.Whole, "停车位数", "车位数", "停车位数量", "机动车停车位", "车位");
    public static readonly FieldSpec CarChargers = Listed("car-chargers", "电动汽车充电桩", FieldKind.Whole, "汽车充电桩", "充电桩");
    public static readonly FieldSpec BikeChargers = Listed(
        "bike-chargers", "电动自行车充电端口", FieldKind.Whole, "电动自行车充电桩", "电动车充电端口", "自行车充电端口");
    public static readonly FieldSpec Lifts = Listed("lifts", "电梯", FieldKind.Whole, "电梯数", "电梯数量", "现有电梯");
    public static readonly FieldSpec Latitude = Listed("latitude", "纬度", FieldKind.Number, "北纬", "lat", "latitude");
    public static readonly FieldSpec Longitude = Listed("longitude", "经度", FieldKind.Number, "东经", "lng", "lon", "longitude");
    public static readonly FieldSpec ContactName = Listed("contact-name", "联系人", FieldKind.Name, "联系人姓名", "小区联系人");
    public static readonly FieldSpec ContactPhone = Listed("contact-phone", "联系电话", FieldKind.Text, "电话", "联系方式", "联系人电话");
    /// <summary>Of the project that takes the community in, not of the community.</summary>
    public static readonly FieldSpec Investment = Listed(
        "investment", "计划投资", FieldKind.Money, "计划总投资", "计划投资额", "项目总投资", "项目投资", "总投资", "总投资额", "投资额", "估算投资", "概算投资");
    public static readonly FieldSpec Note = Listed("note", "备注", FieldKind.Text, "说明", "其他说明");
    public static readonly FieldSpec Quality = Listed("quality", "数据质量", FieldKind.Text, "数据口径", "面积来源口径");

    /// <summary>By what a downloaded ledger finds its communities again, whatever was changed; of nobody else's making, and not a code.</summary>
    public static readonly FieldSpec Key = Listed("key", "焕新编号", FieldKind.Text);

    public static readonly FieldSpec Number = Listed(
        "number", "楼号", FieldKind.Name, "楼栋号", "楼幢号", "栋号", "幢号", "楼栋名称", "楼名", "楼栋编号", "楼号或名称", "栋") with { IsRequired = true };
    public static readonly FieldSpec Unit = Listed("unit", "单元", FieldKind.Text, "单元号");
    public static readonly FieldSpec Room = Listed(
        "room", "房号", FieldKind.Text, "室号", "户号", "房间号", "门牌号", "房屋号", "室", "户室号", "户室", "房间号码") with { IsRequired = true };
    public static readonly FieldSpec Floor = Listed("floor", "楼层", FieldKind.Number, "所在楼层", "层");
    public static readonly FieldSpec OwnArea = Listed(
        "own-area", "专有部分面积", FieldKind.Area, "建筑面积", "产权面积", "房屋面积", "专有面积", "房产面积", "面积");
    public static readonly FieldSpec AreaSource = Listed("area-source", "面积来源", FieldKind.Text, "面积依据");
    public static readonly FieldSpec Owner = Listed(
        "owner", "业主姓名", FieldKind.Name, "业主", "产权人", "产权人姓名", "户主", "户主姓名", "房主", "所有权人", "权利人", "姓名", "房屋所有权人", "所有人", "房屋产权人");
    public static readonly FieldSpec Identity = Listed(
        "identity", "证件号码", FieldKind.Text, "身份证号", "身份证号码", "证件号", "统一社会信用代码");
    public static readonly FieldSpec Phone = Listed("phone", "联系电话", FieldKind.Text, "电话", "手机", "手机号", "手机号码", "联系方式", "业主电话");

    /// <summary>State of each network, one column each.</summary>
    public static readonly IReadOnlyDictionary<Utility, FieldSpec> Utilities = Enum.GetValues<Utility>().ToDictionary(
        utility => utility, utility => Listed(
            $"utility-{utility.ToString().ToLowerInvariant()}", utility.Label() + "状况", FieldKind.Text, [utility.Label() + "设施", utility.Label() + "情况", utility.Label(), .. AlsoCalled(utility)]));

    /// <summary>Whether a sign is there, one column each, where a ledger does not list those that are.</summary>
    public static readonly IReadOnlyDictionary<Sign, FieldSpec> EachSign = Enum.GetValues<Sign>().ToDictionary(
        sign => sign, sign => Listed($"sign-{sign.ToString().ToLowerInvariant()}", sign.Label(), FieldKind.YesNo, AlsoCalled(sign)));

    public static readonly IReadOnlyList<FieldSpec> OfCommunities =
    [
        Serial, Code, District, Street, Name, Aliases, Neighbourhood, Address, Kind, Land, Ownership, InTown, Built, Evidence, Buildings,
        Units, Households, Area, Structure, Floors, Management, Manager, Fund, WasRenovated, Renovated, ClearancePlanned, Clearance,
        Rebuilt, Funded, Planned, Wish, Agreed, Library, Asked, Consenting, Signs, .. EachSign.Values, .. Utilities.Values, Flags, Parking, CarChargers,
        BikeChargers, Lifts, Latitude, Longitude, ContactName, ContactPhone, Investment, Note, Quality, Key,
    ];

    public static readonly IReadOnlyList<FieldSpec> OfBuildings =
    [
        Serial, Code, District, Street, Name, Number, Built, Evidence, Ownership, Structure, Units.AlsoCalled("单元"), Floors, Households, Area, Lifts,
        Quality,
    ];

    public static readonly IReadOnlyList<FieldSpec> OfDwellings =
    [
        Serial, Code, District, Street, Name, Number.AlsoCalled("楼栋", "楼幢", "楼"), Unit, Room, Floor, OwnArea, AreaSource, Owner, Identity, Phone,
    ];

    private static FieldSpec Listed(string code, string label, FieldKind kind, params string[] synonyms)
    {
        Codes.Add(code);
        return new FieldSpec(code, label, kind, synonyms) { Number = Codes.Count };
    }

    private static string[] AlsoCalled(Sign sign) => sign switch
    {
        Sign.Neglect => ["失养失修", "失修失管"],
        Sign.PoorFacilities => ["市政配套不完善", "配套设施不完善", "基础设施不完善"],
        Sign.PoorServices => ["公共服务设施不健全", "社区服务设施不健全"],
        Sign.Dirty => ["环境脏乱"],
        Sign.WeakManagement => ["物业管理不健全"],
        _ => [],
    };

    private static string[] AlsoCalled(Utility utility) => utility switch
    {
        Utility.Water => ["自来水"],
        Utility.Drainage => ["污水"],
        Utility.Power => ["电力"],
        Utility.Gas => ["燃气", "天然气", "煤气"],
        Utility.Heating => ["供暖", "采暖", "暖气"],
        Utility.Telecom => ["弱电"],
        _ => [],
    };

    public static IReadOnlyList<FieldSpec> Of(LedgerKind kind) => kind switch
    {
        LedgerKind.Communities => OfCommunities,
        LedgerKind.Buildings => OfBuildings,
        LedgerKind.Dwellings => OfDwellings,
    };
}
