using System.Globalization;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Figures;

/// <summary>How figures are written everywhere: thousands with commas, dates as 2024-03-28, times in China.</summary>
public static class Figure
{
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Wan(Fen money) => Hundredths(money.WanYuan);

    public static string Wan(Area area) => Hundredths(area.WanSquareMetres);

    /// <summary>Per cent with one decimal, rounded down so that only what is complete reads 100.0%.</summary>
    public static string Rate(long part, long whole) =>
        (decimal.Floor((decimal)part * 1000m / whole) / 10m).ToString("#,##0.0", CultureInfo.InvariantCulture) + "%";

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTime utc) =>
        ChinaTime.Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Any value as plain text, for cells without a component of their own and for exports.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly date => Date(date),
        DateTime utc => Time(utc),
        int or long => Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        bool flag => flag ? "是" : "否",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Rounded for the eye only: the cell's title and the workbook carry every digit.
    private static string Hundredths(decimal wan) =>
        decimal.Round(wan, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>File size as people say it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576m:0.#} MB"),
    };
}
