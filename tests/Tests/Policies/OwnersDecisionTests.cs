using Huanxin.Core.Communities;
using FsCheck;
using FsCheck.Fluent;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Voting;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class OwnersDecisionTests
{
    private static readonly RuleBook Book = Shelf.Book("371002001", new(2024, 6, 1));

    [Fact]
    [Clause("W24-2.6a")]
    [Clause("CC-278.2")]
    public void Turning_green_into_parking_needs_three_quarters_of_those_taking_part_on_both_bases()
    {
        var matter = Book.Nearest(d => d.Voting, v => v.Id).Single(v => v.Id == "green-to-parking");
        var (area, owners) = (new VoteCount(30_000, 20_000, 15_000), new VoteCount(300, 200, 150));

        Assert.Equal(DecisionOutcome.Passed, VotingRules.Decide(Book, matter.Majority, area, owners).Outcome);
        Assert.Equal(DecisionOutcome.MajorityMissed,
            VotingRules.Decide(Book, matter.Majority, area, owners with { Agree = 149 }).Outcome);
        Assert.Equal(DecisionOutcome.MajorityMissed,
            VotingRules.Decide(Book, matter.Majority, area with { Agree = 14_999 }, owners).Outcome);
    }

    [Fact]
    [Clause("CC-278.2")]
    public void A_passed_special_matter_has_at_least_half_of_all_behind_it() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((all, present, agree) =>
        {
            var count = new VoteCount(all.Get, Math.Min(all.Get, present.Get), Math.Min(agree.Get, Math.Min(all.Get,
                present.Get)));
            var outcome = VotingRules.Decide(Book, Majority.Special, count, count).Outcome;
            return outcome != DecisionOutcome.Passed || Ratio.Of(1, 2).IsReachedBy(count.Agree, count.All);
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Clause("OI-9")]
    public void One_buyer_of_three_flats_is_one_owner_with_the_area_of_three()
    {
        var counted = OwnerCounting.Count(
        [
            Part("1-101", "甲", 80), Part("1-102", "甲", 90), Part("1-103", "甲", 100), Part("1-104", "乙、丙共有", 70),
            Part("1-201", "建设单位", 60, withDeveloper: true), Part("1-202", "建设单位", 60, withDeveloper: true),
        ]);

        Assert.Equal(3, counted.Owners);
        Assert.Equal(Area.FromSquareMetres(460), counted.Area);
    }

    [Fact]
    [Clause("OI-8")]
    public void Area_is_taken_from_the_register_then_the_survey_then_the_contract()
    {
        var part = new ExclusivePart("1-101", "甲", Area.FromSquareMetres(80), Area.FromSquareMetres(81),
            Area.FromSquareMetres(82), false);

        Assert.Equal((Area.FromSquareMetres(80), AreaSource.Register), OwnerCounting.AreaOf(part));
        Assert.Equal((Area.FromSquareMetres(81), AreaSource.Survey),
            OwnerCounting.AreaOf(part with { Registered = null }));
        Assert.Equal((Area.FromSquareMetres(82), AreaSource.Contract),
            OwnerCounting.AreaOf(part with { Registered = null, Surveyed = null }));
        Assert.Equal(["1-101"],
            OwnerCounting.Count([part with { Registered = null, Surveyed = null, Contracted = null }]).Unmeasured);
    }

    private static ExclusivePart Part(string dwelling, string owner, decimal area, bool withDeveloper = false) =>
        new(dwelling, owner, Area.FromSquareMetres(area), null, null, withDeveloper);
}
