using System.Net;
using System.Text;
using AngleSharp.Dom;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Files;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

[BothDatabases]
public sealed class DraftUploadTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.OfficerAsync("one");
    }

    public async ValueTask DisposeAsync()
    {
        officer.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_pack_with_ten_kinds_of_fault_reports_all_with_place_and_reason_and_changes_nothing()
    {
        var folder = Shelf.FolderWith(("371000-weihai/2023-1-sound.yaml", Shelf.Document("T0", "371000", "2023-01-01")));
        await using var own = await TestApp.StartAsync(("HUANXIN_POLICIES", folder));
        using var there = await own.OfficerAsync("there");
        var before = await own.AskAsync(db => db.Acts.CountAsync());

        var page = await there.TypeAsync(Drafting.New, [("2024-1-test.yaml", PackFaultTests.TenFaults)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(PackFaultTests.TenFaultLines.Select(line => $"371000-weihai/2024-1-test.yaml:{line}"), Faults(page));
        Assert.Contains("有 13 处错误，没有保存", page.Text);
        Assert.Equal(PackFaultTests.TenFaults.TrimEnd(), Box(page).TextContent.TrimEnd());
        Assert.False(await own.AskAsync(db => db.DraftPacks.AnyAsync()));
        Assert.Equal(before, await own.AskAsync(db => db.Acts.CountAsync()));
        Assert.Equal(2, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task An_uploaded_file_with_a_fault_comes_back_in_a_box_to_be_mended_there()
    {
        var broken = Drafting.Notice().Replace("rule: built-before", "rule: built-sometime", StringComparison.Ordinal);

        var page = await officer.UploadAsync(Drafting.New, ("2024-9-trial.yaml", Encoding.UTF8.GetBytes(broken)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("规则库里没有“built-sometime”", page.Text);
        Assert.Contains("built-sometime", Box(page).TextContent);
        var mended = await officer.SubmitAsync(page, Drafting.New, new Dictionary<string, string>
        {
            [Box(page).GetAttribute("name")!] = Drafting.Notice(),
        });
        Assert.Equal(HttpStatusCode.SeeOther, mended.Status);
    }

    [Fact]
    public async Task A_sound_pack_is_kept_as_a_draft_with_its_text_and_nothing_is_in_force_yet()
    {
        var draft = await officer.HandInAsync("2024-9-trial.yaml", Drafting.Notice());

        var page = await officer.GetAsync(draft);
        Assert.Contains("草稿", page.Of("h1"));
        Assert.Contains("在现在的政策库里没有错误", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/policies/T25")).Status);
        Assert.Equal(Drafting.Notice() + "\n", await TextAsync(draft, "2024-9-trial.yaml"));
        Assert.Equal("policy-draft.upload", await app.AskAsync(db => db.Acts.Where(a => a.Verb.StartsWith("policy-")).Select(a => a.Verb).SingleAsync()));
    }

    [Fact]
    public async Task Checking_alone_says_that_all_is_well_and_keeps_nothing()
    {
        var page = await officer.TypeAsync(Drafting.New, [("2024-9-trial.yaml", Drafting.Notice())], only: "check");

        Assert.Contains("没有错误", page.Text);
        Assert.Contains("现在还没有保存", page.Text);
        Assert.Contains("draft.built-before", Box(page).TextContent);
        Assert.False(await app.AskAsync(db => db.DraftPacks.AnyAsync()));
    }

    [Fact]
    public async Task The_cases_beside_a_pack_are_run_and_a_wrong_one_is_a_fault()
    {
        const string cases = "- { name: 早一天, about: eligibility, given: { built-on: 2005-12-30 }, expect: { answer: \"no\" } }";

        var page = await officer.TypeAsync(Drafting.New, [("2024-9-trial.yaml", Drafting.Notice()), ("2024-9-trial.cases.yaml", cases)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("算例“早一天”应为“no”", page.Text);
    }

    [Theory]
    [InlineData("试行.yaml", "文件名应为")]
    [InlineData("../../etc/passwd.yaml", "文件名应为")]
    [InlineData("", "请填写文件名")]
    public async Task A_name_that_is_none_of_a_pack_is_said(string name, string sentence)
    {
        var page = await officer.TypeAsync(Drafting.New, [(name, Drafting.Notice())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text);
    }

    [Fact]
    public async Task What_is_no_text_or_nothing_at_all_is_said()
    {
        var empty = await officer.TypeAsync(Drafting.New, []);
        var binary = await officer.UploadAsync(Drafting.New, ("2024-9-trial.yaml", [0x80, 0xff, 0xfe, 0x00]));

        Assert.Contains("请选择文件，或把内容贴在下面", empty.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, binary.Status);
        Assert.Contains("不是 UTF-8 文本", binary.Text);
    }

    [Fact]
    public async Task A_pack_written_as_a_draft_is_told_to_be_written_as_it_will_stand()
    {
        var text = Drafting.Notice().Replace("status: in-force", "status: draft", StringComparison.Ordinal);

        Assert.Contains("status 写 in-force", (await officer.TypeAsync(Drafting.New, [("2024-9-trial.yaml", text)])).Text);
    }

    [Fact]
    public async Task A_pack_for_a_place_outside_ones_jurisdiction_is_refused()
    {
        var text = Shelf.Document("T26", "520525", "2024-01-01");

        var page = await officer.TypeAsync(Drafting.New, [("2024-9-trial.yaml", text)]);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("不在您的管辖范围内", page.Text);
        Assert.Contains("测试文件T26", Box(page).TextContent);
        Assert.False(await app.AskAsync(db => db.DraftPacks.AnyAsync()));
    }

    [Fact]
    public async Task Others_neither_open_the_drafts_nor_find_those_of_another_place()
    {
        var draft = await officer.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        using var street = await app.SignedInAsync(Role.StreetOfficer, Given.District, "street");
        using var district = await app.SignedInAsync(Role.DistrictOfficer, Given.District, "district");
        using var elsewhere = await app.OfficerAsync("elsewhere", RegionCode.Of("370784"));

        Assert.Equal(HttpStatusCode.Forbidden, (await street.GetAsync("/policies/drafts")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await street.GetAsync(draft)).Status);
        Assert.DoesNotContain("草案", (await street.GetAsync("/policies")).Of(".tabs"));
        Assert.Equal(HttpStatusCode.NotFound, (await district.GetAsync(draft)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(draft)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"{draft}/files/2024-9-trial.yaml")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"{draft}/withdrawal")).Status);
        Assert.DoesNotContain("测试文件T25", (await elsewhere.GetAsync("/policies/drafts")).Text);
    }

    [Fact]
    public async Task The_list_is_filtered_by_state_searched_and_leaves_as_a_workbook()
    {
        var one = await officer.HandInAsync("2024-9-trial.yaml", Drafting.Notice());
        await officer.HandInAsync("2024-10-trial.yaml", Drafting.Notice("T27"));
        await officer.TakeAsync(one, "withdrawal");

        Assert.Equal(["测试文件T27"], Titles(await officer.GetAsync("/policies/drafts?state=Draft")));
        Assert.Equal(["测试文件T25"], Titles(await officer.GetAsync("/policies/drafts?state=Withdrawn")));
        Assert.Equal(["测试文件T27"], Titles(await officer.GetAsync("/policies/drafts?q=T27")));
        var sheet = await officer.Client.GetAsync("/policies/drafts?format=xlsx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
    }

    private static List<string> Titles(Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];

    private static List<string> Faults(Page page) => [.. page.Document.QuerySelectorAll(".faults tbody tr").Select(row =>
    {
        var cells = row.Children.Select(c => c.TextContent.Trim()).ToArray();
        return $"{cells[0]}:{cells[1]}:{cells[2]} {cells[3]}";
    })];

    private static IElement Box(Page page) => page.Document.QuerySelector("textarea")!;

    private async Task<string> TextAsync(string draft, string name) =>
        await officer.Client.GetStringAsync($"{draft}/files/{name}", TestContext.Current.CancellationToken);
}
