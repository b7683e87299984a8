using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>Drafts that wait for this person: to be decided by them, or returned to them.</summary>
public sealed class DraftTasks(AppDb db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkTask>> TasksOfAsync(CurrentUser me, CancellationToken stop)
    {
        if (!me.May(Permission.ManagePolicies)) return [];

        var (mine, own) = (me.Over(Permission.ManagePolicies), me.Account!.Id);
        var waiting = await DraftTable.Waiting(db, mine, own).Take(20).ToListAsync(stop);
        var returned = await db.DraftPacks.AsNoTracking().Within(mine)
            .Where(d => d.State == DraftState.Returned && (d.UploadedBy == own || d.ProposedBy == own)).Take(20).ToListAsync(stop);
        return
        [
            .. waiting.Select(d => new WorkTask($"审定政策草案：{d.Title}", "另一位人员已提交生效，须由第二人审定。", Links.PolicyDraft(d.Id), Tone.Waiting)),
            .. returned.Select(d => new WorkTask($"政策草案被退回：{d.Title}", $"退回意见：{d.Opinion}", Links.PolicyDraft(d.Id), Tone.Waiting)),
        ];
    }
}
