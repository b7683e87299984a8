using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

public static class ExchangeLabels
{
    /// <summary>Tab that lists all faults behind the user's own tabs.</summary>
    public const string FaultSheet = "问题清单（系统标注）";

    public static readonly IReadOnlyList<SheetColumn> FaultColumns =
        [new("工作表", Width: 20), new("位置", Width: 10), new("列名", Width: 20), new("内容", Width: 30), new("级别"),
            new("问题", Width: 60)];

    public const string HardMark = "必须修正";
    public const string SoftMark = "请核实";
    public const string SharedTexts = "工作簿的共享文本中";
    public const string Pasted = "粘贴的内容";

    public static string After(string sheet, int row) => $"工作表“{sheet}”第 {row} 行之后";

    public static string Cell(string sheet, string address) => $"工作表“{sheet}”{address} 处";

    public static string Label(this FaultLevel level) => level switch
    {
        FaultLevel.Hard => HardMark,
        FaultLevel.Soft => SoftMark,
    };

    /// <summary>One fault inside the fault column of its row.</summary>
    public static string InRow(ImportFault fault) =>
        $"【{fault.Level.Label()}】{(fault.Header.Length == 0 ? "" : fault.Header + "：")}{fault.Sentence}";
}
