namespace Huanxin.Core.Kernel;

/// <summary>Refusals raised by the kernel types themselves (通用不予办理).</summary>
public static class KernelRefusals
{
    /// <summary>The same person may not submit and approve (四眼原则).</summary>
    public static Refusal OwnApproval() =>
        new("approval.own", "不能审批自己提交的事项，请由另一位有权限的人员办理。");

    /// <summary>The step is not possible from the present state (当前状态不能办理).</summary>
    public static Refusal NoSuchStep(string state, string step) =>
        new("workflow.no-such-step", $"当前状态为“{state}”，不能办理“{step}”。");

    /// <summary>The attachment was withdrawn before (附件已撤下).</summary>
    public static Refusal FileWithdrawn() => new("file.withdrawn", "这个附件已经撤下。");

    /// <summary>The step needs a reason (须填写原因).</summary>
    public static Refusal ReasonMissing() =>
        new("act.reason-missing", "请填写办理原因。");
}
