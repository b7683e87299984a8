using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

[BothDatabases]
public sealed class OrganisationPageTests : IAsyncLifetime
{
    private static readonly RegionCode Neighbour = RegionCode.Of("371003");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_list_shows_what_lies_in_ones_jurisdiction_and_nothing_beside()
    {
        await app.KeepAsync(Given.Organisation("mine", "环翠区住建局"), Given.Organisation("beside", "文登区住建局", Neighbour));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/organisations");

        Assert.Contains("环翠区住建局", page.Text);
        Assert.DoesNotContain("文登区住建局", page.Text);
        Assert.DoesNotContain("登记单位", page.Text);
        Assert.Equal("单位", page.Of(".side a[aria-current]"));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_ordered()
    {
        await app.KeepAsync(
            Given.Organisation("b-street", "竹岛街道办事处", RegionCode.Of("371002003"), OrganisationKind.Street),
            Given.Organisation("a-street", "鲸园街道办事处", RegionCode.Of("371002002"), OrganisationKind.Street),
            Given.Organisation("bureau", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(["竹岛街道办事处"], Names(await browser.GetAsync("/organisations?q=竹岛")));
        Assert.Equal(["鲸园街道办事处"], Names(await browser.GetAsync("/organisations?q=A-STR")));
        Assert.Equal(["竹岛街道办事处", "鲸园街道办事处"], Names(await browser.GetAsync("/organisations?kind=Street&sort=-code")));
        Assert.Equal(["竹岛街道办事处"], Names(await browser.GetAsync("/organisations?place=371002003")));
        Assert.Contains("没有符合条件的记录", (await browser.GetAsync("/organisations?state=closed")).Text);
    }

    [Fact]
    public async Task The_list_leaves_as_a_workbook_with_the_same_rows()
    {
        await app.KeepAsync(Given.Organisation("mine", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var answer = await browser.Client.GetAsync("/organisations?q=mine&format=xlsx", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]));
    }

    [Fact]
    public async Task A_page_outside_the_jurisdiction_is_not_found_and_without_the_right_forbidden()
    {
        var beside = Given.Organisation("beside", "文登区住建局", Neighbour);
        await app.KeepAsync(beside);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var designer = await app.SignedInAsync(Role.Designer, name: "designer");

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/organisations/{beside.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/organisations/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await designer.GetAsync("/organisations")).Status);
    }

    [Fact]
    public async Task An_administrator_registers_an_organisation_below_another()
    {
        var bureau = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(bureau);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var answer = await browser.SubmitAsync("/organisations/new", new
        {
            Form__Name = "竹岛街道办事处", Form__Code = "zhudao", Form__Kind = "Street", Form__Place = "371002003", Form__Parent = "bureau 环翠区住建局",
            Form__Why = "机构调整",
        });

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await browser.GetAsync(answer.Next!);
        Assert.Contains("竹岛街道办事处", page.Of("h1"));
        Assert.Contains("环翠区住建局", page.Text);
        Assert.Equal("机构调整", await app.AskAsync(db => db.Acts.Where(a => a.Verb == "organisation.create").OrderByDescending(a => a.At).Select(a => a.Why).FirstAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync("/organisations/new", new { Form__Name = "竹岛街道办事处", Form__Code = "带中文", Form__Kind = "", Form__Place = "371002003" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请选择单位类别", page.Text);
        Assert.Contains("字母、数字或横线", page.Text);
        Assert.Contains("value=\"竹岛街道办事处\"", page.Html);
    }

    [Theory]
    [InlineData("371003", "", "不在您的管辖范围内")]
    [InlineData("371002", "文登区", "不在您的管辖范围内")]
    [InlineData("371002", "没有这个地方", "没有编码或名称为")]
    public async Task A_place_outside_ones_jurisdiction_cannot_be_chosen(string place, string others, string sentence)
    {
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync("/organisations/new",
            new { Form__Name = "新单位", Form__Code = "new-one", Form__Kind = "Street", Form__Place = place, Form__OtherPlaces = others });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(sentence, page.Text);
        Assert.False(await app.AskAsync(db => db.Organisations.AnyAsync(o => o.Code == "new-one")));
    }

    [Fact]
    public async Task A_taken_code_is_refused()
    {
        await app.KeepAsync(Given.Organisation("taken", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync("/organisations/new",
            new { Form__Name = "新单位", Form__Code = "taken", Form__Kind = "Street", Form__Place = "371002" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("编码已被使用", page.Text);
    }

    [Fact]
    public async Task An_organisation_cannot_come_to_lie_below_itself_at_any_depth()
    {
        var top = Given.Organisation("top", "上级单位");
        var middle = Given.Organisation("middle", "中间单位", parent: top.Id);
        var bottom = Given.Organisation("bottom", "下级单位", parent: middle.Id);
        await app.KeepAsync(top, middle, bottom);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/organisations/{top.Id}/edit", new { Form__Parent = "bottom" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("不能是本单位或本单位的下级", page.Text);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_saves_what_is_chosen()
    {
        var organisation = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(organisation);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var url = $"/organisations/{organisation.Id}/edit";
        var open = await browser.GetAsync(url);
        await app.ChangeAsync(async db => (await db.Organisations.SingleAsync(o => o.Id == organisation.Id))
            .Describe(new OrganisationFacts("他人改的名", OrganisationKind.HousingBureau, Given.District)));

        var conflict = await browser.SubmitAsync(open, url, new { Form__Name = "我改的名" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("他人改的名", conflict.Text);
        Assert.Contains("我改的名", conflict.Text);
        var saved = await browser.SubmitAsync(conflict, url, new { Form__Name = "我改的名" });
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Contains("我改的名", (await browser.GetAsync(saved.Next!)).Of("h1"));
    }

    [Fact]
    public async Task Of_two_editors_each_field_is_preselected_as_the_one_who_changed_it_left_it()
    {
        var organisation = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(organisation);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var url = $"/organisations/{organisation.Id}/edit";
        var open = await browser.GetAsync(url);
        await app.ChangeAsync(async db => (await db.Organisations.SingleAsync(o => o.Id == organisation.Id))
            .Describe(new OrganisationFacts("环翠区住建局", OrganisationKind.Department, Given.District, null, "11371002004284637R")));

        var incomplete = await browser.SubmitAsync(open, url, new { Form__Name = "" });
        var conflict = await browser.SubmitAsync(incomplete, url, new { Form__Name = "我改的名" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (incomplete.Status, conflict.Status));
        Assert.Equal(["我改的名", "Department", "11371002004284637R"],
            conflict.Document.QuerySelectorAll("input[type=radio][checked]").Select(chosen => chosen.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync(conflict, url, new { })).Status);
        var saved = await app.AskAsync(db => db.Organisations.SingleAsync(o => o.Id == organisation.Id));
        Assert.Equal(("我改的名", OrganisationKind.Department, "11371002004284637R"), (saved.Name, saved.Kind, saved.CreditCode));
    }

    [Fact]
    public async Task An_organisation_in_use_is_not_closed_and_an_empty_one_is_and_opens_again()
    {
        var organisation = Given.Organisation("bureau", "环翠区住建局");
        var below = Given.Organisation("below", "下级单位", parent: organisation.Id);
        await app.KeepAsync(organisation, below, Given.Account(organisation, "someone"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator, Given.City);

        var refused = await browser.SubmitAsync($"/organisations/{organisation.Id}/closing", new { Form__Why = "机构改革" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("1 个启用的账户、1 个下级单位", refused.Text);

        var without = await browser.SubmitAsync($"/organisations/{below.Id}/closing", new { Form__Why = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);

        var closed = await browser.SubmitAsync($"/organisations/{below.Id}/closing", new { Form__Why = "机构改革" });
        Assert.Equal(HttpStatusCode.SeeOther, closed.Status);
        Assert.Contains("已撤销", (await browser.GetAsync(closed.Next!)).Of("h1"));

        await browser.SubmitAsync($"/organisations/{below.Id}/reopening", new { Form__Why = "恢复设置" });
        Assert.DoesNotContain("已撤销", (await browser.GetAsync(closed.Next!)).Of("h1"));
    }

    [Fact]
    public async Task Accounts_go_with_their_organisation_and_posts_hold_its_places()
    {
        var administrator = await app.HireAsync("admin", Role.SystemAdministrator, Given.City);
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, RegionCode.Of("371002003"));
        using var browser = app.Open();
        await browser.SignInAsync("admin", TestApp.Password);

        var refused = await browser.SubmitAsync($"/organisations/{clerk.OrganisationId}/edit", new { Form__Place = "371003" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("1 个在任岗位", refused.Text);

        var moved = await browser.SubmitAsync($"/organisations/{clerk.OrganisationId}/edit", new { Form__Place = "371002" });
        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);
        Assert.Equal(Given.District, await app.AskAsync(db => db.Accounts.Where(a => a.Id == clerk.Id).Select(a => a.Place).SingleAsync()));
        Assert.NotEqual(administrator.Id, clerk.Id);
    }

    [Fact]
    public async Task The_people_of_an_organisation_are_shown_masked_to_who_has_no_need_to_know()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var auditor = await app.SignedInAsync(Role.Auditor, name: "auditor");

        Assert.Contains("演示·worker", (await officer.GetAsync($"/organisations/{clerk.OrganisationId}")).Text);
        var masked = await auditor.GetAsync($"/organisations/{clerk.OrganisationId}");
        Assert.DoesNotContain("演示·worker", masked.Text);
        Assert.Contains("演**", masked.Text);
    }

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
}
