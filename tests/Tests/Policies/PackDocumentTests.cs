using System.Text.RegularExpressions;
using Huanxin.App.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Keeps the schema and docs/policy-packs.md true.</summary>
public partial class PackDocumentTests
{
    private static readonly string Guide = Checkout.Read("docs", "policy-packs.md");

    [Fact]
    public void The_schema_is_what_the_reader_reads() =>
        Assert.Equal(PackSchema.Text(), File.ReadAllText(Path.Combine(Shelf.Folder, "schema.json")));

    [Fact]
    public void The_guide_lists_every_rule_with_its_arguments()
    {
        var table = Between().Match(Guide).Groups[1].Value.Trim();

        Assert.Equal(RuleLabels.Table().Trim(), table);
    }

    [Fact]
    public void The_guide_names_every_section()
    {
        foreach (var section in PackShapes.File.Keys) Assert.Contains($"| `{section.Name}`", Guide,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_pack_in_the_guide_is_sound_where_it_is_put_on_the_shelf()
    {
        var packs = Example().Matches(Guide).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToArray();

        var report = PackCheck.Run(Shelf.FolderWith([.. Shelf.Shipped, .. packs]));

        Assert.NotEmpty(packs);
        Assert.Empty(report.All.Select(f => f.ToString()));
        Assert.Contains(report.Cases, c => c.Document == "EX25");
    }

    [Fact]
    public void The_guide_names_everything_money_may_be_used_for()
    {
        foreach (var purpose in PackWords.Purposes.Keys) Assert.Contains($"| `{purpose}`", Guide, StringComparison.Ordinal);
    }

    [GeneratedRegex("<!-- rules -->(.*)<!-- /rules -->", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex(@"```yaml\n# policies/(\S+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
