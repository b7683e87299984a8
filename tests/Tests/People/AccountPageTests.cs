using System.Net;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.People;

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
        Assert.Equal(["Name", "NameFingerprint"], fields.Where(f => f!.StartsWith("Name", StringComparison.Ordinal)).Order());
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
    public async Task Disabling_needs_a_reason_ends_the_session_and_is_not_for_oneself()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync($"/accounts/{clerk.Id}/disabling", new { })).Status);
        Assert.Contains("不能停用自己的账户", (await browser.SubmitAsync($"/accounts/{me.Id}/disabling", new { Form__Why = "离职" })).Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync($"/accounts/{clerk.Id}/disabling", new { Form__Why = "离职" })).Status);

        Assert.Equal("/sign-in?next=%2F", (await worker.GetAsync("/")).Next);
        Assert.Contains("已停用", (await browser.GetAsync($"/accounts/{clerk.Id}")).Of("h1"));
        Assert.Contains("离职", (await browser.GetAsync($"/accounts/{clerk.Id}")).Text);
        await browser.SubmitAsync($"/accounts/{clerk.Id}/enabling", new { Form__Why = "返聘" });
        await worker.SignInAsync("worker", TestApp.Password);
    }

    [Fact]
    public async Task A_locked_account_is_unlocked_before_the_quarter_of_an_hour_is_over()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        for (var i = 0; i < 5; i++) await worker.SubmitAsync("/sign-in", new { Form__Name = "worker", Form__Password = "wrong" });
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        Assert.Contains("锁定", (await browser.GetAsync($"/accounts/{clerk.Id}")).Of("h1"));

        await browser.SubmitAsync($"/accounts/{clerk.Id}/unlocking", new { Form__Why = "本人来电" });

        await worker.SignInAsync("worker", TestApp.Password);
    }

    [Fact]
    public async Task A_reset_password_ends_the_session_and_the_new_one_works()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/password-reset", new { Form__Why = "忘记密码" });

        Assert.Equal("/sign-in?next=%2F", (await worker.GetAsync("/")).Next);
        await worker.SignInAsync("worker", page.Of(".first-password"));
    }

    [Fact]
    public async Task Who_has_posts_beyond_ones_jurisdiction_is_not_taken_over_and_neither_is_oneself()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.ChangeAsync(async db =>
        {
            var wide = Given.Organisation("wide", "市级单位", Given.City);
            db.Add(wide);
            var account = await db.Accounts.SingleAsync(a => a.Id == clerk.Id);
            db.Add(Posting.Give(Given.Act(PeopleVerbs.GivePosting), Given.Id(), account, wide, Role.CityOfficer, Given.City));
        });
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        var beyond = await browser.SubmitAsync($"/accounts/{clerk.Id}/password-reset", new { Form__Why = "忘记密码" });
        var own = await browser.SubmitAsync($"/accounts/{me.Id}/second-factor-reset", new { Form__Why = "换手机" });

        Assert.Contains("您管辖范围以外的岗位", beyond.Text);
        Assert.Contains("账号与安全", own.Text);
        Assert.False(beyond.Has(".first-password"));
    }

    [Fact]
    public async Task The_second_factor_is_taken_away_when_the_device_is_lost()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.ChangeAsync(async db => (await db.Accounts.SingleAsync(a => a.Id == clerk.Id)).SetTwoFactor(true));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        await browser.SubmitAsync($"/accounts/{clerk.Id}/second-factor-reset", new { Form__Why = "手机丢失" });

        Assert.False(await app.AskAsync(db => db.Accounts.Where(a => a.Id == clerk.Id).Select(a => a.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task A_post_is_given_counts_at_once_and_ends_at_once()
    {
        var clerk = await app.HireAsync("worker", Role.Designer, Given.District);
        using var worker = app.Open();
        await worker.SignInAsync("worker", TestApp.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/organisations")).Status);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var unread = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "Nonsense", Form__Place = "371002003" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.Status);
        Assert.Contains("“岗位”的内容无法识别", unread.Text);
        var given = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002003" });
        Assert.Equal(HttpStatusCode.SeeOther, given.Status);
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("/organisations")).Status);

        var post = await app.AskAsync(db => db.Postings.SingleAsync(p => p.AccountId == clerk.Id && p.Role == Role.StreetOfficer));
        await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/{post.Id}/ending", new { Form__Why = "调离" });
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/organisations")).Status);
        var again = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/{post.Id}/ending", new { Form__Why = "调离" });
        Assert.Contains("这个岗位已经解除", again.Text);
    }

    [Theory]
    [InlineData("371003", "不在您的管辖范围内")]
    [InlineData("371000", "不在您的管辖范围内")]
    public async Task A_post_beyond_ones_own_jurisdiction_is_refused(string place, string sentence)
    {
        var clerk = await app.HireAsync("worker", Role.Designer, Given.District);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "CityOfficer", Form__Place = place });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(sentence, page.Text);
    }

    [Fact]
    public async Task A_post_beyond_the_organisation_or_for_oneself_is_refused()
    {
        var clerk = await app.HireAsync("worker", Role.Designer, RegionCode.Of("371002003"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        var me = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.SignInName == "clerk"));

        var beyond = await browser.SubmitAsync($"/accounts/{clerk.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002" });
        var own = await browser.SubmitAsync($"/accounts/{me.Id}/postings/new", new { Form__Role = "StreetOfficer", Form__Place = "371002" });

        Assert.Contains("岗位的管辖地不在", beyond.Text);
        Assert.Contains("不能给自己授予或解除岗位", own.Text);
    }

    [Fact]
    public async Task An_account_moves_only_when_no_post_holds_it()
    {
        var clerk = await app.HireAsync("worker", Role.StreetOfficer, Given.District);
        await app.KeepAsync(Given.Organisation("other", "另一个单位"));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync($"/accounts/{clerk.Id}/edit", new { Form__Organisation = "other" });

        Assert.Contains("还有 1 个在任岗位", page.Text);
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
