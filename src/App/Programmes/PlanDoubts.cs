using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Programmes;

/// <summary>Doubts about the figures of a plan table, as questions to the cells they stand in.</summary>
public static class PlanDoubts
{
    /// <summary>All doubts about the lines of a sheet; each is also a soft fault of its cells.</summary>
    public static IReadOnlyList<Doubt> AskIn(PlanSheet sheet, PlausibilityBook book)
    {
        var figures = sheet.Lines.Select((line, i) =>
        {
            var place = string.Concat(line.PlaceText.Where(letter => !char.IsWhiteSpace(letter)));
            return new Figures(i, $"{place}{line.Year}年", place)
            {
                Communities = line.Figures.Communities, Buildings = line.Figures.Buildings, Households = line.Figures.Households,
                Area = line.Figures.Area, Investment = line.Figures.Investment,
            };
        }).ToList();
        var doubts = Plausibility.Of(figures, book);
        foreach (var doubt in doubts)
        {
            foreach (var cell in doubt.Cells)
            {
                var line = sheet.Lines[cell.Row];
                sheet.Fault(FaultLevel.Soft, doubt.Code, line.Place, line.Year, doubt.Measure, doubt.Sentence);
            }
        }

        return doubts;
    }
}
