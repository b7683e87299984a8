using Huanxin.Core.Exchange;
using Huanxin.Core.Policies;

namespace Huanxin.App.Programmes;

/// <summary>The columns a plan table is looked through for, with the headings they go by.</summary>
public static class PlanFields
{
    public static readonly FieldSpec Place = new("place", "区市", FieldKind.Name,
        "县(市、区)", "县市区", "区县", "区(市)县", "市县区", "地区", "城市", "属地", "街区", "街道", "镇街", "区域", "责任单位") { IsRequired = true };

    public static readonly FieldSpec Year = new("year", "年度", FieldKind.Text, "年份", "计划年度", "改造年度");
    public static readonly FieldSpec Note = new("note", "备注", FieldKind.Text, "说明");
    public static readonly FieldSpec Number = new("number", "序号", FieldKind.Text, "编号");

    private static readonly FieldSpec Projects = new("projects", "项目数", FieldKind.Whole, "项目数量", "项目个数", "改造项目数");

    private static readonly FieldSpec Communities = new("communities", "小区个数", FieldKind.Whole,
        "小区数", "小区数量", "改造小区数", "改造小区个数", "老旧小区数", "小区");

    private static readonly FieldSpec Buildings = new("buildings", "楼栋数", FieldKind.Whole, "栋数", "楼数", "楼栋", "幢数", "楼栋数量");

    private static readonly FieldSpec Households = new("households", "户数", FieldKind.Whole,
        "住户数", "居民户数", "涉及户数", "惠及户数", "惠及居民", "户");

    private static readonly FieldSpec Area = new("area", "建筑面积", FieldKind.Area, "面积", "改造面积", "总建筑面积");

    private static readonly FieldSpec Investment = new("investment", "计划投资", FieldKind.Money,
        "计划总投资", "总投资", "投资额", "投资", "估算投资", "概算投资");

    /// <summary>The column of each measure.</summary>
    public static readonly IReadOnlyDictionary<Measure, FieldSpec> ByMeasure = new Dictionary<Measure, FieldSpec>
    {
        [Measure.Projects] = Projects, [Measure.Communities] = Communities, [Measure.Buildings] = Buildings,
        [Measure.Households] = Households, [Measure.Area] = Area, [Measure.Investment] = Investment,
    };

    public static readonly IReadOnlyList<FieldSpec> All = [Place, Year, Number, .. ByMeasure.Values, Note];

    /// <summary>The measure of a column; null for the others.</summary>
    public static Measure? MeasureOf(FieldSpec? field) =>
        ByMeasure.Where(pair => pair.Value.Code == field?.Code).Select(pair => (Measure?)pair.Key).FirstOrDefault();
}
