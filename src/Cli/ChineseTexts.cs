using System.Globalization;
using System.Runtime.Loader;

namespace Huanxin.Cli;

/// <summary>Help and usage errors of the parser, in Chinese.</summary>
internal static class ChineseTexts
{
    private const string Culture = "zh-Hans", Texts = "System.CommandLine.resources";

    // The globalization-invariant runtime spells the culture “zh-HANS” and then does not find the folder; so we point to it.
    public static void Use()
    {
        AssemblyLoadContext.Default.Resolving += (context, wanted) =>
            wanted.Name == Texts && PathOf() is { } file ? context.LoadFromAssemblyPath(file) : null;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo(Culture);
    }

    private static string? PathOf() =>
        Path.Combine(AppContext.BaseDirectory, Culture, Texts + ".dll") is var file && File.Exists(file) ? file : null;
}
