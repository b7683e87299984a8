using Huanxin.App.Exchange;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>
/// A ledger in a workbook, read row by row into what it lists; knows no database. The faults are complete once all rows were
/// asked for, and rows stream, so that the ledger of a nation needs no more memory than that of a street.
/// </summary>
public sealed class LedgerSheet
{
    private readonly SheetBook book;
    private readonly LedgerPlaces places;
    private readonly LedgerChoice choice;
    private LedgerCells? cells;

    private LedgerSheet(SheetBook book, LedgerHead head, LedgerPlaces places, LedgerChoice choice) =>
        (this.book, Head, this.places, this.choice) = (book, head, places, choice);

    public LedgerHead Head { get; }

    public LedgerKind Kind => Head.Kind;

    public ImportFaults Faults { get; private set; } = new();

    /// <summary>How its columns were left open, once the rows were read.</summary>
    public IReadOnlyList<LedgerGaps> Gaps => [.. cells?.Gaps ?? []];

    /// <summary>The head by sheet name, as a marked workbook wants it.</summary>
    public IReadOnlyDictionary<string, HeaderMapping> Heads => new Dictionary<string, HeaderMapping> { [Head.Sheet] = Head.Mapping };

    /// <summary>Finds the ledger; the place is the one it is about. Raises <c>sheet.no-header</c> where no sheet looks like one.</summary>
    public static LedgerSheet Open(
        SheetBook book, RegionList regions, RegionCode place, LedgerChoice? choice = null, IReadOnlyDictionary<string, string>? remembered = null, bool isToBeKept = true)
    {
        var decided = choice ?? new LedgerChoice();
        var head = LedgerHead.Find(book, decided, remembered)
            ?? throw ExchangeRefusals.NoHeader(decided.Sheet ?? (book.Sheets.Count > 0 ? book.Sheets[0].Name : ""));
        return new LedgerSheet(book, head, new LedgerPlaces(regions, place, !isToBeKept), decided);
    }

    /// <summary>All things the ledger lists, in its order; asked for again, it reads and judges again.</summary>
    public IEnumerable<LedgerRow> Rows()
    {
        Faults = new ImportFaults();
        var totals = new LedgerTotals(Head.Sheet, Head.Mapping, Faults);
        cells = new LedgerCells(Head.Sheet, Head.Mapping, Faults, totals);
        var rows = new LedgerRows(Kind, cells, places, Faults, choice);
        AskColumns();
        AskPlace();
        foreach (var row in book.RowsUnmerged(Head.Index))
        {
            if (row.Number <= Head.Mapping.LastRow || choice.Rows.GetValueOrDefault(row.Number) == LedgerChoice.Skip) continue;

            if (rows.Heads(row)) continue;

            cells.MoveTo(row);
            var kind = cells.IsEmpty ? RowKind.Note : RowSort.Of(row, Head.Mapping);
            if (kind == RowKind.Total) totals.Meet(row);
            if (kind != RowKind.Data) continue;

            totals.CountRow();
            foreach (var thing in rows.Of(row)) yield return thing;
        }

        totals.Finish();
    }

    /// <summary>A fault of one row that only shows beside what is already registered.</summary>
    public ImportFault Fault(FaultLevel level, string code, LedgerRow row, FieldSpec field, string sentence) =>
        Head.Mapping.Column(field.Code) is { } column
            ? new ImportFault(level, code, Head.Sheet, row.Number, column.Index + 1, column.Header, row.Cell(field, column.Times), sentence)
            : new ImportFault(level, code, Head.Sheet, row.Number, 0, "", row.Name, sentence);

    // The ledger of another place: the wrong file, or the wrong place chosen for it.
    private void AskPlace()
    {
        if (places.Elsewhere(Head.Mapping.Title) is not { } other) return;

        Faults.Add(new ImportFault(
            FaultLevel.Soft, "ledger.other-place", Head.Sheet, 0, 0, "标题", Head.Mapping.Title, LedgerSentences.OtherPlace(other, places.RootName)));
    }

    private void AskColumns()
    {
        foreach (var missing in Head.Mapping.Missing)
        {
            Faults.Add(new ImportFault(
                FaultLevel.Hard, "import.no-column", Head.Sheet, 0, 0, missing.Label, "", LedgerSentences.NoColumn(missing.Label)));
        }

        foreach (var column in Head.Mapping.Likely)
        {
            Faults.Add(new ImportFault(FaultLevel.Soft, "ledger.likely-column", Head.Sheet, 0, column.Index + 1, column.Header, "",
                LedgerSentences.LikelyColumn(column.Header, column.Field!.Label)));
        }
    }
}
