using System.Text.RegularExpressions;
using System.Xml.Linq;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Architecture;

public sealed partial class GlossaryTests
{
    private static readonly Type[] PublicTypes =
        [.. typeof(Act).Assembly.GetExportedTypes().Where(type => !type.IsNested).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Every_public_type_of_Core_has_a_row_in_the_glossary()
    {
        var rows = Rows();

        var missing = PublicTypes.Select(Name).Where(name => !rows.ContainsKey(name)).ToList();

        Assert.True(missing.Count == 0, "no row in docs/glossary.md: " + string.Join(", ", missing));
    }

    [Fact]
    public void Every_row_of_the_glossary_names_a_type_that_exists()
    {
        var names = PublicTypes.Select(Name).ToHashSet();

        var stray = Rows().Keys.Where(name => !names.Contains(name)).ToList();

        Assert.True(stray.Count == 0, "no such type in Core: " + string.Join(", ", stray));
    }

    [Fact]
    public void Every_public_type_of_Core_is_summarised_with_its_Chinese_term()
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Huanxin.Core.xml"));
        var summaries = documentation.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Value);

        var bare = PublicTypes.Where(type => !summaries.TryGetValue($"T:{type.FullName}", out var text) || !Chinese().IsMatch(text)).ToList();

        Assert.True(bare.Count == 0, "no Chinese term in the summary: " + string.Join(", ", bare.Select(Name)));
    }

    private static Dictionary<string, string> Rows() => Checkout.Read("docs", "glossary.md").Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells[1] is not ("Code" or "---"))
        .ToDictionary(cells => cells[1], cells => cells[2]);

    private static string Name(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
