namespace Huanxin.Core.Policies;

/// <summary>A rule bound to the values of a place and a date (适用规则), ready to judge many cases.</summary>
public sealed class BoundRule<TFacts>
{
    private readonly Rule<TFacts>? rule;
    private readonly Arguments? arguments;
    private readonly BoundRule<TFacts>[] parts;
    private readonly BoundRule<TFacts>[] unless;

    internal BoundRule(RuleNode node, Rule<TFacts>? rule, Arguments? arguments, BoundRule<TFacts>[] parts,
        BoundRule<TFacts>[] unless) =>
        (Node, this.rule, this.arguments, this.parts, this.unless) = (node, rule, arguments, parts, unless);

    /// <summary>The rule as the document has it (条文规则).</summary>
    public RuleNode Node { get; }

    /// <summary>The answer with everything it rests on (判断).</summary>
    public Judgement Judge(TFacts facts)
    {
        var check = rule?.Decide(facts, arguments!);
        var judged = JudgeAll(parts, facts);
        var answer = Node.Joining switch
        {
            Joining.Rule => check!.Answer,
            Joining.All => All(judged),
            Joining.Any => Any(judged),
        };

        var exceptions = JudgeAll(unless, facts);
        if (exceptions.Length > 0) answer = answer.And(Any(exceptions).Not());
        if (answer == Answer.Yes && Node.Quota is not null) answer = Answer.Conditional;

        return new Judgement(Node, answer, check, judged, exceptions);
    }

    private static Judgement[] JudgeAll(BoundRule<TFacts>[] rules, TFacts facts)
    {
        if (rules.Length == 0) return [];

        var judged = new Judgement[rules.Length];
        for (var i = 0; i < rules.Length; i++) judged[i] = rules[i].Judge(facts);
        return judged;
    }

    // A part that does not bind (宜, 可, 有条件的) reminds but never turns the answer.
    private static Answer All(Judgement[] judged)
    {
        var answer = Answer.Yes;
        foreach (var part in judged)
        {
            if (part.Node.Level.Blocks()) answer = answer.And(part.Answer);
        }

        return answer;
    }

    private static Answer Any(Judgement[] judged)
    {
        var answer = Answer.No;
        foreach (var part in judged) answer = answer.Or(part.Answer);
        return answer;
    }
}
