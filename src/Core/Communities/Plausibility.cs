using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>
/// Finds figures that are hard to believe (合理性检查): a total that adds up does not prove its cells. Answers questions
/// and changes nothing.
/// </summary>
public static class Plausibility
{
    /// <summary>All doubts about a table (全部存疑), in the order of its rows, spread averages last.</summary>
    public static IReadOnlyList<Doubt> Of(IReadOnlyList<Figures> rows, PlausibilityBook book)
    {
        var peers = new PeerTable(rows, book);
        var totals = Enum.GetValues<Measure>().ToDictionary(measure => measure, measure => rows.Sum(row => row.Of(measure) ?? 0));
        var doubts = rows.SelectMany(row => OfRow(row, totals, peers)).ToList();
        if (book.Peers is { } rules) doubts.AddRange(SpreadAverages.In(rows, rules));
        return doubts;
    }

    private static IEnumerable<Doubt> OfRow(Figures row, Dictionary<Measure, long> totals, PeerTable peers)
    {
        foreach (var contradiction in ZerosBesideSome(row)) yield return contradiction;

        foreach (var unit in peers.Units)
        {
            if (row.Per(unit) is not { } found || peers.IsPlausible(row, unit)) continue;

            var (band, others) = (peers.BandOf(unit), peers.Of(row, unit));
            var suggested = DigitShifts.For(row, unit, peers) is { } shift ? Suggest(shift, row, totals) : null;
            var kind = suggested is not null ? DoubtKind.DigitShift
                : band?.Holds(found) == false ? DoubtKind.OutsideBand : DoubtKind.Outlier;
            yield return new(kind, unit, [row], found, found) { Band = band, Peers = others, Suggested = suggested, Suspect = Suspects.Of(row, unit, peers) };
        }
    }

    private static Suggestion Suggest((Measure Measure, long Value) shift, Figures row, Dictionary<Measure, long> totals) =>
        new(shift.Measure, row.Of(shift.Measure)!.Value, shift.Value, totals[shift.Measure]);

    // Zero everywhere is a plan without work; zero of one beside some of the other is a contradiction. Money may be still to come.
    private static IEnumerable<Doubt> ZerosBesideSome(Figures row)
    {
        PerUnit[] units = [PerUnit.HouseholdsPerCommunity, PerUnit.AreaPerCommunity, PerUnit.AreaPerHousehold, PerUnit.HouseholdsPerBuilding];
        return units.Where(unit => row.Of(unit.Part()) is { } part && row.Of(unit.Base()) is { } whole && (part == 0) != (whole == 0))
            .Select(unit => new Doubt(DoubtKind.ZeroBesideSome, unit, [row], 0, 0)).DistinctBy(doubt => doubt.Measure);
    }
}
