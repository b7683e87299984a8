using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

/// <summary>Posts are given and end at once, within what one may give.</summary>
[BothDatabases]
public sealed class PostPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_post_is_given_counts_at_once_and_ends_at_once()
    {
        var clerk = await app.HireAsync("worker", Role.Designer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/organisations")).Status);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var unread = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "Nonsense", Form__Place = "371002003" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.Status);
        Assert.Contains("“岗位”的内容无法识别", unread.Text);
        var given = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002003" });
        Assert.Equal(HttpStatusCode.SeeOther, given.Status);
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("/organisations")).Status);

        var post = await app.AskAsync(db => db.Postings.SingleAsync(p => p.AccountId == clerk.Id && p.Role == Role.StreetOfficer));
        await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/{post.Id}/ending", new { Form__Why = "调离" });
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/organisations")).Status);
        var again = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/{post.Id}/ending", new { Form__Why = "调离" });
        Assert.Contains("这个岗位已经解除", again.Text);
    }

    [Theory]
    [InlineData("371003", "不在您的管辖范围内")]
    [InlineData("371000", "不在您的管辖范围内")]
    public async Task A_post_beyond_ones_own_jurisdiction_is_refused(string place, string sentence)
    {
        var clerk = await app.HireAsync("worker", Role.Designer, Given.District);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "CityOfficer", Form__Place = place });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(sentence, page.Text);
    }

    [Fact]
    public async Task A_post_beyond_the_organisation_or_for_oneself_is_refused()
    {
        var clerk = await app.HireAsync("worker", Role.Designer, RegionCode.Of("371002003"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        var beyond = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002" });
        var own = await browser.SubmitAsync($"/accounts/{me.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002" });

        Assert.Contains("岗位的管辖地不在", beyond.Text);
        Assert.Contains("不能给自己授予或解除岗位", own.Text);
    }

    [Fact]
    public async Task An_account_moves_only_when_no_post_holds_it()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.KeepAsync(Given.Organisation("other", "另一个单位"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/edit", new { Form__Organisation = "other" });

        Assert.Contains("还有 1 个在任岗位", page.Text);
    }
}
