using System.Globalization;

namespace Huanxin.Core.Kernel;

/// <summary>Calendar month (月份), kept as yyyymm.</summary>
public readonly record struct Month : IComparable<Month>
{
    /// <summary>From yyyymm (年月), e.g. 202403; anything else throws.</summary>
    public Month(int value)
    {
        if (value % 100 is < 1 or > 12 || value / 100 is < 1900 or > 2999)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "not a month yyyymm");
        }

        Value = value;
    }

    /// <summary>yyyymm (年月).</summary>
    public int Value { get; }

    public int Year => Value / 100;

    public int Number => Value % 100;

    /// <summary>First day of the month (首日).</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>Last day of the month (末日).</summary>
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>The month a date lies in (所在月份).</summary>
    public static Month Of(DateOnly date) => new(date.Year * 100 + date.Month);

    /// <summary>The given day of this month (某日), or its last day where the month is shorter.</summary>
    public DateOnly Day(int day) => new(Year, Number, Math.Min(day, LastDay.Day));

    /// <summary>So many months later (后推若干月), or earlier when negative.</summary>
    public Month Plus(int months) => Of(FirstDay.AddMonths(months));

    public static bool operator <(Month left, Month right) => left.Value < right.Value;
    public static bool operator >(Month left, Month right) => left.Value > right.Value;
    public static bool operator <=(Month left, Month right) => left.Value <= right.Value;
    public static bool operator >=(Month left, Month right) => left.Value >= right.Value;

    public int CompareTo(Month other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
