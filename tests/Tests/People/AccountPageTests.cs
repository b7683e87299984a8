using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

/// <summary>Accounts are found, opened, changed, and moved no further than one may.</summary>
[BothDatabases]
public sealed class AccountPageTests : IAsyncLifetime
{
    private static readonly RegionCode Neighbour = RegionCode.Of("371003");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_list_finds_by_part_of_the_sign_in_name_and_by_exact_name_and_phone()
    {
        var home = Given.Organisation();
        await app.KeepAsync(home, Given.Account(home, "zhang.san", "张三", "13800000000"), Given.Account(home, "li.si", "李四", "13900000000"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(["zhang.san"], Names(await browser.GetAsync("/accounts?q=ZHANG")));
        Assert.Equal(["li.si"], Names(await browser.GetAsync("/accounts?q=李四")));
        Assert.Equal(["zhang.san"], Names(await browser.GetAsync("/accounts?q=13800000000")));
        Assert.Empty(Names(await browser.GetAsync("/accounts?q=李")));
    }

    [Fact]
    public async Task The_list_is_filtered_by_role_and_state_and_scoped()
    {
        await app.HireAsync("street", Role.StreetOfficer, Given.District);
        await app.HireAsync("beside", Role.StreetOfficer, Neighbour);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Equal(["street"], Names(await browser.GetAsync("/accounts?role=StreetOfficer")));
        Assert.Equal(["clerk", "street"], Names(await browser.GetAsync("/accounts?state=enabled")));
        Assert.Empty(Names(await browser.GetAsync("/accounts?state=disabled&state=locked")));
        var workbook = await browser.Client.GetAsync("/accounts?format=xlsx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
    }

    [Fact]
    public async Task Personal_data_is_masked_without_the_right_and_plain_with_it()
    {
        var home = Given.Organisation();
        var account = Given.Account(home, "zhang.san", "张三", "13800000000");
        await app.KeepAsync(home, account);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var auditor = await app.SignedInAsync(Role.Auditor, name: "auditor");

        var plain = await officer.GetAsync($"/accounts/{account.Id}");
        var masked = await auditor.GetAsync($"/accounts/{account.Id}");

        Assert.Contains("13800000000", plain.Text);
        Assert.Contains("138****0000", masked.Text);
        Assert.Equal("张* 启用", masked.Of("h1"));
        Assert.DoesNotContain("张三", masked.Html);
        Assert.DoesNotContain("13800000000", masked.Html);
    }

    [Fact]
    public async Task Outside_is_not_found_and_without_the_right_forbidden()
    {
        var beside = await app.HireAsync("beside", Role.StreetOfficer, Neighbour);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var administrator = await app.SignedInAsync(Role.SystemAdministrator, name: "admin");
        using var designer = await app.SignedInAsync(Role.Designer, name: "designer");

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/accounts/{beside.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/accounts/{beside.Id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/accounts/{beside.Id}/disabling")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/accounts/{beside.Id}/no-such-deed")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/accounts/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await designer.GetAsync("/accounts")).Status);
    }

    [Fact]
    public async Task An_opened_account_gets_a_password_that_is_shown_once_and_must_be_changed()
    {
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync("/accounts/new",
            new { Form__SignInName = "Zhang.San ", Form__Name = "张三", Form__Phone = "13800000000", Form__Organisation = "bureau" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        var password = page.Of(".first-password");
        var account = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "zhang.san"));
        Assert.True(account.MustChangePassword);
        Assert.DoesNotContain(password, (await browser.GetAsync($"/accounts/{account.Id}")).Html);
        using var own = app.Open();
        await own.SignInAsync("zhang.san", password);
    }

    [Theory]
    [InlineData("1abc", "bureau", "登录名须为")]
    [InlineData("admin", "bureau", "登录名已被使用")]
    [InlineData("good", "没有的单位", "没有编码或名称为")]
    [InlineData("good", "beside", "没有编码或名称为")]
    [InlineData("good", "closed", "已撤销")]
    public async Task A_bad_account_is_refused_in_one_sentence(string name, string organisation, string sentence)
    {
        var closed = Given.Organisation("closed", "撤销的单位", RegionCode.Of("371002003"));
        closed.Close(Given.Act(why: "撤销"));
        await app.KeepAsync(Given.Organisation("bureau", "环翠区住建局"), Given.Organisation("beside", "文登区住建局", Neighbour), closed);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator, name: "admin");

        var page = await browser.SubmitAsync("/accounts/new", new { Form__SignInName = name, Form__Name = "张三", Form__Organisation = organisation });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(sentence, page.Text);
        Assert.False(page.Has(".first-password"));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_leaves_no_trace_and_one_field_leaves_one()
    {
        var home = Given.Organisation("bureau");
        var account = Given.Account(home, "zhang.san", "张三", "13800000000");
        await app.KeepAsync(home, account);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        await browser.SubmitAsync($"/accounts/{account.Id}/edit", new { });
        Assert.Equal(0, await Acts("account.change"));

        await browser.SubmitAsync($"/accounts/{account.Id}/edit", new { Form__Name = "张三丰" });
        var fields = await app.AskAsync(db => db.Changes.Where(c => c.RecordType == "Account" && c.Field != null).Select(c => c.Field).ToListAsync());
        Assert.Equal(["Name"], fields.Where(f => f!.StartsWith("Name", StringComparison.Ordinal)));
        Assert.DoesNotContain("Phone", fields);
    }

    [Fact]
    public async Task Two_editors_of_an_account_are_told_of_each_other()
    {
        var home = Given.Organisation("bureau");
        var account = Given.Account(home, "zhang.san", "张三", "13800000000");
        await app.KeepAsync(home, account);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var url = $"/accounts/{account.Id}/edit";
        var open = await browser.GetAsync(url);
        using var other = app.Open();
        await other.SignInAsync("clerk", TestApp.Password);
        await other.SubmitAsync(url, new { Form__Phone = "13811111111" });

        var conflict = await browser.SubmitAsync(open, url, new { Form__Phone = "13822222222" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("13811111111", conflict.Text);
        Assert.Contains("13822222222", conflict.Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync(conflict, url, new { })).Status);
    }

    [Fact]
    public async Task A_view_is_remembered_opened_and_forgotten_and_belongs_to_its_owner()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        using var other = await app.SignedInAsync(Role.DistrictOfficer, name: "other");
        const string remember = "form[action='/saved-views']", forget = "form[action^='/saved-views/']";

        var kept = await browser.SubmitAsync("/accounts?role=StreetOfficer", new { name = "街道经办" }, remember);
        Assert.Equal("/accounts?role=StreetOfficer", kept.Next);
        var list = await browser.GetAsync("/accounts");
        Assert.Contains("街道经办", list.Text);
        Assert.DoesNotContain("街道经办", (await other.GetAsync("/accounts")).Text);
        var twice = await browser.SubmitAsync("/accounts?role=StreetOfficer", new { name = "街道经办" }, remember);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);

        var stolen = list.Document.QuerySelector(forget)!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(await other.GetAsync("/accounts"), stolen, new { }, "form[action='/sign-out']", stolen)).Status);
        var forgotten = await browser.SubmitAsync(list, "/accounts", new { }, forget);
        Assert.Equal("/accounts", forgotten.Next);
        Assert.DoesNotContain("街道经办", (await browser.GetAsync("/accounts")).Text);
    }

    private Task<int> Acts(string verb) => app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == verb));

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
}
