using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Weihai's six-year table, as published and as it adds up.</summary>
public sealed class WeihaiPlanTests
{
    private static readonly PolicyDocument Plan = PolicyShelf.Load(Path.Combine(Checkout.Root, "policies")).Find("W20")!;
    private static readonly PlanTable Table = Plan.Plans.Single();

    [Fact, Clause("W20-A")]
    public void The_annex_has_six_places_of_eighteen_figures_with_names_as_printed()
    {
        Assert.Equal(["环翠区", "文登区", "荣成市", "乳山市", "高 区", "经 区"], Table.Rows.Select(r => r.Place));
        Assert.Equal(["371002", "371003", "371082", "371083", "371071", "371072"], Table.Rows.Select(r => r.Region.ToString()));
        Assert.Equal(18, Table.Leaves.Count);
        Assert.All(Table.Rows, r => Assert.Equal(18, r.Values.Count));
    }

    [Fact, Clause("W20-A")]
    public void Every_printed_total_of_the_annex_is_the_sum_of_its_column() => Assert.Empty(Table.WrongTotals());

    [Fact, Clause("W20-A")]
    public void A_printed_zero_stays_zero_and_is_not_unreported() =>
        Assert.Equal(Enumerable.Repeat<decimal?>(0, 9), Table.Rows[^1].Values.Skip(9));

    [Fact, Clause("W20-A")]
    public void The_area_of_Wendeng_in_2021_stands_as_printed_with_a_note()
    {
        var key = Table.Leaves.Single(l => l is { Year: 2021, Measure: Measure.Area }).Key;

        Assert.Equal(6_923_321m, Table.Rows[1].Values[5]);
        Assert.Contains(Table.Notes, n => n.Place == "文登区" && n.Key == key);
    }

    [Theory, Clause("W20-1.5a")]
    [InlineData(Measure.Communities, 548)]
    [InlineData(Measure.Households, 263_233)]
    [InlineData(Measure.Area, 30_779_890.99)]
    public void The_annex_adds_up_to_the_totals_of_the_text(Measure measure, decimal total) =>
        Assert.Equal(total, Planned(measure, 2025));

    [Theory, Clause("W20-1.5b")]
    [InlineData(Measure.Communities)]
    [InlineData(Measure.Households)]
    [InlineData(Measure.Area)]
    public void The_annex_misses_the_target_of_2020_and_meets_that_of_2023_by_every_measure(Measure measure)
    {
        Assert.False(Reaches("milestone.2020-share", measure, 2020));
        Assert.True(Reaches("milestone.2023-share", measure, 2023));
        Assert.True(Reaches("milestone.2025-share", measure, 2025));
    }

    private static bool Reaches(string share, Measure measure, int year) =>
        ((Ratio)Plan.Parameters[share].Value!).IsReachedBy(Hundredths(measure, year), Hundredths(measure, 2025));

    private static long Hundredths(Measure measure, int year) => (long)(Planned(measure, year) * 100);

    private static decimal Planned(Measure measure, int lastYear) => Table.Leaves
        .Select((leaf, i) => leaf.Measure == measure && leaf.Year <= lastYear ? Table.SumOf(i) : 0)
        .Sum();
}
