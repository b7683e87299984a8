using System.Net;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

[BothDatabases]
public sealed class PolicyLibraryPageTests(PolicyReader reader) : IClassFixture<PolicyReader>
{
    [Fact]
    public async Task Every_document_stands_in_the_library_with_its_clauses_counted()
    {
        var page = await reader.GetAsync("/policies");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(Shelf.Sound.Documents.Count, page.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("威海市深入推进老旧小区改造实施方案（2020—2025年）", page.Text);
        Assert.Contains("威住建通字〔2024〕12号", page.Text);
    }

    [Fact, Clause("W24-3.2a")]
    public async Task Words_are_found_in_the_text_of_the_clauses_and_lead_to_them()
    {
        var page = await reader.GetAsync("/policies?q=每月28日");

        Assert.Contains("每月28日", page.Document.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Contains("/policies/W24#W24-3.2a", page.Document.QuerySelectorAll("#hits a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["W24"], page.Document.QuerySelectorAll(".prefix").Select(p => p.TextContent));
    }

    [Fact]
    public async Task Several_words_must_all_stand_in_a_clause()
    {
        var page = await reader.GetAsync("/policies?q=专家 联审 不会有的词");

        Assert.Contains("没有符合条件的文件", page.Text);
    }

    [Theory]
    [InlineData("place=371000", "W20 W24")]
    [InlineData("place=371000&year=2024", "W20 W24")]
    [InlineData("place=371000&year=2021", "W20")]
    [InlineData("q=&place=&year=2022&subject=&kind=plan&standing=", "W20 NY22")]
    [InlineData("kind=interpretation", "OI")]
    [InlineData("place=520525&standing=in-force", "NY22")]
    [InlineData("standing=draft", "")]
    [InlineData("subject=调度&place=371000", "W24")]
    public async Task Place_year_subject_kind_and_state_narrow_the_library(string query, string documents)
    {
        var page = await reader.GetAsync($"/policies?{query}");

        Assert.Equal(documents, string.Join(' ', page.Document.QuerySelectorAll(".prefix").Select(p => p.TextContent)));
    }

    [Fact]
    public async Task The_navigation_leads_to_the_library()
    {
        var page = await reader.GetAsync("/policies/rules");

        Assert.Equal("政策", page.Of(".side a[aria-current]"));
    }

    [Theory]
    [InlineData("/policies")]
    [InlineData("/policies/W24")]
    [InlineData("/policies/values")]
    [InlineData("/policies/rules")]
    [InlineData("/policies/responsibilities")]
    [InlineData("/policies/check")]
    public async Task Nobody_reads_without_signing_in(string url)
    {
        using var stranger = reader.App.Open();

        var page = await stranger.GetAsync(url);

        Assert.StartsWith("/sign-in", page.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/policies")]
    [InlineData("/policies/W24")]
    [InlineData("/policies/check")]
    public async Task A_person_without_a_post_is_told_that_the_right_is_missing(string url)
    {
        using var browser = await PersonWithoutPostAsync($"idle{url.Length}");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(url)).Status);
    }

    private async Task<Browser> PersonWithoutPostAsync(string name)
    {
        await using (var db = reader.App.Database.Open())
        {
            var organisation = Given.Organisation($"org-{name}", $"演示单位{name}");
            var account = Given.Account(organisation, name, $"演示·{name}");
            account.SetPassword(new Microsoft.AspNetCore.Identity.PasswordHasher<Core.People.Account>().HashPassword(account, TestApp.Password), "stamp", givenByOther: false);
            db.Add(organisation);
            db.Add(account);
            await db.SaveAsync(Given.Act(Core.People.PeopleVerbs.CreateAccount));
        }

        var browser = reader.App.Open();
        await browser.SignInAsync(name, TestApp.Password);
        return browser;
    }
}
