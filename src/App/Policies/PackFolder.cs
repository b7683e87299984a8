namespace Huanxin.App.Policies;

/// <summary>
/// The folder of packs: one folder per place, named by its region code; files of one name belong together.
/// </summary>
public static class PackFolder
{
    private const string CasesEnding = ".cases.yaml";

    /// <summary>All packs of a folder, in the order of their names; file names are relative to it.</summary>
    public static IReadOnlyList<Pack> Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => f.Contains('/', StringComparison.Ordinal) && char.IsAsciiDigit(f[0]))
            .Order(StringComparer.Ordinal);
        return [.. files.GroupBy(StemOf, StringComparer.Ordinal).Where(g => g.Any(f => !IsCases(f)))
            .Select(g => ReadOne(g.Key, [.. g.Select(f => (f, File.ReadAllText(Path.Combine(folder, f))))]))];
    }

    /// <summary>One pack from its files, the cases among them.</summary>
    public static Pack ReadOne(string stem, IReadOnlyList<(string File, string Text)> files)
    {
        var cases = files.Where(f => IsCases(f.File)).Select(f => f.Text).FirstOrDefault();
        return Pack.Read(stem, [.. files.Where(f => !IsCases(f.File)).OrderBy(f => f.File, StringComparer.Ordinal)], cases);
    }

    /// <summary>True for the file of cases of a pack.</summary>
    public static bool IsCases(string file) => file.EndsWith(CasesEnding, StringComparison.Ordinal);

    /// <summary>371000-weihai/2024-12-annual-notice.clauses.yaml belongs to 371000-weihai/2024-12-annual-notice.</summary>
    public static string StemOf(string file)
    {
        var name = file.LastIndexOf('/') + 1;
        return file[..file.IndexOf('.', name)];
    }
}
