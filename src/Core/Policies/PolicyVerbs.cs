using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Kinds of act on policy packs (政策：办理事项).</summary>
public static class PolicyVerbs
{
    public static readonly Verb UploadDraft = new("policy-draft.upload", "上传政策草案");
    public static readonly Verb ReviseDraft = new("policy-draft.revise", "重新上传政策草案");
    public static readonly Verb FillValue = new("policy-draft.fill", "补录未核实的值");
    public static readonly Verb ProposeDraft = new("policy-draft.propose", "提交政策草案生效");
    public static readonly Verb PutDraftInForce = new("policy-draft.put-in-force", "政策草案生效");
    public static readonly Verb ReturnDraft = new("policy-draft.return", "退回政策草案");
    public static readonly Verb WithdrawDraft = new("policy-draft.withdraw", "撤回政策草案");
    public static readonly Verb TakeDraftOff = new("policy-draft.take-off", "撤下生效的政策包");

    /// <summary>All of them, in the order in which they are listed to the user (全部).</summary>
    public static readonly IReadOnlyList<Verb> All =
        [UploadDraft, ReviseDraft, FillValue, ProposeDraft, PutDraftInForce, ReturnDraft, WithdrawDraft, TakeDraftOff];
}
