namespace Huanxin.Core.Kernel;

/// <summary>Nobody approves what they submitted themselves (四眼原则).</summary>
public static class FourEyes
{
    /// <summary>Raises <c>approval.own</c> when the actor, or the account acted for, is the submitter (禁止自批).</summary>
    public static void Require(Guid submittedBy, Act act)
    {
        if (act.By.Account == submittedBy || act.By.OnBehalfOf == submittedBy) throw KernelRefusals.OwnApproval();
    }
}
