using System.Text.RegularExpressions;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Finds in a checkout the tests that carry clause ids, by their attribute and the name below it.</summary>
public static partial class TestClauses
{
    /// <summary>One citation for each test, or for each test class whose attribute stands on the class.</summary>
    public static IEnumerable<Citation> In(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(InFile)
        : [];

    private static IEnumerable<Citation> InFile(string file)
    {
        var pending = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            pending.AddRange(Attribute().Matches(line).Select(m => m.Groups[1].Value));
            if (pending.Count == 0 || Declaration().Match(line) is not { Success: true } declared) continue;

            var name = declared.Groups[1].Value;
            yield return new(CitationKind.Test, $"{Path.GetFileNameWithoutExtension(file)}.{name}",
                name.Replace('_', ' '), [.. pending]);
            pending.Clear();
        }
    }

    [GeneratedRegex("""\bClause\("([^"]+)"\)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*public\s+.*?(?:\b(?:void|Task|class)\s+)(\w+)")]
    private static partial Regex Declaration();
}
