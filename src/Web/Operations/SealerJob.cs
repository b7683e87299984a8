using Huanxin.App.Data;
using Huanxin.App.Operations;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Operations;

/// <summary>Seals new acts every few seconds on every node; whichever node is first wins, the other finds nothing to do.</summary>
public sealed class SealerJob(IServiceScopeFactory scopes, Sealer sealer, ILogger<SealerJob> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            try
            {
                Telemetry.SealsWaiting(await db.Unsealed.CountAsync(stop));
                await sealer.SealAsync(db, stop);
            }
            catch (TamperedAct fault)
            {
                log.LogCritical("acts were tampered with before their seal: {Act}", fault.Act);
            }
            catch (Exception fault) when (db.Dialect.Trouble(fault) is { } sentence)
            {
                log.LogWarning("sealing waits: {Sentence}", sentence);
            }
        }
    }
}
