using Huanxin.App.Exchange;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>What stands around a plan table on paper.</summary>
public sealed record PlanPaper(string Title, string PlaceTitle);

/// <summary>Writes a plan table in the layout of the documents (W20-A): title, units, years over measures, places, computed totals.</summary>
public static class PlanWorkbook
{
    public static async Task WriteAsync(Stream target, PlanPaper paper, PlanGrid grid, CancellationToken stop)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, stop);
        var layout = new SheetLayout(SheetTitle(paper.Title), Columns(paper, grid))
        {
            Title = paper.Title, UnitLine = $"单位：{PlanLabels.UnitsOf(grid.Measures)}", HasFilter = false, FrozenColumns = 1,
        };
        var sheet = await book.AddSheetAsync(layout, stop);
        foreach (var place in grid.Places)
        {
            await sheet.AddAsync(Row(grid, place.Text, year => grid.Of(place.Place, year)), RowStyle.Lined, stop);
        }

        await sheet.AddAsync(Row(grid, PlanLabels.TotalHeading, year => grid.Totals[year]), RowStyle.LinedTotal, stop);
        await book.CompleteAsync(stop);
    }

    public static async Task WriteCsvAsync(Stream target, PlanPaper paper, PlanGrid grid, CancellationToken stop)
    {
        await using var csv = new CsvWriter(target);
        await csv.AddHeaderAsync(Columns(paper, grid), stop);
        foreach (var place in grid.Places) await csv.AddAsync(Row(grid, place.Text, year => grid.Of(place.Place, year)), stop);
        await csv.AddAsync(Row(grid, PlanLabels.TotalHeading, year => grid.Totals[year]), stop);
    }

    private static SheetColumn[] Columns(PlanPaper paper, PlanGrid grid) =>
    [
        new(paper.PlaceTitle, Width: 12),
        .. from year in grid.Years
           from measure in grid.Measures
           select new SheetColumn(measure.Heading(), PlanLabels.YearHeading(year), measure is Measure.Area or Measure.Investment ? 14 : 9),
    ];

    private static Cell[] Row(PlanGrid grid, string text, Func<int, PlanFigures> figures) =>
        [text, .. grid.Years.SelectMany(year => grid.Measures.Select(measure => CellOf(figures(year), measure)))];

    // Plain numbers with the decimals they have, as the documents print them.
    private static Cell CellOf(PlanFigures figures, Measure measure) => figures.Of(measure) switch
    {
        null => Cell.Blank,
        { } value when measure is Measure.Area or Measure.Investment => Cell.Number(value / 100m),
        { } value => value,
    };

    // A tab takes 31 characters.
    private static string SheetTitle(string title) => title.Length <= 31 ? title : title[..31];
}
