using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What the six-year table of Weihai says of itself beyond its sums.</summary>
public sealed class PlausibilityTests
{
    private static readonly PlausibilityBook Book =
        PlausibilityBook.Of(ShippedShelf.Shelf.For(RegionCode.Of("371000"), new DateOnly(2020, 6, 11)));
    private static readonly IReadOnlyList<Figures> Annex = PlanTableFigures.Of(ShippedShelf.Document("W20").Plans.Single());
    private static readonly IReadOnlyList<Doubt> Doubts = Plausibility.Of(Annex, Book);

    [Fact, Clause("W20-A")]
    public void The_annex_raises_four_doubts_and_no_more() => Assert.Equal(
        ["文登区2021年 DigitShift", "荣成市2025年 Outlier", "高区2021年 SpreadAverage", "高区2021年 SpreadAverage"],
        Doubts.Select(doubt => $"{doubt.Cells[0].Label} {doubt.Kind}"));

    [Fact, Clause("W20-A"), Clause("W20-1.5a")]
    public void The_area_of_Wendeng_is_doubted_with_a_hint_and_what_it_would_do_to_the_total()
    {
        var doubt = Doubts.Single(d => d.Kind == DoubtKind.DigitShift);

        Assert.Equal((Measure.Area, 692_332_10, 3_077_989_099, 2_454_890_209), (doubt.Suggested!.Measure, doubt.Suggested.Value,
            doubt.Suggested.TotalNow, doubt.Suggested.TotalThen));
        Assert.Equal("文登区2021年：建筑面积6,923,321㎡、户数7,052户，合981.8㎡/户，超出40—200㎡/户的合理范围，表内其余32处的中位数为94.4，"
            + "一般在61—146.1之间。建筑面积若为692,332.1㎡，合98.2㎡/户，才与其他数字相称，全表建筑面积合计将由3,077.99万㎡变为2,454.89万㎡。系统未作改动，请核实。",
            doubt.Sentence);
    }

    [Fact, Clause("W20-A")]
    public void The_spread_averages_of_Gaoqu_are_told_from_what_was_counted_there_in_2020()
    {
        var spread = Doubts.Where(d => d.Kind == DoubtKind.SpreadAverage).ToList();

        Assert.All(spread, d => Assert.Equal([2021, 2022, 2023, 2024, 2025], d.Cells.Select(c => int.Parse(c.Label[2..6]))));
        Assert.Contains(spread, d => d is { Unit: PerUnit.AreaPerCommunity, Found: 35_038, FoundMost: 35_038 });
        Assert.Contains(spread, d => d.Sentence.Contains("户数都约为小区数的395.7至396.1倍", StringComparison.Ordinal));
    }

    [Fact, Clause("W20-A")]
    public void Rongcheng_2025_is_an_outlier_that_may_well_be_true()
    {
        var doubt = Doubts.Single(d => d.Kind == DoubtKind.Outlier);

        Assert.Null(doubt.Suggested);
        Assert.Equal(54.5m, doubt.Found);
        Assert.EndsWith("可能属实，请核实。", doubt.Sentence);
    }

    [Fact, Clause("W20-A")]
    public void A_place_without_work_in_a_year_is_neither_missing_nor_doubted() =>
        Assert.DoesNotContain(Doubts, d => d.Cells.Any(c => c.Group == "经区"));

    [Fact]
    public void What_is_not_said_is_not_doubted() =>
        Assert.Empty(Plausibility.Of([new Figures(1, "甲小区", "甲街道") { Households = 12 }, new Figures(2, "乙小区", "甲街道")], Book));

    [Fact]
    public void Zero_of_one_beside_some_of_the_other_is_a_contradiction()
    {
        var doubt = Assert.Single(Plausibility.Of([new Figures(1, "甲小区", "") { Communities = 0, Households = 12 }], Book));

        Assert.Equal("plausibility.zero-beside-some", doubt.Code);
        Assert.Equal("甲小区：小区数0个，却有户数12户，两数矛盾，请核实。", doubt.Sentence);
    }

    [Fact]
    public void Every_zero_of_one_community_is_asked_about_once_and_plainly()
    {
        var doubts = Plausibility.Of([new Figures(1, "甲小区", "") { Communities = 1, Buildings = 2, Households = 0, Area = Area.FromSquareMetres(0) }], Book);

        Assert.Equal(
            ["甲小区：户数填了 0，请核实；没有数据的请留空。", "甲小区：建筑面积填了 0，请核实；没有数据的请留空。"],
            doubts.Where(doubt => doubt.Kind == DoubtKind.ZeroBesideSome).Select(doubt => doubt.Sentence));
    }

    [Fact]
    public void Where_two_figures_could_be_shifted_nothing_is_suggested()
    {
        var doubt = Assert.Single(Plausibility.Of([new Figures(1, "甲小区", "") { Households = 120, Area = Area.FromSquareMetres(120_000) }], Book));

        Assert.Equal(DoubtKind.OutsideBand, doubt.Kind);
        Assert.Null(doubt.Suggested);
    }

    [Fact]
    public void Square_metres_written_as_ten_thousands_are_recognised()
    {
        var row = new Figures(1, "甲小区", "") { Communities = 1, Buildings = 10, Households = 480, Area = new Area(4_20) };

        var doubt = Assert.Single(Plausibility.Of([row], Book));

        Assert.Equal(42_000_00, doubt.Suggested!.Value);
    }

    [Fact]
    public void Without_standards_in_force_nothing_is_checked() =>
        Assert.Empty(Plausibility.Of(Annex, new PlausibilityBook(new Dictionary<PerUnit, Band>(), null)));

    [Fact]
    public void A_province_of_rows_is_judged_without_holding_each_against_all_others()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 40_000).Select(i => new Figures(i, $"{i}", $"{i % 400}")
        {
            Communities = 1, Buildings = random.Next(1, 20), Households = random.Next(12, 2_000), Area = new Area(random.NextInt64(100_000, 100_000_000)),
        }).ToList();

        var doubts = Plausibility.Of(rows, Book);

        Assert.True(doubts.Count > 1_000);
    }
}
