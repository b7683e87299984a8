using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Operations;

/// <summary>The structure of the database against that of the program.</summary>
public static class Schema
{
    /// <summary>The newest migration the program knows.</summary>
    public static string Newest(AppDb db) => db.Database.GetMigrations().Last();

    /// <summary>Brings the structure up to the program's and answers the migrations applied; none when it is current.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(AppDb db, CancellationToken stop)
    {
        await RefuseNewerAsync(db, stop);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count == 0) return pending;

        await db.Dialect.ForgetMigrationLockAsync(db, stop);
        await db.Database.MigrateAsync(stop);
        return pending;
    }

    /// <summary>Refuses a database that is older or newer than the program, before anything reads or writes it.</summary>
    public static async Task RequireCurrentAsync(AppDb db, CancellationToken stop)
    {
        await RefuseNewerAsync(db, stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any()) throw OperationsRefusals.DatabaseOlder();
    }

    private static async Task RefuseNewerAsync(AppDb db, CancellationToken stop)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(stop);
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown) throw OperationsRefusals.DatabaseNewer(unknown);
    }
}
