using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>How often a column was left blank, struck out with a dash, said 无, or said 0: four different answers.</summary>
public sealed record LedgerGaps(string Header, int Blank, int Dash, int None, int Zero);

/// <summary>The cells of one row after the other, read as what their columns mean; whatever is doubtful is noted.</summary>
internal sealed class LedgerCells
{
    private const int LongestText = 400;

    // Things whose absence may be said with 无.
    private static readonly HashSet<FieldSpec> Countable = new(ReferenceEqualityComparer.Instance)
    {
        LedgerFields.Parking, LedgerFields.CarChargers, LedgerFields.BikeChargers, LedgerFields.Lifts,
    };

    private readonly string sheet;
    private readonly ImportFaults faults;
    private readonly LedgerTotals totals;
    private readonly MappedColumn?[] columns;
    private readonly int[][] gaps;
    private readonly int[] told;
    private SheetRow row = new(0, []);

    public LedgerCells(string sheet, HeaderMapping head, ImportFaults faults, LedgerTotals totals)
    {
        (this.sheet, this.faults, this.totals) = (sheet, faults, totals);
        columns = new MappedColumn?[head.Columns.Max(column => column.Field?.Number ?? 0) + 1];
        foreach (var column in head.Columns.Where(column => column.Field is not null)) columns[column.Field!.Number] ??= column;
        gaps = [.. Enumerable.Range(0, head.Width).Select(_ => new int[4])];
        told = [.. Told.Where(column => column.Field != LedgerFields.Serial).Select(column => column.Index)];
    }

    /// <summary>Off while a row stands for several things: its figures are nobody's.</summary>
    public bool HasFigures { get; set; } = true;

    /// <summary>Off where a row tells more of what the row before it was about: its figures were summed there.</summary>
    public bool IsSummed { get; set; } = true;

    public IEnumerable<LedgerGaps> Gaps => Told.Select(column => (column.Header, Gaps: gaps[column.Index]))
        .Select(column => new LedgerGaps(column.Header, column.Gaps[0], column.Gaps[1], column.Gaps[2], column.Gaps[3]));

    /// <summary>How exactly the area of this row was written, where it was written in 万; zero otherwise.</summary>
    public decimal AreaStep { get; private set; }

    public void MoveTo(SheetRow next) => (row, HasFigures, IsSummed, AreaStep) = (next, true, true, 0);

    public bool Has(FieldSpec field) => Of(field) is not null;

    /// <summary>True when nothing but a running number stands in the row.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var index in told)
            {
                if (!row[index].IsBlank) return false;
            }

