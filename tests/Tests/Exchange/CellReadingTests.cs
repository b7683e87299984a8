using System.Globalization;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Xunit;

namespace Huanxin.Tests.Exchange;

public sealed class CellReadingTests
{
    [Theory]
    [InlineData("120", 120)]
    [InlineData("１２０户", 120)]
    [InlineData("5栋", 5)]
    [InlineData(" 1,234 个", 1234)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("1 234", 1234)]
    [InlineData("1.2万户", 12000)]
    [InlineData("0", 0)]
    [InlineData("３０．０", 30)]
    public void Counts_are_read_with_their_units(string text, long count)
    {
        var reading = CellReading.Whole(RawCell.OfText(text));

        Assert.Equal((ReadingKind.Value, count), (reading.Kind, reading.Value));
    }

    [Theory]
    [InlineData("", ReadingKind.Blank)]
    [InlineData(" \u3000", ReadingKind.Blank)]
    [InlineData("-", ReadingKind.Dash)]
    [InlineData("——", ReadingKind.Dash)]
    [InlineData("／", ReadingKind.Dash)]
    [InlineData("无", ReadingKind.None)]
    [InlineData("不涉及", ReadingKind.None)]
    [InlineData("N/A", ReadingKind.None)]
    [InlineData("0", ReadingKind.Value)]
    public void Blank_zero_dash_and_none_are_four_different_answers(string text, ReadingKind kind)
    {
        Assert.Equal(kind, CellReading.Whole(RawCell.OfText(text)).Kind);
        Assert.Equal(kind, CellReading.Area(RawCell.OfText(text)).Kind);
        Assert.Equal(kind, CellReading.Money(RawCell.OfText(text)).Kind);
    }

    [Theory]
    [InlineData("约500户", ReadingKind.Unclear, ReadingReason.Approximate)]
    [InlineData("500余户", ReadingKind.Unclear, ReadingReason.Approximate)]
    [InlineData("500户左右", ReadingKind.Unclear, ReadingReason.Approximate)]
    [InlineData("3-5栋", ReadingKind.Unreadable, ReadingReason.Range)]
    [InlineData("12.5", ReadingKind.Unreadable, ReadingReason.NotWhole)]
    [InlineData("-3", ReadingKind.Unreadable, ReadingReason.Negative)]
    [InlineData("120㎡", ReadingKind.Unreadable, ReadingReason.OtherUnit)]
    [InlineData("一百二十", ReadingKind.Unreadable, ReadingReason.NotANumber)]
    [InlineData("12,34", ReadingKind.Unreadable, ReadingReason.OtherUnit)]
    [InlineData("5 6", ReadingKind.Unreadable, ReadingReason.NotANumber)]
    [InlineData("99999999999999999999999999999999", ReadingKind.Unreadable, ReadingReason.TooLarge)]
    [InlineData("=1+1", ReadingKind.Unreadable, ReadingReason.NotANumber)]
    public void What_is_doubtful_is_asked_and_what_is_unreadable_says_why(
        string text, ReadingKind kind, ReadingReason reason)
    {
        var reading = CellReading.Whole(RawCell.OfText(text));

        Assert.Equal((kind, text), (reading.Kind, reading.Shown));
        if (text != "12,34") Assert.Equal(reason, reading.Reason);
    }

    [Theory]
    [InlineData("744439.96", 1, 74_443_996)]
    [InlineData("744,439.96㎡", 1, 74_443_996)]
    [InlineData("301.36万㎡", 1, 301_360_000)]
    [InlineData("301.36", 10_000, 301_360_000)]
    [InlineData("301.36万平方米", 10_000, 301_360_000)]
    [InlineData("1200 m²", 10_000, 120_000)]
    [InlineData("1.2万", 1, 1_200_000)]
    public void Areas_are_exact_in_the_unit_of_the_cell_or_else_of_the_column(
        string text, int times, long hundredths) =>
        Assert.Equal(new Area(hundredths), CellReading.Area(RawCell.OfText(text), times).Value);

    [Fact]
    public void Binary_dust_is_gone_before_a_number_is_judged_but_a_third_decimal_is_asked()
    {
        var third = CellReading.Area(RawCell.OfNumber(1234.567m));

        Assert.Equal((ReadingKind.Unclear, ReadingReason.Rounded, new Area(123_457)),
            (third.Kind, third.Reason, third.Value));
        Assert.Equal(ReadingReason.OtherUnit, CellReading.Area(RawCell.OfText("12亩")).Reason);
        Assert.Equal(ReadingReason.Negative, CellReading.Area(RawCell.OfNumber(-1)).Reason);
    }

