using System.Globalization;

namespace Huanxin.Core.Exchange;

/// <summary>What a sheet says a cell is (单元格类型), before anybody reads meaning into it.</summary>
public enum RawKind : byte { Blank, Text, Number, Date, Boolean, Error }

/// <summary>
/// A cell as it stands in the sheet (原始单元格). Numbers are decimal, already free of the last digits a spreadsheet's
/// binary arithmetic leaves behind; a date is its serial number.
/// </summary>
public readonly record struct RawCell(RawKind Kind, string? Text = null, decimal Number = 0)
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const decimal LastSerial = 2_958_465.999m;

    /// <summary>A formula whose result was never stored (未计算的公式) has this as its error text.</summary>
    public const string NotCalculated = "=";

    public static RawCell OfText(string? text) =>
        string.IsNullOrEmpty(text) ? default : new RawCell(RawKind.Text, text);

    public static RawCell OfNumber(decimal number) => new(RawKind.Number, null, number);

    public static RawCell OfDate(decimal serial) => new(RawKind.Date, null, serial);

    /// <summary>True when a person sees nothing in the cell (空白).</summary>
    public bool IsBlank => Kind == RawKind.Blank
        // What begins with a letter, a digit or a Chinese character shows at once that it says something.
        || (Kind == RawKind.Text && Text is not [(> ' ' and < '\u007F') or (>= '\u3400' and <= '\u9FFF'), ..] && string.IsNullOrWhiteSpace(Text));

    /// <summary>
    /// Wall-clock moment of a date cell (日期时间), or of a number read as a serial; null where there is none.
    /// </summary>
    public DateTime? Moment => Number is >= 0 and <= LastSerial
        // Excel believes in 29 February 1900; before it every serial is one day short.
        ? SerialZero.AddDays((double)(Number < 60 ? Number + 1 : Number))
        : null;

    /// <summary>What the user sees in the cell, near enough to find it again (显示内容).</summary>
    public string Shown => Kind switch
    {
        RawKind.Blank => "",
        RawKind.Text or RawKind.Error => Text ?? "",
        RawKind.Number => Number.ToString("0.############", CultureInfo.InvariantCulture),
        RawKind.Boolean => Number == 0 ? "FALSE" : "TRUE",
        RawKind.Date =>
            Moment?.ToString(Number % 1 == 0 ? "yyyy-MM-dd"
                : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A row of a sheet that holds anything (表行), with its number as the user sees it.</summary>
public sealed record SheetRow(int Number, RawCell[] Cells)
{
    /// <summary>The cell of a column counted from zero (单元格); blank beyond the end.</summary>
    public RawCell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : default;

    /// <summary>Letters of a column counted from zero (列标): A, B, … Z, AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var i = column; i >= 0; i = i / 26 - 1) letters = (char)('A' + i % 26) + letters;
        return letters;
    }
}
