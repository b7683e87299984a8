using System.Globalization;
using System.Numerics;

namespace Huanxin.Core.Kernel;

/// <summary>Floor area in whole hundredths of a square metre (面积，单位：0.01 ㎡). Exact; overflow throws.</summary>
public readonly record struct Area(long Value) : IComparable<Area>,
    IAdditionOperators<Area, Area, Area>, ISubtractionOperators<Area, Area, Area>
{
    /// <summary>No area (零), which is not the same as "not reported".</summary>
    public static readonly Area Zero;

    /// <summary>From square metres (平方米); more than two decimals throw.</summary>
    public static Area FromSquareMetres(decimal squareMetres)
    {
        var value = squareMetres * 100m;
        if (value != decimal.Truncate(value))
        {
            throw new ArgumentOutOfRangeException(nameof(squareMetres), squareMetres, "more than two decimals");
        }

        return new Area(decimal.ToInt64(value));
    }

    /// <summary>In square metres (平方米).</summary>
    public decimal SquareMetres => Value / 100m;

    /// <summary>In 万㎡ with all its decimals (万平方米), for summaries only.</summary>
    public decimal WanSquareMetres => Value / 1_000_000m;

    public static Area operator +(Area left, Area right) => new(checked(left.Value + right.Value));
    public static Area operator -(Area left, Area right) => new(checked(left.Value - right.Value));
    public static bool operator <(Area left, Area right) => left.Value < right.Value;
    public static bool operator >(Area left, Area right) => left.Value > right.Value;
    public static bool operator <=(Area left, Area right) => left.Value <= right.Value;
    public static bool operator >=(Area left, Area right) => left.Value >= right.Value;

    public int CompareTo(Area other) => Value.CompareTo(other.Value);

    /// <summary>In ㎡ with two decimals and thousands separators, without the unit (平方米).</summary>
    public override string ToString() => SquareMetres.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
