namespace Huanxin.Core.Policies;

/// <summary>What a rule and its parts said about a case (判断), as a tree that mirrors the rule.</summary>
public sealed record Judgement(RuleNode Node, Answer Answer, Check? Check, IReadOnlyList<Judgement> Parts,
    IReadOnlyList<Judgement> Exceptions)
{
    /// <summary>Every single check below, in order (全部检查).</summary>
    public IEnumerable<Judgement> Checks() =>
        Check is null ? Parts.Concat(Exceptions).SelectMany(p => p.Checks()) : Exceptions.SelectMany(p => p.Checks())
            .Prepend(this);

    /// <summary>Names of the facts and values that are missing (缺项).</summary>
    public IEnumerable<string> Missing() =>
        Checks().Where(c => c.Answer == Answer.Unknown).Select(c => c.Check?.Missing).OfType<string>().Distinct();

    /// <summary>Quota that decides, where the answer is conditional (名额).</summary>
    public string? Quota =>
        Answer != Answer.Conditional
            ? null : Node.Quota ?? Parts.Select(p => p.Quota).FirstOrDefault(q => q is not null);
}
