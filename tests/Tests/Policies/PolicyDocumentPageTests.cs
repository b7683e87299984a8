using System.Net;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

[BothDatabases]
public sealed class PolicyDocumentPageTests(PolicyReader reader) : IClassFixture<PolicyReader>
{
    [Fact]
    public async Task Every_document_can_be_read_and_every_anchor_leads_somewhere()
    {
        foreach (var document in Shelf.Sound.Documents)
        {
            var page = await reader.GetAsync($"/policies/{document.Id}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(document.Clauses.Select(c => c.Id), page.Document.QuerySelectorAll("article.clause").Select(a => a.Id));
            var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            var broken = page.Document.QuerySelectorAll("main a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Except(ids!);
            Assert.Empty(broken);
        }
    }

    [Fact]
    public async Task A_document_that_is_not_on_the_shelf_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/policies/XX99")).Status);

    [Fact, Clause("W24-3.2a")]
    public async Task A_clause_stands_beside_what_carries_it_out()
    {
        var page = await reader.GetAsync("/policies/W24");
        var clause = page.Document.GetElementById("W24-3.2a")!;

        Assert.Contains("28日", clause.TextContent);
        Assert.Contains("月调度表报送日", clause.TextContent);
        Assert.Contains("报表", clause.TextContent);
        Assert.Contains("算例与测试", clause.TextContent);
    }

    [Fact]
    public async Task What_the_source_does_not_give_is_listed_as_unverified()
    {
        var page = await reader.GetAsync("/policies/W24");

        Assert.Contains("三星级智慧小区评分标准", page.Of("#unverified"));
        Assert.Contains("附件", page.Of("#unverified"));
    }

    [Fact, Clause("W20-A")]
    public async Task The_annex_prints_in_the_layout_in_which_it_was_published()
    {
        var page = await reader.GetAsync("/policies/W20");
        var table = page.Document.QuerySelector("#plans table.official")!;

        Assert.Equal(["区市", "2020 年计划", "2021 年计划", "2022 年计划", "2023 年计划", "2024 年计划", "2025 年计划"],
            table.QuerySelectorAll("thead tr:first-child th").Select(h => h.TextContent.Trim()));
        Assert.Equal(18, table.QuerySelectorAll("thead tr:last-child th").Length);
        Assert.Equal(["环翠区", "文登区", "荣成市", "乳山市", "高 区", "经 区"], table.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Equal("744439.96", table.QuerySelectorAll("tbody tr:first-child td")[5].TextContent.Trim());
        Assert.StartsWith("6923321", table.QuerySelectorAll("tbody tr:nth-child(2) td")[5].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("0", table.QuerySelectorAll("tbody tr:last-child td")[17].TextContent.Trim());
        Assert.Contains("疑为692332.1之误", page.Of("#plans"));
    }

    [Fact, Clause("W20-1.5b")]
    public async Task The_milestones_are_held_against_the_annex_by_every_measure()
    {
        var page = await reader.GetAsync("/policies/W20");

        var first = page.Document.GetElementById("target-milestone-2020")!.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(3, first.Count);
        Assert.All(first, row => Assert.Contains("未达到", row));
        Assert.Contains("17.3%", first[0]);
        Assert.DoesNotContain("未达到", page.Document.GetElementById("target-milestone-2023")!.TextContent);
    }

    [Fact, Clause("W20-5.1")]
    public async Task The_responsibilities_name_who_leads_and_who_answers()
    {
        var row = (await reader.GetAsync("/policies/W20")).Document.QuerySelectorAll("#responsibilities tbody tr").Single(r => r.TextContent.Contains("优化审批流程"));

        Assert.Contains("各区政府、开发区管委", row.TextContent);
        Assert.Contains("市行政审批服务局", row.TextContent);
    }

    [Fact, Clause("NY22-A1"), Clause("NY22-A2")]
    public async Task The_annexes_of_Nayong_are_read_in_full_item_by_item()
    {
        var page = await reader.GetAsync("/policies/NY22");

        Assert.True(page.Document.GetElementById("NY22-A1")!.QuerySelectorAll(".clause-text > p").Length > 0);
        Assert.True(page.Document.GetElementById("NY22-A2")!.QuerySelectorAll(".clause-text > p").Length > 0);
        Assert.Equal(Shelf.Sound.Find("NY22")!.Items.Count, page.Document.QuerySelectorAll("#catalogue tbody tr").Length);
    }

    [Fact]
    public async Task An_item_is_tied_to_the_same_work_in_the_other_catalogues()
    {
        var page = await reader.GetAsync("/policies/TX21");

        Assert.NotEmpty(page.Document.QuerySelectorAll("#catalogue .crosswalk a[href^='/policies/NY22#item-']"));
    }

    [Fact]
    public async Task No_style_or_script_stands_inside_the_page()
    {
        var page = await reader.GetAsync("/policies/W20");

        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
    }
}
