namespace Huanxin.Core.Policies;

/// <summary>How a rule joins its parts (组合方式).</summary>
public enum Joining { Rule, All, Any }

/// <summary>
/// A rule as a pack writes it (规则): one named rule, or all / any of others, with exceptions and a quota.
/// It knows names only; a <see cref="RuleBook"/> binds it to values.
/// </summary>
/// <param name="With">Arguments: names of parameters, or the fixed words of the rule.</param>
/// <param name="Unless">Where any of these holds, this does not.</param>
/// <param name="Quota">Id of the quota that decides; the answer is then conditional instead of yes.</param>
public sealed record RuleNode(Joining Joining, string? Rule, IReadOnlyDictionary<string, string> With,
    IReadOnlyList<RuleNode> Parts, IReadOnlyList<RuleNode> Unless, string? Quota, string? Title, Level Level,
    IReadOnlyList<string> Clauses);

/// <summary>
/// A rule with a name of its own in a document (规则条目): a way into the programme, an exclusion, a requirement.
/// </summary>
/// <param name="Subject">What it is asked of: community, scheme, start, payment …</param>
public sealed record RuleSet(string Id, string Title, string Subject, RuleNode Node, string? Note);
