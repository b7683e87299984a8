using Huanxin.App.Programmes;
using Huanxin.Web.Communities;
using Huanxin.Web.Communities.Imports;
using Huanxin.Web.Ui;
using Huanxin.Web.Work;

namespace Huanxin.Web.Programmes;

/// <summary>What the pages of plans and projects need.</summary>
public static class ProgrammeServices
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<PlanFacts>();
        services.AddScoped<PlanImport>();
        services.AddScoped<IWorkSource, ProgrammeTasks>();
        services.AddSingleton(new OtherTable("计划表", PlanSheet.IsIn, "计划", Links.Programmes));
        services.AddSingleton(new CommunityPart(typeof(CommunityProjects)));
    }
}
