using System.Text.Json;
using Huanxin.App.Programmes;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>The annex of Weihai's plan, as a workbook in the layout it was published in, checked without storing anything.</summary>
[BothDatabases]
public sealed class PlanCheckTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private string file = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        file = Path.Combine(Directory.CreateTempSubdirectory("huanxin-plan-").FullName, "附件.xlsx");
        var plan = ShippedShelf.Document("W20").Plans.Single();
        await using var stream = File.Create(file);
        await PlanWorkbook.WriteAsync(stream, new PlanPaper(plan.Title, plan.PlaceTitle), PublishedPlan.GridOf(plan), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await database.DisposeAsync();
    }

    [Fact, Clause("W20-A"), Clause("W20-1.5a")]
    public async Task The_annex_adds_up_and_its_doubtful_figures_are_asked()
    {
        var result = await new CommandLine(database).RunAsync("check", "plan", file, "--policy", "W20");

        Assert.Equal(1, result.Code);
        Assert.Matches(@"总计\s+548\s+263,233\s+30,779,890\.99", result.Output);
        Assert.Contains("建筑面积若为692,332.1㎡，合98.2㎡/户，才与其他数字相称，全表建筑面积合计将由3,077.99万㎡变为2,454.89万㎡。系统未作改动", result.Output);
        Assert.Contains("恰为小区数的35,038倍", result.Output);
        Assert.Contains("荣成市2025年", result.Output);
        Assert.Contains("错误 0 处", result.Output);
        Assert.DoesNotContain("经区", result.Output.Split("错误 0 处")[0].Split("总计")[1]);
    }

    [Fact]
    public async Task A_ledger_is_recognised_instead_of_read_as_a_plan_and_a_missing_file_is_said_in_chinese()
    {
        var ledger = Path.Combine(Path.GetDirectoryName(file)!, "台账.csv");
        await File.WriteAllTextAsync(ledger, "序号,小区名称,街道,户数,建成年份\n1,花园小区,竹岛街道,120,1995\n", TestContext.Current.CancellationToken);

        var result = await new CommandLine(database).RunAsync("check", "plan", ledger, "--policy", "W20");
        Assert.Equal(2, result.Code);
        var plan = await new CommandLine(database).RunAsync("check", "ledger", file, "--policy", "W20");
        Assert.Equal(2, plan.Code);
        Assert.Contains("这像是计划表，不是小区台账", plan.Output + plan.Error);
        Assert.Contains("这像是小区台账（有“小区名称”一列），不是计划表", result.Output + result.Error);
        Assert.DoesNotContain("1995", result.Output);
        var gone = await new CommandLine(database).RunAsync("check", "plan", ledger + "x", "--policy", "W20");
        Assert.Contains("没有文件", gone.Output + gone.Error);
        Assert.DoesNotContain("does not exist", gone.Output + gone.Error);
        var folder = await new CommandLine(database).RunAsync("check", "ledger", ledger + "/", "--policy", "W20");
        Assert.Equal((2, true), (folder.Code, folder.Error.Contains("没有文件", StringComparison.Ordinal)));
    }

    [Fact, Clause("W20-1.5b")]
    public async Task The_share_of_2020_is_missed_on_every_basis_and_each_names_its_denominator()
    {
        var result = await new CommandLine(database).RunAsync("check", "plan", file, "--policy", "W20");

        Assert.Contains("按小区个数95÷548，合17.3%，低于要求，还差15个（W20-1.5b）", result.Output);
        Assert.Contains("按户数51,751÷263,233，合19.7%，低于要求", result.Output);
        Assert.Contains("按建筑面积4,718,884÷30,779,890.99，合15.3%，低于要求", result.Output);
        Assert.Contains("合79.9%，高于要求", result.Output);
    }

    [Fact, Clause("W20-A")]
    public async Task The_hint_and_both_totals_are_there_for_machines()
    {
        var result = await new CommandLine(database).RunAsync("check", "plan", file, "--policy", "W20", "--json");

        using var json = JsonDocument.Parse(result.Output);
        var hint = json.RootElement.GetProperty("doubts").EnumerateArray().Select(d => d.GetProperty("suggested")).Single(s => s.ValueKind == JsonValueKind.Object);
        Assert.Equal((6_923_321m, 692_332.1m, 30_779_890.99m, 24_548_902.09m), (hint.GetProperty("found").GetDecimal(), hint.GetProperty("value").GetDecimal(),
            hint.GetProperty("totalNow").GetDecimal(), hint.GetProperty("totalThen").GetDecimal()));
        var byArea = json.RootElement.GetProperty("milestones").EnumerateArray().First(m => m.GetProperty("measure").GetString() == "area");
        Assert.Equal((4_718_884m, 30_779_890.99m), (byArea.GetProperty("part").GetDecimal(), byArea.GetProperty("whole").GetDecimal()));
        Assert.Equal(548, json.RootElement.GetProperty("total").GetProperty("communities").GetDecimal());
    }
}
