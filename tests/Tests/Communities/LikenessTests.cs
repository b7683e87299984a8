using Huanxin.Core.Communities;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Communities;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("竹岛小区", "竹岛 小区", LikenessReason.SameName)]
    [InlineData("竹岛小区", "竹岛花园", LikenessReason.SameName)]
    [InlineData("竹岛一区", "竹岛1区", LikenessReason.SameName)]
    [InlineData("国税局家属院", "国税局宿舍", LikenessReason.SameName)]
    [InlineData("人社局职工宿舍", "人社局宿舍", LikenessReason.SameName)]
    [InlineData("滨海花园", "滨海花园小区", LikenessReason.SameName)]
    [InlineData("石油公司宿舍", "石油公司宿舍小区", LikenessReason.SameName)]
    [InlineData("跨线新村", "跨线新村住宅小区", LikenessReason.SameName)]
    [InlineData("新华书店宿舍", "新华书店宿舍（一期）", LikenessReason.NearName)]
    [InlineData("网通邮电新村", "网通电邮新村", LikenessReason.NearName)]
    [InlineData("古陌岭小区", "古陌领小区", LikenessReason.NearName)]
    public void Names_that_may_mean_the_same_are_found(string one, string other, LikenessReason reason)
    {
        Assert.Equal(reason, Assert.Single(Likeness.Of([Named(one), Named(other)])).Reason);
        Assert.Equal(reason, Assert.Single(Likeness.Of(Named(one), [Named(other)])).Reason);
    }

    [Theory]
    [InlineData("竹岛1区", "竹岛2区")]
    [InlineData("竹岛小区南区", "竹岛小区北区")]
    [InlineData("新威小区", "古陌小区")]
    [InlineData("12号院", "21号院")]
    [InlineData("望海A区", "望海B区")]
    [InlineData("望海小区（一期）", "望海小区（二期）")]
    public void Neighbours_are_not_duplicates(string one, string other)
    {
        Assert.Empty(Likeness.Of([Named(one), Named(other)]));
        Assert.Empty(Likeness.Of(Named(one), [Named(other)]));
    }

    [Fact]
    public void An_alias_and_an_address_with_a_number_are_reasons_a_road_is_none()
    {
        Assert.Equal(LikenessReason.SameAlias, Assert.Single(Likeness.Of([Named("望海园"), Named("威高花苑", "望海园")])).Reason);
        Assert.Equal(LikenessReason.SameAddress, Assert.Single(Likeness.Of([Named("望海园", address: "新威路8号"), Named("威高苑", address: "新威路 8 号")])).Reason);
        Assert.Empty(Likeness.Of([Named("望海园", address: "新威路"), Named("威高苑", address: "新威路")]));
    }

    private static Comparable Named(string name, string aliases = "", string? address = null) => new(Given.Id(), name, aliases, address);
}
