using System.Net;
using System.Text.Json;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Api;

[BothDatabases]
public sealed class ApiTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_is_told_who_they_are_and_what_they_may_do()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        var me = await GetAsync(officer, "/api/v1/me");

        Assert.Equal("clerk", me.GetProperty("signInName").GetString());
        Assert.Equal("2024-03-28", me.GetProperty("today").GetString());
        Assert.Equal("区市主管", me.GetProperty("roles")[0].GetProperty("name").GetString());
        var permission = me.GetProperty("permissions").EnumerateArray().First(p => p.GetProperty("code").GetString() == "ViewOrganisations");
        Assert.Equal(["371002"], permission.GetProperty("places").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task A_program_sees_the_organisations_that_its_person_sees_and_no_others()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        await app.HireAsync("other", Role.DistrictOfficer, RegionCode.Of("371003"));
        var other = await app.AskAsync(db => db.Organisations.Where(o => o.Place == RegionCode.Of("371003")).Select(o => o.Id).SingleAsync());

        var list = await GetAsync(officer, "/api/v1/organisations");

        Assert.Equal(1, list.GetProperty("total").GetInt32());
        var row = list.GetProperty("rows")[0];
        Assert.Equal("住建部门", row.GetProperty("kind").GetProperty("name").GetString());
        Assert.Equal("环翠区", row.GetProperty("place").GetProperty("name").GetString());
        Assert.Equal(row.GetRawText(), (await GetAsync(officer, $"/api/v1/organisations/{row.GetProperty("id").GetString()}")).GetRawText());
        await AssertProblemAsync(officer, $"/api/v1/organisations/{other}", HttpStatusCode.NotFound, "http.404");
        await AssertProblemAsync(officer, $"/api/v1/organisations/{other}/history", HttpStatusCode.NotFound, "http.404");
    }

    [Fact]
    public async Task Lists_are_searched_filtered_ordered_and_paged_as_on_the_page()
    {
        await AddOrganisationsAsync(60);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        var second = await GetAsync(officer, "/api/v1/organisations?sort=-code&page=2&q=街道办");
        Assert.Equal((60, 2, 2), (second.GetProperty("total").GetInt32(), second.GetProperty("page").GetInt32(), second.GetProperty("pages").GetInt32()));
        Assert.Equal("s-09", second.GetProperty("rows")[0].GetProperty("code").GetString());

        var none = await GetAsync(officer, "/api/v1/organisations?kind=PropertyCompany&accounts.from=1");
        Assert.Equal(0, none.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("sort=height", "sort", "不能按“height”排序")]
    [InlineData("page=0", "page", "页码须为")]
    [InlineData("kind=Palace", "kind", "没有“Palace”这个值")]
    [InlineData("accounts.from=many", "accounts.from", "不是数字")]
    [InlineData("colour=red", "colour", "没有“colour”这个参数")]
    public async Task What_cannot_be_read_is_refused_by_name_and_in_Chinese(string query, string name, string sentence)
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        var problem = await AssertProblemAsync(officer, "/api/v1/organisations?" + query, HttpStatusCode.UnprocessableEntity, "input.invalid");

        Assert.Contains(sentence, problem.GetProperty("errors").GetProperty(name)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_an_organisation_tells_who_when_why_and_each_field()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await app.AskAsync(db => db.Organisations.Select(o => o.Id).SingleAsync());

        var history = await GetAsync(officer, $"/api/v1/organisations/{id}/history");

        var entry = history.GetProperty("rows")[0];
        Assert.Equal("测试人员", entry.GetProperty("who").GetString());
        Assert.Contains(entry.GetProperty("changes").EnumerateArray(), change => change.GetProperty("field").GetString() == "单位名称");
    }

    [Fact]
    public async Task Acts_are_listed_newest_first_and_only_to_those_who_read_the_history()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var designer = await app.SignedInAsync(Role.Designer, name: "designer");

        var acts = await GetAsync(officer, "/api/v1/acts?verb=sign-in.done");

        Assert.Equal(2, acts.GetProperty("total").GetInt32());
        Assert.Equal("登录", acts.GetProperty("rows")[0].GetProperty("verb").GetProperty("name").GetString());
        await AssertProblemAsync(designer, "/api/v1/acts", HttpStatusCode.Forbidden, "http.403");
    }

    [Fact]
    public async Task Places_come_with_their_full_names_and_may_be_asked_for_by_the_place_above()
    {
        using var officer = await app.SignedInAsync(Role.Designer);

        var places = await GetAsync(officer, "/api/v1/regions?within=3710");

        Assert.Contains(places.EnumerateArray(), place => place.GetProperty("fullName").GetString() == "山东省威海市环翠区");
        Assert.All(places.EnumerateArray(), place => Assert.StartsWith("3710", place.GetProperty("code").GetString(), StringComparison.Ordinal));
        await AssertProblemAsync(officer, "/api/v1/regions?within=威海", HttpStatusCode.UnprocessableEntity, "input.invalid");
    }

    [Fact]
    public async Task Programs_get_problem_details_for_whatever_goes_wrong()
    {
        using var nobody = app.Open();
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        await AssertProblemAsync(nobody, "/api/v1/me", HttpStatusCode.Unauthorized, "http.401");
        await AssertProblemAsync(officer, "/api/v1/nothing", HttpStatusCode.NotFound, "http.404");
        await AssertProblemAsync(officer, "/api/v1/organisations/not-a-guid", HttpStatusCode.NotFound, "http.404");
        await AssertProblemAsync(officer, HttpMethod.Delete, "/api/v1/me", HttpStatusCode.MethodNotAllowed, "http.405");
        await app.Database.TamperAsync($"ALTER TABLE organisations RENAME TO gone");
        await AssertProblemAsync(officer, "/api/v1/me", HttpStatusCode.InternalServerError, "http.500");
    }

    [Fact]
    public async Task Who_asks_too_often_is_put_off_as_a_program()
    {
        await using var slow = await TestApp.StartAsync(("HUANXIN_RATE_LIMIT", "1"));
        using var nobody = slow.Open();
        for (var i = 0; i < 10; i++) await nobody.Client.GetAsync("/api/v1/me", Stop);

        await AssertProblemAsync(nobody, "/api/v1/me", HttpStatusCode.TooManyRequests, "http.429");
    }

    [Fact]
    public async Task Who_must_change_the_password_first_gets_nothing_through_the_API()
    {
        var account = await app.HireAsync("clerk", Role.DistrictOfficer, Given.District);
        await using (var db = app.Database.Open())
        {
            var stored = await db.Accounts.SingleAsync(a => a.Id == account.Id, Stop);
            stored.SetPassword(stored.PasswordHash, "stamp", givenByOther: true);
            await db.SaveAsync(Given.Act(PeopleVerbs.ResetPassword), Stop);
        }

        using var browser = app.Open();
        await browser.SignInAsync("clerk", TestApp.Password);

        await AssertProblemAsync(browser, "/api/v1/me", HttpStatusCode.Forbidden, "http.403");
    }

    private async Task AddOrganisationsAsync(int count)
    {
        await using var db = app.Database.Open();
        for (var i = 0; i < count; i++) db.Add(Given.Organisation($"s-{i:00}", $"第{i}街道办", kind: OrganisationKind.Street));
        await db.SaveAsync(Given.Act(), Stop);
    }

    private static async Task<JsonElement> GetAsync(Browser browser, string url)
    {
        var answer = await browser.Client.GetAsync(url, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static Task<JsonElement> AssertProblemAsync(Browser browser, string url, HttpStatusCode status, string code) =>
        AssertProblemAsync(browser, HttpMethod.Get, url, status, code);

    private static async Task<JsonElement> AssertProblemAsync(Browser browser, HttpMethod method, string url, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(method, url);
        var answer = await browser.Client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("title").GetString()!);
        Assert.Matches("^[0-9a-f]{16}$", problem.GetProperty("trace").GetString()!);
        Assert.True(problem.TryGetProperty("clause", out _));
        return problem;
    }
}
