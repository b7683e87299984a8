using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>Figures typed into the forms of the register as they stand in ledgers.</summary>
[BothDatabases]
public sealed class FigureFieldTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1,200")]
    [InlineData("１２００")]
    [InlineData("1 200")]
    [InlineData("1200户")]
    [InlineData("0.12万")]
    public async Task A_count_is_typed_as_a_ledger_has_it(string typed)
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        await clerk.SubmitAsync("/communities/new", new { Form__Name = "甲小区", Form__Place = "371002003", Form__Households = typed });

        Assert.Equal(1200, (await app.AskAsync(db => db.Communities.SingleAsync(Stop))).Households);
    }

    [Fact]
    public async Task Areas_money_and_positions_are_typed_as_a_ledger_has_them_and_a_dash_says_nothing()
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        await clerk.SubmitAsync("/communities/new", new
        {
            Form__Name = "甲小区", Form__Place = "371002003", Form__Area = "2.184055万平方米", Form__MaintenanceFund = "１２０，０００．５元", Form__Latitude = "37.5°",
            Form__Longitude = "122.1度", Form__Lifts = "—", Form__Floors = "6层",
        });

        var kept = await app.AskAsync(db => db.Communities.SingleAsync(Stop));
        Assert.Equal((new Area(2_184_055), new Fen(12_000_050), 37.5, 122.1), (kept.Area, kept.MaintenanceFund, kept.Latitude, kept.Longitude));
        Assert.Equal(((int?)null, 6), (kept.Lifts, kept.Floors));
    }

    [Fact]
    public async Task Whatever_is_in_doubt_is_asked_at_once_beside_its_field_and_stays_as_typed()
    {
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        var typed = new
        {
            Form__Name = "甲小区", Form__Place = "371002003", Form__Buildings = "1.5", Form__Units = "-3", Form__Households = "约120户", Form__Area = "100.005",
            Form__Floors = "5-6层", Form__MaintenanceFund = "3千克", Form__Lifts = "无", Form__ParkingPlaces = "99999999999", Form__Latitude = "137.5",
            Form__Longitude = "122.1", Form__HouseholdsAsked = "100", Form__HouseholdsAgreed = "120",
        };

        var page = await clerk.SubmitAsync("/communities/new", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var faults = page.Document.QuerySelectorAll("main [role=alert] a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        string[] order = ["Buildings", "Units", "Households", "Area", "Floors", "MaintenanceFund", "HouseholdsAgreed", "ParkingPlaces", "Lifts", "Latitude"];
        Assert.Equal(order.Select(name => $"#Form-{name}"), faults.Keys);
        Assert.Equal("“楼栋数”应为整数，例如 1200；现在是“1.5”。", faults["#Form-Buildings"]);
        Assert.Equal("“单元数”的“-3”不能为负数。", faults["#Form-Units"]);
        Assert.Equal("“户数”的“约120户”是约数，请核实准确数。", faults["#Form-Households"]);
        Assert.Equal("“建筑面积”最多两位小数；现在是“100.005”。", faults["#Form-Area"]);
        Assert.Equal("“最高层数”的“5-6层”是一个范围，请核实准确值。", faults["#Form-Floors"]);
        Assert.StartsWith("“住宅专项维修资金余额”的“3千克”数字后面的单位或文字与本列不符", faults["#Form-MaintenanceFund"], StringComparison.Ordinal);
        Assert.Equal("“电梯”填了“无”：没有的填 0，不清楚的空着。", faults["#Form-Lifts"]);
        Assert.Equal("“停车位”的“99999999999”数值过大。", faults["#Form-ParkingPlaces"]);
        Assert.Equal("同意户数不能多于征询户数。", faults["#Form-HouseholdsAgreed"]);
        Assert.Equal("纬度须在 -90 至 90 之间。", faults["#Form-Latitude"]);
        Assert.Equal(["约120户", "无", "5-6层"], new[] { "Households", "Lifts", "Floors" }
            .Select(name => page.Document.QuerySelector($"#Form-{name}")!.GetAttribute("value")));
        Assert.Equal("decimal", page.Document.QuerySelector("#Form-Households")!.GetAttribute("inputmode"));
        Assert.Equal(0, await app.AskAsync(db => db.Communities.CountAsync(Stop)));
    }

    [Fact]
    public async Task Buildings_dwellings_and_projects_read_figures_alike()
    {
        var community = CommunityGiven.Community();
        var building = CommunityGiven.Building(community, "1号楼");
        await app.KeepAsync(community, building);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);

        await clerk.SubmitAsync($"/communities/{community.Id}/buildings/new", new { Form__Number = "2号楼", Form__Households = "３６户", Form__Area = "3,600.5㎡" });
        await clerk.SubmitAsync($"/communities/buildings/{building.Id}/dwellings/new", new { Form__Room = "B101", Form__Floor = "-1层", Form__Area = "８８．５", Form__Why = "登记" });
        await clerk.SubmitAsync("/projects/new", new { Form__Name = "竹岛片区", Form__Kind = "Cluster", Form__Place = "371002", Form__Investment = "1,200万元" });
        await clerk.SubmitAsync("/programmes/new", new { Form__Title = "年度计划", Form__Kind = "Annual", Form__Place = "371002", Form__FromYear = "２０２４年" });

        var second = await app.AskAsync(db => db.Buildings.SingleAsync(b => b.Number == "2号楼", Stop));
        Assert.Equal((36, new Area(360_050)), (second.Households, second.Area));
        var dwelling = await app.AskAsync(db => db.Dwellings.SingleAsync(Stop));
        Assert.Equal((-1, new Area(8_850)), (dwelling.Floor, dwelling.Area));
        Assert.Equal(Fen.FromYuan(12_000_000), await app.AskAsync(db => db.Projects.Select(p => p.Investment).SingleAsync(Stop)));
        Assert.Equal(2024, await app.AskAsync(db => db.PlanSets.Select(p => p.FromYear).SingleAsync(Stop)));
    }
}
