using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>How the communities of an import stand by the policies in force.</summary>
public sealed class ImportVerdicts(AppDb db, PolicyShelf shelf)
{
    private const int Most = 5000;

    /// <summary>Communities by answer; null where there are too many to judge while a page waits.</summary>
    public async Task<IReadOnlyList<(Answer Answer, int Count)>?> OfAsync(Guid act, DateOnly today, CancellationToken stop)
    {
        var keys = await db.Changes.AsNoTracking().Where(c => c.ActId == act && c.RecordType == nameof(Community))
            .Select(c => c.RecordKey).Distinct().Take(Most + 1).ToListAsync(stop);
        if (keys.Count is 0 or > Most) return null;

        var ids = keys.ConvertAll(Guid.Parse);
        var communities = await db.Communities.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        var buildings = (await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync(stop)).ToLookup(b => b.CommunityId);
        var books = new Dictionary<RegionCode, EligibilityBook>();
        return
        [
            .. communities.Select(c => CommunityJudgement.Of(BookOf(c.Place), c, [.. buildings[c.Id]]).Answer)
                .CountBy(answer => answer).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
        ];

        EligibilityBook BookOf(RegionCode place) =>
            books.TryGetValue(place, out var book) ? book : books[place] = new EligibilityBook(shelf.For(place, today));
    }
}
