namespace Huanxin.Core.Policies;

/// <summary>What one rule said about one case (检查): what was found, what was required, and by which clause.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Found">Value of the fact; null where it is unknown.</param>
/// <param name="Required">Value of the document; null where the rule needs none.</param>
/// <param name="Source">Where the fact came from.</param>
/// <param name="Missing">Name of the fact or parameter that is missing.</param>
public sealed record Check(Answer Answer, object? Found, object? Required, FactSource? Source, string? Missing)
{
    /// <summary>A rule that asks only whether something is so (是否).</summary>
    public static Check That(Fact<bool> fact, string name) =>
        fact.IsKnown ? new(Answers.Of(fact.Value), fact.Value, null, fact.Source, null) : Lacking(name);

    /// <summary>A rule that asks whether something is not so (是否不).</summary>
    public static Check ThatNot(Fact<bool> fact, string name) =>
        fact.IsKnown ? new(Answers.Of(!fact.Value), fact.Value, null, fact.Source, null) : Lacking(name);

    /// <summary>A rule that compares a fact with a value of the document (比较).</summary>
    public static Check Compare<TFact, TValue>(Fact<TFact> fact, string name, TValue? required, string parameter,
        Func<TFact, TValue, bool> holds)
        where TValue : struct
    {
        return Weigh(fact, name, required, parameter, (found, value) => Answers.Of(holds(found, value)));
    }

    /// <summary>
    /// A comparison that a fact may be too vague for (比较，可能不够确切): then the answer is unknown and the fact is missing.
    /// </summary>
    public static Check Weigh<TFact, TValue>(Fact<TFact> fact, string name, TValue? required, string parameter,
        Func<TFact, TValue, Answer> weigh)
        where TValue : struct
    {
        if (required is not { } value) return Lacking(parameter);
        if (!fact.IsKnown) return new(Answer.Unknown, null, value, null, name);

        var answer = weigh(fact.Value, value);
        return new(answer, fact.Value, value, fact.Source, answer == Answer.Unknown ? name : null);
    }

    /// <summary>A fact or a value is missing (缺项).</summary>
    public static Check Lacking(string name) => new(Answer.Unknown, null, null, null, name);
}
