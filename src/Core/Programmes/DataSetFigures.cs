using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>How many of the records behind a sum say the figure (填报情况).</summary>
public readonly record struct Reporting(int Said, int All)
{
    /// <summary>Everybody has said it (全部填报); also where there is nobody.</summary>
    public bool IsComplete => Said == All;
}

/// <summary>Where the rows behind a data set are kept (数据出处).</summary>
public enum DataSetRows { Document, Plan, Projects, PlannedCommunities, Communities }

/// <summary>What one data set says of a place and a year (一套数据): a document, a plan, the library, the projects or the register.</summary>
/// <param name="Name">What it is called, e.g. “W24 项目库”.</param>
/// <param name="Clauses">Clauses it rests on; empty for records of our own.</param>
/// <param name="Rounding">Half of the last place written, by measure, where a figure was written rounded.</param>
public sealed record DataSetFigures(string Name, TargetData Data, PlanFigures Figures, IReadOnlyList<string> Clauses,
    IReadOnlyDictionary<Measure, long> Rounding)
{
    private static readonly IReadOnlyDictionary<Measure, long> Exact = new Dictionary<Measure, long>();
    private static readonly IReadOnlyDictionary<Measure, Reporting> Whole = new Dictionary<Measure, Reporting>();

    /// <summary>Measures of a sum that not every record says (没有全部填报), with how many do.</summary>
    public IReadOnlyDictionary<Measure, Reporting> Lacking { get; init; } = Whole;

    /// <summary>What several of the records behind it share and it counts once (只计一次), in words.</summary>
    public IReadOnlyList<string> CountedOnce { get; init; } = [];

    /// <summary>Why it stands beside the others and is held against none (不可比的理由); null for what is compared.</summary>
    public string? Aside { get; init; }

    /// <summary>Where the rows that it adds up can be seen (数据出处).</summary>
    public DataSetRows Rows { get; init; }

    /// <summary>The version of a plan (计划版次) that it adds up; null for what is no plan.</summary>
    public (Guid Plan, int Number)? Version { get; init; }

    /// <summary>From records, which are not rounded (精确数据).</summary>
    public static DataSetFigures Of(string name, TargetData data, PlanFigures figures, IReadOnlyList<string>? clauses = null) =>
        new(name, data, figures, clauses ?? [], Exact);

    /// <summary>The sum of records (合计), with the measures that some of them do not say.</summary>
    public static DataSetFigures Sum(string name, TargetData data, IReadOnlyList<PlanFigures> records, IReadOnlyList<Measure> measures) =>
        Of(name, data, PlanFigures.Sum(records)) with { Lacking = LackingIn(records, measures) };

    /// <summary>Which of the measures not every record says (缺报的指标).</summary>
    public static IReadOnlyDictionary<Measure, Reporting> LackingIn(IReadOnlyList<PlanFigures> records, IReadOnlyList<Measure> measures) =>
        measures.Select(measure => (measure, Reporting: new Reporting(records.Count(r => r.Of(measure) is not null), records.Count)))
            .Where(m => !m.Reporting.IsComplete).ToDictionary(m => m.measure, m => m.Reporting);

    /// <summary>A figure that can be held against others (可比的数): said, and by every record where it is a sum.</summary>
    public long? Comparable(Measure measure) => Aside is null && !Lacking.ContainsKey(measure) ? Figures.Of(measure) : null;

    /// <summary>The figures of a target as a document wrote them (文件任务), with how far they were rounded.</summary>
    public static DataSetFigures OfTarget(PolicyDocument document, PlanTarget target, Func<string, GivenValue?> value)
    {
        var (figures, rounding) = (PlanFigures.None, new Dictionary<Measure, long>());
        foreach (var (measure, name) in target.Figures)
        {
            if (value(name) is not { Value: { } known } given) continue;

            var whole = Amount(known);
            figures = figures.With(measure, whole);
            if (Half(whole, measure, given.Parameter.Unit) is > 0 and var half) rounding[measure] = half;
        }

        return new($"{document.Id} {target.Title}", target.Data, figures, target.Clauses, rounding);
    }

    private static long Amount(object value) => value switch
    {
        Area area => area.Value,
        Fen money => money.Value,
        long count => count,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a figure"),
    };

    // 26.32 万户 was rounded to a hundredth of 万; what has no 万 or 亿 in its unit is exact.
    private static long Half(long value, Measure measure, string? unit)
    {
        var scale = unit is ['亿', ..] ? 100_000_000L : unit is ['万', ..] ? 10_000L : 1L;
        if (scale == 1) return 0;
        if (measure is Measure.Area or Measure.Investment) scale *= 100;
        while (scale > 1 && value % scale != 0) scale /= 10;
        return scale / 2;
    }
}

/// <summary>One data set against another by one measure (数据差异), in the unit of <see cref="PlanFigures.Of"/>.</summary>
public sealed record DataSetGap(DataSetFigures Left, DataSetFigures Right, Measure Measure, long LeftValue, long RightValue)
{
    /// <summary>How much the right one has more (差额).</summary>
    public long Difference => RightValue - LeftValue;

    /// <summary>No more than rounding explains (四舍五入之内).</summary>
    public bool IsRounding => Difference != 0 && Math.Abs(Difference)
        <= Left.Rounding.GetValueOrDefault(Measure) + Right.Rounding.GetValueOrDefault(Measure);

    /// <summary>Every measure that both say in full (逐项比较).</summary>
    public static IReadOnlyList<DataSetGap> Between(DataSetFigures left, DataSetFigures right) =>
    [
        .. from measure in Enum.GetValues<Measure>()
           let one = left.Comparable(measure)
           let other = right.Comparable(measure)
           where one is not null && other is not null
           select new DataSetGap(left, right, measure, one!.Value, other!.Value),
    ];
}
