using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

[BothDatabases]
public sealed class DraftLifeTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser one = null!, other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        one = await app.OfficerAsync("one");
        other = await app.OfficerAsync("other");
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        other.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Who_handed_a_draft_in_or_proposed_it_cannot_put_it_in_force()
    {
        var draft = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        await other.TakeAsync(draft, "proposal");

        var uploader = await one.TakeAsync(draft, "enforcement");
        var proposer = await other.TakeAsync(draft, "enforcement");

        Assert.All([uploader, proposer], page =>
        {
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains("不能审批自己提交的事项", page.Text);
        });
        Assert.DoesNotContain("审定生效", (await one.GetAsync(draft)).Text);
        Assert.Contains("等第二人审定", (await one.GetAsync(draft)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync("/policies/T25")).Status);
    }

    [Fact]
    public async Task A_second_person_puts_it_in_force_with_a_reason_and_everybody_reads_it_at_once()
    {
        var draft = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        await one.TakeAsync(draft, "proposal");
        Assert.Contains("审定政策草案：测试文件T25", (await other.GetAsync("/")).Text);
        Assert.DoesNotContain("审定政策草案", (await one.GetAsync("/")).Text);

        var without = await other.TakeAsync(draft, "enforcement", why: "");
        var decided = await other.TakeAsync(draft, "enforcement", why: "经会议研究同意");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);
        var page = await other.GetAsync(decided.Next!);
        Assert.Contains("已生效", page.Of("h1"));
        Assert.Contains("演示·one", page.Text);
        Assert.Contains("演示·other", page.Text);
        using var reader = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "reader");
        Assert.Contains("测试文件T25", (await reader.GetAsync("/policies/T25")).Of("h1"));
        Assert.Contains("2005-12-31", (await reader.GetAsync("/policies/values/draft.built-before")).Text);
        Assert.Equal(Drafting.Notice() + "\n", await reader.Client.GetStringAsync($"{draft}/files/2024-9-trial.yaml", Stop));
        Assert.Equal("经会议研究同意", await app.AskAsync(db => db.Acts.Where(a => a.Verb == "policy-draft.put-in-force").Select(a => a.Why).SingleAsync()));
        Assert.Equal(["W20", "W24"], Shelf.Sound.Documents.Where(d => d.Identity.Region == Given.City).Select(d => d.Id));
    }

    [Fact]
    public async Task What_is_in_force_stands_after_a_restart_and_what_another_node_puts_in_force_is_seen_at_once()
    {
        await Drafting.PutInForceAsync(one, other, "2024-9-trial.yaml", Drafting.Notice());
        // One process alone works on an SQLite file: there the second is the same one started again.
        if (!TestDatabase.IsPostgres) await app.DisposeAsync();
        await using var node = await TestApp.StartAsync(("HUANXIN_DATABASE", app.Database.Setting), ("HUANXIN_NODE", "second"));
        using var there = node.Open();
        await there.SignInAsync("one", TestApp.Password);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/policies/T25")).Status);
        if (!TestDatabase.IsPostgres) return;

        await Drafting.PutInForceAsync(one, other, "2024-10-trial.yaml", Drafting.Notice("T26", more: "  based-on: [T25]"));

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/policies/T26")).Status);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/policies/T26")).Status);
    }

    [Fact]
    public async Task A_draft_of_a_shipped_document_goes_over_it_and_is_compared_entry_by_entry()
    {
        var pack = Shelf.Reading.Packs.Single(p => p.Id == "W24");
        (string, string)[] files = [.. Directory.GetFiles(Path.Combine(Shelf.Folder, "371000-weihai"), "2024-12-annual-notice*")
            .Order(StringComparer.Ordinal).Where(f => !f.EndsWith(".cases.yaml", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f).Replace("type: count, value: 28, unit: 日", "type: count, value: 25, unit: 日", StringComparison.Ordinal)))];
        var answer = await one.TypeAsync(Drafting.New, files);
        Assert.True(answer.Next is not null, answer.Text);

        var page = await one.GetAsync(answer.Next!);
        var change = page.Document.QuerySelectorAll("#changes .draft-change").Single();
        Assert.Contains("与现行 W24", page.Of("#changes h2"));
        Assert.Contains("28", change.QuerySelector("del")!.TextContent);
        Assert.Contains("25", change.QuerySelector("ins")!.TextContent);
        Assert.Contains("/policies/W24#W24-3.2a", change.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

        await Drafting.EnforceAsync(one, other, answer.Next!);
        Assert.Contains("25", (await one.GetAsync("/policies/values/reporting.due-day?place=371002&on=2024-06-01")).Of(".note"));
        Assert.Equal(pack.Hash, await app.AskAsync(db => db.DraftPacks.Select(d => d.OverHash).SingleAsync()));
    }

    [Fact]
    public async Task A_later_pack_of_the_same_id_takes_the_place_of_the_one_before()
    {
        var first = await Drafting.PutInForceAsync(one, other, "2024-9-trial.yaml", Drafting.Notice());

        var second = await Drafting.PutInForceAsync(other, one, "2024-9-trial.yaml", Drafting.Notice(limit: "2004-12-31"));

        Assert.Contains("已被替代", (await one.GetAsync(first)).Of("h1"));
        Assert.Contains("已生效", (await one.GetAsync(second)).Of("h1"));
        Assert.Contains("2004-12-31", (await one.GetAsync("/policies/values/draft.built-before")).Of(".note"));
    }

    [Fact]
    public async Task Two_drafts_of_one_document_do_not_wait_at_the_same_time()
    {
        var first = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        var second = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice(limit: "2004-12-31"));
        await one.TakeAsync(first, "proposal");

        var refused = await one.TakeAsync(second, "proposal");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("已有一份草案待生效", refused.Text);
    }

    [Fact]
    public async Task A_draft_is_returned_with_a_reason_mended_proposed_again_and_may_be_withdrawn()
    {
        var draft = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        await one.TakeAsync(draft, "proposal");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.TakeAsync(draft, "return", why: "")).Status);
        await other.TakeAsync(draft, "return", why: "上限与原文不符");
        Assert.Contains("退回意见：上限与原文不符", (await one.GetAsync(draft)).Text);
        Assert.Contains("政策草案被退回", (await one.GetAsync("/")).Text);
        var another = await one.TypeAsync($"{draft}/revision", [("2024-9-trial.yaml", Drafting.Notice("T99"))]);
        Assert.Contains("另一份文件请另行上传", another.Text);
        var mended = await one.TypeAsync($"{draft}/revision", [("2024-9-trial.yaml", Drafting.Notice(limit: "2000-12-31"))]);

        Assert.Equal(draft, mended.Next);
        Assert.Contains("草稿", (await one.GetAsync(draft)).Of("h1"));
        Assert.Contains("2000-12-31", await one.Client.GetStringAsync($"{draft}/files/2024-9-trial.yaml", Stop));
        await one.TakeAsync(draft, "proposal");
        await one.TakeAsync(draft, "withdrawal");
        Assert.Contains("已撤回", (await one.GetAsync(draft)).Of("h1"));
        var late = await other.TakeAsync(draft, "enforcement");
        Assert.Contains("草案现为“已撤回”，不能办理“生效”", late.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"{draft}/revision")).Status);
    }

    [Fact]
    public async Task A_draft_that_no_longer_fits_the_shelf_is_not_put_in_force()
    {
        var draft = await one.HandInAsync("2024-10-trial.yaml", Drafting.Notice("T26"));
        await one.TakeAsync(draft, "proposal");
        await Drafting.PutInForceAsync(one, other, "2024-9-trial.yaml", Drafting.Notice());

        var refused = await other.TakeAsync(draft, "enforcement");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("处错误，没有办理", refused.Text);
        Assert.Contains("“draft.built-before”与“T25”同地同期都有规定", (await other.GetAsync(draft)).Text);
    }
}
