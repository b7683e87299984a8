using Huanxin.App.Data;

namespace Huanxin.App.Communities.Imports;

/// <summary>Where the plan of a ledger goes, batch by batch: into the register, or into a file from which it can go there later.</summary>
internal interface IPlanTarget
{
    /// <summary>Takes a batch: its new records, and the changed ones that wait in the tracker.</summary>
    Task KeepAsync(AppDb db, PlannedBatch batch, CancellationToken stop);

    /// <summary>Waits until the connection is free to be asked something.</summary>
    Task SettleAsync(CancellationToken stop);
}

/// <summary>Everything is written as it is planned, on the way to a commit that may still be refused.</summary>
internal sealed class PlanToRegister(BulkSave bulk) : IPlanTarget
{
    public async Task KeepAsync(AppDb db, PlannedBatch batch, CancellationToken stop)
    {
        await bulk.BeginInsertAsync(batch.Communities, stop);
        await bulk.BeginInsertAsync(batch.Buildings, stop);
        await bulk.BeginInsertAsync(batch.Dwellings, stop);
        await bulk.BeginInsertAsync(batch.Owners, stop);
        await bulk.SaveTrackedAsync(stop);
    }

    public Task SettleAsync(CancellationToken stop) => bulk.SettleAsync(stop);
}
