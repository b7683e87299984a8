using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;

namespace Huanxin.App.People;

/// <summary>A heading of a list: its cell, what stands there, what stands below it, and what it was taken for.</summary>
public sealed record ImportColumn(string Address, string Letters, string Header, string Sample, FieldSpec? Field, MatchKind Match);

/// <summary>Which sheet of a workbook is the list, and its headings, known or not; a heading is corrected like any other cell.</summary>
/// <param name="Mapping">Null where no row looks like a head.</param>
public sealed record ImportHead(int Index, string Sheet, HeaderMapping? Mapping, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>The first row of its headings, as far as there is one.</summary>
    public int? Row { get; private init; }

    private const int Samples = 3, LongestSample = 30;

    /// <summary>What was corrected on screen: address → what stands there instead.</summary>
    public IReadOnlyDictionary<string, string> Corrections { get; private init; } = new Dictionary<string, string>();

    /// <summary>The first sheet that has a head of ours, else the first one that can be seen.</summary>
    /// <param name="row">Where its headings stand, where none are known and a person said so; else the first row with several words will do.</param>
    public static ImportHead Find(SheetBook book, IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> corrections, int? row = null)
    {
        var tabs = book.Sheets.Index().Where(tab => !tab.Item.IsHidden && !tab.Item.IsFaultList).ToList();
        if (tabs.Count == 0) throw ExchangeRefusals.NoHeader("");

        var (index, sheet) = tabs.Find(tab => HeaderMatch.Find(book.Top(tab.Index), fields) is not null) is { Item: not null } found ? found : tabs[0];
        var top = CorrectedBook.Of(book, index, corrections).Top(index);
        var mapping = HeaderMatch.Find(top, fields);
        var likely = top.FirstOrDefault(line => line.Number == row) ?? top.FirstOrDefault(line => line.Cells.Count(cell => !cell.IsBlank) > 1);
        var columns = mapping is not null ? Known(mapping, top) : likely is not null ? Unknown(likely, top) : [];
        return new ImportHead(index, sheet.Name, mapping, columns) { Row = mapping?.FirstRow ?? likely?.Number, Corrections = corrections };
    }

    /// <summary>The workbook as it reads with its corrections.</summary>
    public SheetBook Corrected(SheetBook book) => CorrectedBook.Of(book, Index, Corrections);

    private static List<ImportColumn> Known(HeaderMapping mapping, IReadOnlyList<SheetRow> top)
    {
        var head = top.Where(row => row.Number >= mapping.FirstRow && row.Number <= mapping.LastRow).ToList();
        var below = top.Where(row => row.Number > mapping.LastRow).ToList();
        return [.. mapping.Columns.Select(column => new ImportColumn(
            column.Letters + (head.LastOrDefault(row => Heading(row[column.Index]) == column.Header) ?? head[^1]).Number, column.Letters, column.Header,
            Sample(below, column.Index), column.Field, column.Match))];
    }

    private static List<ImportColumn> Unknown(SheetRow head, IReadOnlyList<SheetRow> top)
    {
        var below = top.Where(row => row.Number > head.Number).ToList();
        return [.. head.Cells.Index().Where(cell => !cell.Item.IsBlank).Select(cell => new ImportColumn(
            SheetRow.Letters(cell.Index) + head.Number, SheetRow.Letters(cell.Index), Heading(cell.Item), Sample(below, cell.Index), null, MatchKind.None))];
    }

    private static string Heading(RawCell cell) => CellText.Tidy(cell.Shown.ReplaceLineEndings(""));

    private static string Sample(IEnumerable<SheetRow> rows, int column) => string.Join("；", rows.Select(row => row[column].Shown)
        .Where(shown => shown.Length > 0).Take(Samples).Select(shown => shown.Length > LongestSample ? shown[..LongestSample] + "…" : shown));
}
