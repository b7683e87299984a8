using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.Core.People;

namespace Huanxin.Web.Files;

/// <summary>A record that carries files: what it is called and where it is shown.</summary>
public sealed record FileKeeper(FileOwner Owner, string Title, string Href);

/// <summary>Finds a record by its key within a jurisdiction; null where there is none.</summary>
public delegate Task<FileKeeper?> FindKeeper(AppDb db, Jurisdiction where, string key, CancellationToken stop);

/// <summary>A kind of record that carries files: by which right they are seen and changed, and how the record is found.</summary>
public sealed record FileHome(string Type, Permission See, Permission Change, FindKeeper FindAsync)
{
    public FileRules Rules { get; init; } = FileRules.Documents;
}

/// <summary>Every kind of record that carries files; each feature gives its own (Program.cs).</summary>
public sealed class FileHomes(IEnumerable<FileHome> homes)
{
    private readonly Dictionary<string, FileHome> byType = homes.ToDictionary(home => home.Type);

    public FileHome? Find(string type) => byType.GetValueOrDefault(type);
}
