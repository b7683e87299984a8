using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>The register goes out as a ledger with official headings and comes back as it went.</summary>
[BothDatabases]
public sealed class LedgerWorkbookTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact, Clause("W20-2.1a"), Clause("NY22-4.1")]
    public async Task What_is_downloaded_is_read_again_field_by_field_without_a_question()
    {
        var full = CommunityGiven.Community(also: p => p with
        {
            Code = "37-1", Aliases = ["老竹岛"], Address = "竹岛路 1 号", Ownership = OwnershipKind.ReformedHousing, Built = DateSpan.OfMonth(1998, 6),
            Evidence = BuildEvidence.Archive, Buildings = 10, Units = 30, Households = 480, Area = Area.FromSquareMetres(42_000.55m), Floors = 6,
            Structure = StructureKind.BrickConcrete, Management = ManagementMode.SelfManaged, MaintenanceFund = Fen.FromYuan(1_234.56m),
            WasRenovated = true, Renovated = DateSpan.OfYears(2009, 2009), IsClearancePlanned = true, Clearance = DateSpan.OfDay(new DateOnly(2031, 5, 6)),
            IsToBeRebuilt = true, WasFunded = true, WasPlanned = false, IsManagementAgreed = true, IsInLibrary = true, HouseholdsAsked = 400, HouseholdsAgreed = 390,
            Utilities = new Dictionary<Utility, UtilityState> { [Utility.Water] = UtilityState.Aged }, Flags = ["智慧小区"], Lifts = 0, ParkingPlaces = 7,
            CarChargers = 8, BikeChargers = 9, Neighbourhood = "竹岛社区", Manager = "演示物业公司",
            Latitude = 37.5, Longitude = 122.1, Note = "备注", Quality = FactQuality.Measured,
        });
        var bare = CommunityGiven.Named("空白小区");
        await app.KeepAsync(full, bare);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync("/communities/ledger.xlsx", Stop));
        using var book = SheetReader.Open(file, "台账.xlsx");
        var sheet = LedgerSheet.Open(book, ShippedShelf.Shelf.Regions, Given.City);
        var read = sheet.Rows().ToDictionary(row => row.Name, row => row.Community!);

        Assert.Empty(sheet.Faults.All);
        Assert.Equal(LedgerKind.Communities, sheet.Kind);
        Assert.Equal(Told(full), Told(Again(read["竹岛小区"])));
        Assert.Equal(Told(bare), Told(Again(read["空白小区"])));
    }

    [Fact, Clause("W20-2.1a")]
    public async Task What_was_downloaded_finds_its_communities_again_also_under_another_name_or_code()
    {
        var (uncoded, coded) = (CommunityGiven.Community("竹岛小区"), CommunityGiven.Community("花园小区", also: p => p with { Code = "37-1" }));
        await app.KeepAsync(uncoded, coded);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var rows = await DownloadedAsync(browser);
        Assert.Equal("焕新编号（请勿改动）", rows[0][^1]);
        Assert.DoesNotContain("焕新编号", await TemplateAsync(browser));

        var check = await browser.PasteAsync(Written(rows, ("竹岛小区", "竹岛新村"), ("37-1", "37-2")));
        Assert.Contains("修改 2条", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);

        var kept = await app.AskAsync(db => db.Communities.OrderBy(c => c.Name).ToListAsync(Stop));
        Assert.Equal([("竹岛新村", "竹岛小区", null), ("花园小区", "", "37-2")], kept.Select(c => (c.Name, c.Aliases, c.Code)).OrderBy(c => c.Code is not null));
        Assert.Equal([uncoded.Id, coded.Id], kept.OrderBy(c => c.Code is not null).Select(c => c.Id));
    }

    [Fact]
    public async Task A_key_that_was_altered_is_unknown_or_names_a_community_twice_is_a_fault()
    {
        await app.KeepAsync(CommunityGiven.Community("竹岛小区"), CommunityGiven.Community("花园小区", also: p => p with { Code = "37-1" }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var rows = await DownloadedAsync(browser);
        var key = rows.Single(row => row.Contains("竹岛小区"))[^1];

        Assert.Contains("不是下载时的编号", (await browser.PasteAsync(Written(rows, (key, key[1..])))).Text, StringComparison.Ordinal);
        Assert.Contains("没有这个编号的小区", (await browser.PasteAsync(Written(rows, (key, Guid.Empty.ToString())))).Text, StringComparison.Ordinal);
        Assert.Contains("与第 2 行重复", (await browser.PasteAsync(Written([.. rows, rows[1]]))).Text, StringComparison.Ordinal);
        var taken = rows.Select(row => row.Contains("竹岛小区") ? ["37-1", .. row[1..]] : row);
        Assert.Contains("这个小区编码已被使用", (await browser.PasteAsync(Written(taken))).Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W20-2.1a")]
    public async Task What_the_register_says_already_is_not_asked_again_when_a_changed_ledger_comes_back()
    {
        await app.KeepAsync(
            CommunityGiven.Named("花园小区", p => p with { Buildings = 2, Households = 210, Built = DateSpan.OfYears(2030, 2030) }),
            CommunityGiven.Named("竹岛小区", p => p with { Buildings = 3, Households = 151, Area = Area.FromSquareMetres(13_590), Note = "旧话" }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var rows = await DownloadedAsync(browser);

        var plain = await browser.PasteAsync(Written(rows, ("旧话", "新话"), ("花园小区", "花园新村")));
        Assert.Contains("修改 2条", plain.Text, StringComparison.Ordinal);
        Assert.True(plain.Has("form[action$='/confirm']"), plain.Text);

        var odd = await browser.PasteAsync(Written(rows, ("151", "601")));
        Assert.Contains("竹岛小区：户数601户", odd.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("花园小区：户数", odd.Text, StringComparison.Ordinal);
        Assert.Contains("花园小区：户数209户", (await browser.PasteAsync(Written(rows, ("210", "209")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_register_says_of_a_building_is_not_asked_again()
    {
        var community = CommunityGiven.Named("花园小区");
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", households: 210));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t楼号\t户数\t房屋结构\n花园小区\t1号楼\t210\t砖混\n花园小区\t2号楼\t310\t砖混\n");

        Assert.DoesNotContain("户数210户", check.Text, StringComparison.Ordinal);
        Assert.Contains("花园小区2号楼：户数310户（C3）", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"点我\")")]
    [InlineData("+1+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task A_name_that_a_spreadsheet_would_run_is_text_in_every_export(string name)
    {
        await app.KeepAsync(CommunityGiven.Community(name));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        foreach (var path in (string[])["/communities.xlsx", "/communities/ledger.xlsx"])
        {
            using var file = new MemoryStream(await browser.Client.GetByteArrayAsync(path, Stop));
            using var book = SheetReader.Open(file, "a.xlsx");
            var cell = book.Rows(0).SelectMany(row => row.Cells).Single(cell => cell.Text == name);
            Assert.Equal(RawKind.Text, cell.Kind);
        }

        Assert.Contains("'" + name[0], await browser.Client.GetStringAsync("/communities.csv", Stop), StringComparison.Ordinal);
    }

    private static async Task<string> TemplateAsync(Browser browser) =>
        string.Concat((await SheetAsync(browser, "/communities/imports/template.xlsx?kind=Communities"))[0]);

    private static Task<List<string[]>> DownloadedAsync(Browser browser) => SheetAsync(browser, "/communities/ledger.xlsx");

    private static async Task<List<string[]>> SheetAsync(Browser browser, string path)
    {
        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync(path, Stop));
        using var book = SheetReader.Open(file, "台账.xlsx");
        var rows = book.Rows(0).ToList();
        return [.. rows.Select(row => Enumerable.Range(0, rows[0].Cells.Length).Select(i => row[i].Shown).ToArray())];
    }

    private static string Written(IEnumerable<string[]> rows, params (string Old, string New)[] changes) => changes.Aggregate(
        string.Concat(rows.Select(row => string.Join('\t', row) + "\n")), (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Community Again(CommunityProfile profile)
    {
        var community = new Community { Id = Given.Id() };
        community.Describe(profile);
        return community;
    }

    private static string Told(Community c) => string.Join('|',
        c.Place, c.Code, c.Name, c.Aliases, c.Address, c.Kind, c.Land, c.Ownership, c.IsInTown, c.Built, c.Evidence, c.Buildings, c.Units, c.Households, c.Area,
        c.Structure, c.Floors, c.Management, c.MaintenanceFund, c.WasRenovated, c.Renovated, c.IsClearancePlanned, c.IsToBeRebuilt, c.WasFunded, c.WasPlanned,
        c.IsWishStrong, c.IsManagementAgreed, c.IsInLibrary, c.HouseholdsAsked, c.HouseholdsAgreed, c.Signs, c.Utilities, c.Flags, c.ParkingPlaces, c.Lifts,
        c.Latitude, c.Longitude, c.Note, c.Quality, c.Neighbourhood, c.Manager, c.Clearance, c.CarChargers, c.BikeChargers);
}
