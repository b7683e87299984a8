using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Storage;

[BothDatabases]
public sealed class SaveTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_plain_save_is_refused_in_both_forms()
    {
        await using var db = database.Open();
        db.Add(Given.Organisation());

        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_record_is_told_once_with_all_its_first_values()
    {
        await using var db = database.Open();
        var organisation = Given.Organisation(name: "环翠区住建局");
        db.Add(organisation);
        var act = Given.Act(why: "首次登记");

        await db.SaveAsync(act, TestContext.Current.CancellationToken);

        var change = Assert.Single(await db.Changes.Where(c => c.ActId == act.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((ChangeKind.Created, nameof(Organisation), organisation.Id.ToString()), (change.Kind, change.RecordType, change.RecordKey));
        Assert.Contains("\"Name\":\"环翠区住建局\"", change.New);
        Assert.Contains("\"Place\":\"371002\"", change.New);
        Assert.Equal(1, organisation.Version);
    }

    [Fact]
    public async Task What_a_new_record_does_not_say_and_what_follows_from_the_rest_is_not_told()
    {
        await using var db = database.Open();
        var community = CommunityGiven.Community("滨海 小区");
        db.Add(community);
        var act = Given.Act(why: "首次登记");

        await db.SaveAsync(act, TestContext.Current.CancellationToken);

        var change = Assert.Single(await db.Changes.Where(c => c.ActId == act.Id).ToListAsync(TestContext.Current.CancellationToken));
        using var told = JsonDocument.Parse(change.New!);
        Assert.Equal("滨海 小区", told.RootElement.GetProperty(nameof(Community.Name)).GetString());
        foreach (var silent in new[] { nameof(Community.Id), nameof(Community.Aliases), nameof(Community.Code), nameof(Community.NameKey), nameof(Community.Finding) })
        {
            Assert.False(told.RootElement.TryGetProperty(silent, out _), silent);
        }

        community.Describe(CommunityProfile.Of(community) with { Name = "滨河小区", Aliases = ["滨海小区"] });
        var renaming = Given.Act(why: "更名");
        await db.SaveAsync(renaming, TestContext.Current.CancellationToken);

        var fields = await db.Changes.Where(c => c.ActId == renaming.Id).Select(c => c.Field).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([nameof(Community.Aliases), nameof(Community.Name)], fields.Order());
    }

    [Fact]
    public async Task A_changed_record_is_told_field_by_field_with_before_and_after()
    {
        await using var db = database.Open();
        var organisation = Given.Organisation(name: "旧名");
        db.Add(organisation);
        await db.SaveAsync(Given.Act(), TestContext.Current.CancellationToken);
        organisation.Describe(new OrganisationFacts("新名", organisation.Kind, organisation.Place));
        var act = Given.Act(PeopleVerbs.ChangeOrganisation);

        await db.SaveAsync(act, TestContext.Current.CancellationToken);

        var change = Assert.Single(await db.Changes.Where(c => c.ActId == act.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Name", "\"旧名\"", "\"新名\""), (change.Field, change.Old, change.New));
        Assert.Equal(2, organisation.Version);
    }

    [Fact]
    public async Task An_act_without_changes_is_kept_only_when_it_is_an_event()
    {
        await using var db = database.Open();

        await db.SaveAsync(Given.Act(PeopleVerbs.ChangeOrganisation), TestContext.Current.CancellationToken);
        await db.SaveAsync(Given.Act(PeopleVerbs.SignInFailed), TestContext.Current.CancellationToken);

        Assert.Equal(PeopleVerbs.SignInFailed.Code, (await db.Acts.SingleAsync(TestContext.Current.CancellationToken)).Verb);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_both_versions_instead_of_overwriting()
    {
        var organisation = Given.Organisation(name: "原名");
        await using (var db = database.Open())
        {
            db.Add(organisation);
            await db.SaveAsync(Given.Act(), TestContext.Current.CancellationToken);
        }

        await using var first = database.Open();
        await using var second = database.Open();
        var mine = await first.Organisations.SingleAsync(TestContext.Current.CancellationToken);
        var theirs = await second.Organisations.SingleAsync(TestContext.Current.CancellationToken);
        theirs.Describe(new OrganisationFacts("他人改名", mine.Kind, mine.Place));
        await second.SaveAsync(Given.Act(PeopleVerbs.ChangeOrganisation), TestContext.Current.CancellationToken);
        mine.Describe(new OrganisationFacts("我改的名", mine.Kind, mine.Place));

        var conflict = await Assert.ThrowsAsync<EditConflict>(
            () => first.SaveAsync(Given.Act(PeopleVerbs.ChangeOrganisation), TestContext.Current.CancellationToken));

        Assert.Equal("他人改名", conflict.Theirs["Name"]);
        Assert.Equal("我改的名", ((Organisation)conflict.Mine).Name);
        Assert.Equal(2, conflict.Version);
    }

    [Fact]
    public async Task A_taken_sign_in_name_is_a_refusal_and_leaves_nothing_behind()
    {
        await using var db = database.Open();
        var organisation = Given.Organisation();
        db.AddRange(organisation, Given.Account(organisation, "clerk"));
        await db.SaveAsync(Given.Act(), TestContext.Current.CancellationToken);
        await using var other = database.Open();
        other.Add(Given.Account(organisation, "clerk"));

        var refusal = await Assert.ThrowsAsync<Refusal>(
            () => other.SaveAsync(Given.Act(PeopleVerbs.CreateAccount), TestContext.Current.CancellationToken));

        Assert.Equal("account.name-taken", refusal.Code);
        Assert.Equal(1, await db.Acts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Personal_data_is_unreadable_in_the_database_and_in_the_trail()
    {
        await using var db = database.Open();
        var organisation = Given.Organisation();
        var account = Given.Account(organisation, name: "演示张三", phone: "13800000000");
        db.AddRange(organisation, account);
        await db.SaveAsync(Given.Act(), TestContext.Current.CancellationToken);

        var trail = string.Concat(await db.Changes.Select(c => c.New).ToListAsync(TestContext.Current.CancellationToken));
        var stored = await db.Accounts.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("演示张三", trail);
        Assert.DoesNotContain("13800000000", trail);
        Assert.StartsWith(Personal.Mark, stored.Name.Sealed);
        Assert.Equal("演示张三", TestDatabase.Cipher.Open(stored.Name));
        Assert.Equal("•••", stored.Name.ToString());
    }

    [Fact]
    public async Task A_bulk_save_leaves_the_same_trail_as_single_saves()
    {
        await using var db = database.Open();
        var act = Given.Act(PeopleVerbs.ImportOrganisations);
        var organisations = Enumerable.Range(0, 12_000).Select(i => Given.Organisation($"bulk-{i}", $"单位{i}")).ToList();

        await using (var bulk = await BulkSave.BeginAsync(db, act, TestContext.Current.CancellationToken))
        {
            Assert.Equal(12_000, await bulk.InsertAsync(organisations, TestContext.Current.CancellationToken));
            await bulk.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(12_000, await db.Changes.CountAsync(c => c.ActId == act.Id, TestContext.Current.CancellationToken));
        var stored = await db.Organisations.AsNoTracking().SingleAsync(o => o.Code == "bulk-11999", TestContext.Current.CancellationToken);
        Assert.Equal(("单位11999", 1), (stored.Name, stored.Version));
    }

    [Fact]
    public async Task A_bulk_save_that_does_not_commit_leaves_nothing_behind()
    {
        await using var db = database.Open();

        await using (var bulk = await BulkSave.BeginAsync(db, Given.Act(), TestContext.Current.CancellationToken))
        {
            await bulk.InsertAsync([Given.Organisation()], TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, 0), (await db.Organisations.CountAsync(TestContext.Current.CancellationToken), await db.Acts.CountAsync(TestContext.Current.CancellationToken)));
    }
}
