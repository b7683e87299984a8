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
            .Select(g => ReadOne(folder, g.Key, [.. g]))];
    }

    private static Pack ReadOne(string folder, string stem, IReadOnlyList<string> files)
    {
        string TextOf(string file) => File.ReadAllText(Path.Combine(folder, file));
        var cases = files.FirstOrDefault(IsCases);
        return Pack.Read(stem, [.. files.Where(f => !IsCases(f)).Select(f => (f, TextOf(f)))], cases is null
            ? null
            : TextOf(cases));
    }

    private static bool IsCases(string file) => file.EndsWith(CasesEnding, StringComparison.Ordinal);

    // 371000-weihai/2024-12-annual-notice.clauses.yaml belongs to 371000-weihai/2024-12-annual-notice.
    private static string StemOf(string file)
    {
        var name = file.LastIndexOf('/') + 1;
        return file[..file.IndexOf('.', name)];
    }
}
