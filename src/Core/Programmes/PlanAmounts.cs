using System.Globalization;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Figures of a plan in the units its table prints (计划指标的量值).</summary>
public static class PlanAmounts
{
    /// <summary>From the smallest unit to that of the table (换算): 0.01 ㎡ to ㎡, 分 to 元.</summary>
    public static decimal Plain(Measure measure, long value) => (decimal)value / PerUnits.Scale(measure);

    /// <summary>A share with one decimal (百分比); null where it cannot be told.</summary>
    public static string? Share(long? part, long? whole) => part is { } some && whole is > 0 and var all
        ? decimal.Round(some * 100m / all, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%"
        : null;

    /// <summary>For the eye (显示), with thousands separators.</summary>
    public static string Shown(Measure measure, long value) =>
        Plain(measure, value).ToString("#,##0.##", CultureInfo.InvariantCulture);
}
