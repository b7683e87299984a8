using System.Text.RegularExpressions;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Ui;

public sealed class IconTests
{
    private static readonly Regex Named = new("Icon(?:(?: Name)?=|\\()\"([a-z0-9-]+)\"");

    [Fact]
    public void Every_icon_that_is_named_is_in_the_sprite()
    {
        var web = Path.Combine(Checkout.Root, "src", "Web");
        var sprite = File.ReadAllText(Path.Combine(web, "wwwroot", "lib", "tabler-icons", "icons.svg"));
        var named = Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Named.Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Concat(Huanxin.Web.Ui.Navigation.Entries.Select(e => e.Icon))
            .Distinct();

        Assert.All(named, name => Assert.Contains($"id=\"{name}\"", sprite, StringComparison.Ordinal));
    }
}
