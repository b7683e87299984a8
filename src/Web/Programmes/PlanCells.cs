using System.Globalization;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.Web.Programmes;

/// <summary>Cells of a plan table as they are shown, typed and read.</summary>
public static class PlanCells
{
    /// <summary>As the documents print it: no separators, the decimals that are there.</summary>
    public static string Show(PlanFigures figures, Measure measure, string absent = "") =>
        figures.Of(measure) is { } value ? Show(measure, value) : absent;

    public static string Show(Measure measure, long value) =>
        PlanAmounts.Plain(measure, value).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Posted name of a cell.</summary>
    public static string NameOf(RegionCode place, int year, Measure measure) => $"c.{place.Prefix}.{year}.{measure}";

    /// <summary>What was typed; a sentence where it cannot be read. Empty is not reported.</summary>
    public static (long? Value, string? Fault) Read(Measure measure, string? typed)
    {
        var cell = RawCell.OfText(typed);
        return measure switch
        {
            Measure.Area => Told(CellReading.Area(cell).Into(area => area.Value)),
            Measure.Investment => Told(CellReading.Money(cell).Into(money => money.Value)),
            _ => Told(CellReading.Whole(cell)),
        };
    }

    private static (long?, string?) Told(Reading<long> reading) => reading.IsMissing ? (null, null)
        : reading.Kind == ReadingKind.Value ? (reading.Value, null)
        : (null, $"“{reading.Shown}”：{reading.Reason.Label()}");
}