    [Theory]
    [InlineData("8.63亿元", 1, 86_300_000_000)]
    [InlineData("8.63", 100_000_000, 86_300_000_000)]
    [InlineData("¥1,200.50", 1, 120_050)]
    [InlineData("￥300元", 10_000, 30_000)]
    [InlineData("120万", 10_000, 120_000_000)]
    public void Money_is_exact_to_the_fen(string text, int times, long fen) =>
        Assert.Equal(new Fen(fen), CellReading.Money(RawCell.OfText(text), times).Value);

    [Theory]
    [InlineData("2009年建成", "2009-01-01", "2009-12-31")]
    [InlineData("1998", "1998-01-01", "1998-12-31")]
    [InlineData("1998.6", "1998-06-01", "1998-06-30")]
    [InlineData("1998-06", "1998-06-01", "1998-06-30")]
    [InlineData("1998年6月竣工", "1998-06-01", "1998-06-30")]
    [InlineData("1998/6/3", "1998-06-03", "1998-06-03")]
    [InlineData("1998年06月03日", "1998-06-03", "1998-06-03")]
    [InlineData("1998-06-03 00:00:00", "1998-06-03", "1998-06-03")]
    [InlineData("199806", "1998-06-01", "1998-06-30")]
    [InlineData("19980603", "1998-06-03", "1998-06-03")]
    [InlineData("二〇〇五年", "2005-01-01", "2005-12-31")]
    [InlineData("２００５", "2005-01-01", "2005-12-31")]
    [InlineData("2000年底", "2000-01-01", "2000-12-31")]
    public void Years_months_and_days_are_read_as_far_as_they_were_written(string text, string first, string last)
    {
        var reading = CellReading.Span(RawCell.OfText(text));

        Assert.Equal(ReadingKind.Value, reading.Kind);
        Assert.Equal(new DateSpan(Day(first), Day(last)), reading.Value);
    }

    [Theory]
    [InlineData("九十年代", ReadingReason.DecadeOnly, "1990-01-01", "1999-12-31")]
    [InlineData("20世纪80年代初", ReadingReason.DecadeOnly, "1980-01-01", "1989-12-31")]
    [InlineData("1995-1998", ReadingReason.Range, "1995-01-01", "1998-12-31")]
    [InlineData("1995年至1998年", ReadingReason.Range, "1995-01-01", "1998-12-31")]
    [InlineData("98年", ReadingReason.TwoDigitYear, "1998-01-01", "1998-12-31")]
    [InlineData("约1996年", ReadingReason.Approximate, "1996-01-01", "1996-12-31")]
    [InlineData("1996年左右", ReadingReason.Approximate, "1996-01-01", "1996-12-31")]
    public void A_year_nobody_wrote_exactly_is_asked_with_its_span(
        string text, ReadingReason reason, string first, string last)
    {
        var reading = CellReading.Span(RawCell.OfText(text));

        Assert.Equal((ReadingKind.Unclear, reason), (reading.Kind, reading.Reason));
        Assert.Equal(new DateSpan(Day(first), Day(last)), reading.Value);
    }

    [Theory]
    [InlineData("见附件", ReadingReason.NotADate)]
    [InlineData("1998.13", ReadingReason.NotADate)]
    [InlineData("1898", ReadingReason.YearOutOfRange)]
    [InlineData("1998.2.30", ReadingReason.NotADate)]
    [InlineData("2000年以前", ReadingReason.NotADate)]
    public void What_is_no_date_says_so(string text, ReadingReason reason)
    {
        var reading = CellReading.Span(RawCell.OfText(text));

        Assert.Equal((ReadingKind.Unreadable, reason), (reading.Kind, reading.Reason));
    }

    [Fact]
    public void Numbers_in_a_date_column_are_years_months_days_or_serials()
    {
        Assert.Equal(DateSpan.OfYears(1998, 1998), CellReading.Span(RawCell.OfNumber(1998)).Value);
        Assert.Equal(DateSpan.OfMonth(1998, 6), CellReading.Span(RawCell.OfNumber(1998.6m)).Value);
        Assert.Equal(DateSpan.OfMonth(1998, 12), CellReading.Span(RawCell.OfNumber(1998.12m)).Value);
        Assert.Equal(ReadingReason.MonthUnclear, CellReading.Span(RawCell.OfNumber(1998.1m)).Reason);
        Assert.Equal(DateSpan.OfDay(new DateOnly(1998, 6, 30)), CellReading.Span(RawCell.OfNumber(35_976)).Value);
        Assert.Equal(new DateOnly(1998, 6, 30), CellReading.Date(RawCell.OfDate(35_976)).Value);
        Assert.Equal(ReadingReason.NotADate, CellReading.Date(RawCell.OfNumber(1998)).Reason);
    }

