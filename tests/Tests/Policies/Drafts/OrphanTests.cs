using System.Net;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

[BothDatabases]
public sealed class OrphanTests : IAsyncLifetime
{
    private const string Given1 = "parameters:\n  limit.date: { label: 上限, type: date, value: 2000-12-31, clause: T1-1 }\n  limit.free: { label: 不用的, type: date, value: 2000-12-31, clause: T1-1 }";

    private const string Using =
        """
        eligibility:
          - { id: trial, title: 范围, clause: T1-1, rule: built-before, with: { limit: limit.date } }
        """;

    private static readonly Guid Kept = Given.Id();
    private TestApp app = null!;
    private Browser one = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = Shelf.FolderWith(
            ("371000-weihai/2024-1-one.yaml", Shelf.Document("T1", "371000", "2024-01-01", Given1)),
            ("371000-weihai/2024-2-two.yaml", Shelf.Document("T2", "371000", "2024-02-01", Using, "  based-on: [T1]")));
        app = await TestApp.StartAsync(services => services.AddScoped<IDecisionsInForce, Decisions>(), ("HUANXIN_POLICIES", folder));
        one = await app.OfficerAsync("one");
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_pack_that_takes_away_what_others_cite_is_not_even_kept()
    {
        var page = await one.TypeAsync(Drafting.New, [("2024-1-one.yaml", Shelf.Document("T1", "371000", "2024-01-01"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("架上这些生效中的文件引用了这份包去掉或改动的内容", page.Text);
        Assert.Contains("371000-weihai/2024-2-two.yaml", page.Text);
        Assert.Contains("没有数值“limit.date”", page.Text);
    }

    [Fact]
    public async Task A_replacement_without_a_value_that_is_still_used_is_refused_with_the_list()
    {
        var text = Shelf.Document("T3", "371000", "2024-03-01", more: "  replaces: [T1]");
        var draft = await one.HandInAsync("2024-3-three.yaml", text);

        var page = await one.GetAsync(draft);
        var refused = await one.TakeAsync(draft, "proposal");

        Assert.Equal(
        [
            "数值“limit.date”（T1）：T2《测试文件T2》（371000-weihai/2024-2-two.yaml:18:78）",
            "数值“limit.free”（T1）：某小区的纳入结论",
        ], page.Document.QuerySelectorAll(".orphans li").Select(li => li.TextContent));
        Assert.Equal($"/programmes/selections/{Kept}", page.Document.QuerySelector(".orphans a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("有 2 处已生效的内容还依据这份草案去掉的规定，没有办理：数值“limit.date”（T1）：T2《测试文件T2》", refused.Text);
        Assert.Contains("数值“limit.free”（T1）：某小区的纳入结论", refused.Text);
    }

    [Fact]
    public async Task A_replacement_that_gives_them_again_is_taken()
    {
        var text = Shelf.Document("T3", "371000", "2024-03-01", Given1.Replace("T1-", "T3-", StringComparison.Ordinal), "  replaces: [T1]");
        var draft = await one.HandInAsync("2024-3-three.yaml", text);

        Assert.False((await one.GetAsync(draft)).Has(".orphans"));
        Assert.Equal(HttpStatusCode.SeeOther, (await one.TakeAsync(draft, "proposal")).Status);
    }

    // A decision that rests on a value nobody else uses.
    private sealed class Decisions : IDecisionsInForce
    {
        public Task<IReadOnlyList<Orphan>> RestingOnAsync(IReadOnlyList<LostName> lost, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<Orphan>>([.. lost.Where(l => (l.Kind, l.Name) == (NameKind.Parameter, "limit.free"))
                .Select(l => new Orphan(l, "某小区的纳入结论", (nameof(Selection), Kept)))]);
    }
}
