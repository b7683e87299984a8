namespace Huanxin.Tests.Support;

/// <summary>A clock that stands still until it is told to go on.</summary>
public sealed class FixedClock(DateTime utc) : TimeProvider
{
    private DateTime now = utc;

    /// <summary>28 March 2024, 10:00 in China: the first return day of the Weihai notice.</summary>
    public static FixedClock OnTheTwentyEighth() => new(new DateTime(2024, 3, 28, 2, 0, 0, DateTimeKind.Utc));

    public DateTime Now => now;

    public override DateTimeOffset GetUtcNow() => new(now);

    public void Advance(TimeSpan span) => now += span;
}
