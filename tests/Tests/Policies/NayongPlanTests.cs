using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public sealed class NayongPlanTests
{
    private static readonly PolicyDocument Plan = ShippedShelf.Document("NY22");

    [Fact, Clause("NY22-1")]
    public void The_target_is_20_communities_with_411_households_by_the_end_of_the_year()
    {
        var target = Plan.Targets.Single();

        Assert.Equal(20L, Value(target.Figures[Measure.Communities]));
        Assert.Equal(411L, Value(target.Figures[Measure.Households]));
        Assert.Equal(new DateOnly(2022, 12, 31), Value(target.By!));
        Assert.Null(Value(target.Figures[Measure.Area]));
    }

    [Fact, Clause("NY22-3.1")]
    public void The_twenty_names_of_the_text_are_listed_with_their_place()
    {
        var text = Plan.Clauses.Single(c => c.Id == "NY22-3.1").Text;

        Assert.Equal(20, Plan.Listed.Select(l => l.Name).Distinct().Count());
        Assert.All(Plan.Listed, l => Assert.Contains(l.Name, text, StringComparison.Ordinal));
        Assert.All(Plan.Listed, l => Assert.StartsWith("纳雍县", l.Place, StringComparison.Ordinal));
        Assert.Equal(["供销社安居工程一号楼", "沿河小区6号楼", "沿河小区7号楼"], Plan.Listed.Where(l => l.IsSingleBuilding).Select(l => l.Name));
    }

    [Fact, Clause("NY22-3.3")]
    public void The_maintenance_fund_is_used_only_after_the_owners_decided() =>
        Assert.Equal("use-maintenance-fund", Plan.FundingSources.Single(s => s.Id == "maintenance-fund").Consent);

    [Fact, Clause("NY22-3.4")]
    public void Residents_choose_between_managing_themselves_and_a_company() =>
        Assert.Equal(["居民自治管理", "物业公司管理"], Plan.Stewardship.Where(s => s.Kind == StewardshipKind.Mode).Select(s => s.Title));

    [Fact, Clause("NY22-4.4")]
    public void Acceptance_and_takeover_have_different_parties()
    {
        AcceptanceRule Of(string id) => Plan.Acceptance.Single(a => a.Id == id);

        Assert.Contains("各方责任主体", Of("joint-acceptance").Parties.Select(p => p.Party));
        Assert.Equal(["设计单位", "施工单位", "辖区办事处", "社区居委会", "物业公司"], Of("takeover").Parties.Select(p => p.Party));
    }

    [Fact, Clause("NY22-5.2")]
    public void The_monthly_return_has_no_day_of_its_own_and_borrows_none()
    {
        var form = Plan.Returns.Single(r => r.Period == ReturnPeriod.Month);

        Assert.Null(Value(form.DueDay!));
    }

    [Fact, Clause("NY22-A1")]
    public void Streets_and_sixteen_departments_have_their_duties_and_no_person_is_named()
    {
        var rows = Plan.Responsibilities.Where(r => r.Clauses.Any(c => c.StartsWith("NY22-A1.", StringComparison.Ordinal))).ToList();
        var group = Plan.Clauses.Single(c => c.Id == "NY22-A1").Text;

        Assert.Equal(Enumerable.Range(0, 17).Select(n => $"NY22-A1.{n}"), rows.Select(r => r.Clauses.Single()));
        Assert.All(rows, r => Assert.NotEmpty(r.Lead));
        Assert.Equal(26, group.Split("（姓名略）").Length - 1);
    }

    [Fact, Clause("NY22-A2")]
    public void Every_row_of_the_Guizhou_annex_is_an_item_with_its_whole_standard()
    {
        foreach (var row in Enumerable.Range(1, 15).Select(n => $"NY22-A2.{n}"))
        {
            var text = Plan.Clauses.Single(c => c.Id == row).Text;
            var items = Plan.Items.Where(i => i.Clauses.Contains(row)).ToList();

            Assert.NotEmpty(items);
            Assert.Equal(text[(text.LastIndexOf('\n') + 1)..], string.Concat(items.Select(i => i.Standard)));
            Assert.All(items, i => Assert.NotEmpty(i.SameAs));
        }
    }

    private static object? Value(string name) => Plan.Parameters[name].Value;
}
