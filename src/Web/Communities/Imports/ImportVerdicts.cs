using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Communities by answer, and how many of them lack which fact.</summary>
public sealed record ImportAnswer(IReadOnlyList<(Answer Answer, int Count)> Counts, IReadOnlyList<(string Fact, int Count)> Missing);

/// <summary>How the communities of an import stand by the policies in force.</summary>
public sealed class ImportVerdicts(AppDb db, PolicyShelf shelf)
{
    private const int Most = 5000;

    /// <summary>Null where there are too many to judge while a page waits.</summary>
    public async Task<ImportAnswer?> OfAsync(ImportRun run, DateOnly today, CancellationToken stop)
    {
        if (run.Added + run.Changed is null or 0 or > Most) return null;

        var keys = await db.Changes.AsNoTracking().Where(c => c.ActId == run.ActId && c.RecordType == nameof(Community))
            .Select(c => c.RecordKey).Distinct().ToListAsync(stop);

        var ids = keys.ConvertAll(Guid.Parse);
        var communities = await db.Communities.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        var buildings = (await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync(stop)).ToLookup(b => b.CommunityId);
        var books = new Dictionary<RegionCode, EligibilityBook>();
        var judged = communities.ConvertAll(c => CommunityJudgement.Of(BookOf(c.Place), c, [.. buildings[c.Id]]));
        return new(
            [.. judged.CountBy(one => one.Answer).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))],
            [.. judged.Where(one => one.Answer == Answer.Unknown).SelectMany(one => one.Whole.Missing()).CountBy(fact => fact)
                .OrderByDescending(pair => pair.Value).Select(pair => (FactLabels.NameOf(pair.Key), pair.Value))]);

        EligibilityBook BookOf(RegionCode place) =>
            books.TryGetValue(place, out var book) ? book : books[place] = new EligibilityBook(shelf.For(place, today));
    }
}
