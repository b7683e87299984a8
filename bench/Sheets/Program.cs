using System.Diagnostics;
using System.Globalization;
using Huanxin.Sheets;

// Each case runs in a process of its own, three times; the best time and the highest memory count.
const int Rounds = 3;
var file = Path.Combine(Path.GetTempPath(), "huanxin-bench-ledger.xlsx");
if (args is [var only])
{
    var watch = Stopwatch.StartNew();
    var cells = await Cases.All[only](file);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{watch.ElapsedMilliseconds} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} {cells}"));
    return;
}

Console.WriteLine($"{LedgerRows.Count:N0} rows x {LedgerRows.Columns} columns");
var bare = new Dictionary<string, long>();
foreach (var (name, _) in Cases.All)
{
    var (milliseconds, megabytes, cells) = (long.MaxValue, 0L, 0L);
    for (var round = 0; round < Rounds; round++)
    {
        using var child = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, name) { RedirectStandardOutput = true })!;
        var parts = (await child.StandardOutput.ReadToEndAsync()).Split(' ').Select(long.Parse).ToArray();
        (milliseconds, megabytes, cells) = (Math.Min(milliseconds, parts[0]), Math.Max(megabytes, parts[1]), parts[2]);
    }

    var baseline = bare.TryAdd(name.Split('-')[0], milliseconds) ? milliseconds : bare[name.Split('-')[0]];
    var ratio = milliseconds / (double)baseline;
    Console.WriteLine(
        $"{name,-24} {milliseconds,7:N0} ms  {megabytes,5:N0} MB  {cells,10:N0} cells  x {ratio:0.00}");
}
