using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class EligibilityRuleTests
{
    private static readonly DateOnly Limit = new(2005, 12, 31);

    [Theory]
    [InlineData(2005, 12, 30, Answer.Yes)]
    [InlineData(2005, 12, 31, Answer.Yes)]
    [InlineData(2006, 1, 1, Answer.No)]
    [Clause("W20-1.3a")]
    public void Built_by_the_limit_includes_the_day_itself(int year, int month, int day, Answer expected)
    {
        var facts = new CommunityFacts { BuiltOn = Fact<DateSpan>.Of(new DateOnly(year, month, day)) };

        Assert.Equal(expected, Shelf.Ask("built-before", facts, ("limit", Limit)).Answer);
    }

    [Theory]
    [InlineData(2005, 12, 30, Answer.Yes)]
    [InlineData(2005, 12, 31, Answer.No)]
    public void Built_before_the_limit_may_exclude_the_day_itself(int year, int month, int day, Answer expected)
    {
        var facts = new CommunityFacts { BuiltOn = Fact<DateSpan>.Of(new DateOnly(year, month, day)) };

        Assert.Equal(expected, Shelf.Ask("built-before", facts, ("limit", Limit), ("bound", "exclusive")).Answer);
    }

    [Theory]
    [InlineData("every-building", Answer.No)]
    [InlineData("any-building", Answer.Yes)]
    public void A_limit_can_ask_for_every_building_or_for_any(string by, Answer expected)
    {
        var facts = new CommunityFacts { BuildingsBuiltOn = Fact<IReadOnlyList<DateSpan>>.Of([new DateOnly(1998, 6, 30),
            new DateOnly(2006, 6, 30)]) };

        Assert.Equal(expected, Shelf.Ask("built-before", facts, ("limit", Limit), ("by", by)).Answer);
    }

    [Theory]
    [InlineData(2000, 12, 31, Answer.No)]
    [InlineData(2001, 1, 1, Answer.Yes)]
    [Clause("TX21-4.1")]
    public void Built_after_2000_excludes_the_last_day_of_2000(int year, int month, int day, Answer expected)
    {
        var facts = new CommunityFacts { BuiltOn = Fact<DateSpan>.Of(new DateOnly(year, month, day)) };

        Assert.Equal(expected, Shelf.Ask("built-after", facts, ("limit", new DateOnly(2000, 12, 31))).Answer);
    }

    [Theory]
    [InlineData(2019, 3, 27, Answer.Yes)]
    [InlineData(2019, 3, 28, Answer.Yes)]
    [InlineData(2019, 3, 29, Answer.No)]
    [Clause("TX21-4.1")]
    public void Five_years_without_renovation_are_over_on_the_anniversary(int year, int month, int day, Answer expected)
    {
        var facts = new CommunityFacts { RenovatedOn = Fact<DateSpan?>.Of(new DateOnly(year, month, day)) };

        Assert.Equal(expected, Shelf.Ask("not-renovated-within", facts, ("years", 5L)).Answer);
    }

    [Theory]
    [InlineData(2029, 3, 28, Answer.No)]
    [InlineData(2029, 3, 29, Answer.Yes)]
    [Clause("TX21-4.1")]
    public void Clearance_planned_within_five_years_keeps_a_community_out(int year, int month, int day, Answer expected)
    {
        var facts = new CommunityFacts { ClearanceOn = Fact<DateSpan?>.Of(new DateOnly(year, month, day)) };

        Assert.Equal(expected, Shelf.Ask("not-cleared-within", facts, ("years", 5L)).Answer);
    }

    [Fact]
    public void Never_renovated_is_known_and_an_empty_cell_is_not()
    {
        var never = new CommunityFacts { RenovatedOn = Fact<DateSpan?>.Of(null) };

        Assert.Equal(Answer.Yes, Shelf.Ask("not-renovated-within", never, ("years", 5L)).Answer);
        Assert.Equal(Answer.Unknown, Shelf.Ask("not-renovated-within", new CommunityFacts(), ("years", 5L)).Answer);
    }

    [Theory]
    [InlineData(1999, Answer.No)]
    [InlineData(2000, Answer.Yes)]
    [InlineData(2001, Answer.Yes)]
    public void Two_thirds_consent_is_reached_at_two_thirds(long agreeing, Answer expected)
    {
        var facts = new CommunityFacts { OwnersConsent = Fact<Portion>.Of(new(agreeing, 3000)) };

        Assert.Equal(expected, Shelf.Ask("consent-reached", facts, ("share", Ratio.Of(2, 3)), ("of", "owners")).Answer);
    }

    [Theory]
    [InlineData(1500, Answer.No)]
    [InlineData(1501, Answer.Yes)]
    public void More_than_half_is_not_reached_at_half(long agreeing, Answer expected)
    {
        var facts = new CommunityFacts { HouseholdsConsent = Fact<Portion>.Of(new(agreeing, 3000)) };

        Assert.Equal(expected,
            Shelf.Ask("consent-reached", facts, ("share", Ratio.Of(1, 2)), ("of", "households"), ("bound", "exclusive"))
            .Answer);
    }

    [Fact]
    public void Consent_of_nobody_in_an_empty_place_is_no_consent()
    {
        var facts = new CommunityFacts { AreaConsent = Fact<Portion>.Of(new(0, 0)) };

        Assert.Equal(Answer.No, Shelf.Ask("consent-reached", facts, ("share", Ratio.Of(1, 2)), ("of", "area")).Answer);
    }

    [Theory]
    [InlineData(99, Answer.No)]
    [InlineData(100, Answer.Yes)]
    [InlineData(101, Answer.Yes)]
    public void Minimum_households_includes_the_number_itself(long households, Answer expected)
    {
        var facts = new CommunityFacts { Households = Fact<long>.Of(households),
            Buildings = Fact<long>.Of(households) };

        Assert.Equal(expected, Shelf.Ask("minimum-households", facts, ("minimum", 100L)).Answer);
        Assert.Equal(expected, Shelf.Ask("minimum-buildings", facts, ("minimum", 100L)).Answer);
    }

    [Theory]
    [InlineData(299_999, Answer.No)]
    [InlineData(300_000, Answer.Yes)]
    public void Minimum_area_is_compared_to_the_hundredth_of_a_square_metre(long hundredths, Answer expected)
    {
        var facts = new CommunityFacts { Area = Fact<Area>.Of(new Area(hundredths)) };

        Assert.Equal(expected, Shelf.Ask("minimum-area", facts, ("minimum", Area.FromSquareMetres(3000))).Answer);
    }

    [Theory]
    [InlineData(CommunityKind.Villa, Answer.No)]
    [InlineData(CommunityKind.SelfBuilt, Answer.No)]
    [InlineData(CommunityKind.SingleBuilding, Answer.Yes)]
    public void Kinds_can_be_kept_out(CommunityKind kind, Answer expected)
    {
        var facts = new CommunityFacts { Kind = Fact<CommunityKind>.Of(kind) };

        Assert.Equal(expected,
            Shelf.Ask("kind-is-not", facts, ("kinds", new[] { "villa", "self-built", "urban-village" })).Answer);
    }

    [Theory]
    [InlineData(6_999, Answer.No)]
    [InlineData(7_000, Answer.Yes)]
    [Clause("AQ24-2.4a")]
    public void A_contribution_is_complete_only_to_the_fen(long paid, Answer expected)
    {
        var facts = new CommunityFacts { Contribution = Fact<Portion>.Of(new(paid, 7_000)) };

        Assert.Equal(expected, Shelf.Ask("contribution-collected", facts, ("share", Ratio.Of(1, 1))).Answer);
    }

    [Theory]
    [InlineData("371002001", Answer.Yes)]
    [InlineData("371003001", Answer.No)]
    public void A_place_is_inside_by_its_code(string place, Answer expected)
    {
        var facts = new CommunityFacts { Place = RegionCode.Of(place) };

        Assert.Equal(expected, Shelf.Ask("inside-places", facts, ("places", new[] { "371002" })).Answer);
    }

    [Fact]
    public void A_check_says_what_was_found_what_was_required_and_where_the_fact_came_from()
    {
        var source = new FactSource("不动产权登记证", FactQuality.Measured);
        var facts = new CommunityFacts { BuiltOn = Fact<DateSpan>.Of(new DateOnly(1998, 6, 30), source) };

        var check = Shelf.Ask("built-before", facts, ("limit", Limit));

        Assert.Equal(new Check(Answer.Yes, DateSpan.OfDay(new(1998, 6, 30)), Limit, source, null), check);
    }

    [Fact]
    public void A_value_the_document_does_not_give_is_named_as_missing()
    {
        var facts = new CommunityFacts { BuiltOn = Fact<DateSpan>.Of(new DateOnly(1998, 6, 30)) };

        var check = Shelf.Ask("built-before", facts, ("limit", null));

        Assert.Equal(Answer.Unknown, check.Answer);
        Assert.Equal("limit", check.Missing);
    }
}
