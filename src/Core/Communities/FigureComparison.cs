
namespace Huanxin.Core.Communities;

/// <summary>A figure that community and buildings both report (可比对的数).</summary>
public enum ComparedFigure { Buildings, Units, Households, Area, Lifts }

/// <summary>How a reported figure and the building records go together (比对结果).</summary>
public enum FigureMatch { Equal, Differs, Incomplete, NotReported, NoRecords }

/// <summary>
/// A figure as the community reports it beside what its building records add up to (登记数与楼栋汇总); neither overwrites the other.
/// </summary>
/// <param name="Reported">What the community says; null where nobody has said. Area in 0.01 ㎡.</param>
/// <param name="Counted">Sum over the buildings that say it.</param>
/// <param name="Silent">Buildings that do not say it.</param>
/// <param name="Records">Building records in all.</param>
public sealed record FigureComparison(ComparedFigure Figure, long? Reported, long Counted, int Silent, int Records)
{
    public FigureMatch Match =>
        Records == 0 ? FigureMatch.NoRecords
        : Reported is not { } reported ? FigureMatch.NotReported
        : Silent > 0 ? FigureMatch.Incomplete
        : reported == Counted ? FigureMatch.Equal
        : FigureMatch.Differs;

    /// <summary>Counted less reported (差额); null where the community does not say.</summary>
    public long? Difference => Counted - Reported;

    /// <summary>Compares every figure of a community with its open buildings (逐项比对).</summary>
    public static IReadOnlyList<FigureComparison> Of(Community community, IEnumerable<Building> buildings)
    {
        var open = buildings.Where(b => b.ClosedOn is null).ToList();
        return
        [
            new(ComparedFigure.Buildings, community.Buildings, open.Count, 0, open.Count),
            Sum(ComparedFigure.Units, community.Units, b => b.Units),
            Sum(ComparedFigure.Households, community.Households, b => b.Households),
            Sum(ComparedFigure.Area, community.Area?.Value, b => b.Area?.Value),
            Sum(ComparedFigure.Lifts, community.Lifts, b => b.Lifts),
        ];

        FigureComparison Sum(ComparedFigure figure, long? reported, Func<Building, long?> said) =>
            new(figure, reported, open.Sum(b => said(b) ?? 0), open.Count(b => said(b) is null), open.Count);
    }
}
