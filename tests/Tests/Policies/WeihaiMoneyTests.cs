using Huanxin.Core.Policies;
using Huanxin.Core.Works;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Who pays for what by Weihai's plan of 2020.</summary>
public sealed class WeihaiMoneyTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("W20");
    private static readonly RuleBook Book = ShippedShelf.Book("371002001", new DateOnly(2023, 6, 1));

    [Fact, Clause("W20-2.2a")]
    public void Works_are_balanced_in_one_of_four_ways() =>
        Assert.Equal(["大片区统筹平衡", "跨片区组合平衡", "小区内自求平衡", "政府引导多元化投资改造"],
            Plan.FinancingModes.Where(m => m.Clauses.Contains("W20-2.2a")).Select(m => m.Title));

    [Theory, Clause("W20-2.5")]
    [InlineData("basic", "政府应重点予以支持")]
    [InlineData("improved", "政府适当给予支持")]
    [InlineData("enhanced", "以市场化运作为主 重点在资源统筹使用等方面给予政策支持")]
    public void The_class_of_the_works_says_how_far_the_treasury_helps_but_not_by_how_many_per_cent(string itemClass,
        string roles)
    {
        var share = Plan.CostShares.Single(s => s.Class == itemClass);

        Assert.Equal(roles.Split(' '), share.Payers.Select(p => p.Role));
        Assert.Null(Book.Value($"funding.{itemClass}-government-share")!.Value);
    }

    [Fact, Clause("W20-3.1")]
    public void Money_from_above_comes_as_aid_as_capital_or_as_interest_and_goes_into_every_class()
    {
        foreach (var source in Sources("W20-3.1").Where(s => s.Id is "central-subsidy" or "provincial-subsidy"))
        {
            Assert.Equal(["投资补助", "项目资本金注入", "贷款贴息"], source.Instruments);
            Assert.Superset(new HashSet<string> { "basic", "improved", "enhanced" }, source.Purposes!.ToHashSet());
        }

        var award = Sources("W20-3.1").Single(s => s.Id == "provincial-pilot-award");
        Assert.Contains("全国老旧小区改造试点任务或“4+N”融资试点任务", award.Conditions, StringComparison.Ordinal);
        Assert.Contains(Sources("W20-3.1"), s => s.Kind == "policy-loan");
    }

    [Fact, Clause("W20-3.1")]
    public void The_notice_of_2024_names_the_central_money_again_and_does_not_hide_what_it_may_pay_for()
    {
        var before = Central(new DateOnly(2024, 2, 28));
        var after = Central(new DateOnly(2024, 2, 29));

        Assert.Equal(before.Instruments, after.Instruments);
        Assert.Superset(before.Purposes!.ToHashSet(), after.Purposes!.ToHashSet());
        Assert.Contains("W24-4.1", after.Clauses);
    }

    [Fact, Clause("W20-3.2")]
    public void Works_on_special_bonds_need_a_plan_of_income_and_financing()
    {
        var onBonds = Project.Unknown.Lists("financed-by", "city", "special-bond");

        Assert.Equal(Answer.No, Asked(onBonds.Says("balance-plan-present", false)));
        Assert.Equal(Answer.Yes, Asked(onBonds.Says("balance-plan-present", true)));
        Assert.Equal(Answer.Unknown, Asked(onBonds));
        Assert.Equal(Answer.Yes,
            Asked(Project.Unknown.Lists("financed-by", "city").Says("balance-plan-present", false)));
        Assert.Equal(Answer.Unknown, Asked(Project.Unknown));
        Assert.Equal(["city-budget", "district-budget", "special-bond"], Sources("W20-3.2").Select(s => s.Id));

        Answer Asked(ProjectFacts facts) => Shelf.Demand(Book, "bond-balance", facts).Answer;
    }

    [Fact, Clause("W20-3.3")]
    public void Private_capital_builds_and_runs_the_services_that_can_earn()
    {
        Assert.Equal(
            ["社区养老设施", "社区托幼设施", "助餐服务设施", "社区家政设施", "保洁服务设施", "社区商业设施", "社区菜市场", "文体服务设施"],
            PaidBy("private-services"));
        Assert.Equal(["政府采购", "新增设施有偿使用", "落实资产权益"], Source("private-services").Instruments);
        Assert.Equal(["停车场", "新建或改扩建停车场（库）", "充电桩", "加装电梯"], PaidBy("private-facilities"));
        Assert.Equal(["改造+政策扶持+运营服务"], Source("private-facilities").Instruments);
    }

    [Fact, Clause("W20-3.4")]
    public void Every_other_purse_is_named_and_what_it_may_pay_for_is_never_guessed()
    {
        Assert.Equal(["民政部门专项资金", "卫生部门专项资金", "体育部门专项资金"],
            Sources("W20-3.4").Where(s => s.Kind == "department-fund").Select(s => s.Title));
        Assert.Equal(["private-parts"], Source("residents").Purposes);
        Assert.Contains("原职工住宅小区", Source("former-owner-unit").Conditions, StringComparison.Ordinal);
        Assert.Null(Source("maintenance-fund").Purposes);
        Assert.Null(Source("public-income").Purposes);
        Assert.Contains(Gaps.Of(Plan), g => g is { Kind: GapKind.Purposes, Id: "maintenance-fund" });
    }

    [Fact, Clause("W20-2.8b")]
    public void How_property_companies_are_assessed_decides_their_award()
    {
        var assessment = Plan.Evaluation.Single(e => e.Id == "property-service");

        Assert.Equal("作为政府奖补资金的依据", assessment.UsedFor);
        Assert.Null(assessment.Indicators);
        Assert.Null(Book.Value(assessment.Every!)!.Value);
        Assert.Equal(["property-subsidy"], Source("property-award").Purposes);
    }

    private static FundingSource Central(DateOnly on) => ShippedShelf.Book("371002001", on)
        .Nearest(d => d.FundingSources, s => s.Id).Single(s => s.Id == "central-subsidy");

    private static IEnumerable<FundingSource> Sources(string clause) =>
        Plan.FundingSources.Where(s => s.Clauses.Contains(clause));

    private static FundingSource Source(string id) => Plan.FundingSources.Single(s => s.Id == id);

    private static IEnumerable<string> PaidBy(string source) =>
        Source(source).Purposes!.Select(p => Plan.Items.Single(i => i.Id == p).Title);
}
