using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>Plans and choices that wait for this person's decision, and those that were returned to them.</summary>
public sealed class ProgrammeTasks(AppDb db) : IWorkSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WorkTask>> TasksOfAsync(CurrentUser me, CancellationToken stop)
    {
        var (account, approve, manage) = (me.Account!.Id, me.Over(Permission.ApproveProgrammes), me.Over(Permission.ManageProgrammes));
        if (approve.Places.Count == 0 && manage.Places.Count == 0) return [];

        var waiting = await PlansAsync(db.PlanVersions.AsNoTracking().Within(approve)
            .Where(v => v.State == PlanState.Submitted && v.SubmittedBy != account), stop);
        var returned = await PlansAsync(db.PlanVersions.AsNoTracking().Within(manage)
            .Where(v => v.State == PlanState.Returned && v.SubmittedBy == account), stop);
        var choices = await db.Selections.AsNoTracking().Within(approve)
            .Where(s => s.State == SelectionState.Proposed && s.ProposedBy != account).OrderBy(s => s.Id).Take(Most).ToListAsync(stop);
        return
        [
            .. waiting.Select(p => new WorkTask($"审定：{p.Title}", "另一位人员提交的计划版本，等您审定或退回。", Links.ProgrammeVersion(p.Id, p.Number), Tone.Waiting)),
            .. returned.Select(p => new WorkTask($"已退回：{p.Title}", "请修改后再次提交。", Links.ProgrammeVersion(p.Id, p.Number), Tone.Refused)),
            .. choices.Select(s => new WorkTask($"审定 {s.Year} 年计划{(s.IsOutOfPlan ? "外列入" : "遴选")}", "另一位人员提出的选入名单，等您审定或退回。", Links.SelectionOf(s.Id), Tone.Waiting)),
        ];
    }

    private async Task<List<(Guid Id, int Number, string Title)>> PlansAsync(IQueryable<PlanVersion> versions, CancellationToken stop) =>
        [.. (await (from version in versions
                    join plan in db.PlanSets on version.PlanSetId equals plan.Id
                    orderby version.Id
                    select new { plan.Id, version.Number, plan.Title }).Take(Most).ToListAsync(stop)).Select(p => (p.Id, p.Number, p.Title))];
}
