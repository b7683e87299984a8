using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public sealed class AnqiuPlanTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("AQ24");

    [Fact, Clause("AQ24-1")]
    public void The_three_streets_together_have_35_projects_with_4419_households_until_the_end_of_November()
    {
        var whole = Plan.Targets.Single(t => t.Id == "renovation-2024");

        Assert.Equal((35L, 35L, 123L, 4419L), (Count(whole, Measure.Projects), Count(whole, Measure.Communities),
            Count(whole, Measure.Buildings), Count(whole, Measure.Households)));
        Assert.Equal(Area.FromSquareMetres(508_100m), Value(whole.Figures[Measure.Area]));
        Assert.Equal(new DateOnly(2024, 11, 30), Value(whole.By!));
    }

    [Fact, Clause("AQ24-1")]
    public void What_each_street_is_to_do_is_not_in_the_plan_and_stays_open()
    {
        string[] streets = ["370784Z01", "370784001", "370784Z02"];

        var parts = Plan.Targets.Where(t => t.Region is { } region && streets.Contains(region.ToString())).ToList();

        Assert.Equal(3, parts.Count);
        Assert.All(parts.SelectMany(p => p.Figures.Values), name => Assert.Null(Value(name)));
    }

    [Fact, Clause("AQ24-2.1a")]
    public void Each_of_the_three_classes_has_its_own_obligation_and_36_items_in_all()
    {
        Assert.Equal([("basic", Obligation.All), ("improve", Obligation.WherePossible), ("enhance", Obligation.BestEffort)],
            Plan.Classes.Select(c => (c.Id, c.Obligation)));
        Assert.All(Plan.Items, i => Assert.Equal(Plan.Classes.Single(c => c.Id == i.Class).Obligation, i.Obligation));
        Assert.Equal(36L, Value("catalogue.items"));
        Assert.Null(Value("catalogue.basic-names"));
    }

    [Fact, Clause("AQ24-2.1c")]
    public void Two_communities_are_named_for_demonstration() =>
        Assert.Equal(["商场路国税局家属院", "网通邮电新村"], Plan.Listed.Where(l => l.Marks.Contains("精品小区")).Select(l => l.Name));

    [Theory, Clause("AQ24-2.2a")]
    [InlineData("wish-survey", "2024-05-31")]
    [InlineData("clear-illegal", "2024-05-31")]
    [InlineData("service-tender", "2024-05-31")]
    [InlineData("works-tender", "2024-05-31")]
    [InlineData("start", "2024-06-20")]
    [InlineData("completion", "2024-11-30")]
    public void Steps_of_the_works_have_the_dates_of_the_plan(string id, string until)
    {
        var step = Plan.Procedures.Single(p => p.Id == "renovation").Steps.Single(s => s.Id == id);

        Assert.Equal(until, $"{Value(step.Deadline!):yyyy-MM-dd}");
    }

    [Fact, Clause("AQ24-2.3")]
    public void Treasury_money_comes_first_and_the_gap_is_for_city_street_and_company()
    {
        string[] In(int order) => [.. Plan.FundingSources.Where(s => s.Order == order).Select(s => s.Id)];

        Assert.Equal(["central-subsidy", "provincial-subsidy", "central-investment", "special-bond"], In(1));
        Assert.Equal(["city", "street", "implementing-unit"], In(2));
    }

    [Theory, Clause("AQ24-2.4a")]
    [InlineData("insulation")]
    [InlineData("windows")]
    public void Energy_works_are_paid_30_to_70_and_hang_on_the_residents_consent(string item)
    {
        var share = Plan.CostShares.Single(s => s.Item == item);

        Assert.Equal([Ratio.Of(3, 10), Ratio.Of(7, 10)], share.Payers.Select(p => (Ratio)Value(p.Share!)!));
        Assert.Equal("energy-retrofit", Plan.Items.Single(i => i.Id == item).Consent);
    }

    [Fact, Clause("AQ24-2.6a")]
    public void The_property_subsidy_is_70_fen_a_month_at_40_30_30_for_36_months()
    {
        var subsidy = Plan.Subsidies.Single();

        Assert.Equal(Fen.FromYuan(0.7m), Value(subsidy.Rate));
        Assert.Equal(SubsidyPer.AreaMonth, subsidy.Per);
        Assert.Equal([Ratio.Of(2, 5), Ratio.Of(3, 10), Ratio.Of(3, 10)], subsidy.Payers.Select(p => (Ratio)Value(p.Share!)!));
        Assert.Equal(36L, Value(subsidy.Months!));
    }

    [Fact, Clause("AQ24-2.6c")]
    public void A_community_without_a_property_company_falls_to_a_named_one()
    {
        var fallback = Plan.Stewardship.Single(s => s.Id == "fallback-manager");

        Assert.Equal((StewardshipKind.Mode, "安丘环卫园林科技集团有限公司"), (fallback.Kind, fallback.Who));
    }

    [Fact, Clause("AQ24-3.3")]
    public void Works_pass_four_gates() =>
        Assert.Equal(["材料检测关", "施工质量关", "安全生产关", "竣工验收关"],
            Plan.Supervision.Where(s => s.Kind == SupervisionKind.Gate).Select(s => s.Title));

    [Fact, Clause("AQ24-3.4")]
    public void Criticism_leads_to_an_interview_and_that_to_accountability()
    {
        string? Before(string id) => Plan.Supervision.Single(s => s.Id == id).After.SingleOrDefault();

        Assert.Equal("interview", Before("accountability"));
        Assert.Equal("criticism", Before("interview"));
        Assert.Equal("regular-inspection", Before("criticism"));
    }

    private static object? Value(string name) => Plan.Parameters[name].Value;

    private static long Count(PlanTarget target, Measure measure) => (long)Value(target.Figures[measure])!;
}
