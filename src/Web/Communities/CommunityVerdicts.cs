using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Web.Policies;
using Huanxin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>Verdicts on the communities of one page of a list by what is in force today: one question for all their buildings.</summary>
public sealed class CommunityVerdicts(AppDb db, ReadingRoom room, CurrentUser me)
{
    public const string Key = "verdict";
    private readonly Dictionary<RegionCode, EligibilityBook> books = [];
    private readonly Dictionary<Guid, CommunityJudgement> answers = [];

    /// <summary>The answer; null for one that was not asked about or is no longer in the register.</summary>
    public CommunityJudgement? Of(Community community) => answers.GetValueOrDefault(community.Id);

    public async Task LearnAsync(IReadOnlyList<Community> rows)
    {
        var active = rows.Where(r => r.State == CommunityState.Active).ToList();
        var ids = active.ConvertAll(r => r.Id);
        var buildings = (await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync()).ToLookup(b => b.CommunityId);
        answers.Clear();
        foreach (var row in active) answers[row.Id] = CommunityJudgement.Of(BookOf(row.Place), row, [.. buildings[row.Id]]);
    }

    private EligibilityBook BookOf(RegionCode place)
    {
        if (!books.TryGetValue(place, out var book)) books[place] = book = new EligibilityBook(room.Shelf.For(place, me.Today));
        return book;
    }
}
