using System.Text.RegularExpressions;
using Huanxin.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Xunit;

namespace Huanxin.Tests.Security;

public sealed partial class FormTokenTests
{
    [Fact]
    public async Task Every_route_that_takes_a_post_asks_for_the_token_of_its_form()
    {
        await using var app = await TestApp.StartAsync();
        var posts = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(IsWriting) ?? false).ToList();

        var open = posts.Where(route => route.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
            .Select(route => route.RoutePattern.RawText).ToList();

        Assert.NotEmpty(posts);
        Assert.True(open.Count == 0, "routes that write without a form token:\n" + string.Join("\n", open));
    }

    [Fact]
    public void Every_form_that_posts_carries_a_token()
    {
        var bare = new List<string>();
        foreach (var file in Checkout.Files("src/Web", "*.razor"))
        {
            foreach (Match form in PostForm().Matches(File.ReadAllText(file)))
            {
                if (!form.Value.Contains("<AntiforgeryToken", StringComparison.Ordinal)) bare.Add($"{Path.GetFileName(file)}: {form.Value.Split('\n')[0]}");
            }
        }

        Assert.True(bare.Count == 0, "forms without a token:\n" + string.Join("\n", bare));
    }

    private static bool IsWriting(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);

    // EditForm puts its token in by itself; a plain form must say so.
    [GeneratedRegex("""<form[^>]*method="post".*?</form>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex PostForm();
}
