using System.Diagnostics;
using System.IO.Compression;
using System.Security;
using System.Text;
using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Doors;

/// <summary>The register of a nation: its list, its export and its roll-up.</summary>
internal static class Register
{
    private const string Of = "/communities?place=370500&sort=-households&page=3", All = "/communities?ownership=Commodity&sort=-households&page=3";
    private const string Any = "/communities?ownership=Commodity&sort=-households";
    private const int Rounds = 3, Warm = 200, OtherPages = 199;
    private static readonly RegionCode[] Places = [RegionCode.Nation, RegionCode.Of("37"), RegionCode.Of("3705"), RegionCode.Of("370505")];

    public static async Task RollUpAsync(Ground ground)
    {
        await Nation.LayAsync(ground);
        foreach (var (name, setting) in ground.Databases) await RollUpAsync(ground, name, setting);
    }

    public static async Task ListAsync(Ground ground)
    {
        await Nation.LayAsync(ground);
        foreach (var (name, setting) in ground.Databases)
        {
            await using var server = await Server.StartAsync(ground, setting);
            using var client = await Pages.SignedInAsync(server.Address);
            await Pages.CompareAsync(client, server, $"list of a prefecture among {Nation.Communities:N0} communities, {name}", Of);
            await Pages.CompareAsync(client, server, $"list of the nation of {Nation.Communities:N0} communities, {name}", All);
            await Pages.CompareAsync(client, server, $"the same, each time another of {OtherPages} pages, {name}", i => $"{Any}&page={1 + i % OtherPages}");
        }
    }

    public static async Task ExportAsync(Ground ground)
    {
        await Nation.LayAsync(ground);
        foreach (var (name, setting) in ground.Databases)
        {
            await using var server = await Server.StartAsync(ground, setting);
            using var client = await Pages.SignedInAsync(server.Address);
            await ExportAsync(client, server, name);
        }
    }

