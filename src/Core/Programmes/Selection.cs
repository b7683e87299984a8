using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Where a choice for the plan stands (遴选状态).</summary>
public enum SelectionState { Proposed, Agreed, Returned }

/// <summary>
/// Which projects of the reserve go into the plan of a year (计划遴选): proposed by one person, agreed by another, with the facts as
/// judged and the fingerprint of the policy, so that it can be judged again (TX21-4.1, 5.3, W20-2.1b).
/// </summary>
public sealed class Selection : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>Year of the plan (计划年度).</summary>
    public required int Year { get; init; }

    /// <summary>One project beside the plan (计划外列入) that the policy does not plainly let in, rather than a choice from the reserve.</summary>
    public bool IsOutOfPlan { get; init; }

    /// <summary>Date by whose policy was judged (适用日期).</summary>
    public required DateOnly On { get; init; }

    /// <summary>Documents in force with their hashes (适用文件指纹), one a line.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Rules and values it rests on (依据的规定和取值), one a line.</summary>
    public string Grounds { get; init; } = "";

    /// <summary>Order of priority that was used (优先次序); null where none is in force.</summary>
    public string? Priority { get; init; }

    public SelectionState State { get; private set; }
    public Guid? ProposedBy { get; private set; }
    public DateOnly ProposedOn { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was returned (退回原因).</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Proposes it (提出).</summary>
    public void Propose(Act act) => (ProposedBy, ProposedOn) = (act.By.Account, act.Today);

    /// <summary>Agrees to it (审定) by another person; raises <c>selection.decided</c> and <c>approval.own</c>.</summary>
    public void Agree(Act act) => Decide(SelectionState.Agreed, act);

    /// <summary>Returns it with a reason (退回) by another person.</summary>
    public void Return(Act act)
    {
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        Decide(SelectionState.Returned, act);
        ReturnReason = act.Why;
    }

    private void Decide(SelectionState state, Act act)
    {
        if (State != SelectionState.Proposed) throw ProgrammeRefusals.SelectionDecided();
        if (ProposedBy is { } proposer) FourEyes.Require(proposer, act);
        (State, DecidedBy, DecidedOn) = (state, act.By.Account, act.Today);
    }
}

/// <summary>One community of one project in a choice (遴选明细), with the facts as they were judged.</summary>
public sealed class SelectionLine : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid SelectionId { get; init; }
    public required Guid ProjectId { get; init; }
    public required Guid CommunityId { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>Answer of the policy (纳入结论).</summary>
    public required Answer Answer { get; init; }

    /// <summary>Place in the order of priority (优先位次), from 1; null where no order is in force.</summary>
    public int? Position { get; init; }

    /// <summary>Quota and what it answered (名额结果); null where none applies.</summary>
    public string? Quota { get; init; }
    public QuotaOutcome? Outcome { get; init; }
    public long? Size { get; init; }
    public long? TakenBefore { get; init; }
    public long? QuotaLimit { get; init; }

    /// <summary>What is missing to judge (缺项).</summary>
    public string Missing { get; init; } = "";

    /// <summary>Facts as they were judged (当时事实), as JSON.</summary>
    public required string Facts { get; init; }

    /// <summary>Goes into the plan (选入).</summary>
    public bool IsChosen { get; private set; }

    /// <summary>Chosen although it does not fit, or left out although it does (例外), and why.</summary>
    public bool IsOverride { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Whether a choice goes against the answer (例外) and nobody said why.</summary>
    public static bool NeedsReason(bool isChosen, bool fits, string? reason) => isChosen != fits && string.IsNullOrWhiteSpace(reason);

    /// <summary>Chooses or leaves out (取舍); against the answer it asks for a reason: <c>selection.reason-missing</c>.</summary>
    public void Choose(bool isChosen, bool fits, string? reason, string name)
    {
        if (NeedsReason(isChosen, fits, reason)) throw ProgrammeRefusals.OverrideNeedsReason([name]);

        IsOverride = isChosen != fits;
        (IsChosen, Reason) = (isChosen, IsOverride ? reason!.Trim() : null);
    }
}
