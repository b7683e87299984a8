using System.Globalization;
using System.Text.RegularExpressions;
using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.App.People;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>
/// A plan table as published: years over measures, places down, totals below (W20-A). Reads it without a database, checks every total
/// against its rows and keeps all faults with their cells; a blank is not a zero.
/// </summary>
public sealed partial class PlanSheet
{
    private static readonly string[] SumWords = ["合计", "总计", "小计", "累计"];
    private readonly Dictionary<(RegionCode Place, int Year), SheetRow> rows = [];
    private readonly Dictionary<(int Year, Measure Measure), MappedColumn> columns = [];
    private readonly Dictionary<int, string> names = [];
    private readonly Dictionary<(int Row, int Column), int> years = [];
    private readonly List<PlanLine> lines = [];

    private PlanSheet(string name, HeaderMapping head) => (Name, Head) = (name, head);

    /// <summary>Name of the tab.</summary>
    public string Name { get; }

    public HeaderMapping Head { get; }

    /// <summary>Title over the table; empty where there is none.</summary>
    public string Title => Head.Title;

    /// <summary>What is counted, in the order printed.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    /// <summary>Lines in the order of the table.</summary>
    public IReadOnlyList<PlanLine> Lines => lines;

    public ImportFaults Faults { get; } = new();

    /// <summary>The table as it adds up.</summary>
    public PlanGrid Grid => new(lines, Measures);

    /// <summary>The head by sheet name, as a marked workbook wants it.</summary>
    public IReadOnlyDictionary<string, HeaderMapping> Heads => new Dictionary<string, HeaderMapping> { [Name] = Head };

    /// <summary>The first sheet that has a plan table; raises <c>sheet.no-header</c> when none has and <c>plan.is-ledger</c>.</summary>
    /// <param name="below">Place within which names are looked for.</param>
    /// <param name="year">Year of a table that names none.</param>
    /// <param name="corrections">Address → what stands there instead.</param>
    public static PlanSheet Open(
        SheetBook book, PlaceNames places, RegionCode below = default, int? year = null, IReadOnlyDictionary<string, string>? corrections = null)
    {
        if (NameInLedger(book) is { } name) throw ProgrammeRefusals.LedgerInstead(name.Header);

        foreach (var (index, head) in HeadsOf(book))
        {
            var sheet = new PlanSheet(book.Sheets[index].Name, head);
            var corrected = corrections is null ? book : CorrectedBook.Of(book, index, corrections);
            sheet.Read(corrected.RowsUnmerged(index).Where(row => row.Number > head.LastRow), places, below, year);
            return sheet;
        }

        throw ExchangeRefusals.NoHeader(book.Sheets.Count > 0 ? book.Sheets[0].Name : "");
    }

    /// <summary>True where a sheet has places down and measures across.</summary>
    public static bool IsIn(SheetBook book) => HeadsOf(book).Any();

    /// <summary>Raises <c>check.is-plan</c> where a plan table was handed in as a ledger.</summary>
    public static void RefuseAsLedger(SheetBook book)
    {
        if (LedgerHead.Find(book, new LedgerChoice()) is null && IsIn(book)) throw ProgrammeRefusals.PlanInstead();
    }

    private static IEnumerable<(int Index, HeaderMapping Head)> HeadsOf(SheetBook book) =>
        from tab in book.Sheets.Index()
        where !tab.Item.IsHidden && !tab.Item.IsFaultList
        let head = HeaderMatch.Find(book.Top(tab.Index), PlanFields.All)
        where head is not null && head.Columns.Any(column => PlanFields.MeasureOf(column.Field) is not null)
        select (tab.Index, head);

    /// <summary>What a fault is about in the words of the table: “文登区 2021 年”; empty for the whole table.</summary>
    public string Where(ImportFault fault)
    {
        var year = years.TryGetValue((fault.Row, fault.Column - 1), out var own) || years.TryGetValue((0, fault.Column - 1), out own) ? $"{own} 年" : "";
        return $"{names.GetValueOrDefault(fault.Row)} {year}".Trim();
    }

    /// <summary>Adds a fault to the cell a figure stands in, e.g. one that is not plausible.</summary>
    public void Fault(FaultLevel level, string code, RegionCode place, int year, Measure measure, string sentence)
    {
        if (rows.TryGetValue((place, year), out var row) && columns.TryGetValue((year, measure), out var column))
        {
            Faults.AddCell(level, code, Name, row, column, sentence);
        }
    }

    private void Read(IEnumerable<SheetRow> below, PlaceNames places, RegionCode within, int? year)
    {
        foreach (var missing in Head.Missing) SheetFault("import.no-column", missing.Label, $"缺少“{missing.Label}”列");
        var figures = Head.Columns.Where(column => PlanFields.MeasureOf(column.Field) is not null).ToList();
        Measures = [.. figures.Select(column => PlanFields.MeasureOf(column.Field)!.Value).Distinct()];
        var given = year ?? YearIn(Title);
        var sums = new PlanSums(this, figures.Where(column => !IsSum(column)).ToList());
        foreach (var column in figures)
        {
            if ((YearIn(column.Group) ?? YearIn(column.Header)) is { } known) years[(0, column.Index)] = known;
        }

        foreach (var row in below.ToList())
        {
            var kind = RowSort.Of(row, Head);
            names[row.Number] = CellText.Tidy(row[Head.Column(PlanFields.Place.Code)?.Index ?? 0].Shown);
            if (kind == RowKind.Total) sums.Total(row, IsGrand(row));
            if (kind != RowKind.Data || row.Cells.All(cell => cell.IsBlank)) continue;
            if (PlaceOf(row, places, within) is not { } place) continue;

            sums.Add(row);
            foreach (var group in figures.Where(column => !IsSum(column)).GroupBy(column => YearOf(column, row, given)))
            {
                if (group.Key is { } known) Add(row, place, known, [.. group]);
                else Faults.AddRow(FaultLevel.Hard, "plan.no-year", Name, row, "看不出是哪一年的计划，请在表头、表名或“年度”列写明");
            }

            CheckAcross(row, figures);
        }

        sums.Finish();
        if (lines.Count == 0 && !Faults.HasHard) SheetFault("plan.no-rows", "", "表中没有一行计划数据");
    }

