namespace Huanxin.Core.Kernel;

/// <summary>A command said no (不予办理): a stable code, one Chinese sentence and, where there is one, the clause behind it.</summary>
public sealed class Refusal(string code, string sentence, string? clause = null) : Exception(sentence)
{
    /// <summary>Stable dotted English code (代码), e.g. <c>account.own-approval</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The sentence shown to the user (说明).</summary>
    public string Sentence { get; } = sentence;

    /// <summary>Clause or article the refusal rests on (依据), if any.</summary>
    public string? Clause { get; } = clause;
}
