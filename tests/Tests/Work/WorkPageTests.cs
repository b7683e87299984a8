using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Work;

[BothDatabases]
public sealed class WorkPageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Many_readers_at_once_all_get_their_page()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => browser.GetAsync("/")));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
    }

    [Fact]
    public async Task A_page_that_breaks_half_way_is_answered_with_a_sentence_and_a_trace_number()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        await BreakTheWorkPageAsync();

        var page = await browser.GetAsync("/");

        Assert.True(page.Status >= HttpStatusCode.InternalServerError);
        Assert.Contains("追踪号", page.Text);
    }

    // The work page asks for delegations after the shell was drawn: with the table gone it fails half-way.
    private async Task BreakTheWorkPageAsync()
    {
        await using var db = app.Database.Open();
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE delegations RENAME TO gone";
        await command.ExecuteNonQueryAsync();
    }
}
