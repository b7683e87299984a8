using Huanxin.Core.Kernel;

namespace Huanxin.Core.Exchange;

/// <summary>
/// Reads one cell as what its column should hold (单元格识别), exactly and without guessing: what is doubtful keeps its
/// best value and is asked, what is unreadable says why.
/// </summary>
public static class CellReading
{
    private const int LongestMissing = 8;
    private const decimal Most = 9_000_000_000_000_000m;

    // 未知 says no more than a dash does: somebody was asked and could not tell.
    private static readonly HashSet<string> Dashes =
    [
        "-", "--", "---", "----", "/", "//", "\\", "…", "……", "*",
        "未知", "不详", "不明", "不清", "不清楚", "未报", "未填", "未统计", "待查", "待定", "待核实", "待补充",
    ];
    private static readonly HashSet<string> Nones = ["无", "没有", "暂无", "不涉及", "无此项", "n/a", "na", "null"];
    private static readonly HashSet<string> FormulaErrors = ["#div/0!", "#n/a", "#name?", "#null!", "#num!", "#ref!", "#value!"];
    private static readonly HashSet<string> AreaUnits = ["㎡", "m2", "m^2", "平方米", "平米", "平方", "平"];
    private static readonly HashSet<string> MoneyUnits = ["元", "圆", "元整", "元人民币", "元(人民币)", "rmb", "cny"];
    private static readonly HashSet<string> CountUnits =
    [
        "个", "户", "栋", "幢", "座", "部", "层", "单元", "套", "间", "人", "台", "处", "家", "条", "项", "盏", "米", "m", "公里", "km",
        "个小区", "个单元", "栋楼", "住户", "居民", "门", "根", "平方米", "辆", "次", "天", "年", "月",
    ];

    private static readonly Dictionary<string, bool> YesNoWords = new()
    {
        ["是"] = true, ["有"] = true, ["√"] = true, ["✓"] = true, ["✔"] = true, ["y"] = true, ["yes"] = true,
            ["1"] = true, ["true"] = true,
        ["否"] = false, ["无"] = false, ["没有"] = false, ["×"] = false, ["✗"] = false, ["✘"] = false, ["x"] = false,
            ["n"] = false,
        ["no"] = false, ["0"] = false, ["false"] = false, ["不是"] = false,
    };

    /// <summary>Any number, in the unit of its column (数字).</summary>
    public static Reading<decimal> Number(RawCell cell, decimal times = 1) => Read(cell, times, null);

    /// <summary>A count (数量): “5栋” is five; a fraction or a negative is unreadable.</summary>
    public static Reading<long> Whole(RawCell cell, decimal times = 1)
    {
        var number = Read(cell, times, CountUnits);
        if (!number.HasValue) return number.Into(_ => 0L);
        if (number.Value != decimal.Truncate(number.Value)) return Bad<long>(cell, ReadingReason.NotWhole);

        return number.Value < 0 ? Bad<long>(cell, ReadingReason.Negative) : number.Into(decimal.ToInt64);
    }

    /// <summary>A floor area (面积); the column's unit is so many ㎡, unless the cell names its own.</summary>
    public static Reading<Area> Area(RawCell cell, decimal times = 1) =>
        Hundredths(cell, times, AreaUnits).Into(value => new Area(value));

    /// <summary>An amount of money (金额); the column's unit is so many 元, unless the cell names its own.</summary>
    public static Reading<Fen> Money(RawCell cell, decimal times = 1) =>
        Hundredths(cell, times, MoneyUnits).Into(value => new Fen(value));

    /// <summary>A rate (比率): “30%” and a cell formatted as per cent (0.3) are the same.</summary>
    public static Reading<Ratio> Percent(RawCell cell)
    {
        if (cell.Kind != RawKind.Text) return Read(cell, 1, null).Into(Fraction);

        var text = CellText.Plain(cell.Text);
        var hasSign = text.EndsWith('%');
        var number = Read(RawCell.OfText(text.TrimEnd('%')), 1, []);
        return number.Into(value => Fraction(hasSign ? value / 100m : value)) with { Cell = cell };
    }

    /// <summary>Yes or no (是否): 是, 否, 有, 无, √, ×.</summary>
    public static Reading<bool> YesNo(RawCell cell)
    {
        if (cell.Kind is RawKind.Number or RawKind.Boolean && cell.Number is 0 or 1)
        {
            return Good(cell, cell.Number == 1);
        }
        if (cell.Kind == RawKind.Text && YesNoWords.TryGetValue(CellText.Key(cell.Text), out var answer))
        {
            return Good(cell, answer);
        }

        return Missing<bool>(cell) ?? Bad<bool>(cell, ReadingReason.NotYesOrNo);
    }

    /// <summary>The date that stands where yes or no is asked (以时间作答): “2015年” or “是（2015年）” says yes, and when.</summary>
    public static Reading<DateSpan> YesOn(RawCell cell)
    {
        if (cell.Kind != RawKind.Text || CellText.Plain(cell.Text) is not ['是', .. var rest]) return Span(cell);

        return Span(RawCell.OfText(rest.Trim('(', ')', ',', ':', ';', ' '))) with { Cell = cell };
    }

    /// <summary>A name (名称), blanks between Chinese characters taken out.</summary>
    public static Reading<string> Name(RawCell cell) => Written(cell, CellText.Name(Said(cell)));

