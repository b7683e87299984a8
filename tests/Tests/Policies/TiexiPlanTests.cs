using Huanxin.App.Policies;
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
