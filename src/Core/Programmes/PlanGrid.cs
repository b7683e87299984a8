using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>A row of a plan table (计划表行): the place as printed.</summary>
public sealed record PlanPlace(RegionCode Place, string Text);

/// <summary>Plan lines laid out as the documents print them (计划表版面): places down, years and measures across, totals computed.</summary>
public sealed class PlanGrid
{
    private readonly Dictionary<(RegionCode, int), PlanLine> lines;

    /// <summary>From lines in the order of the table (排版); a place and year stand once.</summary>
    public PlanGrid(IEnumerable<PlanLine> lines, IReadOnlyList<Measure> measures)
    {
        var all = lines.ToList();
        this.lines = all.ToDictionary(line => (line.Place, line.Year));
        Measures = measures;
        Years = [.. all.Select(line => line.Year).Distinct().Order()];
        Places = [.. all.Select(line => new PlanPlace(line.Place, line.PlaceText)).DistinctBy(place => place.Place)];
        Totals = Years.ToDictionary(year => year, year => PlanFigures.Sum(all.Where(l => l.Year == year).Select(l => l.Figures)));
        Total = PlanFigures.Sum(Totals.Values);
    }

    /// <summary>Rows from top to bottom (行).</summary>
    public IReadOnlyList<PlanPlace> Places { get; }

    /// <summary>Years from left to right (年度).</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>What is counted, in the order printed (指标).</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Totals by year (各年总计), computed and never typed.</summary>
    public IReadOnlyDictionary<int, PlanFigures> Totals { get; }

    /// <summary>Total of all years (总量).</summary>
    public PlanFigures Total { get; }

    /// <summary>The line of a place and year (单元格组), or null.</summary>
    public PlanLine? Find(RegionCode place, int year) => lines.GetValueOrDefault((place, year));

    /// <summary>Figures of a place and year (取数); nothing reported where there is no line.</summary>
    public PlanFigures Of(RegionCode place, int year) => Find(place, year)?.Figures ?? PlanFigures.None;

    /// <summary>Total of the years up to one (累计).</summary>
    public PlanFigures Until(int year) => PlanFigures.Sum(Totals.Where(t => t.Key <= year).Select(t => t.Value));

    /// <summary>What one place has up to a year (地区累计).</summary>
    public PlanFigures Until(RegionCode place, int year) => PlanFigures.Sum(Years.Where(y => y <= year).Select(y => Of(place, y)));

    /// <summary>Cells of a measure that nobody reported (未报格数), of one place or of all.</summary>
    public int Unreported(Measure measure, RegionCode? place = null) =>
        Places.Where(p => place is null || p.Place == place).Sum(p => Years.Count(year => Of(p.Place, year).Of(measure) is null));

    /// <summary>What one place has over all years (地区合计).</summary>
    public PlanFigures Across(RegionCode place) => PlanFigures.Sum(Years.Select(year => Of(place, year)));
}
