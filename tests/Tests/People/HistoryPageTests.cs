using System.Net;
using System.Reflection;
using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Communities;
using Huanxin.Tests.Support;
using Huanxin.Web.History;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Record = Huanxin.Core.Kernel.Record;

namespace Huanxin.Tests.People;

[BothDatabases]
public sealed class HistoryPageTests : IAsyncLifetime
{
    private static readonly RegionCode Neighbour = RegionCode.Of("371003");
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_history_tells_who_when_why_and_each_field_in_Chinese()
    {
        var organisation = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(organisation);
        using var browser = await app.SignedInAsync(Role.SystemAdministrator);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.SubmitAsync($"/organisations/{organisation.Id}/edit",
            new { Form__Name = "环翠区住房和城乡建设局", Form__Kind = "Street", Form__OtherPlaces = "竹岛街道", Form__Why = "更名" });

        var page = await browser.GetAsync($"/history/Organisation/{organisation.Id}");

        Assert.Contains("历史：单位“环翠区住房和城乡建设局”", page.Of("h1"));
        Assert.Contains("2024-03-28 10:05", page.Text);
        Assert.Contains("演示·clerk", page.Of(".history-head strong"));
        Assert.Contains("修改单位", page.Of(".history-head"));
        Assert.Contains("原因：更名", page.Text);
        Assert.Contains("单位名称 环翠区住建局 环翠区住房和城乡建设局", page.Text);
        Assert.Contains("单位类别 住建部门 街道（镇）", page.Text);
        Assert.Contains("代管区划 （空） 竹岛街道", page.Text);
        Assert.Contains($"网页 /organisations/{organisation.Id}/edit", page.Text);
        Assert.Contains("共 2 次办理", (await browser.GetAsync($"/history/Organisation/{organisation.Id}?from=2024-03-28&verb=organisation.change")).Text);
        Assert.Contains("没有符合条件的记录", (await browser.GetAsync($"/history/Organisation/{organisation.Id}?from=2024-03-29")).Text);
        Assert.Contains("不是日期", (await browser.GetAsync($"/history/Organisation/{organisation.Id}?to=昨天")).Text);
    }

    [Fact]
    public async Task A_column_of_several_words_is_told_in_Chinese_too()
    {
        var community = CommunityGiven.Community(also: p => p with { Utilities = new Dictionary<Utility, UtilityState> { [Utility.Water] = UtilityState.Aged } });
        await app.KeepAsync(community);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await officer.GetAsync($"/history/Community/{community.Id}");

        Assert.Contains("现状问题 （空） 失养失修失管：是、市政配套设施不完善：是", page.Text);
        Assert.Contains("供水：老化", page.Text);
        Assert.DoesNotContain("neglect", page.Html);
    }

    [Fact]
    public async Task Personal_data_in_the_history_opens_only_with_the_right_and_secrets_never()
    {
        var home = Given.Organisation("bureau");
        var account = Given.Account(home, "zhang.san", "张三", "13800000000");
        account.SetPassword("hash-of-a-password", "stamp-of-a-session", givenByOther: true);
        await app.KeepAsync(home, account);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var auditor = await app.SignedInAsync(Role.Auditor, name: "auditor");

        var plain = await officer.GetAsync($"/history/Account/{account.Id}");
        var masked = await auditor.GetAsync($"/history/Account/{account.Id}");

        Assert.Contains("姓名 （空） 张三", plain.Text);
        Assert.Contains("所属单位 （空） 环翠区住建局", plain.Text);
        Assert.Contains("姓名 （空） •••", masked.Text);
        Assert.DoesNotContain("13800000000", masked.Html);
        Assert.DoesNotContain("hash-of-a-password", plain.Html);
        Assert.DoesNotContain("stamp-of-a-session", plain.Html);
        Assert.DoesNotContain("指纹", plain.Text);
    }

    [Fact]
    public async Task A_history_outside_the_jurisdiction_is_not_found_and_without_the_right_forbidden()
    {
        var beside = Given.Organisation("beside", "文登区住建局", Neighbour);
        await app.KeepAsync(beside);
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var designer = await app.SignedInAsync(Role.Designer, name: "designer");

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/history/Organisation/{beside.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/history/Nothing/at-all")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await designer.GetAsync($"/history/Organisation/{beside.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await designer.GetAsync("/acts")).Status);
    }

