using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Refusals of the policy shelf (政策不予办理).</summary>
public static class PolicyRefusals
{
    /// <summary>A value that a decision needs is in no document in force (缺少政策数值).</summary>
    public static Refusal ValueMissing(string parameter) =>
        new("policy.value-missing", $"适用的政策文件没有给出“{parameter}”，不能据此办理；请在政策库补录。");
}
