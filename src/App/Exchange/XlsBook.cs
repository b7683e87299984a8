using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>Reads the workbooks of Excel 97–2003 through ExcelDataReader.</summary>
internal sealed class XlsBook : SheetBook
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly Stream file;
    private readonly SheetLimits limits;
    private static readonly Dictionary<(int, int), string> NoErrors = [];
    private readonly IReadOnlyList<IReadOnlyDictionary<(int Row, int Column), string>> errors;

    // Old workbooks name their code page; .NET knows GBK and its like only when asked to.
    static XlsBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsBook(Stream file, SheetLimits limits)
    {
        this.file = file;
        this.limits = limits;
        errors = XlsErrors.Of(file);
        using var reader = Reader();
        var sheets = new List<SheetTab>();
        do sheets.Add(new SheetTab(reader.Name, reader.VisibleState is not (null or "visible")));
        while (reader.NextResult());
        Sheets = sheets;
    }

    public override IReadOnlyList<SheetTab> Sheets { get; }

    public static SheetBook Open(Stream file, SheetLimits limits)
    {
        if (file.Length > limits.LargestXls) throw ExchangeRefusals.TooLarge(limits.LargestXls);

        var book = Guard(() => new XlsBook(file, limits));
        return book.Sheets.Count <= limits.MostSheets ? book : throw ExchangeRefusals.TooManySheets(limits.MostSheets);
    }

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        using var reader = Guard(() => ReaderAt(sheet));
        var broken = sheet < errors.Count ? errors[sheet] : NoErrors;
        for (var number = 1; Guard(reader.Read); number++)
        {
            var row = number - 1;
            if (Guard(() => Cells(reader, row, broken)) is { Length: > 0 } cells)
            {
                yield return new SheetRow(number, cells);
            }
        }
    }

    public override IReadOnlyList<SheetMerge> Merges(int sheet) => Guard<IReadOnlyList<SheetMerge>>(() =>
    {
        using var reader = ReaderAt(sheet);
        return [.. (reader.MergeCells ?? []).Select(m => new SheetMerge(m.FromColumn, m.FromRow + 1, m.ToColumn, m.ToRow + 1))];
    });

    public override IReadOnlyDictionary<int, double> Widths(int sheet) => Guard<IReadOnlyDictionary<int, double>>(() =>
    {
        using var reader = ReaderAt(sheet);
        return Enumerable.Range(0, reader.FieldCount).Select(i => (i, Width: reader.GetColumnWidth(i))).Where(column => column.Width > 0)
            .ToDictionary(column => column.i, column => column.Width);
    });

    public override void Dispose()
    {
    }

    private IExcelDataReader ReaderAt(int sheet)
    {
        var reader = Reader();
        for (var i = 0; i < sheet; i++) reader.NextResult();
        return reader;
    }

    private IExcelDataReader Reader()
    {
        file.Position = 0;
        return ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    // The library was not written for broken files: whatever it trips over, the file is what is wrong.
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw ExchangeRefusals.Encrypted();
        }
        catch (Exception error) when (
            error is ExcelReaderException or IOException or FormatException or InvalidOperationException
            or ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException
            or InvalidCastException or NotSupportedException or KeyNotFoundException)
        {
            throw ExchangeRefusals.Damaged();
        }
    }

    private RawCell[] Cells(IExcelDataReader reader, int row, IReadOnlyDictionary<(int, int), string> broken)
    {
        var cells = new RawCell[Math.Min(reader.FieldCount, limits.MostColumns)];
        var last = -1;
        for (var i = 0; i < cells.Length; i++)
        {
            // Blank to the library, but not to the user.
            cells[i] = broken.TryGetValue((row, i), out var error) ? new RawCell(RawKind.Error, error)
                : Cell(reader, i);
            if (cells[i].Kind != RawKind.Blank) last = i;
        }

        return cells[..(last + 1)];
    }

    private RawCell Cell(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => default,
            string text when text.Length > limits.LongestCell =>
                throw ExchangeRefusals.CellTooLong(
                    ExchangeLabels.Cell(reader.Name, SheetRow.Letters(column)), limits.LongestCell),
            string text => RawCell.OfText(text),
            // A double turns into a decimal of fifteen true digits by itself.
            double number when Math.Abs(number) < 1e27 => RawCell.OfNumber((decimal)number),
            int number => RawCell.OfNumber(number),
            DateTime moment => RawCell.OfDate((decimal)(moment - SerialZero).TotalDays),
            TimeSpan time => RawCell.OfText(time.ToString()),
            bool truth => new RawCell(RawKind.Boolean, null, truth ? 1 : 0),
            var other => RawCell.OfText(other.ToString()),
        };
    }
}
