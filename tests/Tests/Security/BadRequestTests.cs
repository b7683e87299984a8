using System.Net;
using System.Text;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Security;

public sealed class BadRequestTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(("HUANXIN_RATE_LIMIT", "9"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_tries_to_sign_in_are_put_off_with_the_time_to_wait()
    {
        using var browser = app.Open();
        var page = await browser.GetAsync("/sign-in");
        for (var i = 0; i < 4; i++) page = await browser.SubmitAsync("/sign-in", new { Form__Name = "nobody", Form__Password = "wrong" });

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("请等一分钟后再试", page.Text);
        Assert.Equal(TimeSpan.FromMinutes(1), page.Response.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
        Assert.Equal(3, await app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == "sign-in.failed")));
    }

    [Fact]
    public async Task A_form_with_an_over_long_field_is_answered_with_the_limit()
    {
        using var browser = app.Open();

        var page = await PostAsync(browser, "/sign-in", new FormUrlEncodedContent([new("Form.Name", new string('长', 2 << 20))]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("一次提交最多 64 MB，其中一项文字最多 4 MB", page.Text);
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
    }

    [Fact]
    public async Task A_form_that_is_longer_than_any_request_may_be_is_not_even_read()
    {
        using var browser = app.Open();
        using var endless = new StreamContent(Stream.Null);
        endless.Headers.ContentLength = 1L << 40;
        endless.Headers.ContentType = new("application/x-www-form-urlencoded");

        var page = await PostAsync(browser, "/sign-in", endless);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno header at all")]
    [InlineData("multipart/form-data", "nothing")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%%%&&&=&")]
    [InlineData("application/json", "{}")]
    public async Task A_malformed_form_is_answered_with_a_page_that_says_what_to_do(string type, string body)
    {
        using var browser = app.Open();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var page = await PostAsync(browser, "/sign-in", content);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("刷新后重新提交", page.Text);
    }

    [Fact]
    public async Task A_path_that_is_no_path_and_a_number_that_is_no_number_are_not_found_or_said()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator, Given.City);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/files/Organisation/not-a-guid")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/files/..%2f..%2fetc%2fpasswd/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/%E4%B8%8D%E5%AD%98%E5%9C%A8")).Status);
    }

    [Fact]
    public async Task An_unknown_address_is_the_same_page_inside_and_outside_the_shell()
    {
        using var nobody = app.Open();
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Contains("没有找到", (await nobody.GetAsync("/no-such-page")).Text);
        var inside = await clerk.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, inside.Status);
        Assert.True(inside.Has(".user-menu"));
    }

    [Fact]
    public async Task An_address_asked_in_the_wrong_way_says_which_way_is_right()
    {
        using var browser = app.Open();

        var page = await browser.GetAsync("/sign-out");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
        Assert.Contains("不接受这种请求方式", page.Text);
        Assert.Equal(["POST"], page.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_bug_is_a_page_with_a_trace_number_and_no_word_of_its_cause()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await app.Database.TamperAsync($"ALTER TABLE delegations RENAME TO gone");

        var page = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
        Assert.DoesNotContain("delegations", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
    }

    private static async Task<Page> PostAsync(Browser browser, string url, HttpContent content) =>
        await Browser.PageAsync(await browser.Client.PostAsync(url, content, Stop));
}
