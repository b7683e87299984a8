using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>A community whose verdict would change (结论变化).</summary>
public sealed record ChangedVerdict(CommunityFacts Facts, Verdict Before, Verdict After);

/// <summary>What a draft would change (试算), before it is put in force.</summary>
/// <param name="Before">How many communities have each answer now.</param>
/// <param name="After">How many would have it.</param>
public sealed record WhatIf(IReadOnlyDictionary<Answer, int> Before, IReadOnlyDictionary<Answer, int> After,
    IReadOnlyList<ChangedVerdict> Changed)
{
    /// <summary>Judges the same communities by the policy in force and by the one with the draft (试算).</summary>
    public static WhatIf Of(EligibilityBook inForce, EligibilityBook withDraft, IEnumerable<CommunityFacts> communities)
    {
        var (before, after, changed) =
            (new Dictionary<Answer, int>(), new Dictionary<Answer, int>(), new List<ChangedVerdict>());
        foreach (var facts in communities)
        {
            var (now, then) = (inForce.Judge(facts), withDraft.Judge(facts));
            before[now.Answer] = before.GetValueOrDefault(now.Answer) + 1;
            after[then.Answer] = after.GetValueOrDefault(then.Answer) + 1;
            if (now.Answer != then.Answer) changed.Add(new(facts, now, then));
        }

        return new WhatIf(before, after, changed);
    }
}
