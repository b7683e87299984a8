using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Api;

public sealed class ApiGuideTests
{
    [Fact]
    public async Task The_guide_says_what_the_product_does()
    {
        await using var app = await TestApp.StartAsync();
        var now = ApiGuide.Write(app);
        var fresh = Path.Combine(Checkout.Root, "artifacts", "api.md");
        Directory.CreateDirectory(Path.GetDirectoryName(fresh)!);
        await File.WriteAllTextAsync(fresh, now, TestContext.Current.CancellationToken);

        Assert.True(Checkout.Read("docs", "api.md") == now, "docs/api.md is stale: look at artifacts/api.md, then cp artifacts/api.md docs/api.md");
    }

    [Fact]
    public void Every_refusal_has_a_dotted_code_and_a_whole_sentence_in_Chinese()
    {
        var refusals = ApiGuide.Refusals();

        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal =>
        {
            Assert.Matches(@"^[a-z]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$", refusal.Code);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", refusal.Sentence);
        });
    }
}
