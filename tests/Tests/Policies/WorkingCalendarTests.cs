using FsCheck;
using FsCheck.Fluent;
using Huanxin.App.Policies;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Shelf.Sound.Calendar;

    [Fact]
    [Clause("HD24-1")]
    public void A_make_up_sunday_works_and_a_holiday_monday_does_not()
    {
        Assert.True(Calendar.IsWorkingDay(new(2024, 4, 28)));
        Assert.False(Calendar.IsWorkingDay(new(2024, 6, 10)));
        Assert.False(Calendar.IsWorkingDay(new(2024, 3, 30)));
        Assert.True(Calendar.IsWorkingDay(new(2024, 3, 28)));
    }

    [Fact]
    [Clause("HD24-1")]
    public void Five_working_days_after_the_eve_of_the_spring_festival_pass_over_it() =>
        Assert.Equal(new CountedDate(new(2024, 2, 23), null), Calendar.Plus(new(2024, 2, 9), 6));

    [Theory]
    [InlineData("2021-02-20", true)]
    [InlineData("2022-10-09", true)]
    [InlineData("2023-06-23", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2020-06-24", null)]
    [InlineData("2027-03-01", null)]
    public void Each_announced_year_has_its_holidays_and_make_up_days_and_the_years_around_are_not_guessed(string day,
        bool? works) => Assert.Equal(works, Calendar.IsWorkingDay(PackValues.Date(day)!.Value));

    [Fact]
    public void A_year_nobody_has_announced_is_said_to_be_unknown()
    {
        Assert.Null(Calendar.IsWorkingDay(new(2030, 3, 1)));
        Assert.Equal(new CountedDate(null, 2027), Calendar.Plus(new(2026, 12, 30), 5));
    }

    [Fact]
    [Clause("CC-203")]
    public void A_period_that_ends_on_a_holiday_ends_on_the_next_working_day() =>
        Assert.Equal(new CountedDate(new(2024, 10, 8), null), Calendar.NextWorkingDay(new(2024, 10, 1)));

    [Fact]
    public void Days_counted_in_two_parts_end_where_they_end_in_one() =>
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (first, second) =>
        {
            var start = new DateOnly(2024, 1, 15);
            return Calendar.Plus(Calendar.Plus(start, first).Date!.Value, second) == Calendar.Plus(start,
                first + second);
        }).QuickCheckThrowOnFailure();
}
