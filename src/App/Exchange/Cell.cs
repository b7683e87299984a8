using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Exchange;

/// <summary>How a cell is typed and shown in a workbook.</summary>
public enum CellKind { Blank, Text, Whole, Number, Money, WanYuan, Area, WanArea, Percent, Date, Moment }

/// <summary>
/// One value on its way into a sheet. Numbers are a whole mantissa and a power of ten: nothing passes through a double.
/// </summary>
public readonly struct Cell
{
    private static readonly DateOnly SerialZero = new(1899, 12, 30), FirstTrueSerial = new(1900, 3, 1);

    private Cell(CellKind kind, long mantissa, byte scale)
    {
        Kind = kind;
        Mantissa = mantissa;
        Scale = scale;
    }

    private Cell(CellKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    public static readonly Cell Blank;

    public CellKind Kind { get; }

    /// <summary>The text, or the digits of a number too long for <see cref="Mantissa"/>.</summary>
    public string? Text { get; }

    public long Mantissa { get; }

    public byte Scale { get; }

    public static implicit operator Cell(string? text) =>
        string.IsNullOrEmpty(text) ? Blank : new Cell(CellKind.Text, text);

    public static implicit operator Cell(long number) => new(CellKind.Whole, number, 0);

    public static implicit operator Cell(long? number) => number is { } known ? known : Blank;

    public static implicit operator Cell(int number) => (long)number;

    public static implicit operator Cell(int? number) => number is { } known ? (long)known : Blank;

    public static implicit operator Cell(decimal number) => Number(number);

    public static implicit operator Cell(Fen amount) => new(CellKind.Money, amount.Value, 2);

    public static implicit operator Cell(Fen? amount) => amount is { } known ? known : Blank;

    public static implicit operator Cell(Area area) => new(CellKind.Area, area.Value, 2);

    public static implicit operator Cell(Area? area) => area is { } known ? known : Blank;

    public static implicit operator Cell(Month month) => month.ToString();

    public static implicit operator Cell(DateOnly date) => date < FirstTrueSerial
        ? date.ToString("O")
        : new Cell(CellKind.Date, date.DayNumber - SerialZero.DayNumber, 0);

    public static implicit operator Cell(DateOnly? date) => date is { } known ? known : Blank;

    /// <summary>A number with all its decimals.</summary>
    public static Cell Number(decimal number) => OfDecimal(CellKind.Number, number);

    /// <summary>A number by its digits, so many of them behind the point.</summary>
    public static Cell Number(long mantissa, byte scale) => new(CellKind.Number, mantissa, scale);

    /// <summary>Money shown in 万元.</summary>
    public static Cell WanYuan(Fen amount) => new(CellKind.WanYuan, amount.Value, 6);

    /// <summary>Area shown in 万㎡.</summary>
    public static Cell WanArea(Area area) => new(CellKind.WanArea, area.Value, 6);

    /// <summary>A rate shown in per cent; its cell holds at most twelve decimals.</summary>
    public static Cell Percent(Ratio ratio) =>
        OfDecimal(CellKind.Percent, Math.Round((decimal)ratio.Numerator / ratio.Denominator, 12));

    /// <summary>Date and time to the second as the wall shows it; turn UTC into China time first.</summary>
    public static Cell Moment(DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        if (date < FirstTrueSerial) return local.ToString("yyyy-MM-dd HH:mm:ss");

        var seconds = (long)local.TimeOfDay.TotalSeconds;
        return OfDecimal(CellKind.Moment, date.DayNumber - SerialZero.DayNumber + Math.Round(seconds / 86_400m, 9));
    }

    /// <summary>A cell as it was read, to be written again.</summary>
    public static Cell Again(RawCell cell) => cell.Kind switch
    {
        RawKind.Number => Number(cell.Number),
        RawKind.Date =>
            OfDecimal(cell.Number == decimal.Truncate(cell.Number) ? CellKind.Date : CellKind.Moment, cell.Number),
        _ => cell.Shown,
    };

    private static Cell OfDecimal(CellKind kind, decimal number)
    {
        var unscaled = number;
        byte scale = 0;
        while (scale < number.Scale && unscaled is > -9e17m and < 9e17m && unscaled != decimal.Truncate(unscaled))
        {
            unscaled *= 10m;
            scale++;
        }

        return unscaled == decimal.Truncate(unscaled) && unscaled is >= long.MinValue and <= long.MaxValue
            ? new Cell(kind, decimal.ToInt64(unscaled), scale)
            : new Cell(kind, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
