using Huanxin.App.Data;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Storage;

[BothDatabases]
public sealed class ChainTests : IAsyncLifetime
{
    private readonly FixedClock clock = FixedClock.OnTheTwentyEighth();
    private TestDatabase database = null!;
    private SealWitness witness = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        witness = new SealWitness(Path.Combine(database.DataFolder, "seals.log"));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task An_untouched_chain_is_sound()
    {
        await WriteActsAsync(7);
        Assert.Equal(7, await SealAsync());

        Assert.Equal(new ChainVerdict(7, 0, ChainFault.None), await VerifyAsync() with { Head = "" });
    }

    [Fact]
    public async Task Acts_that_still_wait_for_their_seal_are_sound_too()
    {
        await WriteActsAsync(2);
        await SealAsync();
        await WriteActsAsync(1, from: 2);

        Assert.Equal(new ChainVerdict(2, 1, ChainFault.None), await VerifyAsync() with { Head = "" });
    }

    [Fact]
    public async Task An_altered_reason_is_found()
    {
        var bad = await WriteAndSealAsync(5, bad: 3);
        await database.TamperAsync($"""UPDATE acts SET "Why" = '改过' WHERE "Id" = {Key(bad)}""");

        Assert.Equal(new ChainVerdict(2, 0, ChainFault.ActAltered, 3, bad), await VerifyAsync());
    }

    [Fact]
    public async Task An_altered_value_in_a_change_is_found()
    {
        var bad = await WriteAndSealAsync(5, bad: 4);
        await database.TamperAsync($"""UPDATE changes SET "New" = '99' WHERE "ActId" = {Key(bad)}""");

        Assert.Equal(new ChainVerdict(3, 0, ChainFault.ActAltered, 4, bad), await VerifyAsync());
    }

    [Fact]
    public async Task A_removed_act_is_found()
    {
        var bad = await WriteAndSealAsync(5, bad: 2);
        await database.TamperAsync($"""DELETE FROM changes WHERE "ActId" = {Key(bad)}""");
        await database.TamperAsync($"""DELETE FROM acts WHERE "Id" = {Key(bad)}""");

        Assert.Equal(new ChainVerdict(1, 0, ChainFault.ActRemoved, 2, bad), await VerifyAsync());
    }

    [Fact]
    public async Task A_removed_act_with_its_seal_is_found()
    {
        var bad = await WriteAndSealAsync(5, bad: 2);
        await database.TamperAsync($"""DELETE FROM seals WHERE "Number" = 2""");

        Assert.Equal(ChainFault.SealMissing, (await VerifyAsync()).Fault);
        Assert.Equal(2, (await VerifyAsync()).Number);
    }

    [Fact]
    public async Task The_newest_acts_cut_off_with_their_seals_are_missed_by_the_witness()
    {
        var newest = await WriteAndSealAsync(5, bad: 5);
        await database.TamperAsync($"""DELETE FROM seals WHERE "Number" = 5""");
        await database.TamperAsync($"""DELETE FROM changes WHERE "ActId" = {Key(newest)}""");
        await database.TamperAsync($"""DELETE FROM acts WHERE "Id" = {Key(newest)}""");

        Assert.Equal(new ChainVerdict(4, 0, ChainFault.NewestCutOff, 5), await VerifyAsync());
    }

