using System.Collections.Concurrent;
using System.Diagnostics;
using Huanxin.App.Communities.Imports;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Communities.Imports;

/// <summary>
/// Checks ledgers in the background of a request: a short one answers at once, a long one shows how far it is and is kept for the
/// pages that follow. Nothing of it outlives the node; it is only ever asked again.
/// </summary>
public sealed class ImportChecks(IServiceScopeFactory scopes)
{
    private const int MostKept = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4), Kept = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<(Guid Id, int Version), Check> checks = new();

    /// <summary>The result, or null with the rows read so far while it is not done; raises what the check refused.</summary>
    public async Task<(ImportCheck? Result, long Rows)> AskAsync(ImportRun run, Act act)
    {
        Forget();
        var key = (run.Id, run.Version);
        var check = checks.GetOrAdd(key, _ => new Check(run, act, scopes));
        if (await Task.WhenAny(check.Done, Task.Delay(Patience)) != check.Done) return (null, check.Rows);

        // A quick one is made anew next time: the register may have changed.
        if (check.WasQuick) checks.TryRemove(key, out _);
        return (await check.Done, check.Rows);
    }

    private void Forget()
    {
        foreach (var (key, check) in checks.Where(pair => pair.Value.Done.IsCompleted).OrderBy(pair => pair.Value.Started).ToList())
        {
            if (checks.Count > MostKept || Stopwatch.GetElapsedTime(check.Started) > Kept || check.Done.IsFaulted) checks.TryRemove(key, out _);
        }
    }

    private sealed class Check
    {
        private long rows;

        public Check(ImportRun run, Act act, IServiceScopeFactory scopes) => Done = Task.Run(() => RunAsync(run, act, scopes));

        public long Started { get; } = Stopwatch.GetTimestamp();

        public Task<ImportCheck> Done { get; }

        public bool WasQuick { get; private set; } = true;

        public long Rows => Volatile.Read(ref rows);

        private async Task<ImportCheck> RunAsync(ImportRun run, Act act, IServiceScopeFactory scopes)
        {
            await using var scope = scopes.CreateAsyncScope();
            var check = await scope.ServiceProvider.GetRequiredService<LedgerImport>()
                .CheckAsync(run, act, done => Volatile.Write(ref rows, done), CancellationToken.None);
            WasQuick = Stopwatch.GetElapsedTime(Started) < TimeSpan.FromSeconds(2);
            return check;
        }
    }
}
