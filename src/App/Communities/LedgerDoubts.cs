using System.Globalization;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>What can be doubted of one thing: its figures and when it was built.</summary>
public sealed record DoubtedFacts(Figures Figures, DateSpan? Built)
{
    internal static DoubtedFacts Of(int row, CommunityProfile community, Fen? investment = null) =>
        new(new Figures(row, "", "").OfOne(community) with { Investment = investment }, community.Built);

    internal static DoubtedFacts Of(int row, BuildingProfile building) => new(new Figures(row, "", "").OfOne(building), building.Built);
}

/// <summary>The figures of a ledger, gathered row by row, and the doubts about them as questions to the cells they stand in.</summary>
public sealed class LedgerDoubts(LedgerHead head, RegionList regions, DateOnly today)
{
    private static readonly Dictionary<Measure, FieldSpec> Fields = new()
    {
        [Measure.Area] = LedgerFields.Area, [Measure.Households] = LedgerFields.Households, [Measure.Buildings] = LedgerFields.Buildings,
        [Measure.Investment] = LedgerFields.Investment,
    };

    private readonly List<Figures> figures = [];
    private readonly List<(int Row, DateSpan Built)> unbuilt = [];
    private readonly Dictionary<int, (DoubtedFacts Before, DoubtedFacts After)> registered = [];
    private readonly Dictionary<RegionCode, string> groups = [];

    /// <summary>Takes the figures of one thing the ledger lists; a dwelling has none to compare.</summary>
    public void Meet(LedgerRow row)
    {
        if (row.Dwelling is not null) return;
        if (!groups.TryGetValue(row.Place, out var group))
        {
            var district = row.Place.Outward().FirstOrDefault(place => place.Level == RegionLevel.District, row.Place);
            groups[row.Place] = group = regions.NameOf(district);
        }

        if ((row.Building?.Built ?? row.Community?.Built) is { } built && built.First > today) unbuilt.Add((row.Number, built));
        if (row.Building is { } building) figures.Add(new Figures(row.Number, row.Name + building.Number, group).OfOne(building));
        else if (row.Community is { } community) figures.Add(new Figures(row.Number, row.Name, group).OfOne(community) with { Investment = row.Investment });
    }

    /// <summary>What the register says of the thing in a row, and what it would say: nobody is asked again about what stays as it is.</summary>
    public void Know(DoubtedFacts before, DoubtedFacts after) => registered[before.Figures.Row] = (before, after);

    /// <summary>Everything gathered so far, summed; null where no row says it.</summary>
    public long? Sum(Measure measure)
    {
        long? sum = null;
        foreach (var row in figures) sum = row.Of(measure) is { } value ? checked((sum ?? 0) + value) : sum;
        return sum;
    }

    /// <summary>Rows that do not say a figure.</summary>
    public int Unsaid(Measure measure) => figures.Count(row => row.Of(measure) is null);

    /// <summary>Adds every doubt as a soft question.</summary>
    public void AskIn(ImportFaults faults, PlausibilityBook book)
    {
        AskUnbuilt(faults);
        // What a row does not say stays as it is registered: the new figure is held against that.
        var whole = figures.ConvertAll(one => registered.TryGetValue(one.Row, out var known) ? known.After.Figures with { Label = one.Label, Group = one.Group } : one);
        foreach (var doubt in Plausibility.Of(whole, book))
        {
            foreach (var cell in doubt.Cells.Where(cell => IsNew(cell, doubt)))
            {
                var sentence = doubt.SentenceAt(measure => ColumnOf(measure) is { } column ? column.Letters + cell.Row : null);
                faults.Add(At(cell, doubt.Measure, doubt.Code, sentence) with
                {
                    Other = doubt.Other is { } other && ColumnOf(other) is not null ? At(cell, other, doubt.Code, sentence) : null,
                });
            }
        }
    }

    private bool IsNew(Figures cell, Doubt doubt) => !registered.TryGetValue(cell.Row, out var known)
        || new[] { doubt.Unit.Part(), doubt.Unit.Base() }.Any(measure => known.Before.Figures.Of(measure) != known.After.Figures.Of(measure));

    private ImportFault At(Figures cell, Measure measure, string code, string sentence)
    {
        var column = ColumnOf(measure);
        return new ImportFault(FaultLevel.Soft, code, head.Sheet, cell.Row, column is null ? 0 : column.Index + 1, column?.Header ?? "",
            Shown(cell, measure, column), sentence);
    }

    private void AskUnbuilt(ImportFaults faults)
    {
        if (head.Mapping.Column(LedgerFields.Built.Code) is not { } column) return;

        foreach (var (row, built) in unbuilt.Where(one => !registered.TryGetValue(one.Row, out var known) || known.Before.Built != known.After.Built))
        {
            faults.Add(new ImportFault(FaultLevel.Soft, "ledger.not-yet-built", head.Sheet, row, column.Index + 1, column.Header, built.ToString(),
                LedgerSentences.NotYetBuilt));
        }
    }

    private MappedColumn? ColumnOf(Measure measure) => Fields.TryGetValue(measure, out var field) ? head.Mapping.Column(field.Code) : null;

    // In the unit of its column, as it would be typed there again.
    private static string Shown(Figures cell, Measure measure, MappedColumn? column) =>
        cell.Of(measure) is { } value ? ((decimal)value / PerUnits.Scale(measure) / (column?.Times ?? 1)).ToString("0.##########", CultureInfo.InvariantCulture) : "";
}
