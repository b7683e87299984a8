using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>Figures of a plan that are hard to believe, each with the lines it is about; nothing is changed by itself.</summary>
public static class PlanDoubts
{
    /// <summary>All doubts about the lines of a table.</summary>
    public static IReadOnlyList<(Doubt Doubt, IReadOnlyList<PlanLine> Lines)> Of(IReadOnlyList<PlanLine> lines, PlausibilityBook book)
    {
        var figures = lines.Index().Select(line => FiguresOf(line.Index, line.Item)).ToList();
        return
        [
            .. Plausibility.Of(figures, book)
                .Select(doubt => (doubt, (IReadOnlyList<PlanLine>)[.. doubt.Cells.Select(cell => lines[cell.Row])])),
        ];
    }

    /// <summary>All doubts about the lines of a sheet; each is also a soft fault of its cells.</summary>
    public static IReadOnlyList<Doubt> AskIn(PlanSheet sheet, PlausibilityBook book)
    {
        var doubts = Of(sheet.Lines, book);
        foreach (var (doubt, lines) in doubts) AskIn(sheet, doubt, lines);
        return [.. doubts.Select(pair => pair.Doubt)];
    }

    /// <summary>A doubt as a question to the cells it stands in.</summary>
    public static void AskIn(PlanSheet sheet, Doubt doubt, IEnumerable<PlanLine> lines)
    {
        foreach (var line in lines) sheet.Fault(FaultLevel.Soft, doubt.Code, line.Place, line.Year, doubt.Measure, doubt.Sentence);
    }

    private static Figures FiguresOf(int row, PlanLine line)
    {
        var place = string.Concat(line.PlaceText.Where(letter => !char.IsWhiteSpace(letter)));
        return new Figures(row, $"{place}{line.Year}年", place)
        {
            Communities = line.Figures.Communities, Buildings = line.Figures.Buildings, Households = line.Figures.Households,
            Area = line.Figures.Area, Investment = line.Figures.Investment,
        };
    }
}
