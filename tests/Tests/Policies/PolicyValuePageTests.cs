using System.Net;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

[BothDatabases]
public sealed class PolicyValuePageTests(PolicyReader reader) : IClassFixture<PolicyReader>
{
    [Fact, Clause("W20-1.5a")]
    public async Task A_number_of_households_stands_as_the_document_rounds_it()
    {
        var page = await reader.GetAsync("/policies/values/programme.households?place=371002&on=2024-03-28");

        Assert.Contains("26.32 万户", page.Text);
    }

    [Fact, Clause("W20-1.4c")]
    public async Task A_value_says_which_level_set_it_and_which_holds_at_a_place_on_a_day()
    {
        var name = "eligibility.built-before";
        var weihai = await reader.GetAsync($"/policies/values/{name}?place=371002&on=2024-03-28");
        var before = await reader.GetAsync($"/policies/values/{name}?place=371002&on=2019-01-01");

        Assert.Contains("2005-12-31", weihai.Of(".note"));
        Assert.Contains("W20-1.3a", weihai.Of(".note"));
        Assert.Contains("适用", weihai.Of("tbody tr:first-child"));
        Assert.Contains("没有规定", before.Of(".note"));
        Assert.Contains("尚未施行", before.Of("tbody"));
    }

    [Fact]
    public async Task A_value_the_source_does_not_give_is_said_to_be_unverified()
    {
        var page = await reader.GetAsync("/policies/values/smart.star-criteria?place=371002&on=2024-03-28");

        Assert.Contains("适用的文件没有写明", page.Of(".note"));
        Assert.Contains("未核实", page.Of("tbody"));
    }

    [Fact]
    public async Task Without_a_choice_the_readers_own_place_and_today_are_taken()
    {
        var page = await reader.GetAsync("/policies/values/reporting.due-day");

        Assert.Contains("环翠区", page.Of(".note"));
        Assert.Contains("2024-03-28", page.Of(".note"));
        Assert.Contains("28 日", page.Of(".note"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_named_at_its_field()
    {
        var page = await reader.GetAsync("/policies/values/reporting.due-day?on=下月");

        Assert.Contains("“日期”应为日期", page.Of(".field-error"));
    }

    [Fact]
    public async Task An_unknown_value_or_rule_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/policies/values/no.such")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/policies/rules/no-such")).Status);
    }

    [Fact]
    public async Task All_values_are_listed_and_the_unverified_can_be_picked_out()
    {
        var open = await reader.GetAsync("/policies/values?open=true");

        Assert.Contains("三星级智慧小区评分标准", open.Text);
        Assert.DoesNotContain("月调度表报送日", open.Text);
        Assert.Contains("月调度表报送日", (await reader.GetAsync("/policies/values?q=报送日")).Text);
    }

    [Fact]
    public async Task A_rule_is_said_in_Chinese_with_the_documents_that_use_it()
    {
        var page = await reader.GetAsync("/policies/rules/built-before");

        Assert.Contains("建成时间不晚于某日", page.Of("h1"));
        Assert.Contains("2005-12-31", page.Text);
        Assert.Contains("W20-1.3a", page.Text);
        Assert.Contains("built-before", (await reader.GetAsync("/policies/rules")).Text);
    }

    [Fact]
    public async Task A_matter_defined_by_a_later_law_is_still_named_in_Chinese() =>
        Assert.DoesNotContain(" lift ", (await reader.GetAsync("/policies/rules/owners-consented")).Text);

    [Fact, Clause("W20-5.1")]
    public async Task Responsibilities_of_all_documents_are_narrowed_to_one_body()
    {
        var page = await reader.GetAsync("/policies/responsibilities?document=W20&organisation=市财政局");

        var rows = page.Document.QuerySelectorAll("tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("市财政局", row.TextContent));
        Assert.All(rows, row => Assert.StartsWith("W20", row.TextContent.Trim(), StringComparison.Ordinal));
    }
}
