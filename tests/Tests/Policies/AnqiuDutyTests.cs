using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Stewardship;
using Huanxin.Core.Works;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>What Anqiu's plan of 2024 asks during the works and after them.</summary>
public sealed class AnqiuDutyTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("AQ24");
    private static readonly RuleBook Book = ShippedShelf.Book("370784001", new DateOnly(2024, 6, 1));

    [Fact, Clause("AQ24-2.1a")]
    public void A_basic_work_left_out_needs_a_reason_and_an_enhancing_one_only_reminds()
    {
        var basic = Plan.Items.Where(i => i.Class == "basic").Select(i => i.Id).ToArray();

        Assert.Equal((Answer.Yes, Level.Should), Ask("basic-all", Project.Scheme(Plan, basic)));
        Assert.Equal((Answer.No, Level.Should), Ask("basic-all", Project.Scheme(Plan, basic[1..])));
        Assert.Equal((Answer.Yes, Level.Should), Ask("basic-all", Project.Scheme(Plan, basic[1..]).Excused(basic[0])));
        Assert.Equal((Answer.No, Level.IfPossible), Ask("improve-where-possible", Project.Scheme(Plan, basic)));
        Assert.Equal((Answer.No, Level.Advisable), Ask("enhance-as-far-as-possible", Project.Scheme(Plan, basic)));
    }

    [Theory, Clause("AQ24-2.1b")]
    [InlineData(499_999, Answer.No)]
    [InlineData(500_000, Answer.No)]
    [InlineData(500_001, Answer.Yes)]
    public void Basic_works_prevail_when_they_take_more_than_half_of_the_cost(long basic, Answer expected) =>
        Assert.Equal((expected, Level.Advisable),
            Ask("basic-prevails", Project.Costing(Plan, ("road", basic), ("parking", 1_000_000 - basic))));

    [Fact, Clause("AQ24-2.2b")]
    public void Sites_are_patrolled_for_dust_and_order_and_three_bodies_answer_for_safety()
    {
        var patrol = Plan.Supervision.Single(s => s.Kind == SupervisionKind.Patrol);

        Assert.Equal(["工地扬尘防控", "文明施工", "施工安全", "工程质量", "参建各方责任落实"], patrol.Checks);
        Assert.Null(Book.Value(patrol.Every!)!.Value);
        Assert.Equal(
            [("质量安全：行业监管责任", "相关职能部门"), ("质量安全：属地管理责任", "属地街区"), ("质量安全：首要责任", "市环卫园林科技集团")],
            Plan.Responsibilities.Where(r => r.Clauses.Contains("AQ24-2.2b")).Select(r => (r.Task, r.Lead.Single())));
    }

    [Theory, Clause("AQ24-2.2c")]
    [InlineData("roof", "2029-11-30")]
    [InlineData("stairwell", "2026-11-30")]
    [InlineData("overhead-lines", "2026-11-30")]
    [InlineData("parking", null)]
    public void The_warranty_of_each_work_runs_from_the_day_acceptance_passed(string item, string? lastDay)
    {
        var warranty = Plan.Items.Single(i => i.Id == item).Warranty!;

        var end = WarrantyRules.EndOf(Book, warranty, new DateOnly(2024, 11, 30));

        Assert.Equal(lastDay, end.LastDay is { } day ? $"{day:yyyy-MM-dd}" : null);
    }

    [Fact, Clause("AQ24-2.2c")]
    public void The_builder_revisits_warrants_and_answers_complaints_after_the_works()
    {
        var rules = Plan.Stewardship.Where(s => s.Clauses.Contains("AQ24-2.2c")).ToList();

        Assert.Equal(["工程质量回访", "质量保修", "投诉、纠纷处理机制"], rules.Select(r => r.Title));
        Assert.All(rules, r =>
            Assert.Equal((StewardshipKind.Warranty, "市环卫园林科技集团", Level.Must), (r.Kind, r.Who, r.Level)));
        Assert.Equal(["completion"], Steps("renovation").Single(s => s.Id == "aftercare").After);
    }

    [Fact, Clause("AQ24-2.2a")]
    public void Works_start_only_after_the_wishes_were_asked_and_illegal_structures_removed()
    {
        Assert.Equal((Answer.No, Level.Must), Ask("surveyed-before-start", Project.Unknown.Done("clear-illegal")));
        Assert.Equal((Answer.No, Level.Must), Ask("cleared-before-start", Project.Unknown.Done("wish-survey")));
        Assert.Equal((Answer.No, Level.Must),
            Ask("published-before-start", Project.Unknown.Done("wish-survey", "clear-illegal")));
        Assert.Equal(["works-tender", "supervision-tender", "wish-survey", "clear-illegal"],
            Steps("renovation").Single(s => s.Id == "start").After);
    }

    [Theory, Clause("AQ24-2.4a")]
    [InlineData(6_999_999, Answer.No)]
    [InlineData(7_000_000, Answer.Yes)]
    public void Energy_works_wait_until_the_residents_share_is_in_to_the_last_fen(long paid, Answer expected)
    {
        var scheme = Project.Scheme(Plan, "insulation");

        Assert.Equal((expected, Level.Must), Ask("energy-money", scheme.Collected(paid, 7_000_000)));
        Assert.Equal((Answer.No, Level.Must), Ask("energy-consent", scheme.Agreed()));
        Assert.Equal((Answer.Yes, Level.Must), Ask("energy-money", Project.Scheme(Plan, "road")));
    }

    [Fact, Clause("AQ24-2.4b")]
    public void What_lies_underground_comes_first_and_no_place_is_dug_up_twice()
    {
        Assert.Equal((Answer.No, Level.Must),
            Ask("underground-first", Project.Unknown.Says("underground-first", false)));
        Assert.Equal((Answer.No, Level.Must), Ask("dig-once", Project.Unknown.Says("dig-once", false)));
        Assert.Equal((Answer.Yes, Level.Must), Ask("dig-once", Project.Unknown.Says("dig-once", true)));
        Assert.All(["underground-first", "dig-once"], id =>
            Assert.Equal("schedule", Plan.Requirements.Single(r => r.Id == id).Subject));
    }

    [Fact, Clause("AQ24-2.4"), Clause("AQ24-2.4b")]
    public void Carriers_tidy_their_own_lines_and_iron_mains_are_replaced()
    {
        Assert.Equal(ItemPayer.Utility, Plan.Items.Single(i => i.Id == "overhead-lines").Payer);
        Assert.Equal(["各专营单位"], Plan.CostShares.Single(s => s.Item == "overhead-lines").Payers.Select(p => p.Name));
        Assert.Equal("供水改造根据小区实际状况确定需要改造主管道的，要解决铸铁管道老化严重、跑冒滴漏问题。",
            Plan.Items.Single(i => i.Id == "water-supply").Standard);
    }

    [Fact, Clause("AQ24-2.5a")]
    public void Residents_are_visited_meet_and_vote_before_the_scheme_is_made_with_them()
    {
        var steps = Steps("participation");

        Assert.Equal(["成立工作推进机构", "入户调查", "议事会", "居民意见表决", "居民参与方案制定"], steps.Take(5).Select(s => s.Title));
        Assert.All(steps.Take(5), s => Assert.Equal("各街区", s.Owner));
        Assert.Equal(["household-survey"], steps.Single(s => s.Id == "opinion-vote").After);
        Assert.Null(Book.Value(Plan.Voting.Single(v => v.Id == "scheme-opinion").Share!)!.Value);
        Assert.Equal((Answer.No, Level.Must), Ask("consulted", Project.Unknown.Says("consulted", false)));
    }

    [Fact, Clause("AQ24-2.5b")]
    public void Volunteers_recommended_by_the_community_may_watch_the_works()
    {
        var step = Steps("participation").Single(s => s.Id == "recommend-supervisors");

        Assert.Equal(("各社区", Level.May), (step.Owner, step.Level));
        Assert.Equal(["两代表一委员", "社区居民"], step.Parties);
        Assert.False(Ask("volunteer-supervisor", Project.Unknown.Done()).Level.Blocks());
    }

    [Fact, Clause("AQ24-2.6a")]
    public void Of_twelve_thousand_square_metres_a_month_is_8400_yuan_and_the_company_bears_30_per_cent_itself()
    {
        var subsidy = Plan.Subsidies.Single();
        var month = new Fen(12_000 * ((Fen)Book.Value(subsidy.Rate)!.Value!).Value);

        var parts = subsidy.Payers.Select(p =>
            (p.Name, month.Share((Ratio)Book.Value(p.Share!)!.Value!).Yuan)).ToList();

        Assert.Equal(8_400m, month.Yuan);
        Assert.Equal([("市级财政", 3_360m), ("街区财政", 2_520m), ("物业企业自筹", 2_520m)], parts);
        Assert.Equal(month.Yuan, parts.Sum(p => p.Yuan));
    }

    [Fact, Clause("AQ24-2.6b")]
    public void Service_comes_before_assessment_reckoning_and_the_yearly_payment()
    {
        var steps = Steps("property-subsidy");

        Assert.Equal(["choose-manager", "serve", "assess-service", "verify-subsidy", "pay-subsidy"],

            steps.Select(s => s.Id));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal(["市住建局", "市财政局", "市财政局"], steps.Skip(2).Select(s => s.Owner));
        Assert.Null(Book.Value("subsidy.assessment-scale")!.Value);
    }

    [Fact, Clause("AQ24-2.6c")]
    public void A_community_nobody_manages_fails_the_full_coverage() =>
        Assert.Equal((Answer.No, Level.Must), Ask("manager-named", Project.Unknown.Says("manager-named", false)));

    [Fact, Clause("AQ24-3.1")]
    public void Eleven_departments_answer_by_their_office_and_the_streets_for_disputes_and_the_hotline()
    {
        var rows = Plan.Responsibilities.Where(r => r.Clauses.Contains("AQ24-3.1")).ToList();

        Assert.Equal(["住建", "发改", "财政", "综合执法", "民政", "自然资源和规划", "商务", "教体", "审批", "工信", "通信发展办"],
            rows[0].Responsible);
        Assert.Equal(["各街区"], rows[1].Lead);
        Assert.Equal("民事协调、拆违拆临、12345政务服务热线、信访维稳", rows[1].Task);
    }

    [Fact, Clause("AQ24-3.2")]
    public void Earmarked_money_pays_for_nothing_but_its_purpose()
    {
        Assert.Equal((Answer.No, Level.Must), Ask("earmarked", Project.Unknown.Says("source-permits-purpose", false)));
        Assert.Equal((Answer.Unknown, Level.Must), Ask("earmarked", Project.Unknown));
        Assert.All(Plan.FundingSources, s => Assert.NotEmpty(s.Purposes!));
        Assert.Equal(["insulation", "windows"], Plan.FundingSources.Single(s => s.Id == "residents").Purposes);
        Assert.Equal(["property-subsidy"], Plan.FundingSources.Single(s => s.Id == "city-property-subsidy").Purposes);
    }

    [Theory, Clause("AQ24-3.3")]
    [InlineData("材料检测关 施工质量关 安全生产关 竣工验收关", Answer.Yes)]
    [InlineData("材料检测关 施工质量关 安全生产关", Answer.No)]
    public void A_gate_without_evidence_stops_the_acceptance(string proven, Answer expected) =>
        Assert.Equal((expected, Level.Must),
            Ask("four-gates", Project.Unknown.Lists("evidence-present", proven.Split(' '))));

    private static (Answer Answer, Level Level) Ask(string requirement, ProjectFacts facts)
    {
        var judged = Shelf.Demand(Book, requirement, facts);
        return (judged.Answer, judged.Node.Level);
    }

    private static IReadOnlyList<ProcedureStep> Steps(string procedure) =>
        Plan.Procedures.Single(p => p.Id == procedure).Steps;
}
