using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>A step that a person takes with a draft; the name in the address is the key.</summary>
public sealed record DraftDeed(string Address, DraftStep Step, Verb Verb)
{
    public static readonly IReadOnlyList<DraftDeed> All =
    [
        new("proposal", DraftStep.Propose, PolicyVerbs.ProposeDraft),
        new("enforcement", DraftStep.PutInForce, PolicyVerbs.PutDraftInForce),
        new("return", DraftStep.Return, PolicyVerbs.ReturnDraft),
        new("withdrawal", DraftStep.Withdraw, PolicyVerbs.WithdrawDraft),
    ];

    /// <summary>Decided by a second person.</summary>
    public bool IsDecision => Step is DraftStep.PutInForce or DraftStep.Return;

    public static DraftDeed? Find(string address) => All.FirstOrDefault(deed => deed.Address == address);
}
