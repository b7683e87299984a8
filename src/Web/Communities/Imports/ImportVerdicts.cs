using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Communities by verdict, and which of them lack which fact.</summary>
public sealed record ImportAnswer(IReadOnlyList<(ListedVerdict Verdict, int Count)> Counts, IReadOnlyList<LackedFact> Missing);

/// <summary>A fact without which nobody can say whether a community is in, how many lack it, and the first of them.</summary>
public sealed record LackedFact(string Fact, int Count, IReadOnlyList<Guid> First)
{
    public string Name => FactLabels.NameOf(Fact);
}

/// <summary>How the communities of an import stand by the policies in force.</summary>
public sealed class ImportVerdicts(AppDb db, PolicyShelf shelf)
{
    private const int AtATime = 2000, MostNamed = 1000;
    private readonly Dictionary<RegionCode, EligibilityBook> books = [];

    /// <summary>Some at a time: an import may hold the communities of a province.</summary>
    public async Task<ImportAnswer> OfAsync(ImportRun run, DateOnly today, CancellationToken stop)
    {
        var keys = await db.Changes.AsNoTracking().Where(c => c.ActId == run.ActId && c.RecordType == nameof(Community))
            .Select(c => c.RecordKey).Distinct().ToListAsync(stop);
        var (counts, missing) = (new SortedDictionary<ListedVerdict, int>(), new Dictionary<string, (int Count, List<Guid> First)>());
        foreach (var some in keys.Chunk(AtATime))
        {
            var ids = Array.ConvertAll(some, Guid.Parse);
            var communities = await db.Communities.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(stop);
            var buildings = await db.Buildings.AsNoTracking().Where(b => EF.Parameter(ids).Contains(b.CommunityId)).ToListAsync(stop);
            var byCommunity = buildings.ToLookup(b => b.CommunityId);
            foreach (var community in communities)
            {
                var judged = CommunityJudgement.Of(BookOf(community.Place, today), community, [.. byCommunity[community.Id]]);
                counts[judged.Listed] = counts.GetValueOrDefault(judged.Listed) + 1;
                if (judged.Listed != ListedVerdict.Unknown) continue;

                foreach (var fact in judged.Whole.Missing())
                {
                    var (count, first) = missing.GetValueOrDefault(fact, (0, []));
                    if (count < MostNamed) first.Add(community.Id);
                    missing[fact] = (count + 1, first);
                }
            }
        }

        return new([.. counts.Select(pair => (pair.Key, pair.Value))],
            [.. missing.OrderByDescending(pair => pair.Value.Count).Select(pair => new LackedFact(pair.Key, pair.Value.Count, pair.Value.First))]);
    }

    private EligibilityBook BookOf(RegionCode place, DateOnly today) =>
        books.TryGetValue(place, out var book) ? book : books[place] = new EligibilityBook(shelf.For(place, today));
}
