namespace Huanxin.Core.Policies;

/// <summary>
/// Answer to a question of policy (结论). The order is that of certainty: “all” takes the least, “any” the greatest.
/// </summary>
public enum Answer
{
    /// <summary>否.</summary>
    No,

    /// <summary>未知：a fact or a value of the document is missing.</summary>
    Unknown,

    /// <summary>有条件：may be, within a quota.</summary>
    Conditional,

    /// <summary>是.</summary>
    Yes,
}

/// <summary>How answers combine (结论的组合).</summary>
public static class Answers
{
    /// <summary>From a plain statement (是否).</summary>
    public static Answer Of(bool holds) => holds ? Answer.Yes : Answer.No;

    /// <summary>Both (且).</summary>
    public static Answer And(this Answer one, Answer other) => one < other ? one : other;

    /// <summary>Either (或).</summary>
    public static Answer Or(this Answer one, Answer other) => one > other ? one : other;

    /// <summary>The opposite (非); what is unknown or conditional stays so.</summary>
    public static Answer Not(this Answer answer) => answer switch
    {
        Answer.Yes => Answer.No,
        Answer.No => Answer.Yes,
        _ => answer,
    };
}
