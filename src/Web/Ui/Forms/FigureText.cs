using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Forms;

/// <summary>Figures as people type them, read as an import reads its cells: “1,200”, “１２００”, “1200户” are the same.</summary>
public static class FigureText
{
    private const decimal Wan = 10_000m;

    /// <summary>What was typed; null for nothing and for what cannot be read.</summary>
    public static int? Count(string? typed) =>
        ReadCount(typed) is { Kind: ReadingKind.Value, Value: <= int.MaxValue and >= int.MinValue } read ? (int)read.Value : null;

    public static Area? Area(string? typed) => ReadArea(typed) is { Kind: ReadingKind.Value } read ? read.Value : null;

    public static Fen? Money(string? typed, bool isWan = false) => ReadMoney(typed, isWan) is { Kind: ReadingKind.Value } read ? read.Value : null;

    public static double? Degrees(string? typed) => ReadDegrees(typed) is { Kind: ReadingKind.Value } read ? (double)read.Value : null;

    // Floors go below the ground; a count of a ledger does not.
    internal static Reading<long> ReadCount(string? typed) => CellText.Plain(typed) is ['-', >= '0' and <= '9', ..] below
        ? CellReading.Whole(RawCell.OfText(below[1..])).Into(count => -count)
        : CellReading.Whole(RawCell.OfText(typed));

    internal static Reading<Area> ReadArea(string? typed) => CellReading.Area(RawCell.OfText(typed));

    internal static Reading<Fen> ReadMoney(string? typed, bool isWan) => CellReading.Money(RawCell.OfText(typed), isWan ? Wan : 1);

    internal static Reading<decimal> ReadDegrees(string? typed) => CellReading.Number(RawCell.OfText(typed));
}
