namespace Huanxin.Web.Operations;

/// <summary>Since when this node runs; a hosted service only so that it is made when the node starts.</summary>
public sealed class Uptime(TimeProvider clock) : IHostedService
{
    public DateTime Since { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>“3 天 4 小时”, “12 分钟”.</summary>
    public string Text
    {
        get
        {
            var span = clock.GetUtcNow().UtcDateTime - Since;
            return span.TotalDays >= 1 ? $"{(int)span.TotalDays} 天 {span.Hours} 小时"
                : span.TotalHours >= 1 ? $"{span.Hours} 小时 {span.Minutes} 分钟"
                : $"{(int)span.TotalMinutes} 分钟";
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
