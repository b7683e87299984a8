using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Ledgers one has uploaded and not finished checking.</summary>
public sealed class ImportTasks(AppDb db) : IWorkSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<WorkTask>> TasksOfAsync(CurrentUser me, CancellationToken stop)
    {
        var own = me.Account!.Id;
        var open = await db.ImportRuns.AsNoTracking().Where(run => run.UploadedBy == own && run.State == ImportState.Checking)
            .OrderBy(run => run.UploadedAt).Take(Most).ToListAsync(stop);
        return [.. open.Select(run => new WorkTask($"台账待核对：{run.Name}", run.Trouble ?? "已经上传，核对确认后才写入登记。", Links.LedgerImport(run.Id), Tone.Waiting))];
    }
}
