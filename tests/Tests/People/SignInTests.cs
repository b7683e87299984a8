using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

[BothDatabases]
public sealed class SignInTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();

        var turned = await browser.GetAsync("/");
        Assert.Equal("/sign-in?next=%2F", turned.Next);

        var page = await browser.SubmitAsync("/sign-in?next=%2F", new { Form__Name = "Clerk ", Form__Password = TestApp.Password });
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (page.Status, page.Next));
        Assert.Contains("我的工作", (await browser.GetAsync("/")).Text);
    }

    [Theory]
    [InlineData("clerk", "wrong password")]
    [InlineData("nobody", "wrong password")]
    public async Task A_wrong_password_and_an_unknown_name_sound_alike(string name, string password)
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();

        var page = await browser.SubmitAsync("/sign-in", new { Form__Name = name, Form__Password = password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("登录名或密码不正确", page.Text);
    }

    [Fact]
    public async Task Missing_fields_are_all_named_at_once_and_the_name_is_kept()
    {
        using var browser = app.Open();

        var page = await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写密码", page.Text);
        Assert.Contains("value=\"clerk\"", page.Html);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();
        for (var i = 0; i < 4; i++) await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "wrong" });

        var fifth = await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "wrong" });
        Assert.Contains("已锁定", fifth.Text);

        var right = await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = TestApp.Password });
        Assert.Contains("已锁定", right.Text);

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await browser.SignInAsync("clerk", TestApp.Password);
    }

    [Fact]
    public async Task Every_try_to_sign_in_is_an_act()
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();
        await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "wrong" });
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.SubmitAsync("/sign-in", new { Form__Name = "nobody", Form__Password = "wrong" });
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.SignInAsync("clerk", TestApp.Password);

        var verbs = await app.AskAsync(db => db.Acts.Where(a => a.Verb.StartsWith("sign-in")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());

        Assert.Equal(["sign-in.failed", "sign-in.failed", "sign-in.done"], verbs);
    }

    [Fact]
    public async Task A_disabled_account_is_out_with_the_next_click()
    {
        var account = await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();
        await browser.SignInAsync("clerk", TestApp.Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);

        await using (var db = app.Database.Open())
        {
            var stored = await db.Accounts.SingleAsync(a => a.Id == account.Id, TestContext.Current.CancellationToken);
            stored.Disable(Given.Act(PeopleVerbs.DisableAccount, why: "离职"), "other");
            await db.SaveAsync(Given.Act(PeopleVerbs.DisableAccount, why: "离职"), TestContext.Current.CancellationToken);
        }

        Assert.Equal("/sign-in?next=%2F", (await browser.GetAsync("/")).Next);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.SubmitAsync("/", new { }, "form[action='/sign-out']");

        Assert.Equal("/sign-in", page.Next);
        Assert.Equal("/sign-in?next=%2F", (await browser.GetAsync("/")).Next);
    }

    [Fact]
    public async Task A_next_address_outside_the_product_is_not_followed()
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        using var browser = app.Open();

        var page = await browser.SubmitAsync("/sign-in?next=%2F%2Fevil.example", new { Form__Name = "clerk", Form__Password = TestApp.Password });

        Assert.Equal("/", page.Next);
    }

    [Fact]
    public async Task A_broken_session_cookie_is_no_session_and_no_fault()
    {
        using var browser = app.Open();
        browser.Client.DefaultRequestHeaders.Add("Cookie", "huanxin=not-a-session");

        Assert.Equal("/sign-in?next=%2F", (await browser.GetAsync("/")).Next);
    }

    [Fact]
    public async Task A_forged_form_token_is_refused_with_a_page_that_says_what_to_do()
    {
        using var browser = app.Open();
        await browser.GetAsync("/sign-in");

        var answer = await Browser.PageAsync(await browser.Client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["Form.Name"] = "clerk", ["Form.Password"] = "x", ["__RequestVerificationToken"] = "forged",
        }), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("刷新后重新提交", answer.Text);
    }
}
