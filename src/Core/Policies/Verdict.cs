namespace Huanxin.Core.Policies;

/// <summary>
/// Whether a community is in, out, not yet known, or in within a quota (纳入结论): the best of the ways in,
/// unless an exclusion holds.
/// </summary>
public sealed record Verdict(Answer Answer, IReadOnlyList<Judgement> Ways, IReadOnlyList<Judgement> Exclusions)
{
    /// <summary>The way that decides (适用途径): the first with the best answer.</summary>
    public Judgement? Way => Ways.MaxBy(w => w.Answer);

    /// <summary>Quota that decides, where the answer is conditional (名额).</summary>
    public string? Quota => Answer == Answer.Conditional ? Way?.Quota : null;

    /// <summary>Names of the facts and values that are missing (缺项).</summary>
    public IEnumerable<string> Missing() => Ways.Concat(Exclusions).SelectMany(j => j.Missing()).Distinct();

    /// <summary>Combines ways in and exclusions (综合).</summary>
    public static Verdict Of(IReadOnlyList<Judgement> ways, IReadOnlyList<Judgement> exclusions)
    {
        var answer = Answer.No;
        foreach (var way in ways) answer = answer.Or(way.Answer);
        foreach (var exclusion in exclusions) answer = answer.And(exclusion.Answer.Not());
        return new Verdict(answer, ways, exclusions);
    }
}
