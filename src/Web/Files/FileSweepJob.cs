using Huanxin.App.Data;
using Huanxin.App.Files;

namespace Huanxin.Web.Files;

/// <summary>Sweeps the file store once a day; whichever node holds the broom does it, the others find it taken.</summary>
public sealed class FileSweepJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FileSweepJob> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        for (var wait = First; ; wait = Pause)
        {
            await Task.Delay(wait, clock, stop);
            await SweepAsync(stop);
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dialect = scope.ServiceProvider.GetRequiredService<Dialect>();
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<FileSweep>().RunAsync(stop) is { } swept)
            {
                log.LogInformation("files swept: {Contents} contents, {Bytes} bytes, {Leftovers} leftovers",
                    swept.Contents, swept.Bytes, swept.Leftovers);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException || dialect.Trouble(fault) is not null)
        {
            log.LogWarning("sweeping files waits: {Sentence}", dialect.Trouble(fault) ?? fault.GetType().Name);
        }
    }
}
