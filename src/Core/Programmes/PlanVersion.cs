using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Where a version of a plan stands (版本状态).</summary>
public enum PlanState { Draft, Submitted, Issued, Superseded, Returned }

/// <summary>What is done with a version (版本办理).</summary>
public enum PlanStep { Submit, Withdraw, Issue, Return, Supersede }

/// <summary>One version of a plan (计划版本). What was issued is never changed; a newer version takes its place and both stay readable.</summary>
public sealed class PlanVersion : Record, IPlaced
{
    /// <summary>The flow chart of a version (版本流程).</summary>
    public static readonly Workflow<PlanState, PlanStep> Flow = new(
        new(PlanState.Draft, PlanStep.Submit, PlanState.Submitted),
        new(PlanState.Returned, PlanStep.Submit, PlanState.Submitted),
        new(PlanState.Submitted, PlanStep.Withdraw, PlanState.Draft),
        new(PlanState.Submitted, PlanStep.Issue, PlanState.Issued),
        new(PlanState.Submitted, PlanStep.Return, PlanState.Returned, NeedsReason: true),
        new(PlanState.Issued, PlanStep.Supersede, PlanState.Superseded));

    public required Guid Id { get; init; }
    public required Guid PlanSetId { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>From 1 in each plan (版本号).</summary>
    public required int Number { get; init; }

    public PlanState State { get; private set; }

    /// <summary>Why there is this version (编制原因).</summary>
    public string? Reason { get; private set; }

    /// <summary>What is counted, in the order printed (指标), separated by “,”.</summary>
    public string MeasureList { get; private set; } = "";

    /// <summary>File it was read from (来源文件), by name and SHA-256.</summary>
    public string? SourceFile { get; private set; }
    public string? SourceHash { get; private set; }

    /// <summary>What was doubtful in the file and accepted with a reason (确认的存疑).</summary>
    public string? Accepted { get; private set; }

    /// <summary>The reason alone (确认的理由).</summary>
    public string? AcceptedBecause => Accepted?[(Accepted.IndexOf('；') + 1)..];

    /// <summary>So many doubts and why they are accepted (确认的存疑), e.g. “3 处；照文件原样”.</summary>
    public static string Told(long doubts, string why) => $"{doubts} 处；{why}";

    public Guid? SubmittedBy { get; private set; }
    public DateOnly? SubmittedOn { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Why it was returned (退回原因).</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>What is counted (指标).</summary>
    public IReadOnlyList<Measure> Measures =>
        [.. MeasureList.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Measure>)];

    /// <summary>True while its cells may be changed (可修改).</summary>
    public bool IsOpen => State is PlanState.Draft or PlanState.Returned;

    /// <summary>Says what it counts, why it is there and where it came from (编制).</summary>
    public void Describe(IEnumerable<Measure> measures, string? reason, PlanSource? source = null)
    {
        RequireOpen();
        (MeasureList, Reason) = (string.Join(',', measures.Distinct()), reason);
        if (source is not null) (SourceFile, SourceHash, Accepted) = (source.File, source.Hash, source.Accepted);
    }

    /// <summary>Refuses a change of cells unless it is a draft (须为草稿); raises <c>plan.not-open</c>.</summary>
    public void RequireOpen()
    {
        if (!IsOpen) throw ProgrammeRefusals.NotOpen(Number);
    }

    /// <summary>
    /// Hands it in (提交审定); what is doubtful asks for a reason, which the approver reads: <c>plan.doubtful</c>.
    /// </summary>
    /// <param name="doubts">How many of its figures are hard to believe.</param>
    public void Submit(Act act, bool hasRows, int doubts = 0)
    {
        var next = Flow.Take(State, PlanStep.Submit, act);
        if (!hasRows) throw ProgrammeRefusals.NoRows();
        if (doubts > 0 && string.IsNullOrWhiteSpace(act.Why)) throw ProgrammeRefusals.SubmitUnconfirmed(doubts);

        if (doubts > 0 && act.Why != AcceptedBecause) Accepted = Told(doubts, act.Why!);
        (State, SubmittedBy, SubmittedOn, ReturnReason) = (next, act.By.Account, act.Today, null);
    }

    /// <summary>Takes it back (撤回).</summary>
    public void Withdraw(Act act) => (State, SubmittedBy, SubmittedOn) = (Flow.Take(State, PlanStep.Withdraw, act), null, null);

    /// <summary>Issues it (审定发布) by another person than who handed it in; raises <c>approval.own</c>.</summary>
    public void Issue(Act act)
    {
        var next = Flow.Take(State, PlanStep.Issue, act);
        if (SubmittedBy is { } submitter) FourEyes.Require(submitter, act);
        (State, ApprovedBy, IssuedOn) = (next, act.By.Account, act.Today);
    }

    /// <summary>Returns it with a reason (退回) by another person than who handed it in.</summary>
    public void Return(Act act)
    {
        var next = Flow.Take(State, PlanStep.Return, act);
        if (SubmittedBy is { } submitter) FourEyes.Require(submitter, act);
        (State, ReturnReason) = (next, act.Why);
    }

    /// <summary>Gives way to a newer version (被替代).</summary>
    public void Supersede(Act act) => State = Flow.Take(State, PlanStep.Supersede, act);
}

/// <summary>Where the cells of a version came from (版本来源).</summary>
public sealed record PlanSource(string File, string Hash, string? Accepted);
