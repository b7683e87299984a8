namespace Huanxin.Core.Exchange;

/// <summary>A hard fault stops the import, a soft one is confirmed with a reason (问题级别).</summary>
public enum FaultLevel { Hard, Soft }

/// <summary>
/// One thing wrong in a sheet (导入问题): where, what stands there, what is wrong with it. Row and column as the user
/// counts them; column 0 means the whole row, row 0 the whole sheet.
/// </summary>
public sealed record ImportFault(
    FaultLevel Level, string Code, string Sheet, int Row, int Column, string Header, string Shown, string Sentence)
{
    /// <summary>Where in the words of a spreadsheet (单元格地址): C12, 12, or empty.</summary>
    public string Address => (Row, Column) switch
    {
        (0, 0) => "",
        (_, 0) => $"{Row}",
        (0, _) => SheetRow.Letters(Column - 1),
        _ => SheetRow.Letters(Column - 1) + Row,
    };

    /// <summary>The same at the other cell that may be wrong instead (另一处); null where only this one may be.</summary>
    public ImportFault? Other { get; init; }
}

/// <summary>All faults of one import at once (导入问题清单), in the order of the sheet.</summary>
public sealed class ImportFaults
{
    private const int LongestShown = 120;
    private readonly List<ImportFault> all = [];
    private readonly Dictionary<(string Code, string Header, FaultLevel Level), int> counts = [];

    /// <summary>So many are kept one by one (明细上限); beyond it they are only counted.</summary>
    public const int Most = 100_000;

    public IReadOnlyList<ImportFault> All => all;

    public bool HasHard => HardCount > 0;

    public int HardCount { get; private set; }

    public int SoftCount { get; private set; }

    /// <summary>Faults by code and column, most frequent first (问题汇总).</summary>
    public IEnumerable<(string Code, string Header, FaultLevel Level, int Count)> Summary =>
        counts.Select(line => (line.Key.Code, line.Key.Header, line.Key.Level, line.Value))
            .OrderBy(line => line.Level).ThenByDescending(line => line.Value);

    public IEnumerable<ImportFault> InOrder => all.OrderBy(fault => fault.Sheet, StringComparer.Ordinal)
        .ThenBy(fault => fault.Row).ThenBy(fault => fault.Column);

    public void Add(ImportFault fault)
    {
        if (fault.Level == FaultLevel.Hard) HardCount++;
        else SoftCount++;
        var kind = (fault.Code, fault.Header, fault.Level);
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (all.Count >= Most) return;

        all.Add(fault.Shown.Length <= LongestShown ? fault : fault with { Shown = fault.Shown[..LongestShown] + "…" });
    }

    /// <summary>Takes in the faults of another list (合并).</summary>
    public void AddAll(ImportFaults others)
    {
        foreach (var fault in others.all) Add(fault);
        foreach (var (kind, count) in others.counts)
        {
            var beyond = count - others.all.Count(fault => (fault.Code, fault.Header, fault.Level) == kind);
            if (beyond <= 0) continue;

            counts[kind] += beyond;
            if (kind.Level == FaultLevel.Hard) HardCount += beyond;
            else SoftCount += beyond;
        }
    }

    /// <summary>A fault of one cell (单元格问题).</summary>
    public void AddCell(FaultLevel level, string code, string sheet, SheetRow row, MappedColumn column,
        string sentence) =>
        Add(new ImportFault(level, code, sheet, row.Number, column.Index
            + 1, column.Header, row[column.Index].Shown, sentence));

    /// <summary>A fault of a whole row (整行问题).</summary>
    public void AddRow(FaultLevel level, string code, string sheet, SheetRow row, string sentence) =>
        Add(new ImportFault(level, code, sheet, row.Number, 0, "", "", sentence));

    /// <summary>
    /// Notes what reading the cell led to (记录识别问题): unreadable is hard, unclear is soft, all else is fine. Returns
    /// the reading, so that it can stand in an expression.
    /// </summary>
    public Reading<T> Note<T>(Reading<T> reading, string sheet, SheetRow row, MappedColumn column)
    {
        if (reading.Kind is not (ReadingKind.Unreadable or ReadingKind.Unclear)) return reading;

        var level = reading.Kind == ReadingKind.Unreadable ? FaultLevel.Hard : FaultLevel.Soft;
        AddCell(level, "cell." + Kebab(reading.Reason), sheet, row, column, reading.Reason.Label());
        return reading;
    }

    private static string Kebab(ReadingReason reason) => string.Concat(
        reason.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c)
            : c.ToString()));
}
