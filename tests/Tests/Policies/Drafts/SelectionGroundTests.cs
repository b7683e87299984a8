using System.Net;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

/// <summary>What a choice for a plan rests on is not taken from under it, neither by a draft nor by the operator.</summary>
[BothDatabases]
public sealed class SelectionGroundTests : IAsyncLifetime
{
    private const string Url = "/programmes/selection?place=371002&year=2024&on=2024-03-28";

    private const string Rules =
        """
        parameters:
          limit.date: { label: 建成上限, type: date, value: 2000-12-31, clause: T1-1 }
          limit.free: { label: 不用的, type: date, value: 2000-12-31, clause: T1-1 }
        eligibility:
          - { id: trial, title: 范围, clause: T1-1, rule: built-before, with: { limit: limit.date } }
        """;

    private readonly string folder = Shelf.FolderWith(("371000-weihai/2024-1-one.yaml", Shelf.Document("T1", "371000", "2024-01-01", Rules)));
    private TestApp app = null!;
    private Browser one = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(("HUANXIN_POLICIES", folder));
        one = await app.OfficerAsync("one");
        other = await app.OfficerAsync("other");
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        other.Dispose();
        await app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("W20-2.1b")]
    public async Task A_draft_that_drops_what_a_choice_in_force_rests_on_is_refused_by_its_name_until_the_choice_is_out_of_force()
    {
        var project = await ChosenAsync();
        var selection = await app.AskAsync(db => db.Selections.AsNoTracking().SingleAsync(Stop));
        Assert.Equal([new(NameKind.RuleSet, "trial", "T1", null), new(NameKind.Parameter, "limit.date", "T1", "2000-12-31")], Grounds.Read(selection.Grounds));
        var page = await one.GetAsync($"/programmes/selections/{selection.Id}");
        Assert.Contains("规则“范围”（T1） T1-1", page.Text);
        Assert.Contains("数值“建成上限”（T1）：2000-12-31 T1-1", page.Text);
        Assert.DoesNotContain("limit.date", page.Text);
        var draft = await one.HandInAsync("2024-1-one.yaml", Shelf.Document("T1", "371000", "2024-01-01"));

        var refused = await one.TakeAsync(draft, "proposal");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("规则“trial”（T1）：环翠区 2024 年计划遴选（按 2024-03-28 的规定，已审定）", refused.Text);
        Assert.Contains("数值“limit.date”（T1）：环翠区 2024 年计划遴选", refused.Text);
        Assert.DoesNotContain("limit.free", refused.Text);
        Assert.Equal($"/programmes/selections/{selection.Id}", (await one.GetAsync(draft)).Document.QuerySelector(".orphans a")!.GetAttribute("href"));

        await one.SubmitAsync($"/projects/{project}/leaving", new { why = "资金未落实" });
        Assert.Equal(HttpStatusCode.SeeOther, (await one.TakeAsync(draft, "proposal")).Status);
    }

    [Theory]
    [InlineData("2024-03-28", HttpStatusCode.Conflict)]
    [InlineData("2024-03-29", HttpStatusCode.SeeOther)]
    public async Task A_replacement_counts_only_for_choices_made_on_or_after_the_day_it_begins(string effective, HttpStatusCode expected)
    {
        await ChosenAsync();
        var draft = await one.HandInAsync("2024-3-three.yaml", Shelf.Document("T3", "371000", effective, more: "  replaces: [T1]"));

        Assert.Equal(expected, (await one.TakeAsync(draft, "proposal")).Status);
    }

    [Fact]
    public async Task A_pack_in_force_that_clashes_with_a_newer_folder_is_taken_off_by_the_operator_with_a_reason()
    {
        var draft = await Drafting.PutInForceAsync(one, other, "2024-9-trial.yaml", Drafting.Notice(more: "  based-on: [T1]").Replace("id: trial", "id: trial-two", StringComparison.Ordinal));
        var huanxin = new CommandLine(app.Database).With("HUANXIN_POLICIES", folder);
        string[] words = ["policy", "take-off", "T25", "--why", "新目录已有同名数值"];
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/policies/T25")).Status);
        Assert.Contains("政策库没有错误，“T25”不需要撤下", (await huanxin.RefusedAsync(words)).Sentence);
        var shipped = Path.Combine(folder, "371000-weihai/2024-9-shipped.yaml");
        await File.WriteAllTextAsync(shipped, Shelf.Document("N1", "371000", "2024-01-01",
            "parameters:\n  draft.built-before: { label: 上限, type: date, value: 2001-12-31, clause: N1-1 }", "  based-on: [T1]"), Stop);

        await app.KeepAsync(new Selection
        {
            Id = Given.Id(), Place = Given.District, Year = 2024, On = new DateOnly(2024, 3, 28), Fingerprint = "", Grounds = "RuleSet trial-two T25",
        });
        Assert.Contains("规则“trial-two”（T25）：环翠区 2024 年计划遴选（按 2024-03-28 的规定，待审定）", (await huanxin.RefusedAsync(words)).Sentence);
        Assert.Contains("没有经网页生效的“T1”", (await huanxin.RefusedAsync("policy", "take-off", "T1", "--why", "试")).Sentence);
        await app.ChangeAsync(async db => (await db.Selections.SingleAsync(Stop)).Return(Given.Act(ProgrammeVerbs.ReturnSelection) with { Why = "退回" }));

        Assert.Contains("已撤下“T25”，政策库没有错误，可以启动。", (await huanxin.DoneAsync(words)).Output);
        Assert.Equal(DraftState.TakenOff, await app.AskAsync(db => db.DraftPacks.Select(d => d.State).SingleAsync(Stop)));
        Assert.Equal("新目录已有同名数值", await app.AskAsync(db => db.Acts.Where(a => a.Verb == "policy-draft.take-off").Select(a => a.Why).SingleAsync(Stop)));
        var page = await one.GetAsync(draft);
        Assert.Contains("已撤下", page.Of("h1"));
        Assert.Contains("2001-12-31", (await one.GetAsync("/policies/values/draft.built-before")).Of(".note"));
    }

    // One community of the district, taken from the reserve by one officer and agreed by the other.
    private async Task<Guid> ChosenAsync()
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(new CommunityProfile { Place = Given.District, Name = "老小区", Built = DateSpan.OfYears(1995, 1995) });
        await app.KeepAsync(community);
        await one.SubmitAsync(Url, new { }, "form:has(input[value='reserve'])");
        var project = await app.AskAsync(db => db.Projects.Select(p => p.Id).SingleAsync(Stop));
        var decision = (await one.SubmitAsync(Url, new { take = project }, "form:has(input[value='propose'])")).Next!;
        var agreed = await other.SubmitAsync(decision, new { deed = "agree" });
        Assert.Equal(decision, agreed.Next);
        return project;
    }
}
