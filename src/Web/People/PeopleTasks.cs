using Huanxin.App.Data;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>What a person's own account asks of them.</summary>
public sealed class PeopleTasks(AppDb db) : IWorkSource
{
    private const int WarnDays = 7;

    public async Task<IReadOnlyList<WorkTask>> TasksOfAsync(CurrentUser me, CancellationToken stop)
    {
        var account = me.Account!;
        var tasks = new List<WorkTask>();
        if (!account.TwoFactorEnabled)
        {
            tasks.Add(new("开启动态口令", "账户只有密码保护；开启后登录还需手机验证器上的口令。", Links.MyAccount, Tone.Neutral));
        }

        var soon = me.Today.AddDays(WarnDays);
        var ending = await db.Delegations.AsNoTracking()
            .Where(d => d.FromAccount == account.Id && d.Until >= me.Today && d.Until <= soon).ToListAsync(stop);
        tasks.AddRange(ending.Select(d => new WorkTask("委托即将到期", "到期后受托人不能再代您办理，需要时请重新委托。", Links.MyAccount, Tone.Waiting, d.Until)));
        return tasks;
    }
}