            return true;
        }
    }

    public string? Text(FieldSpec field, int most = LongestText)
    {
        if (Of(field) is not { } column) return null;

        var cell = row[column.Index];
        var reading = Note(field.Kind == FieldKind.Name ? CellReading.Name(cell) : CellReading.Text(cell), column);
        if (!reading.HasValue || string.IsNullOrEmpty(reading.Value)) return null;
        if (reading.Value.Length <= most) return reading.Value;

        Fault(FaultLevel.Hard, field, "cell.too-long", LedgerSentences.TooLong(most));
        return null;
    }

    public int? Count(FieldSpec field)
    {
        if (Of(field) is not { } column) return null;

        var reading = Note(CellReading.Whole(row[column.Index], column.Times), column);
        if (reading.Kind == ReadingKind.None) return NoneOf(field);
        if (!reading.HasValue) return null;
        if (reading.Value > int.MaxValue)
        {
            Fault(FaultLevel.Hard, field, "cell.too-large", ReadingReason.TooLarge.Label());
            return null;
        }

        totals.Add(column, reading.Value);
        if (reading.Value == 0) gaps[column.Index][3]++;
        return HasFigures ? (int)reading.Value : null;
    }

    public Area? Area(FieldSpec field)
    {
        if (Of(field) is not { } column) return null;

        var reading = Note(CellReading.Area(row[column.Index], column.Times), column);
        if (reading.Kind == ReadingKind.None) NoneOf(field);
        if (!reading.HasValue) return null;

        if (IsSummed) totals.Add(column, reading.Value.SquareMetres, row[column.Index]);
        if (LedgerTotals.Step(row[column.Index], column.Times) is > 1 and var step) AreaStep = step;
        if (reading.Value.Value == 0) gaps[column.Index][3]++;
        return HasFigures ? reading.Value : null;
    }

    public Fen? Money(FieldSpec field)
    {
        if (Of(field) is not { } column) return null;

        var reading = Note(CellReading.Money(row[column.Index], column.Times), column);
        if (!reading.HasValue) return null;

        totals.Add(column, reading.Value.Value / 100m, row[column.Index]);
        if (reading.Value.Value == 0) gaps[column.Index][3]++;
        return HasFigures ? reading.Value : null;
    }

    public decimal? Number(FieldSpec field)
    {
        if (Of(field) is not { } column) return null;

        var reading = Note(CellReading.Number(row[column.Index]), column);
        return reading.HasValue && HasFigures ? reading.Value : null;
    }

    /// <param name="words">What else says yes or no in this column; where there is such a scale, another word on it is asked, not refused.</param>
    public bool? YesNo(FieldSpec field, IReadOnlyDictionary<string, bool>? words = null)
    {
        if (Of(field) is not { } column) return null;

        var cell = row[column.Index];
        if (words is not null && words.TryGetValue(CellText.Key(cell.Shown), out var said)) return said;

        var answer = CellReading.YesNo(cell);
        if (words is not null && answer.Reason == ReadingReason.NotYesOrNo)
        {
            Fault(FaultLevel.Soft, field, "ledger.unknown-word", LedgerSentences.UnknownWord(words.DistinctBy(word => word.Value).Select(word => word.Key)));
            return null;
        }

        var reading = Note(answer, column);
        return reading.HasValue ? reading.Value : null;
    }

    /// <summary>Yes or no, and when where the cell says that instead; asked about, as is what another column says of it.</summary>
    public (bool? Said, DateSpan? On) YesNo(FieldSpec field, FieldSpec when, DateSpan? on)
    {
        if (Of(field) is not { } column) return (null, on);

        var reading = CellReading.YesNo(row[column.Index]);
        if (reading.Kind != ReadingKind.Unreadable || CellReading.YesOn(row[column.Index]) is not { HasValue: true } written)
        {
            return (Note(reading, column).HasValue ? reading.Value : null, on);
        }

        Fault(FaultLevel.Soft, field, "ledger.yes-on", LedgerSentences.YesOn(when.Label, on ?? written.Value));
        return (true, on ?? written.Value);
    }

    /// <summary>A date as exactly as it was said; “none” where the cell says 无, as for a renovation that never was.</summary>
    public (DateSpan? Span, bool IsNone) Span(FieldSpec field)
    {
        if (Of(field) is not { } column) return (null, false);

        // A span as our own lists write it is what is meant, not an estimate.
        var cell = row[column.Index];
        if (cell.Kind == RawKind.Text && cell.Text!.Contains('~') && DateSpan.TryParse(cell.Text, out var written)) return (written, false);

        var reading = Note(CellReading.Span(cell), column);
        return (reading.HasValue ? reading.Value : null, reading.Kind == ReadingKind.None);
    }

    /// <param name="evasive">Words that answer another question than the one that is asked.</param>
    public T? Word<T>(FieldSpec field, IReadOnlyDictionary<string, T> words, IReadOnlySet<string>? evasive = null) where T : struct, Enum
    {
        if (Of(field) is not { } column) return null;

        var cell = row[column.Index];
        if (cell.IsBlank)
        {
            gaps[column.Index][0]++;
            return null;
        }

        var key = CellText.Key(cell.Shown);
        if (words.TryGetValue(key, out var value)) return value;
        if (Note(CellReading.Text(cell), column).HasValue)
        {
            var known = words.DistinctBy(word => word.Value).Select(word => word.Key);
            if (evasive?.Contains(key) == true) Fault(FaultLevel.Soft, field, "ledger.only-present", LedgerSentences.OnlyPresent(known));
            else Fault(FaultLevel.Soft, field, "ledger.unknown-word", LedgerSentences.UnknownWord(known));
        }

        return null;
    }

    public void Fault(FaultLevel level, FieldSpec field, string code, string sentence)
    {
        if (Of(field) is { } column) faults.AddCell(level, code, sheet, row, column, sentence);
        else faults.AddRow(level, code, sheet, row, sentence);
    }

    private IEnumerable<MappedColumn> Told => columns.OfType<MappedColumn>().OrderBy(column => column.Index);

    private MappedColumn? Of(FieldSpec field) => field.Number < columns.Length ? columns[field.Number] : null;

    private int? NoneOf(FieldSpec field)
    {
        var isCountable = Countable.Contains(field);
        Fault(FaultLevel.Soft, field, "ledger.none", isCountable ? LedgerSentences.NoneAsZero : LedgerSentences.NoneAsBlank);
        return isCountable ? 0 : null;
    }

    private Reading<T> Note<T>(Reading<T> reading, MappedColumn column)
    {
        if (reading.IsMissing)
        {
            gaps[column.Index][(int)reading.Kind - (int)ReadingKind.Blank]++;
        }

        if (!reading.HasValue && IsSummed) totals.Miss(column);

        return faults.Note(reading, sheet, row, column);
    }
}
