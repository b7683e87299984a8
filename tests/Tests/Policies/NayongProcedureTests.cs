using Huanxin.Core.Policies;
using Huanxin.Core.Works;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>How a dormitory of Nayong goes from the survey to the takeover, and on whose money.</summary>
public sealed class NayongProcedureTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("NY22");
    private static readonly RuleBook Book = ShippedShelf.Book("520525001", new DateOnly(2022, 6, 1));

    [Fact, Clause("NY22-4.1")]
    public void Streets_survey_report_and_keep_a_ledger_whose_freshness_has_no_number()
    {
        string[] ids = ["survey", "enter-library", "open-ledger", "update-ledger"];

        Assert.All(ids, id => Assert.Equal("各街道办事处", Step(id).Owner));
        Assert.Equal(["survey"], Step("enter-library").After);
        Assert.Equal(["open-ledger"], Step("update-ledger").After);
        Assert.Null(Book.Value(Step("update-ledger").Days!)!.Value);
        Assert.Null(Plan.Forms.Single(f => f.Id == "ledger").Columns);
    }

    [Fact, Clause("NY22-4.2"), Clause("NY22-4.3")]
    public void Design_costing_fiscal_review_and_tender_follow_each_other_before_the_works_start()
    {
        Assert.Equal(["design"], Step("costing").After);
        Assert.Equal(["costing"], Step("fiscal-review").After);
        Assert.Equal(["fiscal-review"], Step("works-tender").After);
        Assert.Equal(["works-tender", "appoint-supervision"], Step("start").After);
        Assert.Equal("县财政局", Step("fiscal-review").Parties.Single());
        Assert.Equal(["各街道办事处", "涉及项目实施各部门"], Step("preliminaries").Parties);
        Assert.Equal(Answer.No, Ask("fiscal-review-before-tender", Project.Unknown.Done("design", "costing")));
        Assert.Equal(Answer.Yes,
            Ask("fiscal-review-before-tender", Project.Unknown.Done("design", "costing", "fiscal-review")));
        Assert.Equal(Answer.No, Ask("follows-scheme", Project.Unknown.Done("survey")));
    }

    [Fact, Clause("NY22-4.4")]
    public void Works_have_a_supervisor_are_accepted_together_reported_and_then_taken_over()
    {
        Assert.Equal(Answer.No, Ask("supervision-appointed", Project.Unknown.Says("supervisor-appointed", false)));
        Assert.Equal(Answer.No, Ask("accepted-before-takeover", Project.Unknown.Done("finish")));
        Assert.Equal(Answer.Yes, Ask("accepted-before-takeover", Project.Unknown.Done("finish", "joint-acceptance")));
        Assert.Equal(["joint-acceptance"], Step("report-acceptance").After);
        Assert.Equal(["joint-acceptance"], Step("takeover").After);
        Assert.Equal("县领导小组办公室", Plan.Returns.Single(r => r.Id == "acceptance-report").To);
    }

    [Fact, Clause("NY22-4.5")]
    public void What_was_learned_is_written_down_after_the_takeover()
    {
        Assert.Equal(["takeover"], Step("review-and-improve").After);
        Assert.Equal(["评估总结报告"], Step("review-and-improve").Documents);
        Assert.Equal("优化完善改造方案，总结推广试点经验", Plan.Evaluation.Single().UsedFor);
    }

    [Fact, Clause("NY22-5.2")]
    public void A_project_goes_from_design_over_list_budget_and_owner_to_the_works()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "project-management").Steps;

        Assert.Equal(["先设计", "拉清单", "做预算", "分责任", "抓实施"], steps.Select(s => s.Title));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
        Assert.Contains(Gaps.Of(Plan), g => g is { Kind: GapKind.Who, Id: "monthly-progress" });
    }

    [Fact, Clause("NY22-5.4")]
    public void Streets_call_meetings_and_go_from_door_to_door()
    {
        Assert.Equal(["各街道办事处", "各街道办事处"], new[] { "mobilise", "door-to-door" }.Select(id => Step(id).Owner));
        Assert.Equal(["会议记录", "入户记录"], new[] { "mobilise", "door-to-door" }.SelectMany(id => Step(id).Documents!));
        Assert.Equal(Answer.No, Ask("wishes-asked", Project.Unknown.Says("consulted", false)));
    }

    [Fact, Clause("NY22-3.3")]
    public void Common_parts_are_paid_from_the_central_budget_first_and_the_building_by_who_gains()
    {
        Assert.Equal(["中央预算内投资", "住宅专项维修资金", "个人住房公积金", "小区公共收益", "社区惠民资金", "社会捐赠"],
            Plan.CostShares.Single(s => s.Class == "environment").Payers.Select(p => p.Name));
        Assert.Equal("主要资金来源", Plan.CostShares.Single(s => s.Class == "environment").Payers[0].Role);
        Assert.Equal("谁受益谁投资，多方筹集", Plan.CostShares.Single(s => s.Class == "body").Payers.Single().Role);
        Assert.Equal(["智能充电桩", "停车场", "广告牌位", "快递驿站（社会资本）", "养老（社会资本）", "托幼（社会资本）"],
            Plan.Items.Where(i => i.Class == Source("private-capital").Purposes!.Single()).Select(i => i.Title));
    }

    [Fact, Clause("NY22-3.3")]
    public void Only_a_payment_from_public_income_waits_for_the_committee()
    {
        var refused = Project.Unknown.Says("committee-consented", false);

        Assert.Equal(Answer.No, Ask("public-income-consent", refused.Lists("financed-by", "public-income")));
        Assert.Equal(Answer.Yes, Ask("public-income-consent", refused.Lists("financed-by", "central-investment")));
        Assert.Equal(Answer.Yes, Ask("public-income-consent",
            Project.Unknown.Says("committee-consented", true).Lists("financed-by", "public-income")));
        Assert.Contains("long-term-management", Source("public-income").Purposes!);
    }

    [Fact, Clause("NY22-5.3")]
    public void The_construction_fund_and_land_income_lean_towards_the_works_and_lines_go_underground()
    {
        Assert.Equal(["管线等设施的产权单位出资", "项目建设基金", "土地出让收益"],
            Plan.FundingSources.Where(s => s.Clauses.Contains("NY22-5.3")).Select(s => s.Title));
        Assert.Equal((Answer.No, Level.Should), (Ask("lines-underground", Project.Scheme(Plan, "gz-pipes")),
            Plan.Requirements.Single(r => r.Id == "lines-underground").Node.Level));
        Assert.Equal(Answer.Yes, Ask("lines-underground", Project.Scheme(Plan, "gz-lines")));
    }

    [Fact, Clause("NY22-5.5")]
    public void Good_work_is_praised_and_slow_work_criticised_after_the_inspection()
    {
        SupervisionRung Rung(string id) => Plan.Supervision.Single(s => s.Id == id);

        Assert.Equal(["担当作为", "成绩突出"], Rung("praise").Causes);
        Assert.Equal(["行动慢", "效果差"], Rung("criticism").Causes);
        Assert.All(["praise", "criticism"], id => Assert.Equal(["inspection-team"], Rung(id).After));
    }

    [Fact, Clause("NY22-A2.14"), Clause("NY22-A1.6")]
    public void A_new_lift_waits_for_consent_and_assessment_also_where_two_entries_of_the_catalogue_are_lifts()
    {
        var scheme = Project.Scheme(Plan, "gz-lift-new");

        Assert.Equal(Answer.No, Ask("lift-wish", scheme.Agreed()));
        Assert.Equal(Answer.Yes, Ask("lift-wish", scheme.Agreed("lift")));
        Assert.Equal(Answer.No, Ask("lift-safety", scheme.Done("design")));
        Assert.Equal(Answer.Yes, Ask("lift-safety", scheme.Done("lift-assessment")));
        Assert.Equal(Answer.Yes, Ask("lift-safety", Project.Scheme(Plan, "roof").Done()));
    }

    private static Answer Ask(string requirement, ProjectFacts facts) => Shelf.Demand(Book, requirement, facts).Answer;

    private static ProcedureStep Step(string id) => Plan.Procedures.SelectMany(p => p.Steps).Single(s => s.Id == id);

    private static FundingSource Source(string id) => Plan.FundingSources.Single(s => s.Id == id);
}
