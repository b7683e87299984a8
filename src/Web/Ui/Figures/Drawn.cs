using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Huanxin.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Huanxin.Web.Ui.Figures;

/// <summary>
/// The small parts of which a page has hundreds, written as they leave the server: as components of their own they would cost more than
/// the rest of the page. The components of the same names draw these.
/// </summary>
public static class Drawn
{
    private const int LongText = 16;

    /// <summary>Chinese is written as it is, not as a number per character.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly ConcurrentDictionary<string, MarkupString> Icons = new();

    /// <summary>One of the names listed in package.json. Decoration only: the word beside it carries the meaning.</summary>
    public static MarkupString Icon(string name) => Icons.GetOrAdd(name, static name =>
        new($"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{Links.Icons}#{name}\"></use></svg>"));

    /// <summary>Status is icon, word and colour; never colour alone.</summary>
    public static MarkupString Tag(Tone tone, string word)
    {
        var (look, sign) = tone switch
        {
            Tone.Neutral => ("neutral", "clock"),
            Tone.Draft => ("draft", "pencil"),
            Tone.Going => ("going", "progress"),
            Tone.Waiting => ("waiting", "hourglass"),
            Tone.Done => ("done", "circle-check"),
            Tone.Late => ("late", "clock-exclamation"),
            Tone.Refused => ("refused", "circle-x"),
            Tone.Paused => ("paused", "player-pause"),
        };
        return new($"<span class=\"tag tag-{look}\">{Icon(sign)}{Encoder.Encode(word)}</span>");
    }

    /// <summary>Not reported is not zero, and neither is “not applicable”.</summary>
    public static MarkupString Missing(string text) => new($"<span class=\"missing\">{Encoder.Encode(text)}</span>");

    public static MarkupString Link(string href, MarkupString content) => new($"<a href=\"{Encoder.Encode(href)}\">{content.Value}</a>");

    /// <summary>A rate with what it is of behind it; it may exceed 100 % and is never capped.</summary>
    public static MarkupString Rate(long? part, long? whole) => (part, whole) switch
    {
        (null, _) or (_, null) => Missing("未报"),
        (_, 0) => Missing("不适用"),
        var (some, all) => new($"<span class=\"figure\" title=\"{Figure.Count(some.Value)} ÷ {Figure.Count(all.Value)}\">{Figure.Rate(some.Value, all.Value)}</span>"),
    };

    /// <summary>The usual cell of a value by its type; null is not reported where there is a unit.</summary>
    public static MarkupString Value(object? value, string? unit) => value switch
    {
        null => Missing(unit is null ? "—" : "未报"),
        Fen money => unit == "万元" ? Wan(Figure.Wan(money), $"{money} 元") : Plain(money.ToString()),
        Area area => unit == "万㎡" ? Wan(Figure.Wan(area), $"{area} ㎡") : Plain(area.ToString()),
        DateOnly date => Date(date),
        DateTime utc => Time(utc),
        int or long => Plain(Figure.Text(value)),
        string { Length: > LongText } text => new($"<span class=\"long\">{Encoder.Encode(text)}</span>"),
        _ => new(Encoder.Encode(Figure.Text(value))),
    };

    public static MarkupString Date(DateOnly date) =>
        new(string.Create(CultureInfo.InvariantCulture, $"<time class=\"date\" datetime=\"{date:yyyy-MM-dd}\">{date:yyyy-MM-dd}</time>"));

    public static MarkupString Time(DateTime utc) => new(string.Create(CultureInfo.InvariantCulture,
        $"<time class=\"date\" datetime=\"{utc:yyyy-MM-ddTHH:mm:ssZ}\" title=\"北京时间\">{Figure.Time(utc)}</time>"));

    private static MarkupString Plain(string figure) => new($"<span class=\"figure\">{figure}</span>");

    private static MarkupString Wan(string figure, string exact) => new($"<span class=\"figure\" title=\"{exact}\">{figure}</span>");
}
