using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;

namespace Huanxin.Web.Programmes;

/// <summary>Plans and projects carry files: who sees the record sees them, who manages it adds and withdraws them.</summary>
public static class ProgrammeFiles
{
    public static readonly FileHome Plans =
        FileHome.Of<PlanSet>(Permission.ViewProgrammes, Permission.ManageProgrammes, plan => plan.Title, Links.Programme);

    public static readonly FileHome Projects =
        FileHome.Of<Project>(Permission.ViewProgrammes, Permission.ManageProgrammes, project => project.Name, Links.Project);
}
