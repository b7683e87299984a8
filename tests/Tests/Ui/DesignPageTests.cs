using System.Net;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Ui;

/// <summary>The components as they leave the server, on the page that shows them all.</summary>
public sealed class DesignPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private WebApplicationFactory<Web.Security.CurrentUser> development = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.HireAsync("clerk", Role.StreetOfficer, Given.District);
        development = app.WithWebHostBuilder(host => host.UseEnvironment("Development"));
        browser = new Browser(development.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await development.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_looking_glass_is_closed_outside_development()
    {
        await using var product = await TestApp.StartAsync();
        await product.HireAsync("clerk", Role.StreetOfficer, Given.District);
        using var outside = product.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync("/design")).Status);
    }

    [Fact]
    public async Task Nothing_is_styled_or_scripted_inside_a_page()
    {
        var page = await browser.GetAsync("/design");

        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_label_and_every_note_points_to_a_field_that_is_there()
    {
        var page = await browser.GetAsync("/design");
        var ids = page.Document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        var named = page.Document.QuerySelectorAll("label[for]").Select(l => l.GetAttribute("for")!)
            .Concat(page.Document.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')));

        Assert.Empty(named.Except(ids));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_list_is_searched_ordered_and_paged_by_its_address_alone()
    {
        var page = await browser.GetAsync("/design?q=WH-2024-1&sort=-code");
        var codes = page.Document.QuerySelectorAll("td[data-label=编号]").Select(c => c.TextContent.Trim()).ToList();

        Assert.Equal("WH-2024-137", codes[0]);
        Assert.All(codes, code => Assert.StartsWith("WH-2024-1", code, StringComparison.Ordinal));
        Assert.Equal("descending", page.Document.QuerySelectorAll("th[aria-sort]").Single().GetAttribute("aria-sort"));
        Assert.Equal("共 38 个项目", page.Of(".table-count"));
        Assert.Equal("/design?q=WH-2024-1&sort=-code&format=xlsx", page.Document.QuerySelector("a[download]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_without_a_match_offers_the_way_back()
    {
        var page = await browser.GetAsync("/design?q=nowhere&cols=state&tab=1");

        Assert.Equal("没有符合条件的记录", page.Of(".table-block .empty-title"));
        Assert.Equal("/design?tab=1&cols=state", page.Document.QuerySelector(".table-block .empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Columns_are_chosen_by_address_and_the_name_stays()
    {
        var page = await browser.GetAsync("/design?cols=due,changed");

        Assert.Equal(["项目名称", "计划完工", "最近更新"], page.Document.QuerySelectorAll("table.data thead th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task Zero_not_reported_and_not_applicable_read_differently()
    {
        var page = await browser.GetAsync("/design?q=WH-2024-01");
        string Cell(string code, string label) => page.Document.QuerySelectorAll("table.data tbody tr")
            .Single(r => r.TextContent.Contains(code, StringComparison.Ordinal)).QuerySelector($"td[data-label='{label}']")!.TextContent.Trim();

        Assert.Equal("未报", Cell("WH-2024-011", "户数（户）"));
        Assert.Equal("0", Cell("WH-2024-013", "户数（户）"));
        Assert.Equal("不适用", Cell("WH-2024-013", "开工率（按户数）"));
    }

    [Fact]
    public async Task A_wrong_form_answers_422_with_every_fault_linked_and_everything_typed_still_there()
    {
        var page = await browser.SubmitAsync(
            "/design", new { Form__Name = "", Form__Households = "三百", Form__Budget = "十二万", Form__Due = "", Form__Note = "已核对" }, "#form form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var faults = page.Document.QuerySelectorAll("#form [role=alert] a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal("请填写项目名称。", faults["#Form-Name"]);
        Assert.Equal("“户数”应为整数，例如 1200；现在是“三百”。", faults["#Form-Households"]);
        Assert.Contains("#Form-Budget", faults.Keys);
        Assert.Equal("三百", page.Document.QuerySelector("#Form-Households")!.GetAttribute("value"));
        Assert.Equal("true", page.Document.QuerySelector("#Form-Households")!.GetAttribute("aria-invalid"));
        Assert.Equal("已核对", page.Document.QuerySelector("#Form-Note")!.TextContent);
    }

    [Fact]
    public async Task A_conflict_shows_both_sides_and_carries_along_what_nobody_disputes()
    {
        var page = await browser.SubmitAsync("/design", new { Form__Name = "新名", Form__Street = "2", Form__Version = "3" }, "#form form");
        var conflict = page.Document.QuerySelector("form.conflict")!;

        Assert.Equal(["336", "312"], conflict.QuerySelectorAll("input[type=radio][name='Form.Households']").Select(r => r.GetAttribute("value")));
        Assert.Equal("2", conflict.QuerySelector("input[type=hidden][name='Form.Street']")!.GetAttribute("value"));
        Assert.Equal("4", conflict.QuerySelectorAll("[name='Form.Version']").Single().GetAttribute("value"));
        Assert.Equal("design", conflict.QuerySelectorAll("[name=_handler]").Single().GetAttribute("value"));
    }

    [Fact]
    public async Task A_view_is_remembered_for_its_person_and_forgotten_again()
    {
        await browser.SignInAsync("clerk", TestApp.Password);
        var answer = await browser.SubmitAsync("/design?q=%E6%B5%B7&sort=-due&page=2", new { name = "海边的" }, "form.remembering");
        var view = await app.AskAsync(db => db.SavedViews.SingleAsync());

        Assert.Equal("/design?q=%E6%B5%B7&sort=-due", answer.Next);
        Assert.Equal(("design", "海边的", "q=%E6%B5%B7&sort=-due"), (view.Page, view.Name, view.Query));

        var page = await browser.GetAsync("/design");
        var removal = page.Document.QuerySelector("form.forgetting")!;
        removal.SetAttribute("action", $"/saved-views/{view.Id}/removal");
        await browser.SubmitAsync(page, "/design", new { }, "form.forgetting");

        Assert.Equal(0, await app.AskAsync(db => db.SavedViews.CountAsync()));
    }

    [Fact]
    public async Task Nobody_forgets_the_view_of_another()
    {
        await browser.SignInAsync("clerk", TestApp.Password);
        var page = await browser.GetAsync("/design");
        page.Document.QuerySelector("form.forgetting")!.SetAttribute("action", $"/saved-views/{Given.Id()}/removal");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, "/design", new { }, "form.forgetting")).Status);
    }
}