    private void Add(SheetRow row, PlanPlace place, int year, IReadOnlyList<MappedColumn> group)
    {
        if (!rows.TryAdd((place.Place, year), row))
        {
            Faults.AddCell(FaultLevel.Hard, "plan.repeated", Name, row, Head.Column(PlanFields.Place.Code)!,
                $"{year} 年已在第 {rows[(place.Place, year)].Number} 行写过");
            return;
        }

        var figures = PlanFigures.None;
        foreach (var column in group)
        {
            var measure = PlanFields.MeasureOf(column.Field)!.Value;
            columns.TryAdd((year, measure), column);
            years[(row.Number, column.Index)] = year;
            figures = figures.With(measure, Figure(row, column, isNoted: true));
        }

        var note = Head.Column(PlanFields.Note.Code) is { } noted ? CellText.Tidy(row[noted.Index].Shown) : "";
        lines.Add(new PlanLine(place.Place, place.Text, year, figures, note.Length == 0 ? null : note));
    }

    /// <summary>A figure in its smallest unit; null where none is reported.</summary>
    internal long? Figure(SheetRow row, MappedColumn column, bool isNoted = false)
    {
        var cell = row[column.Index];
        return PlanFields.MeasureOf(column.Field) switch
        {
            Measure.Area => Noted(CellReading.Area(cell, column.Times)) is { HasValue: true } area ? area.Value.Value : null,
            Measure.Investment => Noted(CellReading.Money(cell, column.Times)) is { HasValue: true } money ? money.Value.Value : null,
            _ => Noted(CellReading.Whole(cell, column.Times)) is { HasValue: true } count ? count.Value : null,
        };

        Reading<T> Noted<T>(Reading<T> reading) => isNoted ? Faults.Note(reading, Name, row, column) : reading;
    }

    private PlanPlace? PlaceOf(SheetRow row, PlaceNames places, RegionCode within)
    {
        if (Head.Column(PlanFields.Place.Code) is not { } column) return null;

        var text = CellText.Tidy(row[column.Index].Shown);
        var name = Listing().Replace(CellText.Name(row[column.Index].Shown), "");
        if (name.Length == 0)
        {
            Faults.AddCell(FaultLevel.Hard, "import.empty", Name, row, column, "没有写是哪个地区");
            return null;
        }

        if (places.Find(name, within) is { } place) return new PlanPlace(place, text);

        Faults.AddCell(FaultLevel.Hard, "place.unknown", Name, row, column, $"没有编码或名称为“{name}”的区划");
        return null;
    }

    // A column of sums over the years, e.g. under “合计”.
    private void CheckAcross(SheetRow row, List<MappedColumn> figures)
    {
        foreach (var total in figures.Where(IsSum))
        {
            var parts = figures.Where(column => !IsSum(column) && column.Field?.Code == total.Field?.Code).ToList();
            var (printed, sum) = (Figure(row, total), parts.Sum(column => Figure(row, column) ?? 0));
            if (printed is { } said && said != sum && parts.Count > 0)
            {
                Faults.AddCell(FaultLevel.Soft, "plan.wrong-sum", Name, row, total, $"写的是 {row[total.Index].Shown}，各年相加是 {Shown(sum, total)}");
            }
        }
    }

    /// <summary>A whole number as the column would show it.</summary>
    internal static string Shown(long value, MappedColumn column)
    {
        var scale = PlanFields.MeasureOf(column.Field) is Measure.Area or Measure.Investment ? 100m : 1m;
        return (value / scale / column.Times).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private int? YearOf(MappedColumn column, SheetRow row, int? given) =>
        YearIn(column.Group) ?? YearIn(column.Header)
        ?? (Head.Column(PlanFields.Year.Code) is { } year ? YearIn(row[year.Index].Shown) : null) ?? given;

    // “2020—2025年” names no single year.
    private static int? YearIn(string text)
    {
        var found = Years().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    // A table of plans counts communities; a ledger names them, and no year stands over its columns.
    private static MappedColumn? NameInLedger(SheetBook book) =>
        LedgerHead.Find(book, new LedgerChoice()) is { Mapping: var head } && head.Columns.All(column => YearIn(column.Group) is null)
        && head.Column(LedgerFields.Name.Code) is { Match: not MatchKind.Likely } name && name.Header.Contains('名') ? name : null;

    private static bool IsSum(MappedColumn column) =>
        $"{column.Group}{CellText.Key(column.Header)}" is var words && SumWords.Any(words.Contains);

    private static bool IsGrand(SheetRow row) => !row.Cells.Take(3).Any(cell => CellText.Key(cell.Shown).Contains("小计"));

    private void SheetFault(string code, string header, string sentence) =>
        Faults.Add(new ImportFault(FaultLevel.Hard, code, Name, 0, 0, header, "", sentence));

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d)")]
    private static partial Regex Years();

    // “其中：1.历下区”.
    [GeneratedRegex(@"^(其中[:：]?)?\s*(\d{1,2}[.、．])?\s*")]
    private static partial Regex Listing();
}
