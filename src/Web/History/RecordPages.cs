using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.History;

/// <summary>How records are called, and where their pages are; kinds without a page of their own are not here.</summary>
public static class RecordPages
{
    private static readonly Dictionary<string, RecordPage> All = new()
    {
        [nameof(Organisation)] = Of<Organisation>(o => o.Name, Links.Organisation),
        [nameof(Account)] = Of<Account>(a => a.SignInName, Links.Account),
        [nameof(Community)] = Of<Community>(c => c.Name, Links.Community),
        [nameof(Building)] = Of<Building>(b => b.Number, Links.Building),
        [nameof(Dwelling)] = Of<Dwelling>(d => $"{d.Unit} {d.Room}".Trim(), Links.Dwelling),
        [nameof(ImportRun)] = Of<ImportRun>(i => i.Name, Links.LedgerImport),
        [nameof(PlanSet)] = Of<PlanSet>(p => p.Title, Links.Programme),
        [nameof(Project)] = Of<Project>(p => p.Name, Links.Project),
        [nameof(Selection)] = new(Links.SelectionOf, async (db, names, id, stop) =>
            await Find<Selection>(db, id, stop) is { } selection ? SelectionSentences.NameOf(selection, names) : null),
        [nameof(DraftPack)] = Of<DraftPack>(d => d.Title, Links.PolicyDraft),
    };

    /// <summary>Page of a record; null where its kind has none.</summary>
    public static string? HrefOf(string type, string key) =>
        Guid.TryParse(key, out var id) ? All.GetValueOrDefault(type)?.HrefOf(id) : null;

    /// <summary>Name of a record; null where its kind has none, or it is gone.</summary>
    public static async Task<string?> NameAsync(AppDb db, PlaceNames names, string type, string key, CancellationToken stop) =>
        Guid.TryParse(key, out var id) && All.GetValueOrDefault(type) is { } page ? await page.NameAsync(db, names, id, stop) : null;

    private static RecordPage Of<T>(Func<T, string> name, Func<Guid, string> href) where T : Record =>
        new(href, async (db, _, id, stop) => await Find<T>(db, id, stop) is { } record ? name(record) : null);

    private static Task<T?> Find<T>(AppDb db, Guid id, CancellationToken stop) where T : Record =>
        db.Set<T>().AsNoTracking().SingleOrDefaultAsync(record => EF.Property<Guid>(record, "Id") == id, stop);

    private sealed record RecordPage(Func<Guid, string> HrefOf, Func<AppDb, PlaceNames, Guid, CancellationToken, Task<string?>> NameAsync);
}
