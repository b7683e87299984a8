using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Huanxin.Browser.Support;
using Microsoft.Playwright;
using Xunit;

namespace Huanxin.Browser;

public sealed class LookTests(Product product)
{
    // What is written so on purpose: file formats, standards and the names of the product's own codes.
    private static readonly string[] Latin =
        ["TOTP", "xlsx", "JSON", "GeoJSON", "CSV", "WGS", "OpenAPI", "SQLite", "PostgreSQL", "Excel", Environment.UserName];

    public static TheoryData<string, string, string> All => Pages.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_has_no_accessibility_fault_that_axe_finds(string path, string account, string follow)
    {
        var page = await product.VisitAsync(path, account, follow);

        var faults = (await page.RunAxe()).Violations;

        Assert.True(faults.Length == 0, string.Join("\n",
            faults.Select(f => $"{f.Id}: {f.Help} — {string.Join(" | ", f.Nodes.Take(3).Select(n => n.Html))}")));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_does_not_overflow_a_phone_of_360_pixels(string path, string account, string follow)
    {
        var page = await product.VisitAsync(path, account, follow, 360);

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.True(width <= 360, $"{path} is {width} px wide");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_breaks_no_content_policy_and_misses_no_file(string path, string account, string follow)
    {
        var page = await product.VisitAsync(path, account, follow);
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404 (Not Found)", StringComparison.Ordinal)) faults.Add(message.Text);
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && answer.Url != page.Url) faults.Add($"{answer.Status} {answer.Url}");
        };

        await page.ReloadAsync();

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_speaks_Chinese(string path, string account, string follow)
    {
        var page = await product.VisitAsync(path, account, follow);

        // Codes, sign-in names and examples of input are no words.
        var text = await page.EvaluateAsync<string>(
            "() => { document.querySelectorAll('code, pre, [lang=en], [data-code]').forEach(e => e.remove()); return document.body.innerText; }");
        var english = Regex.Matches(text, @"(?<![\w./-])[A-Za-z]{4,}(?![\w./-])").Select(m => m.Value).Except(Latin).Distinct().ToList();

        // The API is read by programmers, in the words of its own schema.
        Assert.True(english.Count == 0 || path == "/api-docs", "English on a Chinese screen: " + string.Join(", ", english));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_prints_without_navigation()
    {
        var page = await product.SignedInAsync("demo-district");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.False(await page.Locator("nav.side").IsVisibleAsync());
        Assert.NotEmpty(await page.PdfAsync());
    }
}
