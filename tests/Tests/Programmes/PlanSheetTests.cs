using System.Text;
using Huanxin.App.Exchange;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Programmes;

public sealed class PlanSheetTests
{
    private static readonly PlaceNames Places = new(ShippedShelf.Shelf.Regions);
    private static readonly PlanTable Annex = ShippedShelf.Document("W20").Plans.Single();
    private static readonly RegionCode Weihai = RegionCode.Of("371000"), Wendeng = RegionCode.Of("371003");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact, Clause("W20-A")]
    public async Task The_annex_written_in_its_own_layout_is_read_back_cell_by_cell_without_a_fault()
    {
        var file = new MemoryStream();
        await PlanWorkbook.WriteAsync(file, new PlanPaper(Annex.Title, Annex.PlaceTitle), PublishedPlan.GridOf(Annex), Stop);

        using var book = SheetReader.Open(file, "附件.xlsx");
        var sheet = PlanSheet.Open(book, Places, Weihai);

        Assert.Empty(sheet.Faults.All);
        Assert.Equal(Annex.Title, sheet.Title);
        Assert.Equal([Measure.Communities, Measure.Households, Measure.Area], sheet.Measures);
        Assert.Equal(PublishedPlan.LinesOf(Annex), sheet.Lines);
        Assert.Equal((548L, 263_233L, new Area(3_077_989_099)), (sheet.Grid.Total.Communities, sheet.Grid.Total.Households, sheet.Grid.Total.Area!.Value));
    }

    [Fact, Clause("W20-A")]
    public void The_annex_pasted_from_a_sheet_is_read_with_blanks_inside_names_and_zeros_kept()
    {
        var sheet = Paste("""
            附件
            威海市老旧小区改造 2020—2025 年总体计划表
            单位：个、户、平方米
            区市	2024 年计划			2025 年计划
            	小区个数	户数	建筑面积	小区个数	户数	建筑面积
            高 区	33	13069	1156254	3	1187	105114
            经　区	0	0	0	—		0
            总计	33	13069	1156254	3	1187	105114
            """);

        Assert.Empty(sheet.Faults.All);
        Assert.Equal(["371071", "371072"], sheet.Grid.Places.Select(p => p.Place.ToString()));
        Assert.Equal("高 区", sheet.Grid.Places[0].Text);
        var none = sheet.Grid.Of(RegionCode.Of("371072"), 2025);
        Assert.Equal((null, null, 0L), (none.Communities, none.Households, none.Area?.Value));
        Assert.Equal(0, sheet.Grid.Of(RegionCode.Of("371072"), 2024).Households);
    }

    [Fact, Clause("W20-A")]
    public void Three_levels_of_headings_a_sum_over_the_years_and_units_of_ten_thousand_are_read()
    {
        var sheet = Paste("""
            2020—2021年计划表
            区市	总体计划
            	2020年		2021年		合计
            	户数（万户）	面积（万㎡）	户数（万户）	面积（万㎡）	户数（万户）	面积（万㎡）
            环翠区	1.34	126.24	0.93	74.44	2.27	200.68
            文登区	1.26	121.08	0.71	692.33	1.97	813.41
            总计	2.59	247.32	1.64	766.78	4.24	1014.09
            """);

        Assert.Empty(sheet.Faults.All);
        Assert.Equal(13_400, sheet.Grid.Of(Given.District, 2020).Households);
        Assert.Equal(new Area(692_330_000), sheet.Grid.Of(Wendeng, 2021).Area);
    }

    [Fact, Clause("W20-A")]
    public void Every_fault_is_named_at_once_and_a_wrong_total_is_told_apart_from_incomplete_detail()
    {
        var sheet = Paste("""
            2024年计划表
            区市	小区个数	户数	建筑面积
            环翠区	10	10648	922973.98
            火星区	1	100	9000
            文登区	六	1658	163680
            环翠区	1	2	3
            乳山市	20		807663.29
            总计	36	22000	1900000
            """);

        Assert.Equal(
            ["B5 cell.not-a-number", "A4 place.unknown", "A6 plan.repeated", "C8 plan.incomplete", "D8 plan.wrong-total", "B8 plan.incomplete"],
            sheet.Faults.All.Select(f => $"{f.Address} {f.Code}").OrderBy(t => Array.IndexOf(
                ["B5", "A4", "A6", "C8", "D8", "B8"], t[..2])));
        Assert.Contains("逐行相加是", sheet.Faults.All.Single(f => f.Code == "plan.wrong-total").Sentence);
    }

    [Fact]
    public void A_long_table_with_a_column_of_years_and_subtotals_is_read_too()
    {
        var sheet = Paste("""
            序号	年度	县(市、区)	小区数(个)	楼栋数(栋)	户数(户)	建筑面积(万㎡)
            	2023	全市小计	3	30	300	3.5
            1	2023	其中：1.环翠区	1	10	100	1.5
            2	2023	2.文登区	2	20	200	2
            """);

        Assert.Empty(sheet.Faults.All);
        Assert.Equal([(2023, "371002"), (2023, "371003")], sheet.Lines.Select(l => (l.Year, l.Place.ToString())));
        Assert.Equal(20, sheet.Lines[1].Figures.Buildings);
    }

    [Fact]
    public void A_table_that_names_no_year_is_asked_and_a_given_year_answers()
    {
        const string text = "区市\t小区个数\n环翠区\t3\n文登区\t4";

        Assert.Contains(Paste(text).Faults.All, f => f.Code == "plan.no-year" && f.Level == FaultLevel.Hard);
        using var book = SheetReader.OfPaste(text);
        Assert.Equal([2024, 2024], PlanSheet.Open(book, Places, Weihai, 2024).Lines.Select(l => l.Year));
    }

    private static PlanSheet Paste(string text)
    {
        using var book = SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "计划.csv");
        return PlanSheet.Open(book, Places, Weihai);
    }
}
