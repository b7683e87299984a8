using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>Plans and projects carry files: who sees the record sees them, who manages it adds and withdraws them.</summary>
public static class ProgrammeFiles
{
    public static readonly FileHome Plans = new(
        nameof(PlanSet), Permission.ViewProgrammes, Permission.ManageProgrammes, async (db, where, key, stop) =>
            Guid.TryParse(key, out var id)
            && await db.PlanSets.AsNoTracking().Within(where).SingleOrDefaultAsync(s => s.Id == id, stop) is { } plan
                ? new FileKeeper(new FileOwner(nameof(PlanSet), id.ToString(), plan.Place), plan.Title, Links.Programme(id))
                : null);

    public static readonly FileHome Projects = new(
        nameof(Project), Permission.ViewProgrammes, Permission.ManageProgrammes, async (db, where, key, stop) =>
            Guid.TryParse(key, out var id)
            && await db.Projects.AsNoTracking().Within(where).SingleOrDefaultAsync(p => p.Id == id, stop) is { } project
                ? new FileKeeper(new FileOwner(nameof(Project), id.ToString(), project.Place), project.Name, Links.Project(id))
                : null);
}
