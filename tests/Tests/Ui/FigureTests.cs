using Huanxin.Core.Kernel;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui;
using Xunit;

namespace Huanxin.Tests.Ui;

public sealed class FigureTests
{
    [Theory]
    [InlineData(312, 336, "92.8%")]
    [InlineData(9999, 10000, "99.9%")]
    [InlineData(1034, 1000, "103.4%")]
    [InlineData(0, 5, "0.0%")]
    public void A_rate_reads_a_hundred_only_when_it_is_and_is_never_capped(long part, long whole, string expected) =>
        Assert.Equal(expected, Figure.Rate(part, whole));

    [Fact]
    public void Ten_thousands_are_rounded_for_the_eye() => Assert.Equal("443.46", Figure.Wan(new Fen(443_456_789)));

    [Fact]
    public void Instants_are_shown_in_China_time() =>
        Assert.Equal("2024-03-29 00:30", Figure.Time(new DateTime(2024, 3, 28, 16, 30, 0, DateTimeKind.Utc)));

    [Fact]
    public void A_field_is_posted_under_the_name_the_form_mapper_looks_for()
    {
        var form = new Form { Lines = [new Line(), new Line()] };
        var number = 1;

        Assert.Equal("form.Lines[1].Quantity", FieldName.Of((System.Linq.Expressions.Expression<Func<object?>>)(() => form.Lines[number].Quantity)));
        Assert.Equal("form.Due", FieldName.Of((System.Linq.Expressions.Expression<Func<object?>>)(() => form.Due)));
    }

    [Theory]
    [InlineData("/communities", true)]
    [InlineData("/communities/37/history", true)]
    [InlineData("/communities-old", false)]
    [InlineData("/", false)]
    public void An_entry_is_current_on_its_page_and_below(string path, bool expected) =>
        Assert.Equal(expected, new NavigationEntry("小区", "/communities", "home").IsCurrent(path));

    private sealed class Form
    {
        public List<Line> Lines { get; init; } = [];
        public DateOnly? Due { get; init; }
    }

    private sealed class Line
    {
        public decimal? Quantity { get; init; }
    }
}
