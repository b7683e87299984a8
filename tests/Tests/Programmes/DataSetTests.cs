using System.Net;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>Plan, library, text and register beside each other, as the clerk sees them.</summary>
[BothDatabases]
public sealed class DataSetTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact, Clause("W24-0"), Clause("W20-1.5a")]
    public async Task The_plan_of_2024_stands_beside_the_library_and_the_difference_is_said_not_adjusted()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);

        var page = await clerk.GetAsync("/programmes/differences?place=371000&year=2024");

        Assert.Contains("71 个", page.Text);
        Assert.Contains("35,132 户", page.Text);
        Assert.Contains("314.30 万㎡", page.Text);
        Assert.Contains("82 个", page.Text);
        Assert.Contains("33,202 户", page.Text);
        Assert.Contains("301.36 万㎡", page.Text);
        Assert.Contains("86,300.00 万元", page.Text);
        Assert.Contains("+11 个", page.Text);
        Assert.Contains("−1,930 户", page.Text);
        Assert.Contains("−12.94 万㎡", page.Text);
        Assert.Contains("两套数据", page.Text);
        Assert.Contains("平均每个小区由 494.8 户变为 404.9 户", page.Text);
    }

    [Fact, Clause("W20-1.5a"), Clause("W20-A")]
    public async Task The_text_and_the_annex_differ_by_rounding_only_and_the_doubtful_cell_says_what_it_would_do()
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);

        var page = await clerk.GetAsync("/programmes/differences?place=371000&year=");

        Assert.Contains("3,078.00 万㎡", page.Text);
        Assert.Contains("3,077.99 万㎡", page.Text);
        Assert.Contains("相差在四舍五入之内", page.Text);
        Assert.Contains("3,077.99万㎡变为2,454.89万㎡", page.Text);
    }

    [Theory]
    [InlineData("370784", "AQ24", "35 个", "123 栋", "4,419 户", "50.81 万㎡")]
    [InlineData("220302", "TX21", "24 个", "146 栋", "9,120 户", "72.10 万㎡")]
    [InlineData("520525", "NY22", "20 个", "411 户", "未写")]
    [Clause("AQ24-1"), Clause("TX21-4.2"), Clause("NY22-1")]
    public async Task Targets_of_every_document_stand_with_their_figures(string place, string document, params string[] figures)
    {
        using var clerk = await app.SignedInAsync(Role.CityOfficer, RegionCode.Of(place));

        var page = await clerk.GetAsync("/programmes/targets");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(document, page.Text);
        Assert.All(figures, figure => Assert.Contains(figure, page.Text));
    }

    [Fact, Clause("AQ24-1")]
    public async Task A_plan_by_streets_is_reconciled_with_the_target_of_the_document()
    {
        var place = RegionCode.Of("370784");
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, place);
        using var chief = await app.SignedInAsync(Role.DistrictOfficer, place, "chief");
        var plan = await Paper.PlanAsync(clerk, new
        {
            Form__Title = "安丘市2024年计划", Form__Kind = "Annual", Form__Place = "370784", Form__FromYear = "2024", Form__Document = "AQ24", Form__PlaceTitle = "街区",
        });
        var table = System.Text.Encoding.UTF8.GetBytes("街区,项目数,小区数,楼栋数,户数,建筑面积(万㎡)\n兴安街道,34,34,120,4300,49\n经济开发区,1,1,3,100,1.8\n");
        await Paper.IssueAsync(clerk, chief, plan, table, "计划.csv");

        var page = await clerk.GetAsync("/programmes/targets");

        Assert.Contains("小区个数 35 个 35 个一致", page.Text);
        Assert.Contains("户数 4,419 户 4,400 户−19 户", page.Text);
    }

    [Fact, Clause("NY22-1")]
    public async Task What_no_community_of_the_register_says_is_not_reported_and_what_one_says_is_added_up()
    {
        Community One(string name, int? households, int? buildings = null)
        {
            var community = new Community { Id = Given.Id() };
            community.Describe(new CommunityProfile { Place = Given.District, Name = name, Households = households, Buildings = buildings });
            return community;
        }

        await app.KeepAsync(One("甲", null), One("乙", 0), One("丙", null));
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        var rows = Paper.Rows(await clerk.GetAsync("/programmes/differences?place=371002&year=2023"));

        Assert.Contains(rows, row => row.StartsWith("小区台账（在册全部）|台账|3 个|0 户|未报|", StringComparison.Ordinal));
    }

    [Fact, Clause("W20-1.5b")]
    public void A_milestone_is_exact_at_the_threshold()
    {
        var target = ShippedShelf.Document("W20").Targets.Single(t => t.Id == "milestone-2020");
        PlanMilestone At(long part) => new(target, 2020, Measure.Communities, Ratio.Percent(20), part, 550);

        Assert.Equal(MilestoneVerdict.Below, At(109).Verdict);
        Assert.Equal(MilestoneVerdict.At, At(110).Verdict);
        Assert.Equal(MilestoneVerdict.Above, At(111).Verdict);
        Assert.Equal((1L, 0L), (At(109).Missing, At(110).Missing));
    }
}