    private static async Task RollUpAsync(Ground ground, string name, string setting)
    {
        Console.WriteLine($"roll-up of {Nation.Communities:N0} communities, {name} (target: p95 ≤ 30 ms warm, equal to a recount)");
        var rollup = new CommunityRollup(new RegisterIndex(new RegisterVerdicts()));
        var watch = Stopwatch.StartNew();
        await using (var db = ground.Open(setting)) await rollup.PartsAsync(db, RegionCode.Nation, CancellationToken.None);
        Console.WriteLine($"  first {watch.ElapsedMilliseconds} ms");
        foreach (var place in Places)
        {
            var times = new List<double>();
            IReadOnlyDictionary<RegionCode, CommunityTally> parts = new Dictionary<RegionCode, CommunityTally>();
            for (var i = 0; i < Warm; i++)
            {
                watch.Restart();
                await using var db = ground.Open(setting);
                parts = await rollup.PartsAsync(db, place, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            var equal = await RecountAsync(ground, setting, place) == parts.Values.Aggregate(CommunityTally.None, (sum, part) => sum + part);
            Console.WriteLine($"  {(place == RegionCode.Nation ? "nation" : place),-8} {parts.Count,3} parts   p50 {times[Warm / 2],6:0.00} ms   "
                + $"p95 {times[Warm * 95 / 100],6:0.00} ms   recount {(equal ? "equal" : "DIFFERS")}");
        }
    }

    private static async Task<CommunityTally> RecountAsync(Ground ground, string setting, RegionCode place)
    {
        await using var db = ground.Open(setting);
        var (beyond, sum) = (place.Beyond, CommunityTally.None);
        var rows = db.Communities.AsNoTracking();
        if (place != RegionCode.Nation) rows = rows.Where(c => c.Place >= place && c.Place < beyond);
        await foreach (var c in rows.AsAsyncEnumerable())
        {
            sum += CommunityTally.Of(c.Households, c.Buildings, c.Area, c.Built is not null, c.Latitude is not null);
        }

        return sum;
    }

    private static async Task ExportAsync(HttpClient client, Server server, string name)
    {
        Console.WriteLine($"export of {Nation.Communities:N0} communities, {name} (target ≤ 1.5 × a streaming writer of the same cells)");
        var file = Path.Combine(Path.GetTempPath(), "huanxin-bench-export.xlsx");
        await DownloadAsync(client, file);
        var cells = CellsOf(file);
        for (var round = 0; round < Rounds; round++)
        {
            var bare = Write(Path.ChangeExtension(file, ".bare"), cells, WriteText);
            var (own, begun) = (Environment.CpuUsage.TotalTime, server.Cpu);
            var plain = Write(Path.ChangeExtension(file, ".plain"), cells, WriteCell);
            own = Environment.CpuUsage.TotalTime - own;
            var ours = await DownloadAsync(client, file);
            var used = server.Cpu - begun;
            Console.WriteLine($"  bare {bare,6:0} ms   plain {plain,6:0} ms   export {ours,6:0} ms   x {ours / bare:0.00} of bare, x {ours / plain:0.00} of plain, "
                + $"of its processor time x {used / own:0.00}   {cells.Count:N0} rows, {cells.Sum(row => row.Count(IsSaid)):N0} cells   "
                + $"{new FileInfo(file).Length >> 20} MB   server {server.Megabytes} MB");
        }
    }

    private static async Task<double> DownloadAsync(HttpClient client, string file)
    {
        var watch = Stopwatch.StartNew();
        await using var source = await client.GetStreamAsync("/communities/ledger.xlsx");
        await using var target = File.Create(file);
        await source.CopyToAsync(target);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static List<(string Text, bool IsNumber)[]> CellsOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var book = SheetReader.Open(stream, file);
        return [.. book.Rows(0).Select(row => Array.ConvertAll(row.Cells, cell => (string.Intern(cell.Shown), cell.Kind == RawKind.Number)))];
    }

    private static bool IsSaid((string Text, bool IsNumber) cell) => cell.Text.Length > 0;

    // The barest: no addresses, no numbers, no escaping; no program would open it.
    private static void WriteText(StreamWriter sheet, string letters, int row, (string Text, bool IsNumber) cell)
    {
        sheet.Write("<c t=\"inlineStr\"><is><t>");
        sheet.Write(cell.Text);
        sheet.Write("</t></is></c>");
    }

    // A cell as any writer of workbooks writes it: where it stands, a number as a number, a text escaped.
    private static void WriteCell(StreamWriter sheet, string letters, int row, (string Text, bool IsNumber) cell)
    {
        sheet.Write("<c r=\"");
        sheet.Write(letters);
        sheet.Write(row);
        sheet.Write(cell.IsNumber ? "\"><v>" : "\" t=\"inlineStr\"><is><t>");
        sheet.Write(cell.IsNumber ? cell.Text : SecurityElement.Escape(cell.Text));
        sheet.Write(cell.IsNumber ? "</v></c>" : "</t></is></c>");
    }

    // A StreamWriter on a zip entry, the cells at hand.
    private static double Write(string file, List<(string Text, bool IsNumber)[]> rows, Action<StreamWriter, string, int, (string Text, bool IsNumber)> write)
    {
        var letters = Enumerable.Range(0, rows[0].Length).Select(i => i < 26 ? $"{(char)('A' + i)}" : $"{(char)('A' + i / 26 - 1)}{(char)('A' + i % 26)}").ToArray();
        var watch = Stopwatch.StartNew();
        using (var target = File.Create(file))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
        using (var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16))
        {
            sheet.Write("<worksheet><sheetData>");
            for (var number = 1; number <= rows.Count; number++)
            {
                sheet.Write("<row>");
                var row = rows[number - 1];
                for (var i = 0; i < row.Length; i++)
                {
                    if (IsSaid(row[i])) write(sheet, letters[i], number, row[i]);
                }

                sheet.Write("</row>");
            }

            sheet.Write("</sheetData></worksheet>");
        }

        return watch.Elapsed.TotalMilliseconds;
    }
}
