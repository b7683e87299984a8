namespace Huanxin.Core.Communities;

/// <summary>Chinese names of the fields of the register (小区：字段名称), for histories, forms and workbooks alike.</summary>
public static class CommunityFields
{
    private static readonly Dictionary<string, string> OfCommunity = new()
    {
        [nameof(Community.Id)] = "编号",
        [nameof(Community.Place)] = "属地",
        [nameof(Community.Code)] = "小区编码",
        [nameof(Community.Name)] = "小区名称",
        [nameof(Community.Aliases)] = "别名、曾用名",
        [nameof(Community.NameKey)] = "名称比对键",
        [nameof(Community.Finding)] = "检索词",
        [nameof(Community.Address)] = "地址",
        [nameof(Community.Neighbourhood)] = "社区居委会",
        [nameof(Community.Kind)] = "小区种类",
        [nameof(Community.Land)] = "土地性质",
        [nameof(Community.Ownership)] = "产权性质",
        [nameof(Community.IsInTown)] = "在城市或县城",
        [nameof(Community.BuiltFrom)] = "建成时间（起）",
        [nameof(Community.BuiltTo)] = "建成时间（止）",
        [nameof(Community.Evidence)] = "建成时间依据",
        [nameof(Community.Buildings)] = "楼栋数",
        [nameof(Community.Units)] = "单元数",
        [nameof(Community.Households)] = "户数",
        [nameof(Community.Area)] = "建筑面积",
        [nameof(Community.Structure)] = "结构形式",
        [nameof(Community.Floors)] = "最高层数",
        [nameof(Community.Management)] = "物业管理方式",
        [nameof(Community.Manager)] = "管理单位",
        [nameof(Community.MaintenanceFund)] = "住宅专项维修资金余额",
        [nameof(Community.WasRenovated)] = "曾综合改造",
        [nameof(Community.RenovatedFrom)] = "上次综合改造（起）",
        [nameof(Community.RenovatedTo)] = "上次综合改造（止）",
        [nameof(Community.IsClearancePlanned)] = "纳入征迁规划",
        [nameof(Community.ClearanceFrom)] = "规划征迁（起）",
        [nameof(Community.ClearanceTo)] = "规划征迁（止）",
        [nameof(Community.IsToBeRebuilt)] = "拟拆除新建",
        [nameof(Community.WasFunded)] = "曾获资金支持",
        [nameof(Community.WasPlanned)] = "曾列入年度计划",
        [nameof(Community.IsWishStrong)] = "改造意愿强烈",
        [nameof(Community.IsManagementAgreed)] = "长效管理已商定",
        [nameof(Community.IsInLibrary)] = "已列入省级项目库",
        [nameof(Community.HouseholdsAsked)] = "征询户数",
        [nameof(Community.HouseholdsAgreed)] = "同意户数",
        [nameof(Community.Signs)] = "现状问题",
        [nameof(Community.Utilities)] = "管线设施状况",
        [nameof(Community.Flags)] = "示范、试点标记",
        [nameof(Community.ParkingPlaces)] = "停车位",
        [nameof(Community.CarChargers)] = "电动汽车充电桩",
        [nameof(Community.BikeChargers)] = "电动自行车充电端口",
        [nameof(Community.Lifts)] = "电梯",
        [nameof(Community.Latitude)] = "纬度",
        [nameof(Community.Longitude)] = "经度",
        [nameof(Community.ContactName)] = "联系人",
        [nameof(Community.ContactPhone)] = "联系电话",
        [nameof(Community.Note)] = "备注",
        [nameof(Community.Quality)] = "数据质量",
        [nameof(Community.Source)] = "数据来源",
        [nameof(Community.ConfirmedOn)] = "核实日期",
        [nameof(Community.KeeperId)] = "登记单位",
        [nameof(Community.State)] = "状态",
        [nameof(Community.MergedInto)] = "并入小区",
        [nameof(Community.SplitFrom)] = "拆自小区",
        [nameof(Community.SplitInto)] = "拆出小区",
        [nameof(Community.ClosedOn)] = "注销日期",
    };

    private static readonly Dictionary<string, string> OfBuilding = new()
    {
        [nameof(Building.Id)] = "编号",
        [nameof(Building.CommunityId)] = "所属小区",
        [nameof(Building.Place)] = "属地",
        [nameof(Building.Number)] = "楼号",
        [nameof(Building.NumberKey)] = "楼号比对键",
        [nameof(Building.BuiltFrom)] = "建成时间（起）",
        [nameof(Building.BuiltTo)] = "建成时间（止）",
        [nameof(Building.Evidence)] = "建成时间依据",
        [nameof(Building.Ownership)] = "产权性质",
        [nameof(Building.Structure)] = "结构形式",
        [nameof(Building.Units)] = "单元数",
        [nameof(Building.Floors)] = "层数",
        [nameof(Building.Households)] = "户数",
        [nameof(Building.Area)] = "建筑面积",
        [nameof(Building.Lifts)] = "电梯",
        [nameof(Building.Quality)] = "数据质量",
        [nameof(Building.Source)] = "数据来源",
        [nameof(Building.ClosedOn)] = "注销日期",
    };

    private static readonly Dictionary<string, string> OfDwelling = new()
    {
        [nameof(Dwelling.Id)] = "编号",
        [nameof(Dwelling.BuildingId)] = "所属楼栋",
        [nameof(Dwelling.CommunityId)] = "所属小区",
        [nameof(Dwelling.Place)] = "属地",
        [nameof(Dwelling.Unit)] = "单元",
        [nameof(Dwelling.Room)] = "房号",
        [nameof(Dwelling.RoomKey)] = "户比对键",
        [nameof(Dwelling.Floor)] = "楼层",
        [nameof(Dwelling.Area)] = "专有部分面积",
        [nameof(Dwelling.AreaSource)] = "面积来源",
        [nameof(Dwelling.Source)] = "数据来源",
        [nameof(Dwelling.ClosedOn)] = "注销日期",
    };

    private static readonly Dictionary<string, string> OfOwner = new()
    {
        [nameof(Owner.Id)] = "编号",
        [nameof(Owner.DwellingId)] = "所属住宅",
        [nameof(Owner.CommunityId)] = "所属小区",
        [nameof(Owner.Place)] = "属地",
        [nameof(Owner.Name)] = "业主姓名",
        [nameof(Owner.Fingerprint)] = "身份指纹",
        [nameof(Owner.IdentityNumber)] = "证件号码",
        [nameof(Owner.Phone)] = "联系电话",
        [nameof(Owner.Until)] = "产权截止日",
    };

    private static readonly Dictionary<string, string> OfPair = new()
    {
        [nameof(DistinctPair.Id)] = "编号",
        [nameof(DistinctPair.Place)] = "属地",
        [nameof(DistinctPair.First)] = "前一小区",
        [nameof(DistinctPair.Second)] = "后一小区",
    };

    /// <summary>Name of a field (字段名称); null when it is not one of ours.</summary>
    public static string? Field(string type, string property) => type switch
    {
        nameof(Community) => OfCommunity.GetValueOrDefault(property),
        nameof(Building) => OfBuilding.GetValueOrDefault(property),
        nameof(Dwelling) => OfDwelling.GetValueOrDefault(property),
        nameof(DistinctPair) => OfPair.GetValueOrDefault(property),
        nameof(Owner) => OfOwner.GetValueOrDefault(property),
        _ => null,
    };
}
