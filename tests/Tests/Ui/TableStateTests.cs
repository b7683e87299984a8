using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Huanxin.Tests.Ui;

public sealed class TableStateTests
{
    [Fact]
    public void An_address_says_search_filters_order_page_and_columns()
    {
        var state = Of("q=文化&state=Late&state=Going&budget.from=500&sort=-due&page=3&cols=name,due&tab=money");

        Assert.Equal("文化", state.Search);
        Assert.Equal(["Late", "Going"], state.All("state"));
        Assert.Equal("500", state.One("budget.from"));
        Assert.Equal(("due", true, 3), (state.Sort, state.IsDescending, state.Page));
        Assert.Equal(["name", "due"], state.Columns);
        Assert.Equal("money", state.One("tab"));
    }

    [Fact]
    public void What_was_read_is_written_back_the_same()
    {
        var written = Of("state=Late&q=海 滨&sort=-due&cols=b,a&page=2").ToQuery();

        Assert.Equal(written, Of(written).ToQuery());
        Assert.Equal("q=%E6%B5%B7%20%E6%BB%A8&state=Late&sort=-due&cols=b%2Ca&page=2", written);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-4")]
    [InlineData("page=twelve")]
    [InlineData("page=99999999999999")]
    public void A_page_that_cannot_be_is_the_first(string query) => Assert.Equal(1, Of(query).Page);

    [Fact]
    public void Blank_questions_are_no_questions()
    {
        var state = Of("q=&state=&budget.from=%20&sort=&cols=");

        Assert.Equal("", state.ToQuery());
    }

    [Fact]
    public void A_heading_orders_up_then_down_then_not()
    {
        var up = Of("page=5").SortedBy("due");
        var down = up.SortedBy("due");
        var not = down.SortedBy("due");

        Assert.Equal(["sort=due", "sort=-due", ""], [up.ToQuery(), down.ToQuery(), not.ToQuery()]);
    }

    [Fact]
    public void Taking_a_filter_away_returns_to_the_first_page_and_keeps_the_rest()
    {
        var state = Of("state=Late&due.from=2024-01-01&page=4&sort=due").Without("state");

        Assert.Equal("due.from=2024-01-01&sort=due", state.ToQuery());
    }

    [Fact]
    public void Asking_for_a_workbook_is_no_part_of_the_view() => Assert.Equal("q=a", Of("q=a&format=xlsx").ToQuery());

    [Theory]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData(" 1,234.50 ", "1234.50")]
    [InlineData("12 户", null)]
    [InlineData("", null)]
    public void Figures_are_read_as_people_type_them(string typed, string? expected) =>
        Assert.Equal(expected, Reading.Number(typed)?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024-03-28")]
    [InlineData("2024/3/28")]
    [InlineData("2024年3月28日")]
    [InlineData("２０２４．３．２８")]
    [InlineData("20240328")]
    public void Dates_are_read_as_people_type_them(string typed) => Assert.Equal(new DateOnly(2024, 3, 28), Reading.Date(typed));

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("去年")]
    public void A_date_that_is_none_is_not_guessed(string typed) => Assert.Null(Reading.Date(typed));

    private static TableState Of(string query) => TableState.Of(QueryHelpers.ParseQuery(query));
}
