using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>What the draft pages say.</summary>
public static class DraftSentences
{
    public static string NameOf(DraftStep step) => step switch
    {
        DraftStep.Propose => "提交生效",
        DraftStep.PutInForce => "审定生效",
        DraftStep.Return => "退回草案",
        DraftStep.Withdraw => "撤回草案",
        DraftStep.Revise => "重新上传",
        DraftStep.Supersede => "替代",
        DraftStep.TakeOff => "撤下",
    };

    public static IReadOnlyList<string> ConsequencesOf(DraftStep step) => step switch
    {
        DraftStep.Propose => ["提交后由另一位有权限的人员审定；上传人和提交人都不能审定。", "审定之前不影响任何办理，可以撤回。"],
        DraftStep.PutInForce =>
        [
            "各节点立即按新的政策库办理；施行日期未到的，从施行日期起适用。",
            "policies 目录里的文件不改动；同代号的包以本次生效的为准。",
            "已作出的决定不变，仍记着当时的文件指纹。",
        ],
        DraftStep.Return => ["退回后由上传人改好重新上传，再提交。"],
        DraftStep.Withdraw => ["撤回后不能再提交；需要时另行上传。"],
        DraftStep.Revise or DraftStep.Supersede or DraftStep.TakeOff => [],
    };

    public static string Label(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "新增",
        DifferenceKind.Changed => "改动",
        DifferenceKind.Removed => "去掉",
    };

    /// <summary>What a placeholder asks for, and how several are written.</summary>
    public static string HintOf(FillingPlace place, ParameterType? type, string? unit) => place.Key switch
    {
        "columns" => "一行一栏；有单位的写成“栏目 | 单位”。",
        "departments" => "一行一个部门。",
        "indicators" => "一行一个指标；有分值的写成“指标 | 分值”。",
        "value" => type switch
        {
            ParameterType.List => "一行一项。",
            ParameterType.Date => "例如 2024-03-31。",
            ParameterType.Ratio => "例如 2/3、30%、0.7。",
            ParameterType.Fen or ParameterType.Area or ParameterType.Count or ParameterType.Days => $"数字，单位：{unit ?? "无"}。",
            _ => "照文件写。",
        },
        "standard" => "照抄标准原文。",
        _ => "单位或部门的名称。",
    };
}
