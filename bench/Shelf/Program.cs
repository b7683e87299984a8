using System.Diagnostics;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

// Limits: 280,000 communities judged and put in order within 5 s on one core; the shelf loaded within 0.5 s.
const int Count = 280_000, Rounds = 5;
var folder = args is [var given] ? given : Path.Combine(Huanxin.App.Settings.FindRoot(), "policies");

var cold = Measured(() => PolicyShelf.Load(folder));
Print("load the shelf, cold", cold, 500);
Print("load the shelf, warm", Best(() => PolicyShelf.Load(folder)), 500);

var shelf = PolicyShelf.Load(folder);
var book = new EligibilityBook(shelf.For(RegionCode.Of("371002"), new DateOnly(2024, 6, 1)));
var communities = Communities();
var verdicts = new Answer[Count];
var judge = Best(() =>
{
    for (var i = 0; i < Count; i++) verdicts[i] = book.Judge(communities[i]).Answer;
});
Print("eligibility of 280,000", judge, 5_000);

var rank = Best(() => book.Priorities[0].Rank(communities));
Print("priority of 280,000", rank, 5_000);
Print("both", judge + rank, 5_000);
Console.WriteLine(string.Join("  ", verdicts.GroupBy(v => v).OrderBy(g => g.Key)
    .Select(g => $"{g.Key} {g.Count():N0}")));

static double Best(Action work) => Enumerable.Range(0, Rounds).Min(_ => Measured(work));

// Processor time of this process: what one core needs, whatever else the machine does.
static double Measured(Action work)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    work();
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
}

static void Print(string name, double milliseconds, double limit) =>
    Console.WriteLine($"{name,-26} {milliseconds,7:N0} ms of {limit,5:N0}  x {milliseconds / limit:0.00}");

static CommunityFacts[] Communities()
{
    var random = new Random(20240328);
    var source = new FactSource("bench");
    return [.. Enumerable.Range(0, Count).Select(_ => new CommunityFacts
    {
        Place = RegionCode.Of("371002001"),
        BuiltOn = random.Next(20) == 0
            ? default
            : Fact<DateSpan>.Of(new DateOnly(1975 + random.Next(40), 12, 31), source),
        Land = Fact<LandKind>.Of(random.Next(30) == 0 ? LandKind.Collective : LandKind.StateOwned, source),
        IsInTown = Fact<bool>.Of(random.Next(30) != 0, source),
        Signs = Enum.GetValues<Sign>()
            .ToDictionary(s => s, _ => random.Next(10) == 0 ? default : Fact<bool>.Of(random.Next(3) != 0, source)),
        WishIsStrong = Fact<bool>.Of(random.Next(5) != 0, source),
        ClearanceOn = Fact<DateSpan?>.Of(random.Next(20) == 0 ? new DateOnly(2026, 1, 1) : null, source),
        IsToBeRebuilt = Fact<bool>.Of(random.Next(50) == 0, source),
        Households = Fact<long>.Of(50 + random.Next(800), source),
        Area = Fact<Area>.Of(new Area(500_000 + random.Next(10_000_000)), source),
    })];
}
