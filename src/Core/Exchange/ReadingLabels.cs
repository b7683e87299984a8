namespace Huanxin.Core.Exchange;

/// <summary>What is wrong with a cell, for the clerk (识别问题说明).</summary>
public static class ReadingLabels
{
    /// <summary>
    /// Heading under which the system writes faults into the user's own workbook; never read as data (问题列).
    /// </summary>
    public const string FaultColumn = "问题（系统标注）";

    public static string Label(this ReadingReason reason) => reason switch
    {
        ReadingReason.Fine => "无问题",
        ReadingReason.NotANumber => "不是数字",
        ReadingReason.NotADate => "不是年份或日期",
        ReadingReason.NotYesOrNo => "不是“是”或“否”",
        ReadingReason.FormulaError => "公式结果有错误",
        ReadingReason.FormulaNotCalculated => "公式没有计算结果，请在 Excel 中打开并保存后再上传",
        ReadingReason.OtherUnit => "数字后面的单位或文字与本列不符，请只填数字，其余写到“备注”",
        ReadingReason.Approximate => "是约数，请核实准确数",
        ReadingReason.Range => "是一个范围，请核实准确值",
        ReadingReason.Rounded => "小数超过两位，已四舍五入，请确认",
        ReadingReason.Negative => "不能为负数",
        ReadingReason.NotWhole => "应为整数",
        ReadingReason.TooLarge => "数值过大",
        ReadingReason.MonthUnclear => "分不清是 1 月还是 10 月，请核实",
        ReadingReason.TwoDigitYear => "年份只有两位，请确认",
        ReadingReason.DecadeOnly => "只写了年代，请核实竣工年份",
        ReadingReason.YearOutOfRange => "年份不在 1900 至 2100 之间",
        ReadingReason.TooLong => "内容过长",
    };

    /// <summary>How a missing value was written (未填报方式).</summary>
    public static string Label(this ReadingKind kind) => kind switch
    {
        ReadingKind.Value => "已填报",
        ReadingKind.Blank => "空白",
        ReadingKind.Dash => "填了横线或“未知”",
        ReadingKind.None => "填了“无”",
        ReadingKind.Unclear => "待确认",
        ReadingKind.Unreadable => "无法识别",
    };
}
