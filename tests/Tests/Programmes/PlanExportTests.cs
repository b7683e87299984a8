using System.IO.Compression;
using System.Xml.Linq;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>What leaves as a workbook or csv is shown by a spreadsheet and never run by it.</summary>
[BothDatabases]
public sealed class PlanExportTests : IAsyncLifetime
{
    private const string Run = "=HYPERLINK(\"http://x\",\"点我\")";
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("@")]
    public async Task Names_that_begin_like_a_formula_leave_as_text(string sign)
    {
        var text = sign + Run[1..];
        using var clerk = await app.SignedInAsync(Role.CityOfficer, Given.City);
        using var chief = await app.SignedInAsync(Role.CityOfficer, Given.City, "chief");
        var plan = await Paper.PlanAsync(clerk, new
        {
            Form__Title = text, Form__Kind = "Annual", Form__Place = "371000", Form__FromYear = "2024", Form__PlaceTitle = sign + "SUM(1,1)",
        });
        await Paper.IssueAsync(clerk, chief, plan, "区市,小区个数\n环翠区,3\n"u8.ToArray(), "计划.csv");
        var project = new Project { Id = Given.Id() };
        project.Describe(new ProjectProfile(Given.District, text, ProjectKind.Community) { Flags = [text] });
        project.EnterPlan(2024);
        await app.KeepAsync(project, new PlanProject { Id = Given.Id(), PlanSetId = Guid.Parse(plan.Split('/')[^1]), Place = Given.District, Year = 2024, ProjectId = project.Id });

        foreach (var address in new[] { plan + "/versions/1.xlsx", plan + "/projects.xlsx", "/programmes.xlsx", "/projects.xlsx" })
        {
            var cells = await CellsAsync(clerk, address);
            var exported = cells.Where(cell => cell.Value.StartsWith(sign, StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(exported);
            Assert.All(exported, cell => Assert.Equal(("inlineStr", true), (cell.Attribute("t")?.Value, cell.Elements().All(e => e.Name.LocalName == "is"))));
        }

        var lines = (await clerk.Client.GetStringAsync(plan + "/versions/1.csv", Stop)).TrimStart('\uFEFF');
        Assert.StartsWith($"\"'{sign}SUM(1,1)\",", lines, StringComparison.Ordinal);
        Assert.Contains("环翠区,3", lines, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<XElement>> CellsAsync(Browser browser, string address)
    {
        using var zip = new ZipArchive(new MemoryStream(await browser.Client.GetByteArrayAsync(address, Stop)));
        await using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XElement.Load(part).Descendants().Where(e => e.Name.LocalName == "c")];
    }
}
