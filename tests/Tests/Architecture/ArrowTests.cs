using System.Text.RegularExpressions;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Architecture;

public sealed partial class ArrowTests
{
    private static readonly string[] Features =
    [
        "Kernel", "Policies", "People", "Communities", "Programmes", "Works", "Checkups", "Consultation", "Voting", "Schemes", "Approvals",
        "Contracts", "Progress", "Funds", "Inspections", "Acceptance", "Stewardship", "Complaints", "Evaluation", "Reporting",
    ];

    // Rooms of a trade, not of a feature: they serve all features of their project.
    private static readonly string[] Trades =
        ["Data", "Files", "Exchange", "Security", "Operations", "Ui", "Problems", "History", "Migrations", "Sqlite", "Postgres", "Commands", "Work", "Public", "Api"];

    [Fact]
    public void Core_references_nothing_but_the_runtime()
    {
        var references = typeof(Act).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.All(references, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard", name));
    }

    [Fact]
    public void App_knows_neither_Web_nor_Cli()
    {
        var references = typeof(App.Settings).Assembly.GetReferencedAssemblies().Select(a => a.Name);

        Assert.DoesNotContain(references, name => name is "Huanxin.Web" or "Huanxin.Cli");
    }

    [Fact]
    public void A_feature_of_Core_never_looks_back_at_a_later_one()
    {
        var faults = new List<string>();
        foreach (var file in Checkout.Files("src/Core", "*.cs"))
        {
            // A trade serves every feature, so it may look at the kernel alone.
            var own = Math.Max(0, Array.IndexOf(Features, FeatureOf("Core", file)));
            foreach (Match use in Used().Matches(File.ReadAllText(file)))
            {
                if (Array.IndexOf(Features, use.Groups[1].Value) > own) faults.Add($"{Path.GetFileName(file)} → {use.Value}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("App")]
    [InlineData("Web")]
    public void Every_folder_is_a_feature_or_a_trade(string project)
    {
        var strangers = Directory.GetDirectories(Path.Combine(Checkout.Root, "src", project)).Select(Path.GetFileName)
            .Where(name => name is not ("wwwroot" or "obj" or "bin" or "Properties"))
            .Where(name => !Features.Contains(name) && !Trades.Contains(name)).ToList();

        Assert.True(strangers.Count == 0, string.Join(", ", strangers));
    }

    private static string FeatureOf(string project, string file) =>
        Path.GetRelativePath(Path.Combine(Checkout.Root, "src", project), file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"(?:using |\b)Huanxin\.Core\.(\w+)")]
    private static partial Regex Used();
}