    [Fact]
    public void A_span_is_judged_against_a_limit_only_where_it_lies_wholly_on_one_side()
    {
        var nineties = DateSpan.OfYears(1990, 1999);

        Assert.True(nineties.IsBy(new DateOnly(2000, 12, 31)));
        Assert.True(nineties.IsAfter(new DateOnly(1989, 12, 31)));
        Assert.False(nineties.IsBy(new DateOnly(1995, 12, 31)) || nineties.IsAfter(new DateOnly(1995, 12, 31)));
    }

    [Theory]
    [InlineData("高　区", "高区")]
    [InlineData(" 花 园 小区 ", "花园小区")]
    [InlineData("Block A 1号", "Block A 1号")]
    [InlineData("阳光\r\n花园", "阳光花园")]
    [InlineData("\uFEFF西关\u200B里", "西关里")]
    public void Names_lose_the_blanks_a_typist_put_inside(string text, string name) =>
        Assert.Equal(name, CellReading.Name(RawCell.OfText(text)).Value);

    [Theory]
    [InlineData("30%", 3, 10)]
    [InlineData("１００．９％", 1009, 1000)]
    [InlineData("0.5", 1, 2)]
    public void Rates_are_exact_fractions(string text, long part, long whole) =>
        Assert.Equal(Ratio.Of(part, whole), CellReading.Percent(RawCell.OfText(text)).Value);

    [Fact]
    public void Yes_and_no_have_many_spellings()
    {
        Assert.All(["是", "√", "有", "Y", "1"], text => Assert.True(CellReading.YesNo(RawCell.OfText(text)).Value));
        Assert.All(["否", "×", "无", "N", "0"], text => Assert.Equal((ReadingKind.Value, false),
            (CellReading.YesNo(RawCell.OfText(text)).Kind, CellReading.YesNo(RawCell.OfText(text)).Value)));
        Assert.Equal(ReadingKind.Blank, CellReading.YesNo(default).Kind);
        Assert.Equal(ReadingReason.NotYesOrNo, CellReading.YesNo(RawCell.OfText("也许")).Reason);
    }

    [Fact]
    public void A_formula_gone_wrong_is_unreadable_wherever_it_stands()
    {
        var broken = new RawCell(RawKind.Error, "#REF!");
        var empty = new RawCell(RawKind.Error, RawCell.NotCalculated);

        Assert.Equal((ReadingKind.Unreadable, ReadingReason.FormulaError, "#REF!"),
            (CellReading.Whole(broken).Kind, CellReading.Span(broken).Reason, CellReading.Name(broken).Shown));
        Assert.Equal(ReadingReason.FormulaNotCalculated, CellReading.Money(empty).Reason);
        foreach (var written in new[] { "#DIV/0!", "#N/A", " #ＶＡＬＵＥ！" }) Assert.Equal(ReadingReason.FormulaError, CellReading.Whole(RawCell.OfText(written)).Reason);
    }

    [Fact]
    public void Whatever_a_cell_holds_reading_it_ends_with_an_answer()
    {
        var random = new Random(4);
        const string alphabet = "0123456789.,-~/年月日约万亿元㎡户栋 　%十九余左右至eE+=";
        for (var round = 0; round < 20_000; round++)
        {
            var cell = RawCell.OfText(
                new string([.. Enumerable.Range(0, random.Next(14)).Select(
                    _ => alphabet[random.Next(alphabet.Length)])]));
            Assert.True(Enum.IsDefined(CellReading.Whole(cell).Kind)
                && Enum.IsDefined(CellReading.Money(cell, 10_000).Kind)
                && Enum.IsDefined(CellReading.Span(cell).Kind) && Enum.IsDefined(CellReading.Percent(cell).Kind));
        }

        var endless = RawCell.OfText(new string('1', 30_000));
        Assert.Equal(ReadingKind.Unreadable, CellReading.Whole(endless).Kind);
        Assert.Equal(ReadingKind.Unreadable, CellReading.Span(endless).Kind);
        Assert.All(Enum.GetValues<ReadingReason>(), reason => Assert.NotEmpty(reason.Label()));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
