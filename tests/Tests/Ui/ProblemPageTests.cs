using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Ui;

public sealed class ProblemPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(("HUANXIN_RATE_LIMIT", "9"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere/at/all?q=1")]
    public async Task An_unknown_address_is_a_page_in_Chinese_with_a_trace_number(string address)
    {
        using var browser = app.Open();
        var page = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("没有找到", page.Of("h1"));
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
        Assert.True(page.Has("a[href='/sign-in']"));
        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(page.Response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task What_ones_post_does_not_allow_is_a_page_in_Chinese_with_a_trace_number()
    {
        using var browser = await app.SignedInAsync(Role.Designer);
        var page = await browser.GetAsync("/organisations");

        Assert.Equal((HttpStatusCode.Forbidden, "没有权限"), (page.Status, page.Of("h1")));
        Assert.Contains("系统管理员", page.Text);
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
    }

    [Fact]
    public async Task A_refusal_without_a_form_of_its_own_is_a_page_with_its_sentence_and_a_trace_number()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var list = await browser.GetAsync("/organisations");
        const string form = "form[action='/saved-views']";
        await browser.SubmitAsync(list, "/organisations", new { name = "我的" }, form);
        var page = await browser.SubmitAsync(list, "/organisations", new { name = "我的" }, form);

        Assert.Equal((HttpStatusCode.Conflict, "不予办理"), (page.Status, page.Of("h1")));
        Assert.Contains("视图", page.Text);
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
    }

    [Fact]
    public async Task Who_is_signed_in_keeps_the_navigation_on_a_problem_page()
    {
        using var browser = await app.SignedInAsync(Role.StreetOfficer);
        var page = await browser.GetAsync("/nowhere");

        Assert.True(page.Has("nav.side"));
        Assert.False(page.Has("main a[href='/sign-in']"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        using var browser = app.Open();
        using var forged = new FormUrlEncodedContent([new("Form.Name", "clerk"), new("_handler", "sign-in")]);
        var page = await Browser.PageAsync(await browser.Client.PostAsync("/sign-in", forged, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("没有办理", page.Of("h1"));
    }

    [Fact]
    public async Task Too_many_tries_are_answered_with_a_page()
    {
        using var browser = app.Open();
        var page = await browser.GetAsync("/sign-in");
        for (var tries = 0; tries < 5; tries++)
        {
            page = await browser.SubmitAsync("/sign-in", new { Form__Name = "nobody", Form__Password = "wrong" });
            if (page.Status == HttpStatusCode.TooManyRequests) break;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("请稍等", page.Of("h1"));
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
    }
}
