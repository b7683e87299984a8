using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Figures of one place in one year (计划指标); null is not reported, zero is zero.</summary>
public sealed record PlanFigures
{
    /// <summary>Nothing reported (未报).</summary>
    public static readonly PlanFigures None = new();

    /// <summary>Projects (项目数，个).</summary>
    public long? Projects { get; init; }

    /// <summary>Communities (小区数，个).</summary>
    public long? Communities { get; init; }

    /// <summary>Buildings (楼栋数，栋).</summary>
    public long? Buildings { get; init; }

    /// <summary>Households (户数，户).</summary>
    public long? Households { get; init; }

    /// <summary>Floor area (建筑面积，㎡).</summary>
    public Area? Area { get; init; }

    /// <summary>Planned investment (计划投资，元).</summary>
    public Fen? Investment { get; init; }

    /// <summary>A figure as a whole number (最小单位数值): counts as they are, area in 0.01 ㎡, money in 分.</summary>
    public long? Of(Measure measure) => measure switch
    {
        Measure.Projects => Projects,
        Measure.Communities => Communities,
        Measure.Buildings => Buildings,
        Measure.Households => Households,
        Measure.Area => Area?.Value,
        Measure.Investment => Investment?.Value,
    };

    /// <summary>The same with one figure set (改一项), in the unit of <see cref="Of"/>.</summary>
    public PlanFigures With(Measure measure, long? value) => measure switch
    {
        Measure.Projects => this with { Projects = value },
        Measure.Communities => this with { Communities = value },
        Measure.Buildings => this with { Buildings = value },
        Measure.Households => this with { Households = value },
        Measure.Area => this with { Area = value is { } area ? new Area(area) : null },
        Measure.Investment => this with { Investment = value is { } money ? new Fen(money) : null },
    };

    /// <summary>Adds up (合计); what nobody reported stays not reported.</summary>
    public static PlanFigures Sum(IEnumerable<PlanFigures> figures)
    {
        var all = figures.ToList();
        return Enum.GetValues<Measure>().Aggregate(None, (sum, measure) => sum.With(measure, Sum(all, measure)));
    }

    /// <summary>True when nothing is reported (全部未报).</summary>
    public bool IsEmpty => this == None;

    private static long? Sum(List<PlanFigures> figures, Measure measure)
    {
        long? sum = null;
        foreach (var one in figures) sum = one.Of(measure) is { } value ? checked((sum ?? 0) + value) : sum;
        return sum;
    }
}