    [Fact]
    public async Task An_inserted_act_is_found()
    {
        var id = await WriteAndSealAsync(3, bad: 3);
        await database.TamperAsync($"""INSERT INTO acts SELECT {Key(Given.Id())}, "At", "AccountId", "ActorName", "OnBehalfOf", "Verb", "Why", "Source", "Node" FROM acts WHERE "Id" = {Key(id)}""");

        Assert.Equal(ChainFault.ActInserted, (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Two_acts_that_changed_places_are_found()
    {
        await WriteAndSealAsync(5, bad: 2);
        await database.TamperAsync($"""UPDATE seals SET "Number" = 99 WHERE "Number" = 2""");
        await database.TamperAsync($"""UPDATE seals SET "Number" = 2 WHERE "Number" = 3""");
        await database.TamperAsync($"""UPDATE seals SET "Number" = 3 WHERE "Number" = 99""");

        var verdict = await VerifyAsync();
        Assert.Equal((ChainFault.ActAltered, 2L), (verdict.Fault, verdict.Number));
    }

    [Fact]
    public async Task A_chain_computed_anew_without_the_keyring_is_found()
    {
        var bad = await WriteAndSealAsync(1, bad: 1);
        var forged = Convert.ToHexString(new byte[32]);
        var bytes = TestDatabase.IsPostgres ? $"'\\x{forged}'" : $"X'{forged}'";
        await database.TamperAsync($"""UPDATE seals SET "Hash" = {bytes} WHERE "Number" = 1""");

        Assert.Equal(new ChainVerdict(0, 0, ChainFault.SealForged, 1, bad), await VerifyAsync());
    }

    [Fact]
    public async Task An_act_altered_before_its_seal_stops_the_sealing()
    {
        var ids = await WriteActsAsync(1);
        await database.TamperAsync($"""UPDATE acts SET "Why" = '改过' WHERE "Id" = {Key(ids[0])}""");

        await Assert.ThrowsAsync<TamperedAct>(SealAsync);
        Assert.Equal(ChainFault.WaitingActAltered, (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Several_nodes_that_seal_at_once_make_one_chain()
    {
        await WriteActsAsync(60);

        var sealers = Enumerable.Range(0, 4).Select(async node =>
        {
            for (var round = 0; round < 20; round++)
            {
                await using var db = database.Open($"node{node}");
                await NewSealer().SealAsync(db, TestContext.Current.CancellationToken);
            }
        });
        await Task.WhenAll(sealers);
        await SealAsync();

        Assert.Equal((60, ChainFault.None), ((int)(await VerifyAsync()).Proven, (await VerifyAsync()).Fault));
    }

    [Fact]
    public async Task A_large_import_is_one_link_of_the_chain()
    {
        await using var db = database.Open();
        await using (var bulk = await BulkSave.BeginAsync(db, Given.Act(PeopleVerbs.ImportOrganisations), TestContext.Current.CancellationToken))
        {
            await bulk.InsertAsync(Enumerable.Range(0, 3000).Select(i => Given.Organisation($"bulk-{i}")), TestContext.Current.CancellationToken);
            await bulk.CommitAsync(TestContext.Current.CancellationToken);
        }

        await SealAsync();

        Assert.Equal(new ChainVerdict(1, 0, ChainFault.None), await VerifyAsync() with { Head = "" });
    }

    private static string Key(Guid id) => TestDatabase.IsPostgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private Sealer NewSealer() => new(clock, TestDatabase.Cipher, witness);

    private async Task<Guid> WriteAndSealAsync(int count, int bad)
    {
        var ids = await WriteActsAsync(count);
        await SealAsync();
        return ids[bad - 1];
    }

    private async Task<List<Guid>> WriteActsAsync(int count, int from = 0)
    {
        var ids = new List<Guid>();
        for (var i = from; i < from + count; i++)
        {
            await using var db = database.Open();
            db.Add(Given.Organisation($"o-{i}"));
            var act = Given.Act(why: $"第{i}次", at: Given.At.AddMinutes(i));
            await db.SaveAsync(act, TestContext.Current.CancellationToken);
            ids.Add(act.Id);
        }

        return ids;
    }

    private async Task<int> SealAsync()
    {
        await using var db = database.Open();
        return await NewSealer().SealAsync(db, TestContext.Current.CancellationToken);
    }

    private async Task<ChainVerdict> VerifyAsync()
    {
        await using var db = database.Open();
        return await new ChainCheck(TestDatabase.Cipher, witness).RunAsync(db, TestContext.Current.CancellationToken);
    }
}
