using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>In what order, by whom and until when Weihai's plan of 2020 is carried out.</summary>
public sealed class WeihaiProcedureTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("W20");
    private static readonly RuleBook Book = ShippedShelf.Book("371002001", new DateOnly(2021, 6, 1));

    [Fact, Clause("W20-1.2")]
    public void By_the_end_of_2025_all_is_done_with_five_goals_reached()
    {
        Assert.Equal(new DateOnly(2025, 12, 31), Book.Value<DateOnly>("programme.deadline"));
        Assert.Equal(["完善的基础设施", "整洁的人居环境", "配套的服务设施", "长效的管理机制", "特色的社区文化"], List("milestone.goals"));
    }

    [Fact, Clause("W20-2.1a"), Clause("W20-2.1c")]
    public void Survey_database_selection_six_year_plan_and_annual_plan_follow_each_other()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "planning").Steps;

        Assert.Equal(["survey", "database", "selection", "master-plan", "annual-plan"], steps.Select(s => s.Id));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal(["摸底调查表", "老旧小区数据库", "拟改造项目清单", "改造总体规划", "分年度计划"], steps.SelectMany(s => s.Documents!));
        Assert.All(steps.TakeLast(2), s => Assert.Equal("各区市、开发区", s.Owner));
    }

    [Fact, Clause("W20-2.1b")]
    public void What_was_built_by_the_end_of_2000_comes_first_and_what_is_worse_off_before_the_rest()
    {
        var order = new EligibilityBook(Book).Priorities.Single();
        CommunityFacts[] given =
        [
            Built("2001-01-01", Sign.LowStandard, Sign.Disrepair, Sign.Dirty), Built("2000-12-31", Sign.Dirty),
            Built("2000-12-31", Sign.Disrepair), Built("1985-05-01", Sign.LowStandard),
        ];

        var ranked = order.Rank(given);

        Assert.Equal([given[3], given[2], given[1], given[0]], ranked.Select(r => r.Facts));
        Assert.Equal(["2000年前建成", "建设标准不高", "房屋年久失修", "设施缺损不全", "环境脏乱差", "影响居民基本生活"],
            ranked[0].Reasons.Select(r => r.Title));
    }

    [Fact, Clause("W20-2.2b")]
    public void Four_kinds_of_pilots_are_told_apart_and_the_national_ones_are_not_listed_by_the_plan()
    {
        Assert.Equal(["改造示范项目", "先行先试试点项目", "全国老旧小区改造试点", "“4+N”融资试点"], List("pilot.kinds"));
        Assert.Null(Book.Value("pilot.national-projects")!.Value);
        Assert.Null(Book.Value("pilot.financing-projects")!.Value);
    }

    [Theory, Clause("W20-2.3")]
    [InlineData("2020-12-01")]
    [InlineData("2024-02-28")]
    [InlineData("2024-06-01")]
    public void Four_departments_review_a_scheme_together_also_under_the_notice_that_does_not_name_them(string on)
    {
        var review = ShippedShelf.Book("371002001", PackValues.Date(on)!.Value)
            .Nearest(d => d.JointReviews, r => r.Id).Single(r => r.Id == "joint-review");

        Assert.Equal(["住房城乡建设部门", "发展改革部门", "财政部门", "自然资源和规划部门"], review.Departments);
        Assert.Contains("residents-consulted", review.After);
        Assert.Contains("W20-2.3", review.Clauses);
    }

    [Fact, Clause("W20-2.3")]
    public void Residents_are_heard_first_and_works_start_only_after_the_joint_review()
    {
        Assert.Equal(Answer.No, Shelf.Demand(Book, "consulted", Project.Unknown.Says("consulted", false)).Answer);
        Assert.Equal(Answer.No,
            Shelf.Demand(Book, "joint-review-done", Project.Unknown.Done("residents-consulted")).Answer);
        Assert.Equal(Answer.Yes,
            Shelf.Demand(Book, "joint-review-done", Project.Unknown.Done("residents-consulted", "joint-review")).Answer);
        Assert.Equal(["项目立项", "用地", "环评", "规划", "施工", "验收"], List("approval.simplified"));
        Assert.Null(Book.Value("approval.joint-review-days")!.Value);
    }

    [Fact, Clause("W20-2.6a")]
    public void A_street_may_bundle_its_works_and_chooses_six_kinds_of_parties_by_open_tender()
    {
        Assert.Equal(["成片捆绑打包", "工程总承包"], List("contract.packaging"));
        Assert.Equal(["项目管理单位", "设计单位", "施工单位", "监理单位", "材料供应商", "设备供应商"], List("contract.parties"));
        Assert.Equal(["安全监督", "质量监督", "文明施工"], List("contract.site-requirements"));
        Assert.Equal(Answer.No,
            Shelf.Demand(Book, "supervisor-chosen", Project.Unknown.Says("supervisor-appointed", false)).Answer);
    }

    [Fact, Clause("W20-2.6b")]
    public void A_third_party_scores_the_works_and_the_score_decides_next_years_money()
    {
        var evaluation = Plan.Evaluation.Single(e => e.Id == "third-party");

        Assert.Equal(("第三方机构", "作为下一年度财政资金安排的依据"), (evaluation.By, evaluation.UsedFor));
        Assert.Null(evaluation.Indicators);
        Assert.Contains(Gaps.Of(Plan), g => g is { Kind: GapKind.Indicators, Id: "third-party" });
    }

    [Fact, Clause("W20-2.8a")]
    public void After_the_works_the_owners_organise_in_six_steps()
    {
        var steps = Plan.Stewardship.Where(s => s.Clauses.Contains("W20-2.8a")).ToList();

        Assert.Equal(
            ["合理划分物业管理区域", "组织召开业主大会", "成立业主委员会", "建立小区管理联席会议机制", "协商确定小区管理模式、管理规约及居民议事规则", "按照规定选聘物业服务企业"],
            steps.Select(s => s.Title));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Equal(["社区党组织", "居委会", "业主委员会", "物业服务企业"], List("stewardship.joint-meeting"));
        Assert.Equal(Answer.No,
            Shelf.Demand(Book, "manager-named", Project.Unknown.Says("manager-named", false)).Answer);
    }

    [Theory, Clause("W20-5.2")]
    [InlineData("项目选定 方案编制 工程实施 竣工验收 项目移交", Answer.Yes)]
    [InlineData("项目选定 方案编制 工程实施 竣工验收", Answer.No)]
    [InlineData("方案编制 工程实施 竣工验收 项目移交", Answer.No)]
    public void Owners_representatives_are_there_at_all_five_stages(string attended, Answer expected)
    {
        var judged = Shelf.Demand(Book, "represented", Project.Unknown.Lists("represented-at", attended.Split(' ')));

        Assert.Equal(expected, judged.Answer);
        Assert.Equal(List("participation.stages"), judged.Check!.Required);
        Assert.Contains(Plan.Acceptance.Single(a => a.IsLegal).Parties, p => p is { Party: "业主代表", IsRequired: true });
    }

    [Fact, Clause("W20-5.3")]
    public void The_annual_assessment_ends_in_praise_and_award_or_in_criticism_and_a_deadline()
    {
        SupervisionRung Rung(string id) => Plan.Supervision.Single(s => s.Id == id);

        Assert.Equal(12L, Book.Value<long>(Rung("annual-assessment").Every!));
        Assert.Equal([("praise", "annual-assessment"), ("award", "praise"), ("annual-criticism", "annual-assessment"),
            ("rectification", "annual-criticism")],
            Plan.Supervision.Skip(1).Select(s => (s.Id, s.After.Single())));
        Assert.Equal(["责任不落实", "措施不到位", "实施进度滞后", "任务未完成"], Rung("annual-criticism").Causes);
        Assert.Null(Book.Value("rectification.days")!.Value);
    }

    private static IEnumerable<string> List(string name) => (IEnumerable<string>)Book.Value(name)!.Value!;

    private static CommunityFacts Built(string on, params Sign[] shown) => new()
    {
        BuiltOn = Fact<DateSpan>.Of(PackValues.Date(on)!.Value),
        Signs = Enum.GetValues<Sign>().ToDictionary(s => s, s => Fact<bool>.Of(shown.Contains(s))),
    };
}
