using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

[BothDatabases]
public sealed class OperationsPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(("HUANXIN_NODE", "node-7"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_says_how_the_installation_stands_in_plain_figures()
    {
        using var admin = await app.SignedInAsync(Role.SystemAdministrator, Given.City);
        app.Clock.Advance(TimeSpan.FromHours(3));

        var page = await admin.GetAsync("/operations");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("node-7", page.Text);
        Assert.Contains(TestDatabase.IsPostgres ? "PostgreSQL" : "SQLite（单节点）", page.Text);
        Assert.Matches(@"大小\s*[\d.]+ [KM]B", page.Text);
        Assert.Matches(@"已运行\s*3 小时 0 分钟", page.Text);
        Assert.Matches(@"待执行升级\s*0 个", page.Text);
        Assert.Matches(@"附件\s*0\s*个", page.Text);
    }

    [Fact]
    public async Task Only_those_who_run_the_installation_see_it()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/operations")).Status);
    }
}
