using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

[BothDatabases]
public sealed class MyAccountTests : IAsyncLifetime
{
    private const string NewPassword = "another horse 99";
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_shows_my_posts_and_what_protects_my_account()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/account");

        Assert.Contains("区市主管", page.Text);
        Assert.Contains("环翠区", page.Text);
        Assert.Contains("未开启", page.Text);
        Assert.Contains("登录", page.Of("ol.history"));
    }

    [Fact]
    public async Task Changing_the_password_ends_every_other_session()
    {
        using var here = await app.SignedInAsync(Role.DistrictOfficer);
        using var there = app.Open();
        await there.SignInAsync("clerk", TestApp.Password);

        var answer = await here.SubmitAsync("/account/password",
            new { Form__Current = TestApp.Password, Form__New = NewPassword, Form__Again = NewPassword });

        Assert.Equal("/account", answer.Next);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.Equal("/sign-in?next=%2Faccount", (await there.GetAsync("/account")).Next);
        await there.SignInAsync("clerk", NewPassword);
    }

    [Theory]
    [InlineData("wrong", NewPassword, NewPassword, "当前密码不正确")]
    [InlineData(TestApp.Password, "nine sign", "nine sign", "密码至少 10 位")]
    [InlineData(TestApp.Password, "my clerk password", "my clerk password", "不能包含登录名")]
    [InlineData(TestApp.Password, NewPassword, "something else 1", "两次输入的新密码不一致")]
    [InlineData(TestApp.Password, TestApp.Password, TestApp.Password, "不能与当前密码相同")]
    public async Task A_password_that_will_not_do_is_answered_with_the_reason(string current, string wanted, string again, string reason)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.SubmitAsync("/account/password", new { Form__Current = current, Form__New = wanted, Form__Again = again });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Text);
    }

    [Fact]
    public async Task Who_has_a_password_given_by_another_changes_it_before_anything_else()
    {
        var account = await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        await using (var db = app.Database.Open())
        {
            var stored = await db.Accounts.SingleAsync(a => a.Id == account.Id, TestContext.Current.CancellationToken);
            stored.SetPassword(stored.PasswordHash, "stamp", givenByOther: true);
            await db.SaveAsync(Given.Act(PeopleVerbs.ResetPassword), TestContext.Current.CancellationToken);
        }

        using var browser = app.Open();
        await browser.SignInAsync("clerk", TestApp.Password);

        Assert.Equal("/account/password", (await browser.GetAsync("/")).Next);
        await browser.SubmitAsync("/account/password", new { Form__Current = TestApp.Password, Form__New = NewPassword, Form__Again = NewPassword });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task With_the_code_app_on_a_password_alone_opens_nothing()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var key = await TurnOnAsync(browser);
        using var other = app.Open();

        var half = await other.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = TestApp.Password });
        Assert.Equal("/sign-in/code", half.Next);
        Assert.Equal("/sign-in?next=%2F", (await other.GetAsync("/")).Next);

        Assert.Contains("口令不正确", (await other.SubmitAsync("/sign-in/code", new { Form__Code = "000000" })).Text);
        Assert.Equal("/", (await other.SubmitAsync("/sign-in/code", new { Form__Code = Totp.Of(key.Key) })).Next);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var (_, codes) = await TurnOnAsync(browser);

        Assert.Equal(10, codes.Count);
        Assert.Equal("/", (await WithCodeAsync(codes[0])).Next);
        Assert.Contains("口令不正确", (await WithCodeAsync(codes[0])).Text);
    }

    [Fact]
    public async Task The_code_app_is_not_turned_on_by_a_wrong_code()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.SubmitAsync("/account/two-factor", new { Form__Code = "000000" }, "form:has([name=key])");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.False(await app.AskAsync(db => db.Accounts.Select(a => a.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        using var here = await app.SignedInAsync(Role.DistrictOfficer);
        using var there = app.Open();
        await there.SignInAsync("clerk", TestApp.Password);

        var answer = await here.SubmitAsync("/account/sessions", new { });

        Assert.Equal("/sign-in", answer.Next);
        Assert.Equal("/sign-in?next=%2F", (await here.GetAsync("/")).Next);
        Assert.Equal("/sign-in?next=%2F", (await there.GetAsync("/")).Next);
    }

    [Fact]
    public async Task A_lent_post_gives_its_rights_until_its_last_day_and_is_recorded_on_behalf_of_the_lender()
    {
        using var lender = await app.SignedInAsync(Role.DistrictOfficer, name: "lender");
        using var borrower = await app.SignedInAsync(Role.Designer, name: "borrower");
        var posting = await app.AskAsync(db => db.Postings.SingleAsync(p => p.Role == Role.DistrictOfficer));

        var answer = await lender.SubmitAsync("/account",
            new { Form__Posting = posting.Id, Form__To = "borrower", Form__Until = "2024-03-30", Form__Why = "出差" }, "#delegations form:last-of-type");
        Assert.Equal("/account", answer.Next);

        Assert.Contains("受托于 演示·lender", (await borrower.GetAsync("/account")).Text);
        await AssertMayAsync(borrower, true);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await borrower.SignInAsync("borrower", TestApp.Password);
        await AssertMayAsync(borrower, true);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await borrower.SignInAsync("borrower", TestApp.Password);
        await AssertMayAsync(borrower, false);
    }

    [Theory]
    [InlineData("lender", "2024-03-30", "不能委托给自己")]
    [InlineData("borrower", "2024-03-27", "委托截止日须在今天之后")]
    [InlineData("nobody", "2024-03-30", "没有这个登录名")]
    public async Task A_delegation_that_will_not_do_is_answered_with_the_reason_and_keeps_what_was_typed(string to, string until, string reason)
    {
        using var lender = await app.SignedInAsync(Role.DistrictOfficer, name: "lender");
        await app.HireAsync("borrower", Role.Designer, Given.District);
        var posting = await app.AskAsync(db => db.Postings.SingleAsync(p => p.Role == Role.DistrictOfficer));

        var page = await lender.SubmitAsync("/account",
            new { Form__Posting = posting.Id, Form__To = to, Form__Until = until, Form__Why = "出差去省里" }, "#delegations form:last-of-type");

        Assert.Contains(reason, page.Text);
        Assert.Contains("value=\"出差去省里\"", page.Html);
    }

    private static async Task AssertMayAsync(Browser browser, bool may) =>
        Assert.Equal(may, (await browser.GetAsync("/account")).Text.Contains("区市主管", StringComparison.Ordinal));

    private async Task<Page> WithCodeAsync(string code)
    {
        var browser = app.Open();
        await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = TestApp.Password });
        return await browser.SubmitAsync("/sign-in/code", new { Form__Code = code });
    }

    private static async Task<(string Key, List<string> Codes)> TurnOnAsync(Browser browser)
    {
        var page = await browser.GetAsync("/account/two-factor");
        var key = page.Of("p.hint code");
        var done = await browser.SubmitAsync(page, "/account/two-factor", new { Form__Code = Totp.Of(key) }, "form:has([name=key])");
        return (key, [.. done.Document.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }
}
