using Huanxin.Core.Policies;
using Huanxin.Core.Voting;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>What Weihai's plan of 2020 lets be done, and on what conditions.</summary>
public sealed class WeihaiWorksTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("W20");
    private static readonly RuleBook Book = ShippedShelf.Book("371002001", new DateOnly(2023, 6, 1));

    [Theory, Clause("W20-1.4a")]
    [InlineData("basic", "拆违拆临 安防 环卫 消防 道路 照明 绿化 水（供水） 电（供电） 气（供气） 暖（供暖） 光纤 管线规整 建筑物修缮")]
    [InlineData("improved", "社区用房 物业用房 建筑节能改造 加装电梯 停车场 文化设施 体育健身设施 无障碍设施")]
    [InlineData("enhanced", "社区养老设施 社区托幼设施 社区医疗设施 社区家政设施 社区商业设施 智慧社区")]
    public void Every_work_the_plan_names_stands_in_its_class(string itemClass, string titles) =>
        Assert.Equal(titles.Split(' '), ItemsOf("W20-1.4a").Where(i => i.Class == itemClass).Select(i => i.Title));

    [Fact, Clause("W20-1.4a")]
    public void There_are_three_classes_and_no_named_work_outside_them() =>
        Assert.Equal(["基础类改造", "完善类改造", "提升类改造"],
            Plan.Classes.Where(c => c.Clauses.Contains("W20-1.4a")).Select(c => c.Title));

    [Fact, Clause("W20-1.4b"), Clause("W20-4.1")]
    public void Works_beyond_the_red_line_may_be_taken_along_where_they_serve_the_community()
    {
        var beyond = Plan.Items.Where(i => i.Class == "off-site").ToList();

        Assert.Equal(["红线外道路", "红线外管线", "红线外公厕", "红线外公共服务设施"], beyond.Select(i => i.Title));
        Assert.All(beyond, i => Assert.Equal(Obligation.Optional, i.Obligation));
        Assert.Equal(15L, Book.Value<long>("area.living-circle-minutes"));
    }

    [Fact, Clause("W20-2.4")]
    public void Density_and_plot_ratio_may_be_relaxed_but_nobody_has_said_how_far()
    {
        Assert.Equal(["建筑密度", "容积率"], (IEnumerable<string>)Book.Value("relaxation.indicators")!.Value!);
        Assert.Null(Book.Value("relaxation.limit")!.Value);
        Assert.Equal(Level.May, Plan.Duties.Single(d => d.Id == "relaxation").Level);
        Assert.Null(Book.Value("standards.detail-rules")!.Value);
    }

    [Fact, Clause("W20-2.7a")]
    public void Who_owns_a_utility_renews_it_and_who_does_not_is_helped_by_an_award()
    {
        Assert.Equal(["由专营单位负责改造"], Share("utility-owned").Payers.Select(p => p.Role));
        Assert.Equal([("专营单位", "出资改造"), ("各区市、开发区", "以奖代补支持")],
            Share("utility-not-owned").Payers.Select(p => (p.Name, p.Role!)));
        Assert.Equal(["供水", "供电", "供气", "供暖", "通信", "有线电视"],
            (IEnumerable<string>)Book.Value("utility.kinds")!.Value!);
        Assert.All(Plan.Items.Where(i => i.Clauses.Contains("W20-2.7a")), i =>
            Assert.Equal(ItemPayer.OwnerOfTitle, i.Payer));
    }

    [Fact, Clause("W20-2.7b")]
    public void Utilities_are_designed_and_built_with_the_rest_then_handed_to_their_company_to_keep()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "utilities").Steps;

        Assert.Equal(["utility-title", "utility-design", "utility-works", "utility-transfer", "utility-care"],
            steps.Select(s => s.Id));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal(["产权移交记录"], steps[3].Documents);
        Assert.Equal("各专营单位", steps[4].Owner);
    }

    [Fact, Clause("W20-2.7c")]
    public void A_scheme_without_rain_and_sewage_apart_must_say_why()
    {
        Assert.Equal(Answer.Yes, Shelf.Demand(Book, "rain-sewage", Project.Scheme(Plan, "rain-sewage", "road")).Answer);

        var without = Shelf.Demand(Book, "rain-sewage", Project.Scheme(Plan, "road"));
        Assert.Equal(Answer.No, without.Answer);
        Assert.Equal(Level.IfPossible, without.Node.Level);
        Assert.Equal(["W20-2.7c"], without.Node.Clauses);
    }

    [Theory, Clause("W20-4.2")]
    [InlineData("parking-garage")]
    [InlineData("pocket-park")]
    [InlineData("activity-space")]
    public void Vacant_land_is_built_on_only_after_the_residents_agreed(string use)
    {
        var scheme = Project.Scheme(Plan, use);

        Assert.Equal(Answer.No, Shelf.Demand(Book, "land-consent", scheme.Agreed()).Answer);
        Assert.Equal(Answer.Unknown, Shelf.Demand(Book, "land-consent", scheme).Answer);
        Assert.Equal(Answer.Yes, Shelf.Demand(Book, "land-consent", scheme.Agreed("vacant-land-use")).Answer);
        Assert.Equal(Answer.Yes, Shelf.Demand(Book, "land-consent", Project.Scheme(Plan, "road").Agreed()).Answer);
    }

    [Theory, Clause("W20-4.3")]
    [InlineData(2, Answer.No)]
    [InlineData(3, Answer.Yes)]
    [InlineData(4, Answer.Yes)]
    public void A_community_reaches_three_stars_after_the_works(int stars, Answer expected) =>
        Assert.Equal(expected, Shelf.Demand(Book, "smart-stars", Project.Unknown.Measures("smart-stars", stars)).Answer);

    [Fact, Clause("W20-4.3")]
    public void Idle_public_premises_have_nine_uses_and_the_party_centre_a_standard_nobody_has_seen()
    {
        Assert.Equal(["社区养老", "托幼", "助餐", "医疗", "停车场", "体育健身", "文化", "应急救援站", "社区菜市场"],
            (IEnumerable<string>)Book.Value("premises.uses")!.Value!);
        Assert.Null(Book.Value("party-centre.standard")!.Value);
    }

    [Fact, Clause("W20-4.4")]
    public void A_lift_goes_from_consent_through_design_review_and_filing_to_the_works_and_the_award()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "elevator").Steps;

        Assert.Equal(["业主自愿、协商一致", "工程设计方案", "规划审查", "施工备案", "施工"], steps.Take(5).Select(s => s.Title));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal((Level.May, "lift-subsidy"), (steps[5].Level, steps[5].Id));
        Assert.Null(Book.Value("elevator.subsidy")!.Value);
    }

    [Theory, Clause("W20-4.4")]
    [InlineData(7, 7, DecisionOutcome.QuorumMissed)]
    [InlineData(8, 5, DecisionOutcome.MajorityMissed)]
    [InlineData(8, 6, DecisionOutcome.Passed)]
    public void Of_twelve_flats_of_a_stairwell_eight_vote_and_six_agree_before_a_lift_is_added(long present, long agree,
        DecisionOutcome expected)
    {
        var matter = Book.Nearest(d => d.Voting, v => v.Id).Single(v => v.Id == Item("lift").Consent);
        var owners = new VoteCount(12, present, agree);
        var area = new VoteCount(12 * 8_000, present * 8_000, agree * 8_000);

        Assert.Equal(VotingScope.Stairwell, matter.Scope);
        Assert.Equal(expected, VotingRules.Decide(Book, matter.Majority, area, owners).Outcome);
    }

    [Fact, Clause("W20-4.4")]
    public void Works_on_a_lift_do_not_start_without_the_owners_consent()
    {
        var scheme = Project.Scheme(Plan, "lift");

        Assert.Equal(Answer.No, Shelf.Demand(Book, "lift-consent", scheme.Agreed("vacant-land-use")).Answer);
        Assert.Equal(Answer.Yes, Shelf.Demand(Book, "lift-consent", scheme.Agreed("lift")).Answer);
    }

    private static IEnumerable<CatalogueItem> ItemsOf(string clause) => Plan.Items.Where(i =>
        i.Clauses.Contains(clause));

    private static CatalogueItem Item(string id) => Plan.Items.Single(i => i.Id == id);

    private static CostShare Share(string id) => Plan.CostShares.Single(s => s.Id == id);
}
