using Huanxin.App.Data;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Storage;

/// <summary>What was read stays true as long as the database names the same moment.</summary>
[BothDatabases]
public sealed class MomentTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private AppDb watching = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => watching = (database = await TestDatabase.CreateAsync()).Open();

    public async ValueTask DisposeAsync()
    {
        await watching.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_moment_is_another_after_every_commit_of_anybody()
    {
        var before = await NowAsync();
        await using (var other = database.Open("another node"))
        {
            other.Add(Given.Organisation());
            await other.SaveAsync(Given.Act(), Stop);
        }

        var after = await NowAsync();
        watching.Add(Given.Organisation("371002-other"));
        await watching.SaveAsync(Given.Act(), Stop);

        Assert.Equal(3, new[] { before, after, await NowAsync() }.Distinct().Count());
    }

    [Fact]
    public async Task What_is_written_and_not_yet_committed_makes_another_moment_when_it_is()
    {
        await using var other = database.Open();
        await using var bulk = await BulkSave.BeginAsync(other, Given.Act(), Stop);
        await bulk.InsertAsync([Given.Organisation()], Stop);
        var open = await NowAsync();
        Assert.Equal(0, await watching.Organisations.CountAsync(Stop));

        await bulk.CommitAsync(Stop);

        Assert.NotEqual(open, await NowAsync());
        Assert.Equal(1, await watching.Organisations.CountAsync(Stop));
    }

    private Task<string> NowAsync() => watching.Dialect.MomentAsync(watching, Stop);
}
