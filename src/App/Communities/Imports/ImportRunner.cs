using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// Carries out what was confirmed, one import at a time. The register and the state of the import change in the same
/// transaction, so that a node that is killed leaves nothing half done, and whichever node asks next begins anew.
/// </summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The turn that all nodes wait for.</summary>
    internal const int Turn = 7_201_801;

    /// <summary>Imports that wait to be carried out or taken back, the oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.ImportRuns.AsNoTracking().Where(r => r.State == ImportState.Queued || r.State == ImportState.Undoing)
            .OrderBy(r => r.UploadedAt).Select(r => r.Id).ToListAsync(stop);
    }

    /// <summary>Does it, or sends it back with the reason; trouble with the database is the caller's to wait for.</summary>
    public async Task RunAsync(Guid id, Action<long> progress, CancellationToken stop)
    {
        try
        {
            await CarryOutAsync(id, progress, stop);
        }
        catch (Refusal refusal)
        {
            await SendBackAsync(id, refusal.Sentence, stop);
        }
        catch (EditConflict)
        {
            await SendBackAsync(id, ImportRefusals.RegisterChanged().Sentence, stop);
        }
    }

    private async Task CarryOutAsync(Guid id, Action<long> progress, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id, stop);
        if (run.State is not (ImportState.Queued or ImportState.Undoing)) return;

        var isUndo = run.State == ImportState.Undoing;
        var by = isUndo ? run.UndoneBy : run.ConfirmedBy;
        var act = await ActOfAsync(db, by, isUndo ? CommunityVerbs.UndoImport : CommunityVerbs.ImportLedger, isUndo ? run.UndoneWhy : ImportSentences.Why(run.Name), stop);
        var rights = by is { } account ? (await db.StandingOfAsync(account, act.Today, stop))?.Rights : null;
        if (rights is not null && !rights.Over(Permission.ManageCommunities).Covers(run.Place)) throw ImportRefusals.RightLost();

        if (isUndo) await scope.ServiceProvider.GetRequiredService<ImportUndo>().RunAsync(id, act, progress, stop);
        else await scope.ServiceProvider.GetRequiredService<LedgerImport>().CommitAsync(id, act, progress, stop);
    }

    private async Task SendBackAsync(Guid id, string why, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.ImportRuns.SingleAsync(r => r.Id == id, stop);
        if (run.State is not (ImportState.Queued or ImportState.Undoing)) return;

        var act = await ActOfAsync(db, run.State == ImportState.Undoing ? run.UndoneBy : run.ConfirmedBy, CommunityVerbs.SendBackImport, why, stop);
        run.SendBack(why);
        await db.SaveAsync(act, stop);
    }

    private async Task<Act> ActOfAsync(AppDb db, Guid? account, Verb verb, string? why, CancellationToken stop)
    {
        var name = account is null ? null : await db.Accounts.AsNoTracking().Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(stop);
        var now = clock.GetUtcNow();
        return new Act(Guid.CreateVersion7(now), new(now.UtcTicks / 10 * 10, DateTimeKind.Utc), new Actor(account, name is null ? ImportSentences.Operator : db.Cipher.Open(name)), verb, why, "job");
    }
}
