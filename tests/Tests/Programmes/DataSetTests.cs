using System.Net;
using Huanxin.App.Programmes;
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
    private static readonly RegionCode Nayong = RegionCode.Of("520525");
    private TestApp app = null!;

    // A community with its project in the plan of a year.
    private static Core.Kernel.Record[] Planned(string name, int? households = null, RegionCode? place = null, int year = 2022)
    {
        var community = Communities.CommunityGiven.Community(name, place ?? Nayong, p => p with { Households = households });
        var project = new Core.Programmes.Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(community.Place, name, ProjectKind.Community));
        project.EnterPlan(year);
        return [community, project, new ProjectCommunity { Id = Given.Id(), ProjectId = project.Id, CommunityId = community.Id, Place = community.Place }];
    }

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
        Assert.Contains("户数、建筑面积相差在四舍五入之内", page.Text);
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
        Assert.Contains("兴安街道", (await clerk.GetAsync(LinkOf(page, "4,400 户"))).Text);
        Assert.Contains("安丘市", (await clerk.GetAsync(LinkOf(page, "4,419 户").Split('#')[0])).Text);
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

        Assert.Contains(rows, row => row.StartsWith("小区台账（在册全部）|台账|3 个|0 户1/3 已填报|", StringComparison.Ordinal));
        var page = await clerk.GetAsync("/programmes/differences?place=371002&year=2023");
        Assert.Contains("共 3 个小区", (await clerk.GetAsync(LinkOf(page, "3 个"))).Text);
        Assert.Contains("共 1 个小区", (await clerk.GetAsync(LinkOf(page, "0 户"))).Text);
    }

    [Fact, Clause("W20-1.5a"), Clause("W24-0")]
    public async Task A_community_that_two_projects_share_counts_once_and_is_named_with_them()
    {
        var first = Planned("石油公司老宿舍", 120);
        var (community, again) = ((Community)first[0], new Core.Programmes.Project { Id = Given.Id() });
        again.Describe(new ProjectProfile(Nayong, "城关片区", ProjectKind.Cluster));
        again.EnterPlan(2022);
        var own = Communities.CommunityGiven.Community("建行职工宿舍", Nayong, p => p with { Households = 80 });
        await app.KeepAsync([.. first, again, again.Take(community, Given.Id()), own, again.Take(own, Given.Id())]);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Nayong);

        var page = await clerk.GetAsync("/programmes/differences?place=520525&year=2022");

        Assert.Contains(Paper.Rows(page), row => row.StartsWith("列入计划的项目|项目库|2 个|2 个|", StringComparison.Ordinal) && row.Contains("|200 户|", StringComparison.Ordinal));
        Assert.Contains("“列入计划的项目”中，“石油公司老宿舍”（在项目“城关片区”“石油公司老宿舍”中）由几个项目共有，只计一次。", page.Text);
        Assert.DoesNotContain("“建行职工宿舍”（", page.Text);
    }

    [Theory]
    [InlineData("1号楼", "1号楼", 1, 40, 1)]
    [InlineData("1号楼", "2号楼", 2, 80, 0)]
    [InlineData("1号楼、2号楼", "2号楼、3号楼", 3, null, 1)]
    [InlineData("1号楼", null, 5, 200, 1)]
    public void Of_a_community_that_two_projects_take_in_parts_each_building_counts_once(string one, string? other, int buildings, int? households, int shared)
    {
        var community = Communities.CommunityGiven.Community("花园小区", also: p => p with { Buildings = 5, Households = 200 });
        ProjectReading Taking(string name, string? numbers)
        {
            var project = new Core.Programmes.Project { Id = Given.Id() };
            project.Describe(new ProjectProfile(Given.District, name, ProjectKind.Building));
            var part = project.Take(community, Given.Id());
            part.Take(numbers, numbers?.Split('、').Length, numbers is null ? null : 40 * numbers.Split('、').Length, null);
            return new(project, [new(part, community)]);
        }

        var total = ProjectTotal.Of([Taking("甲", one), Taking("乙", other)]);

        Assert.Equal((2, 1, buildings, households, shared),
            (total.Figures.Projects, total.Figures.Communities, total.Figures.Buildings, (int?)total.Figures.Households, total.Shared.Count));
    }

    [Fact, Clause("AQ24-1"), Clause("NY22-1")]
    public async Task What_nobody_reported_is_neither_zero_nor_held_against_the_document()
    {
        var (one, two) = (Planned("石油公司老宿舍"), Planned("建行职工宿舍"));
        await app.KeepAsync([.. one, .. two]);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Nayong);

        var targets = await clerk.GetAsync("/programmes/targets");
        var differences = await clerk.GetAsync("/programmes/differences?place=520525&year=2022");

        Assert.Contains("小区个数 20 个 没有 2 个−18 个 2 个−18 个", targets.Text);
        Assert.Contains("户数 411 户 没有 未报（0/2 已填报） 未报（0/2 已填报）", targets.Text);
        Assert.Equal("/projects?state=Planned&place=520525&year.from=2022&year.to=2022", LinkOf(targets, "2 个"));
        Assert.Contains("共 2 个项目", (await clerk.GetAsync(LinkOf(targets, "2 个"))).Text);
        Assert.Contains("未报（0/2 已填报）", differences.Text);
        Assert.DoesNotContain("−411", targets.Text + differences.Text);
    }

    [Fact, Clause("NY22-1")]
    public async Task A_sum_of_which_a_part_is_not_reported_shows_how_many_did_and_no_difference()
    {
        var (one, two) = (Planned("石油公司老宿舍", 120), Planned("建行职工宿舍"));
        await app.KeepAsync([.. one, .. two]);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, Nayong);

        var targets = await clerk.GetAsync("/programmes/targets");
        var differences = await clerk.GetAsync("/programmes/differences?place=520525&year=2022");

        Assert.Contains("120 户1/2 已填报1/2 已填报，不计算差额", targets.Text);
        Assert.Contains("户数（1/2 已填报）", differences.Text);
        Assert.DoesNotContain("−291", targets.Text + differences.Text);
    }

    private static string LinkOf(Page page, string figure) =>
        page.Document.QuerySelectorAll("main td a").First(a => a.TextContent.Trim() == figure).GetAttribute("href")!;

    [Fact, Clause("W20-A"), Clause("W20-1.5a")]
    public async Task A_district_sees_its_own_rows_of_the_annex_as_its_tasks()
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("371003"));

        var page = await clerk.GetAsync("/programmes/targets");

        Assert.Contains("附件计划表：文登区 2021 年", page.Text);
        Assert.Contains("692.33 万㎡", page.Text);
        Assert.DoesNotContain("附件计划表：环翠区", page.Text);
    }

    [Fact, Clause("AQ24-2.1c"), Clause("W24-0")]
    public async Task What_counts_something_else_is_said_to_be_so_and_no_difference_is_computed()
    {
        await app.KeepAsync(Communities.CommunityGiven.Community("不在计划的小区", also: p => p with { Households = 100 }));
        using var anqiu = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("370784"), "anqiu");
        using var city = await app.SignedInAsync(Role.CityOfficer, Given.City);
        await app.KeepAsync([.. Planned("网通邮电新村", null, RegionCode.Of("370784"), 2024)]);

        var part = (await anqiu.GetAsync("/programmes/targets")).Text;
        var library = (await city.GetAsync("/programmes/targets")).Text;

        Assert.Contains("2 个 没有 1 个不可比：文件的数只是“2024年老旧小区改造任务”的一部分", part);
        Assert.Contains("不可比：在册小区不分年度，也有没列入计划的", library);
        Assert.DoesNotContain("−81 个", library);
        var beside = (await anqiu.GetAsync("/programmes/differences?place=370784&year=2024")).Text;
        Assert.Contains("“AQ24 2024年重点打造的精品小区”不与其他数据比较：文件的数只是“2024年老旧小区改造任务”的一部分", beside);
        Assert.DoesNotContain("“AQ24 2024年重点打造的精品小区”比", beside);
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
