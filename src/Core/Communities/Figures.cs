using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>Figures that belong together (一组数字): a row of a ledger, or one place and year of a plan; null is “not said”.</summary>
/// <param name="Row">Number by which the asker finds them again.</param>
/// <param name="Label">Where they stand, as a person reads it, e.g. “文登区2021年”.</param>
/// <param name="Group">What they are first compared within, e.g. the district.</param>
public sealed record Figures(int Row, string Label, string Group)
{
    public long? Communities { get; init; }
    public long? Buildings { get; init; }
    public long? Households { get; init; }
    public Area? Area { get; init; }
    public Fen? Investment { get; init; }

    /// <summary>What the row itself is one of (本行即一个): nobody wrote that figure, so that it cannot be wrong.</summary>
    public Measure? IsOne { get; init; }

    /// <summary>With the figures of one community (一个小区的数字).</summary>
    public Figures OfOne(CommunityProfile community) => this with
    {
        Communities = 1, Buildings = community.Buildings, Households = community.Households, Area = community.Area, IsOne = Measure.Communities,
    };

    /// <summary>With the figures of one building (一栋楼的数字).</summary>
    public Figures OfOne(BuildingProfile building) => this with
    {
        Buildings = 1, Households = building.Households, Area = building.Area, IsOne = Measure.Buildings,
    };

    /// <summary>A figure in its own smallest unit (数值): 个, 栋, 户, 0.01 ㎡, 分.</summary>
    public long? Of(Measure measure) => measure switch
    {
        Measure.Communities => Communities,
        Measure.Buildings => Buildings,
        Measure.Households => Households,
        Measure.Area => Area?.Value,
        Measure.Investment => Investment?.Value,
        Measure.Projects => null,
    };

    /// <summary>The same with another value (改一个数).</summary>
    public Figures With(Measure measure, long value) => measure switch
    {
        Measure.Communities => this with { Communities = value },
        Measure.Buildings => this with { Buildings = value },
        Measure.Households => this with { Households = value },
        Measure.Area => this with { Area = new Area(value) },
        Measure.Investment => this with { Investment = new Fen(value) },
        Measure.Projects => this,
    };

    /// <summary>One figure by another (单位数值) in the units people use; null unless both are known and neither is zero.</summary>
    public decimal? Per(PerUnit unit) => Of(unit.Part()) is > 0 and var part && Of(unit.Base()) is > 0 and var whole
        ? part * PerUnits.Scale(unit.Base()) / ((decimal)whole * PerUnits.Scale(unit.Part()))
        : null;
}

/// <summary>One figure by another (单位指标), by which a set of figures is seen to be plausible or not.</summary>
public enum PerUnit
{
    AreaPerHousehold, HouseholdsPerBuilding, HouseholdsPerCommunity, InvestmentPerArea, InvestmentPerHousehold,
    AreaPerCommunity,
}

/// <summary>What is divided by what (单位指标的分子和分母).</summary>
public static class PerUnits
{
    /// <summary>What is shared out (分子).</summary>
    public static Measure Part(this PerUnit unit) => unit switch
    {
        PerUnit.AreaPerHousehold or PerUnit.AreaPerCommunity => Measure.Area,
        PerUnit.HouseholdsPerBuilding or PerUnit.HouseholdsPerCommunity => Measure.Households,
        PerUnit.InvestmentPerArea or PerUnit.InvestmentPerHousehold => Measure.Investment,
    };

    /// <summary>Among what it is shared out (分母).</summary>
    public static Measure Base(this PerUnit unit) => unit switch
    {
        PerUnit.AreaPerHousehold or PerUnit.InvestmentPerHousehold => Measure.Households,
        PerUnit.HouseholdsPerBuilding => Measure.Buildings,
        PerUnit.HouseholdsPerCommunity or PerUnit.AreaPerCommunity => Measure.Communities,
        PerUnit.InvestmentPerArea => Measure.Area,
    };

    /// <summary>Smallest units in the unit people use (换算): 100 for ㎡ and 元.</summary>
    public static int Scale(Measure measure) => measure is Measure.Area or Measure.Investment ? 100 : 1;
}
