using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Security;

public sealed class HeaderTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(("HUANXIN_BEHIND_PROXY", "1"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/nowhere.js", HttpStatusCode.NotFound)]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/sign-out", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_kind_of_answer_carries_the_headers(string address, HttpStatusCode status)
    {
        using var browser = app.Open();

        var answer = await browser.Client.GetAsync(address, Stop);

        Assert.Equal(status, answer.StatusCode);
        AssertSafe(answer);
    }

    [Fact]
    public async Task An_answer_to_a_bug_carries_them_too()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await app.Database.TamperAsync($"ALTER TABLE delegations RENAME TO gone");

        var answer = await browser.Client.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertSafe(answer);
    }

    [Fact]
    public async Task Browsers_are_told_to_keep_to_TLS_only_behind_a_proxy_that_speaks_it()
    {
        Assert.True((await AskAsync("https")).Headers.Contains("Strict-Transport-Security"));
        Assert.False((await AskAsync("http")).Headers.Contains("Strict-Transport-Security"));

        await using var bare = await TestApp.StartAsync();
        using var client = bare.CreateClient();
        using var forged = new HttpRequestMessage(HttpMethod.Get, "http://huanxin.test/sign-in") { Headers = { { "X-Forwarded-Proto", "https" } } };
        Assert.False((await client.SendAsync(forged, Stop)).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Cookies_are_closed_to_scripts_and_other_sites_and_for_TLS_only_where_there_is_TLS(string scheme, bool isSecure)
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        browser.Client.BaseAddress = new Uri($"{scheme}://localhost");
        var form = await browser.GetAsync("/sign-in");
        var session = await browser.SubmitAsync(form, "/sign-in", new { Form__Name = "clerk", Form__Password = TestApp.Password });

        var cookies = form.Response.Headers.GetValues("Set-Cookie").Concat(session.Response.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Contains(cookies, cookie => cookie.StartsWith("huanxin-form=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("huanxin=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(cookie.StartsWith("huanxin-form", StringComparison.Ordinal) ? "samesite=strict" : "samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private async Task<HttpResponseMessage> AskAsync(string scheme)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://huanxin.test/sign-in") { Headers = { { "X-Forwarded-Proto", scheme } } };
        return await client.SendAsync(request, Stop);
    }

    private static void AssertSafe(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
