using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>How a community of Tiexi goes through its seven steps, and who pays and watches.</summary>
public sealed class TiexiProcedureTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("TX21");
    private static readonly RuleBook Book = ShippedShelf.Book("220302", new DateOnly(2021, 6, 1));

    [Fact, Clause("TX21-4.4.2")]
    public void The_survey_finds_five_facts_of_each_community_and_fills_the_reserve()
    {
        Assert.Equal(["小区数量", "户数", "建筑面积", "产权性质", "建成时间"], List("survey.facts"));
        Assert.Equal(["登记册", "项目储备库"], Step("survey").Documents);
        Assert.Equal(["publicity"], Step("survey").After);
    }

    [Fact, Clause("TX21-4.4.3")]
    public void A_first_scheme_is_made_after_residents_were_heard_and_goes_up_to_the_city_office()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "scheme-approval").Steps;

        Assert.Equal(["residents-consulted", "scheme-drafted", "city-review", "scheme-deepened"],

            steps.Select(s => s.Id));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal("市旧改办", Step("city-review").Owner);
        Assert.Null(Book.Value(Step("city-review").Days!)!.Value);
        Assert.Equal(Answer.No, Ask("consulted", Project.Unknown.Says("consulted", false)));
    }

    [Fact, Clause("TX21-4.4.4")]
    public void One_scheme_remains_after_the_review_and_study_approval_and_tender_come_before_the_start()
    {
        Assert.Equal(["编制可研", "立项", "招投标"], List("preliminaries.works"));
        Assert.Equal(["编制可研", "立项", "招投标"],
            Plan.Procedures.Single(p => p.Id == "preliminaries").Steps.Select(s => s.Title));
        Assert.Equal(["scheme-deepened"], Step("feasibility").After);
        Assert.Equal(Answer.No, Ask("one-scheme", Project.Unknown.Says("one-scheme-per-community", false)));
        Assert.Equal(Answer.No,
            Ask("preliminaries-done", Project.Unknown.Done("city-review", "feasibility", "project-approval")));
        Assert.Equal(Answer.Yes, Ask("preliminaries-done", Project.Unknown.Done("city-review", "tendering")));
        Assert.Equal(Answer.No, Ask("city-review-done", Project.Unknown.Done("scheme-drafted")));
    }

    [Fact, Clause("TX21-4.4.5")]
    public void Four_parties_carry_the_works_out_by_the_rules_of_treasury_projects_with_a_supervisor()
    {
        Assert.Equal(["建设单位", "施工单位", "监理单位", "设计单位"], List("contract.parties"));
        Assert.Equal(Answer.No, Ask("supervisor-appointed", Project.Unknown.Says("supervisor-appointed", false)));
        Assert.Contains(Plan.FundingSources, s => s.Id == "fiscal-investment" && s.Clauses.Contains("TX21-4.4.5"));
        Assert.Contains(Plan.Clauses.Single(c => c.Id == "TX21-4.4.5").Notes, n => n.Kind == NoteKind.Contradiction);
    }

    [Fact, Clause("TX21-4.4.6")]
    public void The_city_evaluates_after_the_acceptance_and_only_then_the_award_is_paid()
    {
        Assert.Equal(["joint-acceptance"], Step("city-evaluation").After);
        Assert.Equal(["city-evaluation"], Step("award").After);
        Assert.Equal("财政部门", Step("award").Owner);
        Assert.Equal(("市旧改办", "落实以奖代补资金"), Plan.Evaluation.Where(e => e.Id == "city-evaluation")
            .Select(e => (e.By, e.UsedFor)).Single());
        Assert.Null(Book.Value("award.rate")!.Value);
        Assert.Equal(Answer.No, Ask("parties-present", Project.Unknown.Says("parties-present", false)));
    }

    [Fact, Clause("TX21-4.4.7")]
    public void Residents_choose_committee_or_group_and_company_or_themselves_and_the_street_takes_over()
    {
        Assert.Equal(["改造过程中同步组建小区业委会", "改造过程中同步组建居民自治小组", "引入“红色物业”服务管理", "建立自治管理"],
            Plan.Stewardship.Where(s => s.Kind == StewardshipKind.Mode).Select(s => s.Title));
        Assert.Equal(("所在街道社区", Level.Must), Plan.Stewardship.Where(s => s.Kind == StewardshipKind.Handover)
            .Select(s => (s.Who!, s.Level)).Single());
        Assert.Equal(["joint-acceptance"], Step("handover").After);
        Assert.Equal(Level.May, Plan.Stewardship.Single(s => s.Id == "early-manager").Level);
        Assert.Equal(Answer.No, Ask("manager-named", Project.Unknown.Says("manager-named", false)));
    }

    [Fact, Clause("TX21-5.2")]
    public void Five_media_carry_the_word() =>
        Assert.Equal(["电台", "电视台", "报纸", "网站", "微信平台"], List("publicity.media"));

    [Fact, Clause("TX21-5.3")]
    public void The_old_come_first_then_the_poorly_served_then_those_whose_residents_want_it_most()
    {
        var order = new EligibilityBook(Book).Priorities.Single();
        CommunityFacts[] given =
        [
            Community("2001-01-01", 100, 100), Community("2000-12-31", 60, 100), Community("2000-12-31", 61, 100),
            Community("2000-12-31", 10, 100, Sign.PoorFacilities),
        ];

        var ranked = order.Rank(given);

        Assert.Equal([given[3], given[2], given[1], given[0]], ranked.Select(r => r.Facts));
        Assert.Equal([1, 2, 3, 4], ranked.Select(r => r.Position));
    }

    [Fact, Clause("TX21-5.4")]
    public void Who_gains_pays_and_no_share_is_invented_where_the_plan_gives_none()
    {
        var share = Plan.CostShares.Single(s => s.Id == "beneficiary-pays");

        Assert.Equal(["居民", "原产权单位", "管线经营单位"], share.Payers.Select(p => p.Name));
        Assert.All(share.Payers, p => Assert.Null(Book.Value(p.Share!)!.Value));
        Assert.Equal(["residents", "former-owner-unit", "utility", "private-capital", "property-company"],
            Plan.FundingSources.Where(s => s.Clauses.Contains("TX21-5.4")).Select(s => s.Kind));
    }

    [Fact, Clause("TX21-5.5")]
    public void Two_offices_watch_from_day_to_day_and_assess_at_times_and_the_city_assesses_the_district()
    {
        SupervisionRung Rung(string id) => Plan.Supervision.Single(s => s.Id == id);

        Assert.Equal(("区旧改办会同两办督查室", SupervisionKind.Inspection), (Rung("routine").By, Rung("routine").Kind));
        Assert.Equal(["routine"], Rung("periodic-assessment").After);
        Assert.Null(Book.Value(Rung("periodic-assessment").Every!)!.Value);
        Assert.Equal(("四平市人民政府", "铁西区人民政府"), (Rung("city-performance").By!, Rung("city-performance").Of!));
        Assert.Equal(["city-performance"], Rung("circular").After);
    }

    private static Answer Ask(string requirement, ProjectFacts facts) => Shelf.Demand(Book, requirement, facts).Answer;

    private static ProcedureStep Step(string id) => Plan.Procedures.SelectMany(p => p.Steps).Single(s => s.Id == id);

    private static IEnumerable<string> List(string name) => (IEnumerable<string>)Book.Value(name)!.Value!;

    private static CommunityFacts Community(string built, long agreeing, long households, params Sign[] shown) => new()
    {
        BuiltOn = Fact<DateSpan>.Of(App.Policies.PackValues.Date(built)!.Value),
        Signs = Enum.GetValues<Sign>().ToDictionary(s => s, s => Fact<bool>.Of(shown.Contains(s))),
        HouseholdsConsent = Fact<Portion>.Of(new(agreeing, households)),
    };
}
