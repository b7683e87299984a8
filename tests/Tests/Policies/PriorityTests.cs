using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

public class PriorityTests
{
    private const string Orders =
        """
        parameters:
          built.limit: { label: 上限, type: date, value: 2000-12-31, clause: T1-1 }
          weight.old: { label: 年代分, type: count, value: 3, clause: T1-1 }
          weight.wish: { label: 意愿分, type: count, value: 2, clause: T1-1 }
          weight.dirty: { label: 环境分, type: count, value: 2, clause: T1-1 }
        priority:
          - id: points
            title: 打分
            kind: weighted
            clause: T1-1
            criteria:
              - { title: 2000年前, rule: built-before, with: { limit: built.limit }, weight: weight.old }
              - { title: 意愿强烈, rule: wish-strong, weight: weight.wish }
              - { title: 脏乱差, rule: sign-shown, with: { sign: dirty }, weight: weight.dirty }
          - id: tiers
            title: 分档
            kind: tiered
            clause: T1-1
            criteria:
              - { title: 2000年前且意愿强烈, all: [ { rule: built-before, with: { limit: built.limit } }, { rule: wish-strong } ] }
              - { title: 2000年前, rule: built-before, with: { limit: built.limit } }
              - { title: 户数多的, measure: households, order: descending }
        """;

    private static readonly EligibilityBook Book = new(PolicyShelf
        .Load(Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000", "2024-01-01", Orders))))
        .For(RegionCode.Of("371000"), new DateOnly(2024, 6, 1)));

    private static readonly CommunityFacts OldOnly = Community(1999, wish: false, dirty: false, households: 50);
    private static readonly CommunityFacts OldAndWilling = Community(1999, wish: true, dirty: false, households: 10);
    private static readonly CommunityFacts YoungWillingDirty =
        Community(2004, wish: true, dirty: true, households: 500);

    [Fact]
    public void Points_add_up_and_equals_share_a_place()
    {
        var ranked = Rank("points", OldOnly, YoungWillingDirty, OldAndWilling,
            OldOnly with { Households = Fact<long>.Of(7) });

        Assert.Equal([OldAndWilling, YoungWillingDirty, OldOnly], ranked.Take(3).Select(r => r.Facts));
        Assert.Equal([1, 2, 3, 3], ranked.Select(r => r.Position));
        Assert.Equal([3L, 2L, 0L], ranked[0].Reasons.Select(r => r.Points));
    }

    [Fact]
    public void The_first_tier_that_holds_counts_and_size_decides_within_it()
    {
        var smaller = OldOnly with { Households = Fact<long>.Of(7) };

        var ranked = Rank("tiers", YoungWillingDirty, smaller, OldOnly, OldAndWilling);

        Assert.Equal([OldAndWilling, OldOnly, smaller, YoungWillingDirty], ranked.Select(r => r.Facts));
    }

    private static IReadOnlyList<Ranked<CommunityFacts>> Rank(string order, params CommunityFacts[] communities) =>
        Book.Priorities.Single(p => p.Order.Id == order).Rank(communities);

    private static CommunityFacts Community(int year, bool wish, bool dirty, long households) => new()
    {
        BuiltOn = Fact<DateSpan>.Of(new DateOnly(year, 12, 31)),
        WishIsStrong = Fact<bool>.Of(wish),
        Signs = new Dictionary<Sign, Fact<bool>> { [Sign.Dirty] = Fact<bool>.Of(dirty) },
        Households = Fact<long>.Of(households),
    };
}
