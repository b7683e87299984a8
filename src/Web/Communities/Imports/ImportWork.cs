using System.Collections.Concurrent;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Imports that this node carries out, one after the other, and how far they are; asked twice, it is done once.</summary>
public sealed class ImportWork(ImportRunner runner) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<Guid, Lazy<Task>> running = new();
    private readonly ConcurrentDictionary<Guid, long> rows = new();

    /// <summary>Rows done so far; zero while it waits for its turn.</summary>
    public long RowsOf(Guid id) => rows.GetValueOrDefault(id);

    /// <summary>Begins, or answers the work that is under way.</summary>
    public Task Start(Guid id) => running.GetOrAdd(id, _ => new Lazy<Task>(() => Task.Run(() => RunAsync(id)))).Value;

    /// <summary>Begins and gives it a moment, so that small imports are over before the page is drawn.</summary>
    public async Task StartAsync(Guid id, TimeSpan patience)
    {
        var work = Start(id);
        if (await Task.WhenAny(work, Task.Delay(patience)) == work) await work;
    }

    public void Dispose() => turn.Dispose();

    private async Task RunAsync(Guid id)
    {
        await turn.WaitAsync();
        try
        {
            await runner.RunAsync(id, done => rows[id] = done, CancellationToken.None);
        }
        finally
        {
            turn.Release();
            rows.TryRemove(id, out _);
            running.TryRemove(id, out _);
        }
    }
}

/// <summary>Takes up what was confirmed and not carried out, e.g. because the node that had begun was killed.</summary>
public sealed class ImportJob(ImportRunner runner, ImportWork work, Dialect dialect, ILogger<ImportJob> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                foreach (var id in await runner.WaitingAsync(stop)) await work.Start(id);
            }
            catch (Exception fault) when (dialect.Trouble(fault) is not null || fault is StorageTrouble)
            {
                log.LogWarning("importing waits: {Sentence}", dialect.Trouble(fault) ?? fault.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "an import failed and will be tried again");
            }
        }
    }
}
