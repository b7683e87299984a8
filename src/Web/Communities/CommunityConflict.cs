using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.Communities;

/// <summary>What one person typed beside what another has saved meanwhile, field by field.</summary>
public static class CommunityConflict
{
    public static IReadOnlyList<ConflictField> Of(CommunityForm mine, CommunityForm theirs, PlaceNames places) =>
    [
        .. Fields(places).Select(field => new ConflictField($"Form.{field.Name}", field.Label,
            FieldName.Text(field.Value(mine)), FieldName.Text(field.Value(theirs)), field.Word?.Invoke(mine), field.Word?.Invoke(theirs))),
    ];

    private static IReadOnlyList<Asked> Fields(PlaceNames places) =>
    [
        Text("Name", "小区名称", f => f.Name),
        Words("Place", "属地", f => f.Place, code => places.Find(code) is { } known ? places.NameOf(known) : code),
        Text("Code", "小区编码", f => f.Code), Text("Aliases", "别名、曾用名", f => f.Aliases), Text("Address", "地址", f => f.Address),
        Text("Neighbourhood", "社区居委会", f => f.Neighbourhood),
        Choice("Kind", "小区种类", f => f.Kind, FactLabels.Label), Choice("Land", "土地性质", f => f.Land, FactLabels.Label),
        Choice("Ownership", "产权性质", f => f.Ownership, CommunityLabels.Label), Flag("IsInTown", "在城市或县城", f => f.IsInTown),
        Text("Built", "建成时间", f => f.Built), Choice("Evidence", "建成时间依据", f => f.Evidence, CommunityLabels.Label),
        Count("Buildings", "楼栋数", f => f.Buildings), Count("Units", "单元数", f => f.Units), Count("Households", "户数", f => f.Households),
        Text("Area", "建筑面积", f => FigureText.Area(f.Area)?.SquareMetres), Choice("Structure", "结构形式", f => f.Structure, CommunityLabels.Label),
        Count("Floors", "最高层数", f => f.Floors), Choice("Management", "物业管理方式", f => f.Management, CommunityLabels.Label),
        Text("Manager", "管理单位", f => f.Manager),
        Text("MaintenanceFund", "住宅专项维修资金余额", f => FigureText.Money(f.MaintenanceFund)?.Yuan),
        Flag("WasRenovated", "曾综合改造", f => f.WasRenovated), Text("Renovated", "上次综合改造", f => f.Renovated),
        Flag("IsClearancePlanned", "纳入征迁规划", f => f.IsClearancePlanned), Text("Clearance", "规划征迁", f => f.Clearance),
        Flag("IsToBeRebuilt", "拟拆除新建", f => f.IsToBeRebuilt), Flag("WasFunded", "曾获资金支持", f => f.WasFunded),
        Flag("WasPlanned", "曾列入年度计划", f => f.WasPlanned), Flag("IsWishStrong", "改造意愿强烈", f => f.IsWishStrong),
        Flag("IsManagementAgreed", "长效管理已商定", f => f.IsManagementAgreed), Flag("IsInLibrary", "已列入省级项目库", f => f.IsInLibrary),
        Count("HouseholdsAsked", "征询户数", f => f.HouseholdsAsked), Count("HouseholdsAgreed", "同意户数", f => f.HouseholdsAgreed),
        .. CommunityForm.SignOrder.Select((sign, i) => Flag($"Signs[{i}]", sign.Label(), f => f.Signs[i])),
        .. CommunityForm.UtilityOrder.Select((utility, i) =>
            Choice($"Utilities[{i}]", utility.Label(), f => f.Utilities[i], CommunityLabels.Label)),
        Text("Flags", "示范、试点标记", f => f.Flags), Count("ParkingPlaces", "停车位", f => f.ParkingPlaces),
        Count("CarChargers", "电动汽车充电桩", f => f.CarChargers), Count("BikeChargers", "电动自行车充电端口", f => f.BikeChargers),
        Count("Lifts", "电梯", f => f.Lifts),
        Text("Latitude", "纬度", f => FigureText.Degrees(f.Latitude)), Text("Longitude", "经度", f => FigureText.Degrees(f.Longitude)),
        Text("ContactName", "联系人", f => f.ContactName), Text("ContactPhone", "联系电话", f => f.ContactPhone),
        Text("Note", "备注", f => f.Note), Choice("Quality", "数据质量", f => (FactQuality?)f.Quality, PolicyLabels.Label),
        Text("Source", "数据来源", f => f.Source),
    ];

    private sealed record Asked(string Name, string Label, Func<CommunityForm, object?> Value, Func<CommunityForm, string?>? Word = null);

    private static Asked Text(string name, string label, Func<CommunityForm, object?> value) => new(name, label, value);

    private static Asked Count(string name, string label, Func<CommunityForm, string?> typed) => new(name, label, form => FigureText.Count(typed(form)));

    private static Asked Words(string name, string label, Func<CommunityForm, string?> value, Func<string, string> word) =>
        new(name, label, value, form => value(form) is { } code ? word(code) : null);

    private static Asked Choice<T>(string name, string label, Func<CommunityForm, T?> value, Func<T, string> word) where T : struct, Enum =>
        new(name, label, form => value(form), form => value(form) is { } known ? word(known) : null);

    private static Asked Flag(string name, string label, Func<CommunityForm, bool?> value) =>
        new(name, label, form => value(form), form => value(form) is { } known ? known ? "是" : "否" : null);
}
