using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>Dates as vague as they are known, and what the policy makes of them.</summary>
public sealed class RegisterTests
{
    private static readonly DateOnly Day = new(2024, 3, 28);
    private static readonly EligibilityBook Weihai = new(ShippedShelf.Shelf.For(RegionCode.Of("371002"), Day));
    private static readonly EligibilityBook Tiexi = new(ShippedShelf.Shelf.For(RegionCode.Of("220302"), new(2021, 6, 1)));

    [Theory]
    [InlineData("1998", "1998-01-01", "1998-12-31", "1998")]
    [InlineData("1998-6", "1998-06-01", "1998-06-30", "1998-06")]
    [InlineData("1998-06-05", "1998-06-05", "1998-06-05", "1998-06-05")]
    [InlineData("1990~1999", "1990-01-01", "1999-12-31", "1990~1999")]
    public void A_date_is_a_span_as_wide_as_what_was_said(string said, string first, string last, string shown)
    {
        Assert.True(DateSpan.TryParse(said, out var span));

        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null), shown), (span.First, span.Last, span.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("九十年代")]
    [InlineData("1999~1990")]
    [InlineData("1998-13")]
    [InlineData("3024")]
    public void What_is_no_date_is_no_span(string said) => Assert.False(DateSpan.TryParse(said, out _));

    [Theory, Clause("W20-1.3a")]
    [InlineData("2005-12-30", Answer.Yes)]
    [InlineData("2005-12-31", Answer.Yes)]
    [InlineData("2006-01-01", Answer.No)]
    [InlineData("2005", Answer.Yes)]
    [InlineData("2006", Answer.No)]
    [InlineData("2005-12~2006-01", Answer.Unknown)]
    [InlineData("2000~2009", Answer.Unknown)]
    public void A_limit_inside_the_span_cannot_be_judged_one_outside_can(string built, Answer answer) =>
        Assert.Equal(answer, Judge(Weihai, built).Answer);

    [Fact, Clause("W20-1.3a")]
    public void What_nobody_has_said_is_unknown_and_not_no()
    {
        var judged = CommunityJudgement.Of(Weihai, CommunityGiven.Community(also: p => p with { Built = null, IsWishStrong = null }), []);

        Assert.Equal(Answer.Unknown, judged.Answer);
        Assert.Contains(nameof(CommunityFacts.BuiltOn), judged.Whole.Missing());
        Assert.Contains(nameof(CommunityFacts.WishIsStrong), judged.Whole.Missing());
    }

    [Fact, Clause("W20-1.3b")]
    public void Clearance_keeps_a_community_out_whatever_else_holds() => Assert.Equal(Answer.No, CommunityJudgement.Of(Weihai,
        CommunityGiven.Community(also: p => p with { IsClearancePlanned = true, Clearance = DateSpan.OfYears(2026, 2026) }), []).Answer);

    [Fact, Clause("W20-1.3a")]
    public void A_community_on_both_sides_of_the_limit_is_judged_building_by_building()
    {
        var community = CommunityGiven.Community(also: p => p with { Built = null });
        var judged = CommunityJudgement.Of(Weihai, community,
            [CommunityGiven.Building(community, "1号楼", "2004"), CommunityGiven.Building(community, "2号楼", "2007")]);

        Assert.True(judged.IsSplit);
        Assert.Equal(Answer.Conditional, judged.Answer);
        Assert.Equal([Answer.Yes, Answer.No], judged.Buildings.Select(b => b.Verdict.Answer));
    }

    [Fact]
    public void Buildings_go_before_the_communitys_own_word_where_each_says_its_date()
    {
        var community = CommunityGiven.Community(also: p => p with { Built = DateSpan.OfYears(2010, 2010) });
        var first = CommunityGiven.Building(community, "1号楼", "1995");

        Assert.Equal(Answer.Yes, CommunityJudgement.Of(Weihai, community, [first]).Answer);
        Assert.Equal(Answer.No, CommunityJudgement.Of(Weihai, community, [first, CommunityGiven.Building(community, "2号楼")]).Answer);
    }

    [Fact]
    public void A_closed_building_says_nothing()
    {
        var community = CommunityGiven.Community();
        var gone = CommunityGiven.Building(community, "2号楼", "2010");
        gone.Close(Given.Act(why: "已拆除"));

        Assert.False(CommunityJudgement.Of(Weihai, community, [CommunityGiven.Building(community, "1号楼", "1995"), gone]).IsSplit);
    }

    [Theory, Clause("TX21-4.1")]
    [InlineData("2000-12-31", Answer.Yes)]
    [InlineData("2001-06", Answer.Conditional)]
    [InlineData("2000~2001", Answer.Unknown)]
    public void In_Tiexi_later_ones_are_in_within_the_quota(string built, Answer answer) => Assert.Equal(answer, CommunityJudgement.Of(Tiexi,
        CommunityGiven.Community(place: RegionCode.Of("220302"), also: p => p with
        {
            Built = Span(built), WasRenovated = false, IsClearancePlanned = false,
            Signs = Enum.GetValues<Sign>().ToDictionary(sign => sign, _ => true),
        }), []).Answer);

    [Theory]
    [InlineData("第3号楼", "3")]
    [InlineData("3栋", "3")]
    [InlineData("３#", "3")]
    [InlineData("三号楼", "3")]
    [InlineData("十二号楼", "12")]
    [InlineData("二十幢", "20")]
    [InlineData("003", "3")]
    [InlineData("A座", "a")]
    [InlineData("301室", "301")]
    public void Numbers_of_buildings_are_the_same_however_written(string number, string key) => Assert.Equal(key, BuildingNumbers.Key(number));

    [Theory]
    [InlineData("竹岛小区", "zdxq")]
    [InlineData("3号院", "3hy")]
    [InlineData("铁西吉祥苑", "txjxy")]
    public void A_name_is_found_by_the_initials_of_its_reading(string name, string initials) =>
        Assert.Contains(initials, PinyinInitials.Of(name));

    [Fact]
    public void A_character_with_two_readings_is_found_by_either()
    {
        Assert.Equal(["zjl", "cjl"], PinyinInitials.Of("长江里"));
        Assert.Empty(PinyinInitials.Of("ABC-12"));
    }

    [Fact, Clause("TX21-4.4.2")]
    public void Reported_figures_stand_beside_the_sum_of_the_buildings()
    {
        var community = CommunityGiven.Community(also: p => p with { Buildings = 2, Households = 100, Area = Area.FromSquareMetres(9000m) });
        var compared = FigureComparison.Of(community,
            [CommunityGiven.Building(community, "1号楼", households: 40, area: Area.FromSquareMetres(4000m)), CommunityGiven.Building(community, "2号楼", households: 48)])
            .ToDictionary(c => c.Figure);

        Assert.Equal(FigureMatch.Equal, compared[ComparedFigure.Buildings].Match);
        Assert.Equal((FigureMatch.Differs, -12L), (compared[ComparedFigure.Households].Match, compared[ComparedFigure.Households].Difference));
        Assert.Equal((FigureMatch.Incomplete, 1), (compared[ComparedFigure.Area].Match, compared[ComparedFigure.Area].Silent));
        Assert.Equal(FigureMatch.NotReported, compared[ComparedFigure.Lifts].Match);
    }

    [Theory, Clause("NY22-4.1")]
    [InlineData("2023-03-28", Freshness.Fresh)]
    [InlineData("2023-03-27", Freshness.Stale)]
    [InlineData(null, Freshness.Never)]
    public void What_nobody_confirmed_for_a_year_is_stale(string? confirmed, Freshness freshness) =>
        Assert.Equal(freshness, Freshnesses.Of(confirmed is null ? null : DateOnly.Parse(confirmed, null), Day));

    private static CommunityJudgement Judge(EligibilityBook book, string built) =>
        CommunityJudgement.Of(book, CommunityGiven.Community(also: p => p with { Built = Span(built) }), []);

    private static DateSpan Span(string said) => DateSpan.TryParse(said, out var span) ? span : throw new FormatException(said);
}