    [Fact]
    public async Task What_was_done_on_behalf_of_another_says_so()
    {
        var giver = await app.HireAsync("giver", Role.SystemAdministrator, Given.District);
        var organisation = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(organisation);
        await using (var db = app.Database.Open())
        {
            var stored = await db.Organisations.SingleAsync(o => o.Id == organisation.Id, TestContext.Current.CancellationToken);
            stored.Describe(new OrganisationFacts("新名", stored.Kind, stored.Place));
            await db.SaveAsync(Given.Act(PeopleVerbs.ChangeOrganisation) with { By = new Actor(null, "受托人", giver.Id) }, TestContext.Current.CancellationToken);
        }

        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Contains("受托人（受演示·giver委托）", (await browser.GetAsync($"/history/Organisation/{organisation.Id}")).Text);
    }

    [Fact]
    public async Task The_list_of_acts_holds_ones_jurisdiction_and_is_filtered_by_person_verb_and_date()
    {
        await app.HireAsync("beside", Role.StreetOfficer, Neighbour);
        var home = Given.Organisation("bureau", "环翠区住建局", RegionCode.Of("371002003"));
        await app.KeepAsync(home);
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignedInAsync(Role.SystemAdministrator, name: "admin");
        await browser.SubmitAsync($"/organisations/{home.Id}/closing", new { Form__Why = "机构改革" });

        Assert.Contains("撤销单位", (await browser.GetAsync("/acts?q=admin")).Text);
        Assert.Contains("机构改革", (await browser.GetAsync("/acts?q=演示·admin")).Text);
        Assert.Single(Rows(await browser.GetAsync("/acts?verb=organisation.close")));
        Assert.Equal(2, Rows(await browser.GetAsync("/acts?at.from=2024-03-29")).Count);
        Assert.Single(Rows(await browser.GetAsync("/acts?verb=sign-in.done")));
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/acts?format=xlsx", TestContext.Current.CancellationToken)).StatusCode);
        var elsewhere = await app.AskAsync(db => db.Changes.Where(c => c.Place == Neighbour).Select(c => c.ActId).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/acts/{elsewhere}")).Status);
    }

    [Fact]
    public async Task An_act_shows_every_record_it_changed()
    {
        var home = Given.Organisation("bureau", "环翠区住建局");
        await app.KeepAsync(home, Given.Account(home, "zhang.san", "张三"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var act = await app.AskAsync(db => db.Changes.Where(c => c.RecordKey == home.Id.ToString()).Select(c => c.ActId).SingleAsync());

        var page = await browser.GetAsync($"/acts/{act}");

        Assert.Contains("新建：单位", page.Text);
        Assert.Contains("新建：账户", page.Text);
        Assert.Contains("张三", page.Text);
    }

    [Fact]
    public void Every_kind_of_act_is_in_the_catalogue()
    {
        var verbs = new[] { typeof(Act).Assembly, typeof(AppDb).Assembly, typeof(VerbCatalogue).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Verb)).Select(field => ((Verb)field.GetValue(null)!).Code).ToList();

        Assert.NotEmpty(verbs);
        Assert.Empty(verbs.Except(VerbCatalogue.All.Select(verb => verb.Code)));
        Assert.Equal(VerbCatalogue.All.Count, VerbCatalogue.All.Select(verb => verb.Code).Distinct().Count());
    }

    [Fact]
    public async Task Every_record_every_field_and_every_code_has_its_Chinese_name()
    {
        await using var db = app.Database.Open();
        var faults = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(Record).IsAssignableFrom(type.ClrType)))
        {
            var name = type.ClrType.Name;
            if (RecordCatalogue.RecordLabel(name) is null) faults.Add(name);
            foreach (var property in type.GetProperties().Where(p => p.Name != nameof(Record.Version)))
            {
                if (RecordCatalogue.FieldLabel(name, property.Name) is null) faults.Add($"{name}.{property.Name}");
                var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (clr.IsEnum && RecordCatalogue.WordsOf(clr) is null) faults.Add($"{name}.{property.Name}: {clr.Name}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];
}
