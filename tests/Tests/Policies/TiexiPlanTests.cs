using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Tiexi's explained plan: what it gives, what it leaves open, and how it lies beside Weihai's.</summary>
public sealed class TiexiPlanTests
{
    private static readonly PolicyShelf Everything = PolicyShelf.Load(Path.Combine(Checkout.Root, "policies"));
    private static readonly PolicyDocument Plan = Everything.Find("TX21")!;

    [Fact, Clause("TX21-4.3")]
    public void The_catalogue_has_four_aspects_and_every_item_has_its_words()
    {
        Assert.Equal(["改善房屋功能", "改造基础设施", "改进公共服务", "改观居住环境"], Plan.Classes.Select(c => c.Title));
        Assert.All(Plan.Items, i => Assert.NotEqual("未核实", i.Standard));
        Assert.All(Plan.Items, i => Assert.NotEmpty(i.SameAs));
    }

    [Fact, Clause("TX21-2")]
    public void Five_years_are_given_but_not_from_which_year()
    {
        var target = Plan.Targets.Single(t => t.Id == "five-years");

        Assert.Equal(5L, Plan.Parameters["programme.term-years"].Value);
        Assert.Null(Plan.Parameters[target.By!].Value);
    }

    [Fact, Clause("TX21-3")]
    public void The_menu_residents_choose_from_is_the_catalogue_of_four_aspects_within_five_and_ten_minutes()
    {
        var menu = (IEnumerable<string>)Plan.Parameters["consultation.menu-kinds"].Value!;

        Assert.Equal(["房屋功能的改善", "基础设施的改造", "公共服务的改进", "居住环境的改观"], menu);
        Assert.Equal(Plan.Classes.Count, menu.Count());
        Assert.Equal(["5分钟", "10分钟"], (IEnumerable<string>)Plan.Parameters["area.living-circles"].Value!);
        Assert.Null(Plan.Parameters["area.living-circle-facilities"].Value);
    }

    [Fact, Clause("TX21-4.2")]
    public void By_the_end_of_July_2022_24_communities_with_146_buildings_and_9120_households_are_done()
    {
        var target = Plan.Targets.Single(t => t.Id == "plan-2021");

        Assert.Equal(new DateOnly(2022, 7, 31), Plan.Parameters[target.By!].Value);
        Assert.Equal([24L, 146L, 9_120L], new[] { Measure.Communities, Measure.Buildings, Measure.Households }
            .Select(m => (long)Plan.Parameters[target.Figures[m]].Value!));
        Assert.Equal(Area.FromSquareMetres(721_000), Plan.Parameters[target.Figures[Measure.Area]].Value);
        Assert.Null(Plan.Parameters["programme.listed-communities"].Value);
    }

    [Theory, Clause("TX21-4.3")]
    [InlineData("housing", 11)]
    [InlineData("infrastructure", 22)]
    [InlineData("services", 14)]
    [InlineData("surroundings", 9)]
    public void Every_work_of_an_aspect_is_an_item_of_its_own(string aspect, int count) =>
        Assert.Equal(count, Plan.Items.Count(i => i.Class == aspect));

    // “楼牌号及宣传栏” and “停车栏及……门禁” are two items each, whose second half stands alone in the catalogue.
    [Fact, Clause("TX21-4.3")]
    public void Every_item_is_written_in_the_words_of_the_text()
    {
        var text = Plan.Clauses.Single(c => c.Id == "TX21-4.3").Text;

        Assert.Equal(["notice-board", "access-control"],
            Plan.Items.Where(i => !text.Contains(i.Standard.TrimEnd('。'), StringComparison.Ordinal)).Select(i => i.Id));
    }

    [Theory, Clause("TX21-4.3")]
    [InlineData("lift", "improved", "housing")]
    [InlineData("illegal-buildings", "basic", "surroundings")]
    [InlineData("elderly-care", "enhanced", "services")]
    [InlineData("rain-sewage", "basic", "infrastructure")]
    public void The_same_work_is_found_in_Weihais_classes_and_Tiexis_aspects(string common, string weihai, string tiexi)
    {
        var classes = Everything.SameAs(common).ToLookup(s => s.Document.Id, s => s.Item.Class);

        Assert.Contains(weihai, classes["W20"]);
        Assert.Contains(tiexi, classes["TX21"]);
    }

    [Fact, Clause("TX21-4.4.1"), Clause("TX21-4.4.5")]
    public void The_procedure_has_seven_steps_in_order()
    {
        var steps = Plan.Procedures.Single(p => p.Id == "renewal").Steps;

        Assert.Equal(["宣传发动", "调查摸底", "制定方案", "审核方案", "组织实施", "竣工验收", "长效管理"], steps.Select(s => s.Title));
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.Equal([pair.Second.Id], pair.First.After));
    }

    [Fact, Clause("TX21-4.4.6")]
    public void Six_parties_accept_together_under_the_district_bureau()
    {
        var acceptance = Plan.Acceptance.Single(a => a.Id == "joint-acceptance");

        Assert.Equal("区住建局", acceptance.Organiser);
        Assert.Equal(
            ["街道", "社区", "业主委员会（或业主代表）", "设计单位", "监理单位", "施工单位"],
            acceptance.Parties.Where(p => p.IsRequired).Select(p => p.Party));
    }

    [Fact]
    public void A_document_whose_date_of_issue_is_not_given_says_so() => Assert.Null(Plan.Identity.Issued);
}
