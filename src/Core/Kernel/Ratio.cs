using System.Globalization;

namespace Huanxin.Core.Kernel;

/// <summary>Exact fraction (比例) such as 2/3 or 30 %; compared by cross-multiplication, never rounded.</summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly long denominatorLessOne;

    private Ratio(long numerator, long denominator)
    {
        Numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    /// <summary>Upper part in lowest terms (分子).</summary>
    public long Numerator { get; }

    /// <summary>Lower part in lowest terms (分母), always positive; the default value is 0/1.</summary>
    public long Denominator => denominatorLessOne + 1;

    /// <summary>A fraction in lowest terms (分数); a denominator below one throws.</summary>
    public static Ratio Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        var divisor = Divisor(Math.Abs(numerator), denominator);
        return new Ratio(numerator / divisor, denominator / divisor);
    }

    /// <summary>Whole per cent (百分之).</summary>
    public static Ratio Percent(long percent) => Of(percent, 100);

    /// <summary>“以上”：part ÷ whole ≥ this ratio, the number itself included (民法典第一千二百五十九条).</summary>
    public bool IsReachedBy(long part, long whole) =>
        (Int128)part * Denominator >= (Int128)Numerator * whole;

    /// <summary>“过半”“超过”：part ÷ whole &gt; this ratio, the number itself excluded (民法典第一千二百五十九条).</summary>
    public bool IsExceededBy(long part, long whole) =>
        (Int128)part * Denominator > (Int128)Numerator * whole;

    /// <summary>This share of a whole number (份额), rounded half away from zero.</summary>
    public long Of(long whole)
    {
        var product = (Int128)whole * Numerator;
        var half = (Int128)Denominator / 2;
        var rounded = product >= 0 ? (product + half) / Denominator : -((-product + half) / Denominator);
        return checked((long)rounded);
    }

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    public int CompareTo(Ratio other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>Reads “2/3”, “30%” or “0.7” exactly (读取比例); null when the text is none of these.</summary>
    public static Ratio? Parse(string text)
    {
        var parts = text.Trim().Split('/');
        if (parts is [var upper, var lower])
        {
            return long.TryParse(upper, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                && long.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d > 0
                ? Of(n, d)
                : null;
        }

        var scale = parts[0].EndsWith('%') ? 100 : 1;
        if (!decimal.TryParse(parts[0].TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        long denominator = scale;
        while (value != decimal.Truncate(value) && denominator < 1_000_000_000_000) (value, denominator) = (value * 10, denominator * 10);
        return Of(decimal.ToInt64(value), denominator);
    }

    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static long Divisor(long left, long right)
    {
        while (right != 0) (left, right) = (right, left % right);
        return left == 0 ? 1 : left;
    }
}
