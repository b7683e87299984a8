using System.Globalization;
using System.Numerics;

namespace Huanxin.Core.Kernel;

/// <summary>Money in whole fen (金额，单位：分). Exact; overflow throws.</summary>
public readonly record struct Fen(long Value) : IComparable<Fen>,
    IAdditionOperators<Fen, Fen, Fen>, ISubtractionOperators<Fen, Fen, Fen>
{
    /// <summary>No money (零元), which is not the same as "not reported".</summary>
    public static readonly Fen Zero;

    /// <summary>From yuan (元); raises OverflowException beyond 64 bits and rounds nothing: more than two decimals throw.</summary>
    public static Fen FromYuan(decimal yuan)
    {
        var fen = yuan * 100m;
        if (fen != decimal.Truncate(fen)) throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "more than two decimals");

        return new Fen(decimal.ToInt64(fen));
    }

    /// <summary>In yuan (元).</summary>
    public decimal Yuan => Value / 100m;

    /// <summary>In 万元 with all its decimals (万元).</summary>
    public decimal WanYuan => Value / 1_000_000m;

    /// <summary>Share of this amount (按比例分摊), rounded half away from zero to the fen.</summary>
    public Fen Share(Ratio ratio) => new(ratio.Of(Value));

    public static Fen operator +(Fen left, Fen right) => new(checked(left.Value + right.Value));
    public static Fen operator -(Fen left, Fen right) => new(checked(left.Value - right.Value));
    public static Fen operator -(Fen amount) => new(checked(-amount.Value));
    public static bool operator <(Fen left, Fen right) => left.Value < right.Value;
    public static bool operator >(Fen left, Fen right) => left.Value > right.Value;
    public static bool operator <=(Fen left, Fen right) => left.Value <= right.Value;
    public static bool operator >=(Fen left, Fen right) => left.Value >= right.Value;

    public int CompareTo(Fen other) => Value.CompareTo(other.Value);

    /// <summary>In yuan with two decimals and thousands separators, without the unit (元).</summary>
    public override string ToString() => Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
