using System.Net;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

[BothDatabases]
public sealed class FillingTests : IAsyncLifetime
{
    private const string Names = "/policies/AQ24/fillings/parameters/value/catalogue.basic-names";
    private static readonly RegionCode Anqiu = RegionCode.Of("370784");
    private static readonly DateOnly Summer = new(2024, 6, 1);
    private TestApp app = null!;
    private Browser one = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        one = await app.OfficerAsync("one", Anqiu);
        other = await app.OfficerAsync("other", Anqiu);
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        other.Dispose();
        await app.DisposeAsync();
    }

    private PolicyShelf Live
    {
        get
        {
            using var scope = app.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<PolicyShelf>();
        }
    }

    [Fact, Clause("AQ24-2.1a")]
    public async Task The_names_of_the_items_of_Anqiu_are_filled_in_from_the_list_by_two_persons()
    {
        Assert.Contains(Names, Links(await one.GetAsync("/policies/AQ24")));
        var answer = await FillAsync(one, Names, "小区道路\n供水管网\n 供气管网 \n");
        Assert.True(answer.Next is not null, answer.Text);
        Assert.Null(Live.For(Anqiu, Summer).Value("catalogue.basic-names")!.Value);
        Assert.Contains("补录", (await one.GetAsync(answer.Next!)).Of(".page-sub"));

        await Drafting.EnforceAsync(one, other, answer.Next!);

        var value = Live.For(Anqiu, Summer).Value("catalogue.basic-names")!;
        Assert.Equal(["小区道路", "供水管网", "供气管网"], (IReadOnlyList<string>)value.Value!);
        Assert.Equal(["AQ24-2.1a", "AQ24F1-1"], value.Parameter.Clauses);
        Assert.Equal("《清单》规定：\n基础类……", value.Document.Clauses.Single().Text);
        var page = await one.GetAsync("/policies/AQ24");
        Assert.Contains("已补录：AQ24F1", page.Text);
        Assert.Null(Shelf.Sound.Find("AQ24")!.Parameters["catalogue.basic-names"].Value);
    }

    [Fact]
    public async Task A_value_filled_in_wrongly_is_filled_in_again()
    {
        await Drafting.EnforceAsync(one, other, (await FillAsync(one, Names, "写错的")).Next!);

        await Drafting.EnforceAsync(other, one, (await FillAsync(other, Names, "对的")).Next!);

        Assert.Equal(["对的"], (IReadOnlyList<string>)Live.For(Anqiu, Summer).Value("catalogue.basic-names")!.Value!);
        Assert.Equal(["AQ24F1"], Live.Find("AQ24F2")!.Identity.Replaces);
    }

    [Fact]
    public async Task A_document_that_lays_down_less_does_not_take_the_ground_from_under_a_filled_value()
    {
        await Drafting.EnforceAsync(one, other, (await FillAsync(one, Names, "小区道路")).Next!);
        var draft = await one.HandInAsync("2025-1-new.yaml", Shelf.Document("AQ25", "370784", "2025-01-01", more: "  replaces: [AQ24]"));

        var page = await one.GetAsync(draft);

        Assert.Contains(page.Document.QuerySelectorAll(".orphans li"), li => li.TextContent.StartsWith("数值“catalogue.basic-names”（AQ24）：AQ24F1", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await one.TakeAsync(draft, "proposal")).Status);
    }

    [Theory]
    [InlineData("publicity.days", "七", "“七”不能按“天数”读取")]
    [InlineData("catalogue.basic-share", "一半以上", "“一半以上”不能按“比例”读取")]
    [InlineData("publicity.days", "", "请填写取值")]
    public async Task What_does_not_fit_the_value_is_said_and_kept_as_typed(string name, string typed, string sentence)
    {
        var page = await FillAsync(one, $"/policies/AQ24/fillings/parameters/value/{name}", typed);

        Assert.Contains(sentence, page.Text);
        Assert.Contains($"value=\"{typed}\"", page.Html);
        Assert.Contains("潍坊市老旧小区改造内容清单", page.Html);
    }

    [Fact]
    public async Task Where_a_value_was_found_must_be_said()
    {
        var page = await one.SubmitAsync(Names, new { Form__Value = "小区道路" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写来源文件", page.Text);
        Assert.Contains("请照抄条款原文", page.Text);
    }

    [Theory]
    [InlineData("/policies/AQ24/fillings/parameters/value/programme.projects")]
    [InlineData("/policies/AQ24/fillings/parameters/value/no.such-value")]
    [InlineData("/policies/AQ24/fillings/duties/owner/leaflet")]
    [InlineData("/policies/NONE/fillings/parameters/value/catalogue.basic-names")]
    [InlineData("/policies/W24/fillings/parameters/value/smart.star-criteria")]
    public async Task What_is_given_or_unknown_or_of_another_place_cannot_be_filled_in(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(url)).Status);

    [Fact, Clause("W24-2.2"), Clause("W24-A2")]
    public async Task The_star_criteria_and_the_columns_of_Weihais_tables_are_filled_in()
    {
        using var weihai = await app.OfficerAsync("weihai");
        using var second = await app.OfficerAsync("second");

        foreach (var (url, typed) in new[]
        {
            ("/policies/W24/fillings/parameters/value/smart.star-criteria", "门禁 | 10分\n监控"),
            ("/policies/W24/fillings/forms/columns/monthly-dispatch", "项目名称\n完成投资 | 万元"),
        })
        {
            var answer = await FillAsync(weihai, url, typed);
            Assert.True(answer.Next is not null, answer.Text);
            await Drafting.EnforceAsync(weihai, second, answer.Next!);
        }

        var book = Live.For(Given.District, Summer);
        Assert.Equal(["门禁 | 10分", "监控"], (IReadOnlyList<string>)book.Value("smart.star-criteria")!.Value!);
        var form = book.Nearest(d => d.Forms, f => f.Id).Single(f => f.Id == "monthly-dispatch");
        Assert.Equal([("项目名称", null), ("完成投资", "万元")], form.Columns!.Select(c => (c.Title, c.Unit)));
        Assert.Contains("W24-A2", form.Clauses);
    }

    [Fact]
    public async Task What_was_filled_in_of_an_entry_before_stays_when_the_rest_of_it_is_filled_in()
    {
        using var nayong = await app.OfficerAsync("nayong", RegionCode.Of("520525"));
        using var second = await app.OfficerAsync("second", RegionCode.Of("520525"));
        foreach (var (key, typed) in new[] { ("columns", "项目名称\n完成投资 | 万元"), ("to", "纳雍县老旧小区改造工作领导小组办公室") })
        {
            var answer = await FillAsync(nayong, $"/policies/NY22/fillings/returns/{key}/monthly-progress", typed);
            Assert.True(answer.Next is not null, answer.Text);
            await Drafting.EnforceAsync(nayong, second, answer.Next!);
        }

        var monthly = Live.For(RegionCode.Of("520525"), new(2022, 9, 1)).Nearest(d => d.Returns, r => r.Id).Single(r => r.Id == "monthly-progress");
        Assert.Equal("纳雍县老旧小区改造工作领导小组办公室", monthly.To);
        Assert.Equal(["项目名称", "完成投资"], monthly.Columns!.Select(c => c.Title));
    }

    [Fact]
    public void Every_placeholder_of_every_shipped_document_can_be_filled_in()
    {
        foreach (var pack in Shelf.Reading.Packs)
        {
            foreach (var gap in Gaps.Of(pack.Document!))
            {
                if (FillingPlace.Of(pack.Document!, gap) is not { } place) continue;
                var entry = place.EntryIn(pack, gap.Id);
                Assert.True(entry is not null && place.IsOpenIn(entry), $"{pack.Id} {gap.Id}");
                var filling = new Filling(pack, place, gap.Id, null, [Typed(entry)], Source);
                Assert.True(filling.Fault is null, $"{pack.Id} {gap.Id}");

                var reading = DraftReading.Of(filling.Write($"{pack.Id}F1", Shelf.Reading.Packs), Shelf.Reading, [], Shelf.Folder);

                Assert.True(reading.IsSound, string.Join("\n", reading.Faults.Concat(reading.Elsewhere)));
            }
        }
    }

    private static FillingSource Source => new("某\"清单\"：第一号", null, "某局", null, "附件1", "原文：有“引号”、\"双引号\"、# 井号\n和换行。");

    private static string Typed(PackNode.Map entry) => Filling.TypeOf(entry) switch
    {
        ParameterType.Date => "2024-01-01",
        ParameterType.Ratio => "2/3",
        ParameterType.Text or ParameterType.List or null => "某项",
        _ => "12",
    };

    private static Task<Page> FillAsync(Browser browser, string url, string value) => browser.SubmitAsync(url, new
    {
        Form__Value = value, Form__Title = "潍坊市老旧小区改造内容清单", Form__Number = "", Form__Issuer = "潍坊市住房和城乡建设局",
        Form__Issued = "2022-03-01", Form__Clause = "附件1", Form__Quote = "《清单》规定：\r\n基础类……",
    });

    private static IEnumerable<string?> Links(Page page) => page.Document.QuerySelectorAll(".gaps a").Select(a => a.GetAttribute("href"));
}
