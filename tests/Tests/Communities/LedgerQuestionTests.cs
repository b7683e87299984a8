using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class LedgerQuestionTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, Clause("NY22-3.1")]
    [InlineData("沿河小区6号楼、沿河小区7号楼", "沿河小区6号楼", "沿河小区7号楼")]
    [InlineData("沿河小区6号楼、7号楼", "沿河小区6号楼", "沿河小区7号楼")]
    [InlineData("沿河小区6、7号楼", "沿河小区6号楼", "沿河小区7号楼")]
    [InlineData("丙小区和丁小区", "丙小区", "丁小区")]
    public async Task Several_names_in_one_cell_are_asked_about_and_come_in_one_by_one(string cell, string one, string other)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync($"小区名称\t备注\n{cell}\t甲\n");
        Assert.Contains($"将拆成“{one}”“{other}”登记", check.Text, StringComparison.Ordinal);
        Assert.Equal([one, other], check.Document.QuerySelectorAll("main li").Select(line => line.TextContent).Where(line => line == one || line == other));

        check = await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "名单如此"));
        await browser.ConfirmAsync(check);

        Assert.Equal(2, await app.AskAsync(db => db.Communities.CountAsync(c => c.Name == one || c.Name == other)));
    }

    [Fact, Clause("W20-1.3a")]
    public async Task How_strong_a_wish_is_says_yes_or_no_and_what_is_neither_is_asked()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t改造意愿\n花园小区\t强烈\n西关小区\t不强烈\n镕苑\t一般\n竹岛小区\t是\n");
        Assert.DoesNotContain("必须修正 改造意愿", check.Text, StringComparison.Ordinal);
        Assert.Contains("可选：强烈、不强烈", check.Text, StringComparison.Ordinal);
        check = await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "以后再问"));
        await browser.ConfirmAsync(check);

        var said = await app.AskAsync(db => db.Communities.ToDictionaryAsync(c => c.Name, c => c.IsWishStrong, Stop));
        Assert.Equal((true, false, null, true), (said["花园小区"], said["西关小区"], said["镕苑"], said["竹岛小区"]));
    }

    [Fact, Clause("W24-A1")]
    public async Task A_row_that_names_only_a_street_heads_the_rows_below_it_and_is_no_community()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("""
            序号	小区名称	户数
            一、竹岛街道（2个）
            1	甲苑	100
            2	乙苑	80
            （二）	孙家疃街道
            1	丙苑	61
            	嵩山街道办事处
            1	丁苑	53
            合计		294
            """);

        Assert.Contains("读到 4小区", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);
        Assert.Equal(["371002003", "371002003", "371002011", "371002012"],
            (await app.AskAsync(db => db.Communities.OrderBy(c => c.Name).ToListAsync(Stop))).OrderBy(c => "甲乙丙丁".IndexOf(c.Name[0], StringComparison.Ordinal)).Select(c => c.Place.Prefix));
    }

    [Theory]
    [InlineData("小区\t房屋坐落\t面积\t产权人\n竹岛小区\t1号楼1单元101室\t78.5\t张某某", "缺少“房号”列")]
    [InlineData("小区名称\t楼幢号\t单元号\t户室号\t产权面积(㎡)\t房屋所有权人\n竹岛小区\t1幢\t2\t201\t85.6\t张某某", "竹岛小区 · 1幢 · 2 201")]
    public async Task A_list_of_owners_is_never_read_as_one_of_communities_or_buildings(string roll, string told)
    {
        var community = CommunityGiven.Community("竹岛小区", also: p => p with { Households = 434, Area = Area.FromSquareMetres(40820.71m) });
        await app.KeepAsync(community, CommunityGiven.Building(community, "1号楼", households: 62, area: Area.FromSquareMetres(5831.53m)));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync(roll);

        Assert.Contains("住宅和业主名册", check.Text, StringComparison.Ordinal);
        Assert.Contains(told, check.Text, StringComparison.Ordinal);
        Assert.Contains("修改 0条", check.Text, StringComparison.Ordinal);
    }

    [Fact, Clause("W24-A1")]
    public async Task A_figure_is_held_against_what_is_registered_where_the_ledger_does_not_say_the_other()
    {
        await app.KeepAsync(CommunityGiven.Community("竹岛小区", also: p => p with { Households = 434, Buildings = 7, Area = Area.FromSquareMetres(40820.71m) }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t建筑面积（㎡）\n竹岛小区\t408207.1");

        Assert.Contains("建筑面积408,207.1㎡（B2）、户数434户", check.Text, StringComparison.Ordinal);
        Assert.Contains("合940.6㎡/户", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_there_is_a_fund_an_average_or_the_ground_is_not_taken_for_a_figure()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t有无维修资金\t户均面积\t占地面积\n花园小区\t有\t80\t12000");

        Assert.Contains("3 列没有导入：有无维修资金、户均面积、占地面积", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("必须修正 ", check.Of("form[action$='/confirm']"), StringComparison.Ordinal);
    }

    [Theory, Clause("W24-A1")]
    [InlineData("竣工年月")]
    [InlineData("建成年月")]
    public async Task The_headings_offices_use_are_known_without_a_question(string built)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"小区全称\t街道办\t所属居委会\t{built}\t房屋产权\t土地\t小区总建筑面积\n花园小区\t竹岛\t海滨社区\t1998.6\t房改房\t国有\t9600");

        Assert.DoesNotContain("列没有导入", check.Text, StringComparison.Ordinal);
        await browser.ConfirmAsync(check);
        var one = await app.AskAsync(db => db.Communities.SingleAsync(Stop));
        Assert.Equal((LandKind.StateOwned, OwnershipKind.ReformedHousing, new DateOnly(1998, 6, 1), "海滨社区"), (one.Land, one.Ownership, one.BuiltFrom, one.Neighbourhood));
    }

    [Fact, Clause("NY22-3.1")]
    public async Task The_list_of_a_document_pasted_as_one_sentence_comes_in_name_by_name()
    {
        const string sentence = "石油公司老宿舍、建行职工宿舍、人社局职工宿舍、火电厂宿舍、交警队宿舍、纳雍县供销社综合贸易公司商住楼、供销社安居工程一号楼、广场粮食局宿舍、广场保健院宿舍、"
            + "纳雍农行沿河开发小区集资宿舍、农发行宿舍、信用社宿舍、财政局宿舍、老血站宿舍、沿河小区6号楼、沿河小区7号楼、沿河小区菜场院落、武装部宿舍、邮电局宿舍、新华书店宿舍等20个411户";
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"小区名称\t备注\n{sentence}\t\n");
        Assert.Contains("一格里像有 20 个小区", check.Text, StringComparison.Ordinal);
        Assert.Contains("“供销社安居工程一号楼”", check.Text, StringComparison.Ordinal);
        Assert.Contains("“新华书店宿舍”登记", check.Text, StringComparison.Ordinal);

        check = await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "名单如此"));
        await browser.ConfirmAsync(check);

        Assert.Equal(20, await app.AskAsync(db => db.Communities.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_one_cell_lists_side_by_side_is_not_asked_to_be_one()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t备注\n滨海新村、滨海家园\t甲\n");

        Assert.Contains("一格里像有 2 个小区", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("是不是同一个小区", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("竹岛一区\t见备注", "竹岛1区\t210", "与第 2 行的“竹岛一区”名称相近或地址相同")]
    [InlineData("竹岛一区\t210", "竹岛1区\t见备注", "与第 2 行的“竹岛一区”名称相近或地址相同")]
    [InlineData("竹岛一区\t见备注", "竹岛一区\t210", "与第 2 行重复")]
    public async Task What_is_asked_of_two_rows_is_asked_while_one_of_them_must_still_be_mended(string one, string other, string asked)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"小区名称\t户数\n{one}\n{other}\n");

        Assert.Contains("不是数字", check.Text, StringComparison.Ordinal);
        Assert.Contains(asked, check.Text, StringComparison.Ordinal);
    }

    [Theory, Clause("NY22-3.1")]
    [InlineData("纳雍县2022年城镇老旧小区改造小区名单", true)]
    [InlineData("环翠区2022年城镇老旧小区改造小区名单", false)]
    [InlineData("山东省威海市老旧小区改造台账", false)]
    [InlineData("老旧小区改造台账", false)]
    public async Task The_ledger_of_another_place_is_asked_about_before_it_comes_in(string title, bool isAsked)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"{title}\n序号\t小区名称\t备注\n1\t石油公司老宿舍\t甲\n");

        Assert.Equal(isAsked, check.Text.Contains("标题写的是“纳雍县”，没有写明地方的行将登记到“环翠区”", StringComparison.Ordinal));
        Assert.Equal(isAsked ? 1 : 0, check.Document.QuerySelectorAll("input[type=checkbox][name^='kind']").Length);
    }

    [Fact, Clause("NY22-3.1")]
    public async Task A_column_named_for_the_county_says_where_a_row_belongs()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t所在县\n石油公司老宿舍\t纳雍县\n");

        Assert.Contains("区划名录中没有唯一的“纳雍县”", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("祥和小区")]
    [InlineData("花园小区和平楼")]
    [InlineData("花园小区（一、二期）")]
    public async Task One_name_is_not_asked_about(string name)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.DoesNotContain("一格里像有", (await browser.PasteAsync($"小区名称\t备注\n{name}\t甲\n")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("新华书店宿舍楼", "")]
    [InlineData("新华书店宿舍（一期）", "")]
    [InlineData("望海园", "新威路 8 号")]
    public async Task What_the_page_of_duplicates_would_find_is_asked_before_it_comes_in(string name, string address)
    {
        await app.KeepAsync(CommunityGiven.Named("新华书店宿舍", p => p with { Address = "新威路8号" }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"小区名称\t地址\n{name}\t{address}\n");

        Assert.Contains("与已登记的“新华书店宿舍”名称相近或地址相同", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_owners_in_one_cell_are_two_and_a_number_that_cannot_be_is_asked_about()
    {
        await app.KeepAsync(CommunityGiven.Named("花园小区"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t楼号\t单元\t房号\t业主姓名\t证件号码\t联系电话\n花园小区\t1号楼\t1\t101\t张三、李四\t\t\n花园小区\t1号楼\t1\t102\t王五\t110101199003070001\t12\n");
        Assert.Contains("一格里像有 2 位业主", check.Text, StringComparison.Ordinal);
        Assert.Contains("证件号码位数或校验位不对", check.Text, StringComparison.Ordinal);
        Assert.Contains("电话须为 7 至 20 位数字", check.Text, StringComparison.Ordinal);
        Assert.Contains("花园小区 · 1号楼 · 1 101", check.Text, StringComparison.Ordinal);
        var kinds = check.Document.QuerySelectorAll("input[name^=kind]").Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!)).ToArray();
        await browser.ConfirmAsync(await browser.AnswerAsync(check, [.. kinds, ("why", "与名册一致")]));

        Assert.Equal((2, 3), (await app.AskAsync(db => db.Dwellings.CountAsync()), await app.AskAsync(db => db.Owners.CountAsync())));
    }

    [Fact]
    public async Task Faults_and_changes_are_told_with_the_name_of_their_community()
    {
        await app.KeepAsync(CommunityGiven.Named("花园小区", p => p with { Households = 120 }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t户数\t建成年代\n花园小区\t121\t九十年代\n");

        Assert.Contains("第 2 行（C2）花园小区", check.Text, StringComparison.Ordinal);
        Assert.Equal("花园小区（第 2 行）", check.Of("table.changes caption"));
    }

    [Fact]
    public async Task An_area_rounded_to_tens_of_thousands_does_not_take_the_place_of_the_exact_one()
    {
        await app.KeepAsync(CommunityGiven.Named("花园小区", p => p with { Area = Area.FromSquareMetres(40_820.71m) }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        Assert.Contains("没有需要导入的", (await browser.PasteAsync("小区名称\t建筑面积（万㎡）\n花园小区\t4.08\n")).Text, StringComparison.Ordinal);
        Assert.Contains("修改 1条", (await browser.PasteAsync("小区名称\t建筑面积（万㎡）\n花园小区\t4.19\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rounded_total_over_rows_that_say_nothing_is_not_passed_over()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t建筑面积（㎡）\n甲小区\t41460.5\n乙小区\t\n合计\t4.2万㎡\n");

        Assert.Contains("明细有 1 行未填，可能是明细不全", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("建筑面积（㎡）", "18900", "与其他数字对照，更可能是楼栋数有误，也可能属实，请核实。", "第 2 行（B2）")]
    [InlineData("备注", "甲", "户数、楼栋数都可能有误，也可能属实，请核实。", "第 2 行（C2）")]
    public async Task A_ratio_that_is_off_names_both_figures_with_their_cells_and_blames_the_one_the_others_speak_against(
        string header, string said, string hint, string cell)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync($"小区名称\t楼栋数\t户数\t{header}\n花园小区\t2\t210\t{said}\n");

        Assert.Contains($"花园小区：户数210户（C2）、楼栋数2栋（B2），合105户/栋，超出15—100户/栋的合理范围。{hint}", check.Text, StringComparison.Ordinal);
        Assert.Contains(cell, check.Text, StringComparison.Ordinal);
        Assert.Equal(("2", "210"), (check.Value("fix.B2"), check.Value("fix.C2")));

        var mended = await browser.AnswerAsync(check, ("fix.B2", "5"));
        Assert.True(mended.Has("form[action$='/confirm']"));
    }

    [Fact]
    public async Task Two_ratios_that_are_off_blame_the_figure_they_share()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var check = await browser.PasteAsync("小区名称\t楼栋数\t户数\t建筑面积（㎡）\n花园小区\t4\t999\t21000\n");

        Assert.Equal(2, check.Text.Split("更可能是户数有误").Length - 1);
        Assert.DoesNotContain("更可能是建筑面积", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("老化", UtilityState.Aged)]
    [InlineData("有", null)]
    public async Task That_a_network_is_there_does_not_say_its_state(string answer, UtilityState? state)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t供暖\t燃气\n花园小区\t有\t无\n");
        Assert.Contains("只说有，没有说状况", check.Text, StringComparison.Ordinal);
        Assert.Equal(["有（原文）", "完好", "老化", "缺失"], check.Document.QuerySelectorAll("select[name='fix.B2'] option").Select(option => option.TextContent));

        await browser.ConfirmAsync(state is null
            ? await browser.AnswerAsync(check, ("kind0", check.Value("kind0")), ("why", "台账只登记有无"))
            : await browser.AnswerAsync(check, ("fix.B2", answer)));

        var told = UtilityList.Read(await app.AskAsync(db => db.Communities.Select(c => c.Utilities).SingleAsync()));
        Assert.Equal((state, UtilityState.Missing), (told.TryGetValue(Utility.Heating, out var heating) ? heating : null, told[Utility.Gas]));
    }
}
