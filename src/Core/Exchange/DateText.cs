using System.Globalization;
using System.Text.RegularExpressions;
using Huanxin.Core.Kernel;

namespace Huanxin.Core.Exchange;

/// <summary>Reads the ways in which a year or date is written in a ledger (年份写法).</summary>
internal static class DateText
{
    private const int FirstYear = 1900, LastYear = 2100, FirstSerial = 20_000, LastSerial = 73_050;
    private const RegexOptions Options =
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string After = "(?:份)?(?<after>年?(?:建成|竣工|建造|建设|交付|入住|投入使用|开工|改造|建))?"
        + "(?<part>底|末|初|中|上半年|下半年)?(?<about>左右|前后)?$";

    private static readonly Regex Day = new(
        "^(?<y>\\d{4})[-./年 ](?<m>\\d{1,2})[-./月 ](?<d>\\d{1,2})日?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?"
            + After, Options);
    private static readonly Regex Month = new("^(?<about>约)?(?<y>\\d{4})[-./年 ](?<m>\\d{1,2})月?" + After, Options);
    private static readonly Regex Year = new("^(?<about>约|大约)?(?<y>\\d{4}|\\d{2}(?=年))年?度?" + After, Options);
    private static readonly Regex Years = new("^(?<y>\\d{4})年?[-~至到、/](?<z>\\d{4})年?" + After, Options);
    private static readonly Regex Decade = new("^(?:(?:20|二十)世纪|上世纪|(?<century>19|20))?(?<ten>\\d)0年代.{0,4}$", Options);

    public static Reading<DateSpan> Read(RawCell cell) => cell.Kind switch
    {
        RawKind.Date =>
            cell.Moment is { } moment ? InRange(cell, DateSpan.OfDay(DateOnly.FromDateTime(moment))) : Bad(cell),
        RawKind.Number => OfNumber(cell),
        RawKind.Text => PlainYear(cell) ?? OfText(cell, Digits(CellText.Plain(cell.Text))),
        _ => Bad(cell),
    };

    private static Reading<DateSpan> OfNumber(RawCell cell)
    {
        var number = cell.Number;
        if (number == decimal.Truncate(number))
        {
            return number is >= FirstSerial and <= LastSerial
                ? InRange(cell, DateSpan.OfDay(DateOnly.FromDateTime(cell.Moment!.Value)))
                : OfText(cell, number.ToString("0", CultureInfo.InvariantCulture));
        }

        // As a number 1998.10 is stored as 1998.1: nobody can tell January from October any more.
        var text = number.ToString("0.####", CultureInfo.InvariantCulture);
        return text.EndsWith(".1", StringComparison.Ordinal) && number is >= FirstYear and <= LastYear
            ? CellReading.Unclear(cell, DateSpan.OfYears((int)number, (int)number), ReadingReason.MonthUnclear)
            : OfText(cell, text);
    }

    // 1998 or 1998年, as most ledgers have it.
    private static Reading<DateSpan>? PlainYear(RawCell cell) => cell.Text is [_, _, _, _] or [_, _, _, _, '年']
        && int.TryParse(cell.Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        ? OfYears(cell, year, year, ReadingReason.Fine) : null;

    private static Reading<DateSpan> OfText(RawCell cell, string text)
    {
        if (text.Length > 40) return Bad(cell);
        if (text.Length is 8 && int.TryParse(text, out var day))
        {
            return OfParts(cell, day / 10_000, day / 100 % 100, day % 100, false);
        }
        if (text.Length is 6 && int.TryParse(text, out var month))
        {
            return OfParts(cell, month / 100, month % 100, null, false);
        }
        if (Day.Match(text) is { Success: true } d)
        {
            return OfParts(cell, Part(d, "y"), Part(d, "m"), Part(d, "d"), IsAbout(d));
        }
        if (Month.Match(text) is { Success: true } m)
        {
            return OfParts(cell, Part(m, "y"), Part(m, "m"), null, IsAbout(m));
        }
        if (Years.Match(text) is { Success: true } r)
        {
            return OfYears(cell, Part(r, "y"), Part(r, "z"), ReadingReason.Range);
        }
        if (Decade.Match(text) is { Success: true } t) return OfDecade(cell, t);
        if (Year.Match(text) is not { Success: true } y) return Bad(cell);

        var written = Part(y, "y");
        if (y.Groups["y"].Length == 4)
        {
            return OfYears(cell, written, written, IsAbout(y) ? ReadingReason.Approximate : ReadingReason.Fine);
        }

        var year = written + (written < 50 ? 2000 : 1900);
        return OfYears(cell, year, year, ReadingReason.TwoDigitYear);
    }

    private static Reading<DateSpan> OfDecade(RawCell cell, Match match)
    {
        var ten = Part(match, "ten") * 10;
        var century = match.Groups["century"] is { Success: true } said
            ? int.Parse(said.Value, CultureInfo.InvariantCulture) : 19;
        return OfYears(cell, century * 100 + ten, century * 100 + ten + 9, ReadingReason.DecadeOnly);
    }

    private static Reading<DateSpan> OfParts(RawCell cell, int year, int month, int? day, bool isAbout)
    {
        if (year is < FirstYear or > LastYear) return CellReading.Bad<DateSpan>(cell, ReadingReason.YearOutOfRange);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return Bad(cell);

        var span = day is { } d ? DateSpan.OfDay(new DateOnly(year, month, d)) : DateSpan.OfMonth(year, month);
        return isAbout ? CellReading.Unclear(cell, span, ReadingReason.Approximate) : CellReading.Good(cell, span);
    }

    private static Reading<DateSpan> OfYears(RawCell cell, int first, int last, ReadingReason reason)
    {
        if (first is < FirstYear or > LastYear || last is < FirstYear or > LastYear)
        {
            return CellReading.Bad<DateSpan>(cell, ReadingReason.YearOutOfRange);
        }

        if (last < first) return Bad(cell);

        var span = DateSpan.OfYears(first, last);
        return reason == ReadingReason.Fine ? CellReading.Good(cell, span) : CellReading.Unclear(cell, span, reason);
    }

    private static Reading<DateSpan> InRange(RawCell cell, DateSpan span) =>
        span.First.Year is < FirstYear or > LastYear
        ? CellReading.Bad<DateSpan>(cell, ReadingReason.YearOutOfRange)
        : CellReading.Good(cell, span);

    private static Reading<DateSpan> Bad(RawCell cell) => CellReading.Bad<DateSpan>(cell, ReadingReason.NotADate);

    private static int Part(Match match, string name) =>
        int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static bool IsAbout(Match match) => match.Groups["about"].Success;

    // 二〇〇五年 and 九十年代 become 2005年 and 90年代.
    private static string Digits(string text)
    {
        var tens = text.IndexOf("十年代", StringComparison.Ordinal);
        if (tens > 0 && Digit(text[tens - 1]) is > 0 and var ten)
        {
            text = text[..(tens - 1)] + ten + "0年代" + text[(tens + 3)..];
        }

        return text.Length >= 4 && text[..4].All(c => Digit(c) >= 0)
            ? string.Concat(text[..4].Select(c => Digit(c))) + text[4..]
            : text;
    }

    private static int Digit(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : c == '○' ? 0 : "〇一二三四五六七八九".IndexOf(c) is >= 0 and var at ? at : c == '零'
            ? 0 : -1;
}
