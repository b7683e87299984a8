using Huanxin.App.Exchange;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>A figure of a ledger summed over its rows, and how many rows do not say it.</summary>
public sealed record LedgerSum(Measure Measure, long? Sum, int Unsaid);

/// <summary>What the policy says of one community of a ledger.</summary>
/// <param name="Split">How many of its buildings are in, out and unknown, where they differ; null otherwise.</param>
public sealed record LedgerVerdict(
    int Row, RegionCode Place, string Name, Answer Answer, IReadOnlyDictionary<Answer, int>? Split,
    IReadOnlyList<VerdictReason> Reasons, IReadOnlyList<string> Missing);

/// <summary>What a check of a ledger found; nothing of it is stored.</summary>
public sealed record LedgerReport(
    CheckBook Book, LedgerHead Head, int Rows, IReadOnlyList<LedgerSum> Sums, IReadOnlyList<LedgerVerdict> Verdicts, ImportFaults Faults)
{
    /// <summary>How many communities have each answer.</summary>
    public IReadOnlyDictionary<Answer, int> Counts { get; } = Verdicts.GroupBy(v => v.Answer).ToDictionary(g => g.Key, g => g.Count());
}

/// <summary>Checks a ledger for people who only want an answer: faults, totals, verdicts. Knows no database.</summary>
public sealed class LedgerCheck(PolicyShelf shelf, CheckBook check)
{
    private readonly Dictionary<RegionCode, EligibilityBook> books = [];

    /// <summary>Reads the whole ledger and judges it.</summary>
    public LedgerReport Run(SheetBook workbook, CancellationToken stop)
    {
        var ledger = LedgerSheet.Open(workbook, shelf.Regions, check.Place, isToBeKept: false);
        var doubts = new LedgerDoubts(ledger.Head, shelf.Regions, check.On);
        var verdicts = new List<LedgerVerdict>();
        var (count, open, twins) = (0, new List<LedgerRow>(), new LedgerTwins(ledger));
        foreach (var row in ledger.Rows())
        {
            stop.ThrowIfCancellationRequested();
            if (!row.IsMore) count++;
            doubts.Meet(row);
            twins.Meet(row);
            if (open.Count > 0 && !IsSameCommunity(open[0], row)) Judge(open, verdicts);
            if (row is { IsSound: true, Dwelling: null }) open.Add(row);
        }

        Judge(open, verdicts);
        ledger.Faults.AddAll(twins.Faults);
        doubts.AskIn(ledger.Faults, PlausibilityBook.Of(check.Rules(shelf, check.Place)));
        Measure[] measures = [Measure.Communities, Measure.Buildings, Measure.Households, Measure.Area, Measure.Investment];
        var sums = measures.Select(m => new LedgerSum(m, doubts.Sum(m), doubts.Unsaid(m))).Where(s => s.Sum is not null).ToList();
        return new(check, ledger.Head, count, sums, verdicts, ledger.Faults);
    }

    // Buildings of one community stand together; each row of a ledger of communities stands alone.
    private static bool IsSameCommunity(LedgerRow one, LedgerRow other) =>
        one.Building is not null && other.Building is not null && one.Place == other.Place && one.Code == other.Code
        && CommunityNames.Key(one.Name) == CommunityNames.Key(other.Name);

    private void Judge(List<LedgerRow> rows, List<LedgerVerdict> verdicts)
    {
        if (rows.Count == 0) return;

        var first = rows[0];
        var community = new Community { Id = Guid.Empty };
        community.Describe((first.Community ?? new CommunityProfile { Place = first.Place, Name = first.Name }) with { Source = $"第 {first.Number} 行" });
        var buildings = rows.Where(r => r.Building is not null).Select(r => BuildingOf(community, r)).ToList();
        rows.Clear();
        var judged = CommunityJudgement.Of(BookAt(first.Place), community, buildings);
        var rules = BookAt(first.Place).Book;
        verdicts.Add(new(first.Number, first.Place, first.Name, judged.Answer,
            judged.IsSplit ? judged.Buildings.GroupBy(b => b.Verdict.Answer).ToDictionary(g => g.Key, g => g.Count()) : null,
            VerdictReasons.Of(judged.Whole, rules), VerdictReasons.Missing(judged.Whole, rules)));
    }

    private static Building BuildingOf(Community community, LedgerRow row)
    {
        var building = new Building { Id = Guid.Empty };
        building.Describe(row.Building! with { Source = $"第 {row.Number} 行" });
        building.BelongTo(community);
        return building;
    }

    private EligibilityBook BookAt(RegionCode place) =>
        books.TryGetValue(place, out var book) ? book : books[place] = new EligibilityBook(check.Rules(shelf, place));
}