    /// <summary>Free text (文本), unseen characters taken out.</summary>
    public static Reading<string> Text(RawCell cell) => Written(cell, CellText.Tidy(Said(cell)));

    /// <summary>As much of a date as was written (年份、年月或日期).</summary>
    public static Reading<DateSpan> Span(RawCell cell) => Missing<DateSpan>(cell) ?? DateText.Read(cell);

    /// <summary>A full date (日期): a year or month alone is not one.</summary>
    public static Reading<DateOnly> Date(RawCell cell)
    {
        var span = Span(cell);
        return span.HasValue && !span.Value.IsDay ? Bad<DateOnly>(cell, ReadingReason.NotADate)
            : span.Into(value => value.First);
    }

    /// <summary>The answer where the cell holds no value at all: blank, dash, 无, or a formula gone wrong.</summary>
    internal static Reading<T>? Missing<T>(RawCell cell)
    {
        if (cell.IsBlank) return new Reading<T>(ReadingKind.Blank, default, ReadingReason.Fine, cell);
        if (cell.Kind == RawKind.Error) return Bad<T>(cell, ErrorReason(cell));
        if (cell.Kind != RawKind.Text || !MayBeMissing(cell.Text!)) return null;

        // As a csv writes the formula gone wrong of the workbook it was saved from.
        var key = CellText.Key(cell.Text);
        if (FormulaErrors.Contains(key)) return Bad<T>(cell, ReadingReason.FormulaError);
        if (Dashes.Contains(key)) return new Reading<T>(ReadingKind.Dash, default, ReadingReason.Fine, cell);

        return Nones.Contains(key) ? new Reading<T>(ReadingKind.None, default, ReadingReason.Fine, cell) : null;
    }

    // Most cells say something, and it shows in their first character: every word for nothing begins with one of these.
    private static bool MayBeMissing(string text) =>
        text[0] is not ((>= '0' and <= '9') or (>= '\u3400' and <= '\u9FFF' and not ('无' or '没' or '暂' or '不' or '未' or '待')))
        && text.AsSpan().Trim().Length <= LongestMissing;

    internal static Reading<T> Good<T>(RawCell cell, T value) =>
        new(ReadingKind.Value, value, ReadingReason.Fine, cell);

    internal static Reading<T> Unclear<T>(RawCell cell, T value, ReadingReason reason) =>
        new(ReadingKind.Unclear, value, reason, cell);

    internal static Reading<T> Bad<T>(RawCell cell, ReadingReason reason) =>
        new(ReadingKind.Unreadable, default, reason, cell);

    private static ReadingReason ErrorReason(RawCell cell) =>
        cell.Text == RawCell.NotCalculated ? ReadingReason.FormulaNotCalculated : ReadingReason.FormulaError;

    // Units: null takes any, an empty list none.
    private static Reading<decimal> Read(RawCell cell, decimal times, HashSet<string>? units)
    {
        if (Missing<decimal>(cell) is { } missing) return missing;
        if (cell.Kind is RawKind.Date or RawKind.Boolean) return Bad<decimal>(cell, ReadingReason.NotANumber);
        if (cell.Kind == RawKind.Number) return Bounded(cell, times == 1 ? cell.Number : cell.Number * times, ReadingReason.Fine);
        if (NumberText.Parse(cell.Text!, out var reason) is not { } number) return Bad<decimal>(cell, reason);
        if (number.Unit.Length > 0 && units is not null && !units.Contains(number.Unit))
        {
            return Bad<decimal>(cell, ReadingReason.OtherUnit);
        }

        // 户 and 栋 say what is counted, not how many at a time; ㎡, 元 and 万 do.
        var isItsOwn = number.HasTimes || (number.Unit.Length > 0 && units != CountUnits);
        var value = isItsOwn ? number.Value : number.Value * times;
        return Bounded(cell, value, number.IsApproximate ? ReadingReason.Approximate : ReadingReason.Fine);
    }

    private static Reading<decimal> Bounded(RawCell cell, decimal value, ReadingReason reason)
    {
        if (Math.Abs(value) > Most) return Bad<decimal>(cell, ReadingReason.TooLarge);

        return reason == ReadingReason.Fine ? Good(cell, value) : Unclear(cell, value, reason);
    }

    private static Reading<long> Hundredths(RawCell cell, decimal times, HashSet<string> units)
    {
        var number = Read(cell, times, units);
        if (!number.HasValue) return number.Into(_ => 0L);
        if (number.Value < 0) return Bad<long>(cell, ReadingReason.Negative);

        var exact = number.Value * 100m;
        var rounded = Math.Round(exact, MidpointRounding.AwayFromZero);
        var reading = number.Into(_ => decimal.ToInt64(rounded));
        return rounded == exact || !number.HasValue ? reading : Unclear(cell, reading.Value, ReadingReason.Rounded);
    }

    private static Ratio Fraction(decimal value)
    {
        long denominator = 1;
        while (value != decimal.Truncate(value) && denominator < 1_000_000_000_000) (value, denominator) = (
            value * 10, denominator * 10);
        return Ratio.Of(decimal.ToInt64(value), denominator);
    }

    private static string Said(RawCell cell) => cell.Shown;

    private static Reading<string> Written(RawCell cell, string text) => Missing<string>(cell) ?? Good(cell, text);
}
