using Huanxin.App.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Sheets;

/// <summary>280,000 made-up communities of 25 columns, the same ones every time.</summary>
internal static class LedgerRows
{
    public const int Count = 280_000, Columns = 25;

    public static readonly SheetLayout Layout = new(
        "小区台账", [.. Enumerable.Range(1, Columns).Select(i => new SheetColumn($"第{i}列"))]);

    public static IEnumerable<Cell[]> All()
    {
        var random = new Random(1998);
        var row = new Cell[Columns];
        for (var i = 0; i < Count; i++)
        {
            row[0] = $"37100200{i % 900:000}";
            for (var c = 1; c < 8; c++) row[c] = Names[random.Next(Names.Length)];
            for (var c = 8; c < 18; c++) row[c] = (long)random.Next(0, 5_000);
            for (var c = 18; c < 21; c++) row[c] = new Fen(random.NextInt64(100_000_000_000));
            for (var c = 21; c < 24; c++) row[c] = new Area(random.Next(1_000_000_000));
            row[24] = new DateOnly(1980, 1, 1).AddDays(random.Next(9_000));
            yield return row;
        }
    }

    private static readonly string[] Names = [.. Enumerable.Range(0, 20_000).Select(i => $"花园小区{i}号院")];
}
