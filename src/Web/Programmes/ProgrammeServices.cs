using Huanxin.App.Programmes;
using Huanxin.Web.Communities;
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
        services.AddSingleton(new CommunityPart(typeof(CommunityProjects)));
    }
}
