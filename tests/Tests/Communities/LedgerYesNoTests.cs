using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>Columns of a ledger that ask a question.</summary>
[BothDatabases]
public sealed class LedgerYesNoTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<Community> RegisteredAsync() => app.AskAsync(db => db.Communities.SingleAsync());

    [Theory, Clause("W20-1.3b")]
    [InlineData("物业管理是否不完善", Sign.WeakManagement)]
    [InlineData("是否物业管理不完善", Sign.WeakManagement)]
    [InlineData("市政配套设施是否不完善", Sign.PoorFacilities)]
    [InlineData("是否存在失养失修失管", Sign.Neglect)]
    [InlineData("环境脏乱差", Sign.Dirty)]
    public async Task A_column_for_each_defect_says_whether_it_is_there(string header, Sign sign)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        await browser.ConfirmAsync(await browser.PasteAsync($"小区名称\t{header}\t房屋是否年久失修\n花园小区\t是\t否\n"));

        var community = await RegisteredAsync();
        Assert.Equal([(sign, true), (Sign.Disrepair, false)],
            SignList.Read(community.Signs).Select(one => (one.Key, one.Value)).OrderByDescending(one => one.Value));
        Assert.Null(community.Management);
    }

    [Fact]
    public async Task A_question_is_not_taken_for_a_column_that_no_yes_or_no_answers()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\t物业管理是否收费\t户数是否核实\n花园小区\t120\t是\t是\n");

        Assert.Contains("2 列没有导入：物业管理是否收费、户数是否核实", check.Text, StringComparison.Ordinal);
        Assert.True(check.Has("form[action$='/confirm']"));
    }

    [Theory, Clause("W20-1.3a")]
    [InlineData("2015", "2015")]
    [InlineData("2015年9月", "2015-09")]
    [InlineData("是（2015年）", "2015")]
    public async Task A_year_where_yes_or_no_is_asked_is_asked_about_and_comes_in_as_yes_in_that_year(string said, string on)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync($"小区名称\t是否综合改造\n花园小区\t{said}\n乙小区\t否\n");
        Assert.Contains($"将登记为“是”，上次综合改造时间 {on}，请确认", check.Text, StringComparison.Ordinal);

        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "台账如此填写")));

        var found = await app.AskAsync(db => db.Communities.Select(c => new { c.Name, c.WasRenovated, c.Renovated }).ToDictionaryAsync(c => c.Name));
        Assert.Equal((true, on), (found["花园小区"].WasRenovated, $"{found["花园小区"].Renovated}"));
        Assert.Equal((false, null), (found["乙小区"].WasRenovated, found["乙小区"].Renovated));
    }

    [Fact]
    public async Task A_year_where_the_ledger_asks_for_the_year_too_does_not_take_its_place()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t是否纳入征迁规划\t规划征迁时间\n花园小区\t2027年\t2028年\n");
        Assert.Contains("将登记为“是”，规划征迁时间 2028，请确认", check.Text, StringComparison.Ordinal);

        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "台账如此填写")));

        var community = await RegisteredAsync();
        Assert.Equal((true, "2028"), (community.IsClearancePlanned, $"{community.Clearance}"));
    }
}
