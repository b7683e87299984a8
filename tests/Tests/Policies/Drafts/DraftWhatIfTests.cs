using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

[BothDatabases]
public sealed class DraftWhatIfTests
{
    [Fact]
    public async Task An_empty_register_is_said_to_be_empty_and_how_it_is_filled()
    {
        await using var app = await TestApp.StartAsync();
        using var one = await app.OfficerAsync("one");
        var draft = await one.HandInAsync("2024-9-trial.yaml", Drafting.Notice());

        var page = await one.GetAsync($"{draft}/what-if");

        Assert.Contains("登记表里还没有小区", page.Text);
        Assert.Contains("从台账导入", page.Text);
    }

    [Fact]
    public async Task Communities_whose_verdict_would_change_are_counted_and_named_with_the_clause()
    {
        var folder = Shelf.FolderWith(("371000-weihai/2024-1-one.yaml", Drafting.Notice("T1")));
        var register = new KnownRegister([Known("甲小区", 1999), Known("乙小区", 2003), Known("丙小区", null)]);
        await using var app = await TestApp.StartAsync(services => services.AddScoped<ICommunitySource>(_ => register), ("HUANXIN_POLICIES", folder));
        using var one = await app.OfficerAsync("one");
        var draft = await one.HandInAsync("2024-1-one.yaml", Drafting.Notice("T1", limit: "2000-12-31"));

        var page = await one.GetAsync($"{draft}/what-if?on=2024-06-01");

        Assert.Equal(["否 0 1", "未知 1 1", "有条件 0 0", "是 2 1"], page.Document.QuerySelectorAll(".what-if tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(c => c.TextContent.Trim()))));
        var changed = Assert.Single(page.Document.QuerySelectorAll("#changed tbody tr"));
        Assert.StartsWith("乙小区", changed.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("T1-1", changed.TextContent);
    }

    [Fact]
    public async Task The_register_itself_is_what_a_draft_is_tried_on()
    {
        var folder = Shelf.FolderWith(("371000-weihai/2024-1-one.yaml", Drafting.Notice("T1")));
        await using var app = await TestApp.StartAsync(("HUANXIN_POLICIES", folder));
        await app.KeepAsync(Registered("甲小区", 1999), Registered("乙小区", 2003));
        using var one = await app.OfficerAsync("one");
        var draft = await one.HandInAsync("2024-1-one.yaml", Drafting.Notice("T1", limit: "2000-12-31"));

        var page = await one.GetAsync($"{draft}/what-if?on=2024-06-01");

        var changed = Assert.Single(page.Document.QuerySelectorAll("#changed tbody tr"));
        Assert.StartsWith("乙小区", changed.TextContent.Trim(), StringComparison.Ordinal);
    }

    private static Community Registered(string name, int built)
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(new CommunityProfile { Place = Given.District, Name = name, Built = DateSpan.OfDay(new DateOnly(built, 6, 30)) });
        return community;
    }

    private static RegisteredCommunity Known(string name, int? built) => new(Given.Id(), name, new CommunityFacts
    {
        Place = Given.District, BuiltOn = built is { } year ? Fact<DateSpan>.Of(new DateOnly(year, 6, 30)) : default,
    });

    private sealed class KnownRegister(IEnumerable<RegisteredCommunity> communities) : ICommunitySource
    {
        public IAsyncEnumerable<RegisteredCommunity> InAsync(RegionCode place, DateOnly on, CancellationToken stop) =>
            communities.Where(c => place.Contains(c.Facts.Place)).ToAsyncEnumerable();
    }
}
