using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Exchange;

public sealed class HeaderMatchTests
{
    private static readonly FieldSpec Name = new("name", "小区名称", FieldKind.Name, "小区", "名称") { IsRequired = true };
    private static readonly FieldSpec Households = new(
        "households", "户数", FieldKind.Whole, "居民户数", "总户数") { IsRequired = true };
    private static readonly FieldSpec FloorArea = new("area", "建筑面积", FieldKind.Area, "总建筑面积", "面积");
    private static readonly FieldSpec Built = new("built", "建成年代", FieldKind.Span, "建成年份", "竣工年份");
    private static readonly FieldSpec Invested = new("money", "总投资", FieldKind.Money, "投资");
    private static readonly FieldSpec[] Ledger = [Name, Households, FloorArea, Built, Invested];

    private static readonly FieldSpec[] Plan =
    [
        new("place", "区市", FieldKind.Name), new("communities", "小区个数", FieldKind.Whole), Households, FloorArea,
    ];

    [Fact]
    public void Title_unit_line_and_notes_are_told_from_head_and_data()
    {
        var rows = Rows("""
            附件2
            2024年老旧小区改造台账
            填报单位：（盖章）			单位：个、万平方米、万元
            序号	小区 名称*	户　数	总建筑面积	建成年代（年）	总投资	备注
            1	花园小区	120	1.5	1998	30
            2	高 区	80	0.9	九十年代	20
            合计		200	2.4		50
            注：面积以测绘为准。
            填表人：	 审核人：
            """);

        var head = HeaderMatch.Find(rows, Ledger)!;

        Assert.Equal((4, 4, "2024年老旧小区改造台账"), (head.FirstRow, head.LastRow, head.Title));
        Assert.Equal(["name", "households", "area", "built", "money"],
            head.Columns.Where(c => c.Field is not null).Select(c => c.Field!.Code));
        Assert.Equal((10_000m, 10_000m, 1m),
            (head.Column("area")!.Times, head.Column("money")!.Times, head.Column("households")!.Times));
        Assert.Equal(["序号", "备注"], head.Unrecognised.Select(c => c.Header));
        Assert.Empty(head.Missing);
        Assert.Equal([RowKind.Data, RowKind.Data, RowKind.Total, RowKind.Note, RowKind.Note],
            rows.Where(row => row.Number > head.LastRow).Select(row => RowSort.Of(row, head)));
    }

    [Fact]
    public void The_plan_of_2020_is_recognised_as_it_was_published()
    {
        var groups = string.Join("\t\t\t", Enumerable.Range(2020, 6).Select(year => $"{year} 年计划"));
        var leaves = string.Join('\t', Enumerable.Repeat("小区个数\t户数\t建筑面积", 6));
        var rows = Rows($"""
            附件
            威海市老旧小区改造 2020—2025 年总体计划表
            单位：个、户、平方米
            区市	{groups}
            	{leaves}
            文登区	35	12595	1210759	10	7052	6923321
            高 区	8	3046	341855	28	11092	981064
            总计	43	15641	1552614	38	18144	7904385
            """);

        var head = HeaderMatch.Find(rows, Plan)!;

        Assert.Equal((4, 5, 19), (head.FirstRow, head.LastRow, head.Columns.Count));
        Assert.Equal(["2020年计划", "2021年计划", "2022年计划", "2023年计划", "2024年计划", "2025年计划"], head.Groups);
        Assert.All(head.Columns, column => Assert.Equal(MatchKind.Exact, column.Match));
        var wendeng = rows.Single(row => row[0].Text == "文登区");
        Assert.Equal(Area.FromSquareMetres(6_923_321),
            CellReading.Area(wendeng[head.Column("area", "2021年计划")!.Index]).Value);
        Assert.Equal(RowKind.Total, RowSort.Of(rows[^1], head));
    }

    [Fact]
    public void A_head_of_two_levels_with_columns_merged_downwards_is_one_head()
    {
        var rows = Rows("""
            小区名称	规模		建成年份	资金
            	户数	建筑面积(㎡)		总投资(万元)
            1	2	3	4	5
            花园小区	120	9000	1998	30
            """);

        var head = HeaderMatch.Find(rows, Ledger)!;

        Assert.Equal((1, 3), (head.FirstRow, head.LastRow));
        Assert.Equal(["name", "households", "area", "built", "money"], head.Columns.Select(c => c.Field?.Code));
        Assert.Equal(["", "规模", "规模", "", "资金"], head.Columns.Select(c => c.Group));
        Assert.Equal(10_000m, head.Column("money")!.Times);
    }

    [Theory]
    [InlineData("建筑面积（万㎡）", 10_000)]
    [InlineData("建筑面积/万平方米", 10_000)]
    [InlineData("３．建筑面积 (㎡)", 1)]
    [InlineData("*建筑面积【单位：万㎡】", 10_000)]
    [InlineData("建 筑\n面 积", 1)]
    public void Units_in_a_heading_count(string header, int times)
    {
        var rows = new[] { new SheetRow(1, [RawCell.OfText("小区名称"), RawCell.OfText(header)]) };

        var column = HeaderMatch.Find(rows, Ledger)!.Column("area")!;

        Assert.Equal((times, MatchKind.Exact), (column.Times, column.Match));
    }

    [Fact]
    public void A_heading_that_only_resembles_is_asked_and_a_choice_is_remembered()
    {
        var rows = Rows("小区名称\t改造居民户数合计\t套内面积\t楼龄\n花园\t1\t2\t3");

        var head = HeaderMatch.Find(rows, Ledger)!;
        var again = HeaderMatch.Find(rows, Ledger, new Dictionary<string, string> { [head.Columns[3].Key] = "built" })!;
        var chosen = head.With(new Dictionary<int, FieldSpec?> { [3] = Built, [1] = null }, Ledger);

        Assert.Equal(["households", "area"], head.Likely.Select(c => c.Field!.Code));
        Assert.Equal(MatchKind.Remembered, again.Column("built")!.Match);
        Assert.Equal("built", chosen.Columns[3].Field!.Code);
        Assert.Equal(["households"], chosen.Missing.Select(f => f.Code));
    }

    [Fact]
    public void A_sheet_without_a_head_has_none_and_a_repeated_field_is_said()
    {
        Assert.Null(HeaderMatch.Find(Rows("花园\t120\n西关\t80"), Ledger));
        Assert.Null(HeaderMatch.Find([], Ledger));

        var head = HeaderMatch.Find(Rows("小区名称\t户数\t户数\n花园\t1\t2"), Ledger)!;
        Assert.Equal(MatchKind.Repeated, head.Columns[2].Match);
    }

    [Fact]
    public void A_head_printed_again_on_every_page_is_not_data()
    {
        var rows = Rows("小区名称\t户数\n花园\t1\n小区名称\t户数\n西关\t2");
        var head = HeaderMatch.Find(rows, Ledger)!;

        Assert.Equal([RowKind.Data, RowKind.RepeatedHeader, RowKind.Data],
            rows.Skip(1).Select(row => RowSort.Of(row, head)));
    }

    private static List<SheetRow> Rows(string pasted)
    {
        using var book = SheetReader.OfPaste(pasted);
        return [.. book.Rows(0)];
    }
}
