using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
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

        var open = posts.Where(route => route.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true } && !TakesJsonOnly(route))
            .Select(route => route.RoutePattern.RawText).ToList();

        Assert.NotEmpty(posts);
        Assert.True(open.Count == 0, "routes that write without a form token:\n" + string.Join("\n", open));
    }

    // A page of another site can send a form with the person's session, but no JSON.
    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=b")]
    [InlineData("text/plain")]
    public async Task A_route_for_programs_takes_JSON_and_nothing_a_form_could_send(string type)
    {
        await using var app = await TestApp.StartAsync();
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        using var body = new StringContent("""{ "name": "甲小区", "place": "371002" }""");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await clerk.Client.PostAsync("/api/v1/communities", body, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.MethodNotAllowed, $"{answer.StatusCode}");
        Assert.False(await app.AskAsync(db => db.Communities.AnyAsync()));
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

    private static bool TakesJsonOnly(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: ["application/json"], IsOptional: false };

    private static bool IsWriting(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);

    // EditForm puts its token in by itself; a plain form must say so.
    [GeneratedRegex("""<form[^>]*method="post".*?</form>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex PostForm();
}
