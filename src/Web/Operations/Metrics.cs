using Huanxin.App;
using Huanxin.App.Operations;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Huanxin.Web.Operations;

/// <summary>Sends the meters to the operator's collector, where one is set (HUANXIN_OTLP); otherwise nothing leaves the node.</summary>
public static class Metrics
{
    public static void AddMetrics(this IServiceCollection services, Settings settings)
    {
        if (settings.Otlp is not { } collector) return;
        if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new SettingsFault($"设置 HUANXIN_OTLP 须为 http:// 或 https:// 开头的地址（如 http://127.0.0.1:4318），现在是“{collector}”。");
        }

        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("huanxin", serviceVersion: InstallationState.Program, serviceInstanceId: settings.Node))
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
            .AddOtlpExporter(options =>
            {
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                options.Endpoint = new Uri(address, "/v1/metrics");
            })
            .Build());
        services.AddHostedService<MetricsJob>();
    }

    // Holds the provider from the first moment to the last, when what is left is sent.
    private sealed class MetricsJob(MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop)
        {
            meters.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
