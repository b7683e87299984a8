using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

[BothDatabases]
public sealed class EligibilityCheckPageTests(PolicyReader reader) : IClassFixture<PolicyReader>
{
    private const string Fitting = "/policies/check?place=371002&on=2024-03-28&built-on=2005-12-31&in-town=yes&land=state-owned" +
        "&neglect=yes&poor-facilities=yes&poor-services=yes&wish-strong=yes&clearance=no&to-be-rebuilt=no";

    [Fact]
    public async Task Nothing_is_judged_before_anything_is_said() =>
        Assert.False((await reader.GetAsync("/policies/check?place=371002&on=2024-03-28")).Has("#verdict"));

    [Fact, Clause("W20-1.3a")]
    public async Task A_community_built_on_the_last_day_is_in_and_each_check_names_its_clause()
    {
        var page = await reader.GetAsync(Fitting);

        Assert.Contains("可以纳入", page.Of("#verdict .note"));
        Assert.Contains("实际：2005-12-31", page.Of("#verdict"));
        Assert.Contains("要求：2005-12-31", page.Of("#verdict"));
        Assert.Contains("/policies/W20#W20-1.3a", page.Document.QuerySelectorAll("#verdict .check-clause a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_readers_own_place_is_chosen_beforehand() =>
        Assert.Equal("371002", (await reader.GetAsync("/policies/check")).Document.QuerySelector("#place option[selected]")!.GetAttribute("value"));

    [Fact, Clause("W20-1.3a")]
    public async Task One_built_a_day_later_is_out() =>
        Assert.Contains("不能纳入", (await reader.GetAsync(Fitting.Replace("2005-12-31", "2006-01-01", StringComparison.Ordinal))).Of("#verdict .note"));

    [Fact, Clause("W20-1.3b")]
    public async Task One_that_is_to_be_cleared_is_out_by_its_own_clause()
    {
        var page = await reader.GetAsync(Fitting.Replace("clearance=no", "clearance=yes&clearance-on=2026-01-01", StringComparison.Ordinal));

        Assert.Contains("不能纳入", page.Of("#verdict .note"));
        Assert.Contains("W20-1.3b", page.Of("#verdict .check-no"));
    }

    [Fact]
    public async Task What_is_left_empty_is_unknown_and_named_as_missing()
    {
        var page = await reader.GetAsync(Fitting.Replace("&wish-strong=yes", "", StringComparison.Ordinal));

        Assert.Contains("还不能确定", page.Of("#verdict .note"));
        Assert.Contains("还缺：改造意愿", page.Of("#verdict .note"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_kept_as_typed()
    {
        var page = await reader.GetAsync(Fitting.Replace("built-on=2005-12-31", "built-on=很久以前", StringComparison.Ordinal));

        Assert.Contains("“很久以前”不是年份或日期", page.Of(".field-wrong"));
        Assert.Equal("很久以前", page.Document.QuerySelector("#built-on")!.GetAttribute("value"));
        Assert.Contains("还不能确定", page.Of("#verdict .note"));
    }

    [Fact]
    public async Task Figures_are_typed_as_a_ledger_has_them()
    {
        var page = await reader.GetAsync(Fitting + "&households=１，２００户&area=3,600.5平方米");

        Assert.False(page.Has(".field-wrong"));
        Assert.Equal("１，２００户", page.Document.QuerySelector("#households")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_year_alone_counts_as_its_last_day()
    {
        var page = await reader.GetAsync(Fitting.Replace("2005-12-31", "2005", StringComparison.Ordinal));

        Assert.Contains("可以纳入", page.Of("#verdict .note"));
    }
}
