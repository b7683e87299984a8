using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Security;

[BothDatabases]
public sealed class OutageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task While_the_database_is_gone_pages_say_so_and_afterwards_nothing_is_lost()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var before = await app.AskAsync(db => db.Acts.CountAsync());
        var form = await browser.GetAsync("/account/password");
        var fields = new { Form__Current = TestApp.Password, Form__New = "nine mountains 9", Form__Again = "nine mountains 9" };

        await app.Database.TakeAwayAsync();
        var page = await browser.GetAsync("/");
        var post = await browser.SubmitAsync(form, "/account/password", fields);
        var ready = await browser.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        await app.Database.BringBackAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("数据库", page.Text);
        Assert.Matches("^[0-9a-f]{16}$", page.Of(".trace code"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, post.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(before, await app.AskAsync(db => db.Acts.CountAsync()));
        Assert.Equal("/account", (await browser.SubmitAsync("/account/password", fields)).Next);
    }
}
