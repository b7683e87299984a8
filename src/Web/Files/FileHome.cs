using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Files;

/// <summary>A record that carries files: what it is called and where it is shown.</summary>
public sealed record FileKeeper(FileOwner Owner, string Title, string Href);

/// <summary>Finds a record by its key within a jurisdiction; null where there is none.</summary>
public delegate Task<FileKeeper?> FindKeeper(AppDb db, Jurisdiction where, string key, CancellationToken stop);

/// <summary>A kind of record that carries files: by which right they are seen and changed, and how the record is found.</summary>
public sealed record FileHome(string Type, Permission See, Permission Change, FindKeeper FindAsync)
{
    public FileRules Rules { get; init; } = FileRules.Documents;

    /// <summary>A kind of record that is found by its id: who sees it sees its files, who may change it adds and withdraws them.</summary>
    public static FileHome Of<T>(Permission see, Permission change, Func<T, string> titleOf, Func<Guid, string> hrefOf) where T : Record, IPlaced =>
        new(typeof(T).Name, see, change, async (db, where, key, stop) =>
            Guid.TryParse(key, out var id)
            && await db.Set<T>().AsNoTracking().Within(where).SingleOrDefaultAsync(row => EF.Property<Guid>(row, "Id") == id, stop) is { } found
                ? new FileKeeper(new FileOwner(typeof(T).Name, id.ToString(), found.Place), titleOf(found), hrefOf(id))
                : null);
}

/// <summary>Every kind of record that carries files; each feature gives its own (Program.cs).</summary>
public sealed class FileHomes(IEnumerable<FileHome> homes)
{
    private readonly Dictionary<string, FileHome> byType = homes.ToDictionary(home => home.Type);

    public FileHome? Find(string type) => byType.GetValueOrDefault(type);
}
