using System.Reflection;
using System.Runtime.InteropServices;
using Huanxin.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Operations;

/// <summary>The last link of the chain of acts, and how many acts wait for theirs.</summary>
public sealed record ChainState(long Acts, long Number, string Head, DateTime? SealedAt, int Waiting, long? Witnessed);

/// <summary>Files as the records name them: attachments, and the contents behind them counted once.</summary>
public sealed record FileState(long Attachments, long Contents, long Bytes);

/// <summary>How an installation stands at this moment, in plain figures.</summary>
public sealed record InstallationState(
    string Node, DatabaseKind Kind, string Server, long DatabaseBytes, IReadOnlyList<string> Migrations, int Pending, ChainState Chain, FileState Files)
{
    /// <summary>Version of the program.</summary>
    public static string Program { get; } =
        typeof(Settings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>What the program runs on.</summary>
    public static string Runtime { get; } = $"{RuntimeInformation.FrameworkDescription} · {RuntimeInformation.OSDescription}";

    public static async Task<InstallationState> ReadAsync(AppDb db, Settings settings, SealWitness witness, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        return new InstallationState(
            settings.Node, settings.Kind, db.Database.GetDbConnection().ServerVersion,
            await db.Database.SqlQueryRaw<long>(db.Dialect.SizeQuery).SingleAsync(stop),
            applied, db.Database.GetMigrations().Except(applied).Count(),
            await ChainAsync(db, witness, stop), await FilesAsync(db, stop));
    }

    private static async Task<ChainState> ChainAsync(AppDb db, SealWitness witness, CancellationToken stop)
    {
        var last = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        return new ChainState(
            await db.Acts.LongCountAsync(stop), last?.Number ?? 0,
            last is null ? "" : ChainVerdict.Short(last.Hash), last?.SealedAt,
            await db.Unsealed.CountAsync(stop), witness.Latest()?.Number);
    }

    private static async Task<FileState> FilesAsync(AppDb db, CancellationToken stop)
    {
        var contents = db.Attachments.Select(a => new { a.Hash, a.Size }).Distinct();
        return new FileState(
            await db.Attachments.LongCountAsync(stop), await contents.LongCountAsync(stop), await contents.SumAsync(c => c.Size, stop));
    }
}
