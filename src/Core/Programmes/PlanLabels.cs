using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Headings of plan tables as the documents print them (计划表用语).</summary>
public static class PlanLabels
{
    /// <summary>Heading of a measure (栏目名).</summary>
    public static string Heading(this Measure measure) => measure switch
    {
        Measure.Projects => "项目数",
        Measure.Communities => "小区个数",
        Measure.Buildings => "楼栋数",
        Measure.Households => "户数",
        Measure.Area => "建筑面积",
        Measure.Investment => "计划投资",
    };

    /// <summary>Unit of a measure in a table (计量单位).</summary>
    public static string Unit(this Measure measure) => measure switch
    {
        Measure.Projects or Measure.Communities => "个",
        Measure.Buildings => "栋",
        Measure.Households => "户",
        Measure.Area => "平方米",
        Measure.Investment => "元",
    };

    /// <summary>A figure of a table as it is shown, or that nobody reported it (未报).</summary>
    public static string Amount(this Measure measure, long? value) => value is { } said ? PlanAmounts.Shown(measure, said) : "未报";

    /// <summary>The units of a table (单位行), each said once: “个、户、平方米”.</summary>
    public static string UnitsOf(IEnumerable<Measure> measures) => string.Join('、', measures.Select(Unit).Distinct());

    /// <summary>Heading over the columns of a year (年度栏目).</summary>
    public static string YearHeading(int year) => $"{year} 年计划";

    /// <summary>Heading of the last row (合计行).</summary>
    public const string TotalHeading = "总计";
}
