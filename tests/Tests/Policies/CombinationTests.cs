using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

public class CombinationTests
{
    private static readonly RuleBook Book = new(RegionCode.Nation, new(2024, 3, 28), [], RuleCatalogue.All);

    private static readonly CommunityFacts Willing =
        new() { WishIsStrong = Fact<bool>.Of(true), IsInTown = Fact<bool>.Of(false) };

    [Fact]
    public void What_is_advisable_reminds_and_does_not_decide()
    {
        var judged = Judge(All(Rule("wish-strong"), Rule("in-town") with { Level = Level.Advisable }));

        Assert.Equal(Answer.Yes, judged.Answer);
        Assert.Equal([Answer.Yes, Answer.No], judged.Checks().Select(c => c.Answer));
    }

    [Fact]
    public void What_must_be_and_is_not_decides() =>
        Assert.Equal(Answer.No, Judge(All(Rule("wish-strong"), Rule("in-town") with { Level = Level.Should })).Answer);

    [Fact]
    public void One_of_several_is_enough_even_when_another_is_unknown() =>
        Assert.Equal(Answer.Yes, Judge(Any(Rule("on-state-land"), Rule("wish-strong"))).Answer);

    [Fact]
    public void An_exception_that_holds_turns_a_yes_into_a_no_and_an_unknown_one_into_unknown()
    {
        Assert.Equal(Answer.No, Judge(Rule("wish-strong") with { Unless = [Rule("wish-strong")] }).Answer);
        Assert.Equal(Answer.Unknown, Judge(Rule("wish-strong") with { Unless = [Rule("rebuild-planned")] }).Answer);
        Assert.Equal(Answer.Yes, Judge(Rule("wish-strong") with { Unless = [Rule("in-town")] }).Answer);
    }

    [Fact]
    public void A_quota_makes_a_yes_conditional_and_leaves_a_no_alone()
    {
        var yes = Judge(All(Rule("wish-strong") with { Quota = "later" }));

        Assert.Equal((Answer.Conditional, "later"), (yes.Answer, yes.Quota));
        Assert.Equal(Answer.No, Judge(Rule("in-town") with { Quota = "later" }).Answer);
    }

    [Fact]
    public void Where_no_document_says_who_is_in_the_verdict_is_unknown() =>
        Assert.Equal(Answer.Unknown, new EligibilityBook(Book).Judge(Willing).Answer);

    [Fact]
    public void A_draft_shows_whose_verdict_it_would_change()
    {
        const string scope = "eligibility:\n  - { id: scope, title: 范围, clause: %-1, rule: $ }";
        PolicyShelf ShelfWith(string rule) => PolicyShelf.Load(Shelf.FolderWith(("371000-weihai/a.yaml",
            Shelf.Document("T1", "371000", "2024-01-01", scope.Replace("%", "T1", StringComparison.Ordinal)
                .Replace("$", rule, StringComparison.Ordinal)))));
        var draft = ShelfWith("in-town").Find("T1")!;
        var shelf = ShelfWith("wish-strong");
        var (place, on) = (RegionCode.Of("371000"), new DateOnly(2024, 6, 1));

        var result = WhatIf.Of(new(shelf.For(place, on)), new(shelf.For(place, on, draft)), [Willing,
            new CommunityFacts()]);

        var changed = Assert.Single(result.Changed);
        Assert.Equal((Answer.Yes, Answer.No), (changed.Before.Answer, changed.After.Answer));
        Assert.Equal(1, result.After[Answer.Unknown]);
    }

    [Fact]
    public void Every_fact_a_rule_can_miss_has_a_Chinese_name()
    {
        var names = typeof(CommunityFacts).GetProperties().Select(p => p.Name).Except(["Place", "Signs"])
            .Concat(Enum.GetNames<Sign>());

        Assert.All(names, name => Assert.NotEqual(name, FactLabels.NameOf(name)));
    }

    private static Judgement Judge(RuleNode node) => Book.Bind<CommunityFacts>(node).Judge(Willing);

    private static RuleNode Rule(string name) => Node(Joining.Rule) with { Rule = name };

    private static RuleNode All(params RuleNode[] parts) => Node(Joining.All) with { Parts = parts };

    private static RuleNode Any(params RuleNode[] parts) => Node(Joining.Any) with { Parts = parts };

    private static RuleNode Node(Joining joining) =>
        new(joining, null, new Dictionary<string, string>(), [], [], null, null, Level.Must, ["X-1"]);
}
