using System.Text;
using System.Text.RegularExpressions;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>A power cut while the system carries out what a clerk confirmed on the page.</summary>
[BothDatabases]
public sealed partial class LedgerKillTests : IAsyncLifetime
{
    private const int Rows = 60_000;
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_confirmed_on_the_page_comes_in_whole_and_once_whenever_the_power_fails()
    {
        await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        var ledger = Encoding.UTF8.GetBytes("小区名称,户数\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"第{i}号院,{200 + i % 400}\n")));

        await using (var server = await WebServer.StartAsync(app.Database))
        {
            using var browser = server.Open();
            await browser.SignInAsync("clerk", TestApp.Password);
            var check = await browser.DropAsync(ledger, "台账.csv");
            var address = check.Response.RequestMessage!.RequestUri!.PathAndQuery;
            for (; check.Text.Contains("正在检查", StringComparison.Ordinal); check = await browser.GetAsync(address)) await Task.Delay(100, Stop);
            var begun = await browser.SubmitAsync(check, "", new { }, "form[action$='/confirm']");
            for (var page = check; !Begun().IsMatch(page.Text); page = await browser.GetAsync(begun.Next!)) await Task.Delay(10, Stop);
        }

        // Usually nothing yet; on a slow machine the kill may come too late. Never some of it.
        (int, ImportState)[] whole = [(0, ImportState.Queued), (Rows, ImportState.Imported)];
        Assert.Contains(await StandAsync(), whole);

        await using (await WebServer.StartAsync(app.Database))
        {
            while (await app.AskAsync(db => db.ImportRuns.AnyAsync(r => r.State == ImportState.Queued))) await Task.Delay(200, Stop);
        }

        Assert.Equal((Rows, ImportState.Imported), await StandAsync());
        Assert.Equal(1, await app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == "ledger.import")));
    }

    private Task<(int Communities, ImportState State)> StandAsync() =>
        app.AskAsync(async db => (await db.Communities.CountAsync(Stop), await db.ImportRuns.Select(r => r.State).SingleAsync(Stop)));

    [GeneratedRegex("已处理 [1-9]|已导入")]
    private static partial Regex Begun();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
