using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.App.People;

/// <summary>The table of a workbook that is to be imported: its rows, and everything wrong with them at once.</summary>
public sealed class ImportSheet
{
    private readonly string name;
    private readonly HeaderMapping head;

    private ImportSheet(string name, ImportHead head, IReadOnlyList<SheetRow> rows) =>
        (this.name, this.head, Head, Rows) = (name, head.Mapping!, head, rows);

    /// <summary>Its columns, and what they were taken for.</summary>
    public ImportHead Head { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    public ImportFaults Faults { get; } = new();

    /// <summary>The head by sheet name, as a marked workbook wants it.</summary>
    public IReadOnlyDictionary<string, HeaderMapping> Heads => new Dictionary<string, HeaderMapping> { [name] = head };

    /// <summary>The sheet as it reads with what was corrected on screen; raises <c>sheet.no-header</c> where it has no head of ours.</summary>
    public static ImportSheet Open(SheetBook book, IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> corrections)
    {
        var head = ImportHead.Find(book, fields, corrections);
        if (head.Mapping is not { } mapping) throw ExchangeRefusals.NoHeader(head.Sheet);

        var rows = head.Corrected(book).RowsUnmerged(head.Index).Where(row => row.Number > mapping.LastRow)
            .Where(row => RowSort.Of(row, mapping) == RowKind.Data && row.Cells.Any(cell => !cell.IsBlank)).ToList();
        var sheet = new ImportSheet(head.Sheet, head, rows);
        foreach (var missing in mapping.Missing) sheet.Missing(missing);
        return sheet;
    }

    /// <summary>Text of a field; empty where nothing is written. A required one that is empty is a fault.</summary>
    public string Text(SheetRow row, FieldSpec field)
    {
        if (head.Column(field.Code) is not { } column) return "";

        var cell = row[column.Index];
        var reading = Faults.Note(field.Kind == FieldKind.Name ? CellReading.Name(cell) : CellReading.Text(cell), name, row, column);
        if (reading.HasValue) return reading.Value ?? "";
        if (field.IsRequired && reading.IsMissing) Fault(row, field, "import.empty", "必须填写");
        return "";
    }

    public void Fault(SheetRow row, FieldSpec field, string code, string sentence)
    {
        if (head.Column(field.Code) is { } column) Faults.AddCell(FaultLevel.Hard, code, name, row, column, sentence);
        else Faults.AddRow(FaultLevel.Hard, code, name, row, sentence);
    }

    /// <summary>What a command refuses becomes a fault of the cell it is about.</summary>
    public void Fault(SheetRow row, FieldSpec field, Refusal refusal) => Fault(row, field, refusal.Code, refusal.Sentence);

    /// <summary>Faults where the same key stands in an earlier row.</summary>
    public void RefuseRepeats(IEnumerable<(SheetRow Row, string Key)> keys, FieldSpec field)
    {
        foreach (var same in keys.Where(row => row.Key.Length > 0).GroupBy(row => row.Key))
        {
            foreach (var (row, _) in same.Skip(1)) Fault(row, field, "import.repeated", $"与第 {same.First().Row.Number} 行重复");
        }
    }

    private void Missing(FieldSpec field) =>
        Faults.Add(new ImportFault(FaultLevel.Hard, "import.no-column", name, 0, 0, field.Label, "", $"缺少“{field.Label}”列"));
}

/// <summary>What an import would do, or did.</summary>
public sealed record ImportPlan(ImportSheet Sheet, int Added, int Changed, int Same)
{
    public bool IsClean => Sheet.Faults.All.Count == 0;
}

/// <summary>Who imports, where they may, and the act it will be.</summary>
public sealed record ImportRight(Rights Rights, Act Act, Jurisdiction Manage, Jurisdiction View);
