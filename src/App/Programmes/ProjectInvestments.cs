using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>
/// What a ledger of projects says a community is to cost belongs to its project: one that is in none yet enters the reserve with it. What is said
/// of one community of several is not what the project of all costs.
/// </summary>
public sealed class ProjectInvestments : ILedgerInvestments
{
    public async Task<LedgerInvestments> PlanAsync(AppDb db, Act act, IReadOnlyList<InvestedRow> rows, CancellationToken stop)
    {
        var mine = act.By.Account is { } account ? await OverAsync(db, account, act, stop) : new Jurisdiction([RegionCode.Nation]);
        var ids = rows.Select(row => row.Community.Id).ToList();
        var parts = await (from part in db.ProjectCommunities
                           join project in db.Projects on part.ProjectId equals project.Id
                           where EF.Parameter(ids).Contains(part.CommunityId) && project.State != ProjectState.Cancelled
                           orderby project.Id
                           select new { part.CommunityId, Project = project, Communities = db.ProjectCommunities.Count(p => p.ProjectId == project.Id) }).ToListAsync(stop);
        var taken = parts.ToLookup(part => part.CommunityId, part => (part.Project, part.Communities));
        var (reserved, changed, doubts) = (0, new List<(Guid, string)>(), new List<(LedgerRow, string)>());
        foreach (var (row, community) in rows)
        {
            if (!mine.Covers(community.Place)) doubts.Add((row, InvestmentSentences.NotYours));
            else switch (taken[community.Id].ToList())
            {
                case []:
                    db.Reserve(act, [community])[0].Project.Invest(row.Investment);
                    reserved++;
                    break;
                case [{ Communities: 1 } only]:
                    if (only.Project.Investment != row.Investment) changed.Add((only.Project.Id, only.Project.Name));
                    only.Project.Invest(row.Investment);
                    break;
                case var several:
                    doubts.Add((row, InvestmentSentences.Shared([.. several.Select(one => one.Project.Name)])));
                    break;
            }
        }

        return new(reserved, changed, doubts);
    }

    private static async Task<Jurisdiction> OverAsync(AppDb db, Guid account, Act act, CancellationToken stop) =>
        (await db.StandingOfAsync(account, act.Today, stop))?.Rights.Over(Permission.ManageProgrammes) ?? new Jurisdiction([]);
}
