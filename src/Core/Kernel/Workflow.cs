namespace Huanxin.Core.Kernel;

/// <summary>One arrow of a flow chart (流转): from a state by a step to a state.</summary>
public sealed record Transition<TState, TStep>(TState From, TStep Step, TState To, bool NeedsReason = false);

/// <summary>An official flow chart as a table (流程): which step leads from where to where.</summary>
public sealed class Workflow<TState, TStep>(params Transition<TState, TStep>[] transitions)
    where TState : struct, Enum
    where TStep : struct, Enum
{
    /// <summary>All arrows in the order of the chart (全部流转).</summary>
    public IReadOnlyList<Transition<TState, TStep>> Transitions { get; } = transitions;

    /// <summary>Steps possible from a state (可办理的步骤).</summary>
    public IEnumerable<TStep> StepsFrom(TState state) => Transitions.Where(t => t.From.Equals(state)).Select(t => t.Step);

    /// <summary>The state a step leads to (办理后的状态); raises <c>workflow.no-such-step</c> or <c>act.reason-missing</c>.</summary>
    public TState Take(TState from, TStep step, Act act)
    {
        var arrow = Transitions.FirstOrDefault(t => t.From.Equals(from) && t.Step.Equals(step))
            ?? throw KernelRefusals.NoSuchStep(from.ToString(), step.ToString());
        if (arrow.NeedsReason && string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        return arrow.To;
    }
}
