namespace Huanxin.Web.Policies;

/// <summary>Registers what the policy pages read.</summary>
public static class PolicyServices
{
    public static void AddPolicyPages(this IServiceCollection services) => services.AddSingleton<ReadingRoom>();
}
