using System.Text;
using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Xunit;

namespace Huanxin.Tests.Exchange;

public sealed class MarkedWorkbookTests
{
    private static readonly FieldSpec[] Fields =
        [new("name", "小区名称", FieldKind.Name), new("households", "户数", FieldKind.Whole),
            new("area", "建筑面积", FieldKind.Area)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_faults_are_found_at_once_and_marked_where_they_are()
    {
        using var book = Csv("台账\n小区名称,户数,建筑面积\n花园,120,9000\n\n西关,约80,九千\n东关,#,=A1\n");
        var (head, faults) = Checked(book);

        Assert.Equal(["B5 Soft cell.approximate 约80", "C5 Hard cell.not-a-number 九千", "B6 Hard cell.not-a-number #",
            "C6 Hard cell.not-a-number =A1"], faults.InOrder.Select(f => $"{f.Address} {f.Level} {f.Code} {f.Shown}"));
        Assert.Equal((true, 3, 1), (faults.HasHard, faults.HardCount, faults.SoftCount));
        Assert.Equal(("cell.not-a-number", "建筑面积", 2), faults.Summary.Select(s => (s.Code, s.Header, s.Count)).First());

        using var marked = SheetReader.Open(await MarkedAsync(book, head, faults), "a.xlsx");
        var rows = marked.Rows(0).ToDictionary(row => row.Number);

        Assert.Equal([1, 2, 3, 5, 6], rows.Keys);
        Assert.Equal(ReadingLabels.FaultColumn, rows[2][3].Text);
        Assert.True(rows[3][3].IsBlank);
        Assert.Equal("【必须修正】建筑面积：不是数字；【请核实】户数：是约数，请核实准确数", rows[5][3].Text);
        Assert.Equal("=A1", rows[6][2].Text);
        Assert.Equal((true, 5), (marked.Sheets[1].IsFaultList, marked.Rows(1).Count()));
    }

    [Fact]
    public async Task Corrected_and_uploaded_again_our_marks_are_not_data()
    {
        using var book = Csv("小区名称,户数,建筑面积\n花园,x,9000\n");
        var (head, faults) = Checked(book);
        using var marked = SheetReader.Open(await MarkedAsync(book, head, faults), "a.xlsx");

        var (again, same) = Checked(marked);
        using var twice = SheetReader.Open(await MarkedAsync(marked, again, same), "a.xlsx");

        Assert.Equal(3, again.Columns.Count);
        Assert.Equal(marked.Rows(0).Select(row => string.Join('|', row.Cells)),
            twice.Rows(0).Select(row => string.Join('|', row.Cells)));
        Assert.Equal(2, twice.Sheets.Count);
    }

    [Fact]
    public async Task Cells_that_stood_as_one_and_widths_of_columns_are_kept()
    {
        var file = new MemoryStream();
        SheetMerge[] merges = [new(0, 1, 3, 1), new(0, 3, 0, 4), new(1, 3, 1, 3)];
        await using (var written = await WorkbookWriter.CreateAsync(file, Stop))
        {
            SheetColumn[] columns = [new("区县", Width: 22.5), new("小区名称", Width: 31), new("户数", Width: 8)];
            var sheet = await written.AddSheetAsync(new SheetLayout("台账", columns) { HasHeader = false, Merged = merges }, Stop);
            foreach (Cell[] row in (Cell[][])[["台账"], ["区县", "小区名称", "户数"], ["环翠区", "花园", 120], ["", "西关", "x"]]) await sheet.AddAsync(row, Stop);
            await written.CompleteAsync(Stop);
        }

        using var book = SheetReader.Open(new MemoryStream(file.ToArray()), "a.xlsx");
        var head = HeaderMatch.Find(book.Top(0), Fields)!;
        using var marked = SheetReader.Open(await MarkedAsync(book, head, new ImportFaults()), "a.xlsx");

        Assert.Equal([new(0, 1, 2, 1), new(0, 3, 0, 4)], marked.Merges(0));
        Assert.Equal([22.5, 31, 8, 60], marked.Widths(0).OrderBy(width => width.Key).Select(width => width.Value));
        Assert.Equal("环翠区", marked.RowsUnmerged(0).Last()[0].Text);
    }

    private static async Task<MemoryStream> MarkedAsync(SheetBook book, HeaderMapping head, ImportFaults faults)
    {
        var target = new MemoryStream();
        await MarkedWorkbook.WriteAsync(
            target, book, new Dictionary<string, HeaderMapping> { [book.Sheets[0].Name] = head }, faults, Stop);
        return target;
    }

    private static (HeaderMapping Head, ImportFaults Faults) Checked(SheetBook book)
    {
        var (head, faults, sheet) = (HeaderMatch.Find(book.Top(0), Fields)!, new ImportFaults(), book.Sheets[0].Name);
        foreach (var row in book.Rows(0).Where(row => row.Number > head.LastRow))
        {
            var (households, area) = (head.Column("households")!, head.Column("area")!);
            faults.Note(CellReading.Whole(row[households.Index], households.Times), sheet, row, households);
            faults.Note(CellReading.Area(row[area.Index], area.Times), sheet, row, area);
        }

        return (head, faults);
    }

    private static SheetBook Csv(string text) =>
        SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "台账.csv");
}
