using System.Text.Json;
using System.Text.RegularExpressions;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Api;

public sealed partial class ApiDocumentTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        browser = await app.SignedInAsync(Role.Designer);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_lists_every_route_with_its_answers_and_how_to_sign_in()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Equal(ApiGuide.RoutesOf(app).Where(route => route.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.Path.EndsWith("openapi.json", StringComparison.Ordinal))
            .Select(route => Constraint().Replace(route.Path, "")).Distinct().Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
        Assert.All(document.GetProperty("paths").EnumerateObject(), path =>
        {
            var get = path.Value.GetProperty("get");
            Assert.Matches("权限：.+。$", get.GetProperty("description").GetString()!);
            Assert.True(get.GetProperty("responses").TryGetProperty("422", out _));
        });
        Assert.Equal("cookie", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("session").GetProperty("in").GetString());
        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("ProblemAnswer").GetProperty("properties");
        Assert.All(new[] { "code", "title", "trace", "clause", "errors" }, name => Assert.True(problem.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Everything_the_document_says_is_said_in_Chinese()
    {
        var foreign = Descriptions(await DocumentAsync()).Where(text => !Chinese().IsMatch(text)).ToList();

        Assert.True(foreign.Count == 0, string.Join("\n", foreign));
    }

    [Fact]
    public async Task The_page_shows_each_route_and_needs_no_script_of_others()
    {
        var page = await browser.GetAsync("/api-docs");

        Assert.Contains("GET /api/v1/organisations/{id}/history", page.Text);
        Assert.Contains("属地区划代码，含其下级", page.Text);
        Assert.True(page.Has("#ProblemAnswer"));
        Assert.All(page.Document.QuerySelectorAll("script[src], link[href]"), element =>
            Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_is_for_those_who_are_signed_in()
    {
        using var nobody = app.Open();

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/openapi.json")).Status);
    }

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await browser.Client.GetStringAsync("/api/v1/openapi.json", Stop)).RootElement;

    private static IEnumerable<string> Descriptions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name is "description" or "summary" or "title" && property.Value.ValueKind == JsonValueKind.String
                ? [property.Value.GetString()!]
                : Descriptions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Descriptions),
        _ => [],
    };

    [GeneratedRegex(":[a-z]+(?=})")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
