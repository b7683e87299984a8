using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Communities by verdict, and which of them lack which fact.</summary>
public sealed record ImportAnswer(IReadOnlyList<JudgedOnes> Judged, IReadOnlyList<LackedFact> Missing);

/// <summary>How many of the communities have a verdict, and the first of them.</summary>
public sealed record JudgedOnes(ListedVerdict Verdict, int Count, IReadOnlyList<Guid> First);

/// <summary>A fact without which nobody can say whether a community is in, how many lack it, and the first of them.</summary>
public sealed record LackedFact(string Fact, int Count, IReadOnlyList<Guid> First)
{
    public string Name => FactLabels.NameOf(Fact);
}

/// <summary>How the communities of an import stand by the policies in force.</summary>
public sealed class ImportVerdicts(AppDb db, PolicyShelf shelf)
{
    private const int AtATime = 2000, MostJudged = 20_000, MostLacking = 1000;
    private readonly Dictionary<RegionCode, EligibilityBook> books = [];

    /// <summary>Some at a time: an import may hold the communities of a province.</summary>
    public async Task<ImportAnswer> OfAsync(ImportRun run, DateOnly today, CancellationToken stop)
    {
        var keys = await db.Changes.AsNoTracking().Where(c => c.ActId == run.ActId && c.RecordType == nameof(Community))
            .Select(c => c.RecordKey).Distinct().ToListAsync(stop);
        var (judgedSo, missing) = (new SortedDictionary<ListedVerdict, (int Count, List<Guid> First)>(), new Dictionary<string, (int Count, List<Guid> First)>());
        foreach (var some in keys.Chunk(AtATime))
        {
            var ids = Array.ConvertAll(some, Guid.Parse);
            var communities = await db.Communities.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(stop);
            var buildings = await db.Buildings.AsNoTracking().Where(b => EF.Parameter(ids).Contains(b.CommunityId)).ToListAsync(stop);
            var byCommunity = buildings.ToLookup(b => b.CommunityId);
            foreach (var community in communities)
            {
                var judged = CommunityJudgement.Of(BookOf(community.Place, today), community, [.. byCommunity[community.Id]]);
                Count(judgedSo, judged.Listed, community.Id, MostJudged);
                if (judged.Listed != ListedVerdict.Unknown) continue;

                foreach (var fact in judged.Whole.Missing()) Count(missing, fact, community.Id, MostLacking);
            }
        }

        return new([.. judgedSo.Select(pair => new JudgedOnes(pair.Key, pair.Value.Count, pair.Value.First))],
            [.. missing.OrderByDescending(pair => pair.Value.Count).Select(pair => new LackedFact(pair.Key, pair.Value.Count, pair.Value.First))]);
    }

    private static void Count<T>(IDictionary<T, (int Count, List<Guid> First)> counts, T by, Guid community, int most)
    {
        var (count, first) = counts.TryGetValue(by, out var known) ? known : (0, []);
        if (count < most) first.Add(community);
        counts[by] = (count + 1, first);
    }

    private EligibilityBook BookOf(RegionCode place, DateOnly today) =>
        books.TryGetValue(place, out var book) ? book : books[place] = new EligibilityBook(shelf.For(place, today));
}
