using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Huanxin.Web.Operations;

/// <summary>Alive: the process answers. Ready: the database answers, is migrated, and files can be written.</summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseReady>("database").AddCheck<FilesReady>("files");

    /// <summary>Jobs, meters and what the page of operations shows.</summary>
    public static void AddOperations(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<Uptime>();
        services.AddHostedService(provider => provider.GetRequiredService<Uptime>());
        services.AddMetrics(settings);
        services.AddHostedService<SealerJob>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private sealed class DatabaseReady(AppDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop)
        {
            if (!await db.Database.CanConnectAsync(stop)) return HealthCheckResult.Unhealthy("no connection");
            return (await db.Database.GetPendingMigrationsAsync(stop)).Any()
                ? HealthCheckResult.Unhealthy("not migrated")
                : HealthCheckResult.Healthy();
        }
    }

    private sealed class FilesReady(Settings settings) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop)
        {
            var probe = Path.Combine(settings.FilesFolder, $".probe-{settings.Node}");
            try
            {
                OwnerOnly.Folder(settings.FilesFolder);
                File.WriteAllText(probe, "");
                File.Delete(probe);
                return Task.FromResult(HealthCheckResult.Healthy());
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy("files cannot be written"));
            }
        }
    }
}
