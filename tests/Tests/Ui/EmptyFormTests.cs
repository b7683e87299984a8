using System.Net;
using System.Reflection;
using AngleSharp.Html.Dom;
using Huanxin.Core.People;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Programmes;
using Huanxin.Tests.Support;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Ui;

/// <summary>Every form as somebody posts it who has filled in and ticked nothing, or whose browser sent nothing at all.</summary>
[BothDatabases]
public sealed class EmptyFormTests : IAsyncLifetime
{
    // Reached only through a file, a draft, an import or a second factor of their own, or not in production.
    private static readonly string[] Elsewhere =
        ["WithdrawalPage", "DraftStepPage", "FillingPage", "ImportUndoPage", "SignInCodePage", "OwnerEndPage", "PostingEndPage", "FilesPage", "DesignPage"];

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_list_of_a_form_is_a_list_also_when_nothing_was_posted()
    {
        var broken = new List<string>();
        foreach (var form in Forms().Select(f => f.Form).Distinct())
        {
            foreach (var list in form.GetProperties().Where(p => p.CanWrite && p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable))))
            {
                var made = Activator.CreateInstance(form);
                list.SetValue(made, null);
                if (list.GetValue(made) is null) broken.Add($"{form.Name}.{list.Name}");
            }
        }

        Assert.True(broken.Count == 0, "the form mapper would leave them null: " + string.Join(", ", broken));
    }

    [Fact]
    public async Task A_form_posted_empty_says_what_is_missing_at_its_fields()
    {
        var community = CommunityGiven.Community("甲小区");
        var (one, two) = (CommunityGiven.Building(community, "1号楼"), CommunityGiven.Building(community, "2号楼"));
        var dwelling = CommunityGiven.Dwelling(one, "101");
        var closed = CommunityGiven.Community("乙小区");
        closed.Close(Given.Act(why: "已拆除"));
        await app.KeepAsync(community, one, two, dwelling, closed);
        using var clerk = await app.SignedInAsync(Role.DistrictOfficer);
        using var chief = await app.SignedInAsync(Role.SystemAdministrator, Given.District, "admin");
        using var nobody = app.Open();
        var plan = await Paper.PlanAsync(clerk, new { Form__Title = "2024年计划", Form__Kind = "Annual", Form__Place = "371002", Form__FromYear = "2024" });
        var project = (await clerk.SubmitAsync("/projects/new", new { Form__Name = "甲小区", Form__Kind = "Community", Form__Place = "371002", Form__Community = "甲小区" })).Next!;
        var (account, organisation) = await app.AskAsync(async db => (await db.Accounts.Where(a => a.SignInName == "clerk").Select(a => a.Id).SingleAsync(Stop), await db.Organisations.Select(o => o.Id).FirstAsync(Stop)));

        var seen = new HashSet<string>();
        await EmptyAsync(clerk, seen,
            "/communities/new", $"/communities/{community.Id}/edit", $"/communities/{community.Id}/splitting", $"/communities/{community.Id}/merging?target={closed.Id}",
            $"/communities/{community.Id}/closing", $"/communities/{closed.Id}/reopening", $"/communities/{community.Id}/buildings/new",
            $"/communities/buildings/{one.Id}/edit", $"/communities/buildings/{one.Id}/closing", $"/communities/buildings/{one.Id}/dwellings/new",
            $"/communities/dwellings/{dwelling.Id}/edit", $"/communities/dwellings/{dwelling.Id}/owners/new",
            "/projects/new", project + "/edit", "/programmes/new", plan + "/edit", "/account", "/account/password", "/account/two-factor");
        await EmptyAsync(chief, seen,
            "/organisations/new", $"/organisations/{organisation}/edit", $"/organisations/{organisation}/closing", "/accounts/new", $"/accounts/{account}/edit",
            $"/accounts/{account}/disabling", $"/accounts/{account}/postings/new");
        await EmptyAsync(nobody, seen, "/sign-in");

        var pages = Forms().Where(f => f.Page.GetCustomAttributes<RouteAttribute>().Any()).Select(f => f.Page.Name).Distinct();
        Assert.Equal([], pages.Except(seen).Except(Elsewhere));
    }

    // With its own name, and as a program would that knows nothing of the form.
    private static async Task EmptyAsync(Browser browser, HashSet<string> seen, params string[] urls)
    {
        foreach (var url in urls)
        {
            var page = await browser.GetAsync(url);
            var forms = page.Document.QuerySelectorAll("main form[method=post]").Cast<IHtmlFormElement>().ToList();
            Assert.True(forms.Count > 0, $"no form at {url} ({page.Status})");
            foreach (var form in forms)
            {
                var hidden = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
                var action = form.GetAttribute("action") is { Length: > 0 } target ? target : url;
                var token = hidden.Where(i => i.Key == "__RequestVerificationToken").ToList();
                var bare = await browser.Client.PostAsync(action, new FormUrlEncodedContent(token), Stop);
                Assert.True((int)bare.StatusCode < 500, $"{url}: {bare.StatusCode} with nothing but its token");
                if (!hidden.ContainsKey("_handler")) continue;

                var named = await Browser.PageAsync(await browser.Client.PostAsync(action, new FormUrlEncodedContent(hidden.Where(i => i.Key is "_handler" or "__RequestVerificationToken")), Stop));
                Assert.True(named.Status is HttpStatusCode.UnprocessableEntity, $"{url}: {named.Status}\n{named.Text}");
                Assert.True(named.Has(".field-wrong"), $"{url} says nothing at a field:\n{named.Text}");
                seen.UnionWith(PagesAt(url));
            }
        }
    }

    private static IEnumerable<string> PagesAt(string url) =>
        from form in Forms()
        from route in form.Page.GetCustomAttributes<RouteAttribute>()
        where new TemplateMatcher(TemplateParser.Parse(route.Template.TrimStart('/')), []).TryMatch(url.Split('?')[0], [])
        select form.Page.Name;

    private static IEnumerable<(Type Page, Type Form)> Forms() =>
        from type in typeof(CurrentUser).Assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        where property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null
        select (type, property.PropertyType);
}
