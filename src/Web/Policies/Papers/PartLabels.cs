namespace Huanxin.Web.Policies.Papers;

/// <summary>Headings of the sections of a document page.</summary>
public static class PartLabels
{
    public static string TitleOf(string anchor) => anchor switch
    {
        "unverified" => "未核实",
        "targets" => "任务目标",
        "plans" => "计划表",
        "eligibility" => "纳入范围",
        "requirements" => "要求",
        "catalogue" => "改造目录",
        "procedure" => "办理程序",
        "voting" => "表决、保修、招标",
        "money" => "资金",
        "returns" => "报表与附件",
        "supervision" => "督导",
        "acceptance" => "验收",
        "stewardship" => "长效管理与评价",
        "responsibilities" => "责任分工",
        "duties" => "其他工作要求",
        "values" => "全部数值",
        "lists" => "名录",
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "no section of this name"),
    };

    public static string? SubOf(string anchor) => anchor switch
    {
        "unverified" => "来源没有给出的，如实空着；核实后填写，绝不代拟",
        "plans" => "照原文的表头、行序和数字",
        "catalogue" => "按原文类别逐项列出，并与各地目录对照",
        "requirements" => "必须、应须办到；宜、可、有条件的只作提示",
        "responsibilities" => "照原文括号登记",
        _ => null,
    };
}
