namespace Huanxin.Tests.Support;

/// <summary>The checkout the tests were built from, for tests that read documents and sources.</summary>
public static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("not in a checkout")
        : File.Exists(Path.Combine(folder.FullName, "Huanxin.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
