using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Communities;

/// <summary>Dates as vague as people know them, as they are typed: “1998年6月”, “1998.6” and “1998-06” are the same.</summary>
public static class SpanText
{
    /// <summary>What was typed; null for nothing and for what cannot be read.</summary>
    public static DateSpan? Read(string? typed) =>
        DateSpan.TryParse(Plain(typed), out var span) ? span
        : CellReading.Span(RawCell.OfText(typed)) is { HasValue: true, Reason: ReadingReason.Fine or ReadingReason.DecadeOnly or ReadingReason.Range } read ? read.Value
        : null;

    public static bool IsUnreadable(string? typed) => !string.IsNullOrWhiteSpace(typed) && Read(typed) is null;

    public static bool HasMoreThanTwoDecimals(decimal? number) => number is { } known && known * 100 != decimal.Truncate(known * 100);

    private static string Plain(string? typed) => CellText.Key(typed).Replace("建成", "", StringComparison.Ordinal)
        .Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-')
        .Replace("至", "~", StringComparison.Ordinal).Replace("-~", "~", StringComparison.Ordinal).TrimEnd('-');
}
