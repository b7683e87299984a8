using Huanxin.App.Policies;
using Huanxin.Web.Policies.Drafts;
using Huanxin.Web.Work;

namespace Huanxin.Web.Policies;

/// <summary>Registers what the policy pages read.</summary>
public static class PolicyServices
{
    public static void AddPolicyPages(this IServiceCollection services)
    {
        services.AddSingleton<ReadingRooms>();
        services.AddScoped(provider => provider.GetRequiredService<ReadingRooms>().Of(provider.GetRequiredService<ShelfReading>()));
        services.AddScoped<IWorkSource, DraftTasks>();
    }

    public static void MapPolicies(this WebApplication app) => app.MapDrafts();
}
