using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

/// <summary>Who is let in: accounts disabled, unlocked, given a new password, freed of a lost device.</summary>
[BothDatabases]
public sealed class AccountAccessTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Disabling_needs_a_reason_ends_the_session_and_is_not_for_oneself()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync($"/accounts/{clerk.Id}/disabling", new { })).Status);
        Assert.Contains("不能停用自己的账户", (await browser.SubmitAsync($"/accounts/{me.Id}/disabling", new { Form__Why = "离职" })).Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync($"/accounts/{clerk.Id}/disabling", new { Form__Why = "离职" })).Status);

        Assert.Equal("/sign-in?next=%2F", (await worker.GetAsync("/")).Next);
        Assert.Contains("已停用", (await browser.GetAsync($"/accounts/{clerk.Id}")).Of("h1"));
        Assert.Contains("离职", (await browser.GetAsync($"/accounts/{clerk.Id}")).Text);
        await browser.SubmitAsync($"/accounts/{clerk.Id}/enabling", new { Form__Why = "返聘" });
        await worker.SignInAsync("worker", TestApp.Password);
    }

    [Fact]
    public async Task A_locked_account_is_unlocked_before_the_quarter_of_an_hour_is_over()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        for (var i = 0; i < 5; i++) await worker.SubmitAsync("/sign-in", new { Form__Name = "worker", Form__Password = "wrong" });
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        Assert.Contains("锁定", (await browser.GetAsync($"/accounts/{clerk.Id}")).Of("h1"));

        await browser.SubmitAsync($"/accounts/{clerk.Id}/unlocking", new { Form__Why = "本人来电" });

        await worker.SignInAsync("worker", TestApp.Password);
    }

    [Fact]
    public async Task A_reset_password_ends_the_session_and_the_new_one_works()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/password-reset", new { Form__Why = "忘记密码" });

        Assert.Equal("/sign-in?next=%2F", (await worker.GetAsync("/")).Next);
        await worker.SignInAsync("worker", page.Of(".first-password"));
    }

    [Fact]
    public async Task Who_has_posts_beyond_ones_jurisdiction_is_not_taken_over_and_neither_is_oneself()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.ChangeAsync(async db =>
        {
            var wide = Given.Organisation("wide", "市级单位", Given.City);
            db.Add(wide);
            var account = await db.Accounts.SingleAsync(a => a.Id == clerk.Id);
            db.Add(Posting.Give(Given.Act(PeopleVerbs.GivePosting), Given.Id(), account, wide, Role.CityOfficer, Given.City));
        });
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        var beyond = await browser.SubmitAsync($"/accounts/{clerk.Id}/password-reset", new { Form__Why = "忘记密码" });
        var own = await browser.SubmitAsync($"/accounts/{me.Id}/second-factor-reset", new { Form__Why = "换手机" });

        Assert.Contains("您管辖范围以外的岗位", beyond.Text);
        Assert.Contains("账号与安全", own.Text);
        Assert.False(beyond.Has(".first-password"));
    }

    [Fact]
    public async Task The_second_factor_is_taken_away_when_the_device_is_lost()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.ChangeAsync(async db => (await db.Accounts.SingleAsync(a => a.Id == clerk.Id)).SetTwoFactor(true));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        await browser.SubmitAsync($"/accounts/{clerk.Id}/second-factor-reset", new { Form__Why = "手机丢失" });

        Assert.False(await app.AskAsync(db => db.Accounts.Where(a => a.Id == clerk.Id).Select(a => a.TwoFactorEnabled).SingleAsync()));
    }
}
