using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>One reason of a verdict: what was asked, what came of it, and by which clauses.</summary>
/// <param name="Finding">In a word, e.g. “不符合”.</param>
public sealed record VerdictReason(string Finding, string Title, IReadOnlyList<string> Clauses);

/// <summary>What decided a verdict, in words.</summary>
public static class VerdictReasons
{
    /// <summary>The checks that made the answer what it is, each once.</summary>
    public static IReadOnlyList<VerdictReason> Of(Verdict verdict, RuleBook book)
    {
        var ways = verdict.Way is { } way && way.Answer == verdict.Answer ? Deciding(way).Select(leaf => Reason(leaf, false, book)) : [];
        var keptOut = verdict.Answer == Answer.Yes ? [] : verdict.Exclusions.Where(e => e.Answer.Not() == verdict.Answer)
            .SelectMany(Deciding).Select(leaf => Reason(leaf, true, book));
        return [.. ways.Concat(keptOut).DistinctBy(reason => reason.Title)];
    }

    /// <summary>What is missing, in words.</summary>
    public static IReadOnlyList<string> Missing(Verdict verdict, RuleBook book) =>
    [
        .. verdict.Ways.Concat(verdict.Exclusions).SelectMany(j => j.Checks()).Where(c => c.Answer == Answer.Unknown)
            .Select(c => Missing(c, book)).OfType<string>().Distinct(),
    ];

    /// <summary>A missing fact by its name, or a value the document does not give; null when nothing is missing.</summary>
    public static string? Missing(Judgement judged, RuleBook book)
    {
        if (judged.Check?.Missing is not { } missing) return null;
        if (!judged.Node.With.TryGetValue(missing, out var parameter)) return FactLabels.NameOf(missing);

        var label = book.Value(parameter) is { } given ? given.Parameter.Label : parameter;
        return $"文件没有给出“{label}”（{PolicyWords.Unverified}）";
    }

    // Down the branches that have the answer; where only an exception has turned it, the exception.
    private static IEnumerable<Judgement> Deciding(Judgement judged)
    {
        if (judged.Check is not null && judged.Exceptions.Count == 0) return [judged];

        var parts = judged.Parts.Where(part => part.Answer == judged.Answer).SelectMany(Deciding).ToList();
        if (parts.Count > 0) return parts;

        var exceptions = judged.Exceptions.Where(e => e.Answer.Not() == judged.Answer).SelectMany(Deciding).ToList();
        return exceptions.Count > 0 ? exceptions : [judged];
    }

    private static VerdictReason Reason(Judgement leaf, bool isExclusion, RuleBook book)
    {
        var title = leaf.Node.Title ?? TitleOf(leaf, book) ?? (leaf.Node.Rule is { } rule ? RuleLabels.Of(RuleCatalogue.All[rule]) : "");
        var finding = (leaf.Answer, isExclusion) switch
        {
            (Answer.Yes, false) => "符合",
            (Answer.No, false) => "不符合",
            (Answer.Yes, true) => "属于",
            (Answer.No, true) => "不属于",
            _ => "待查",
        };
        return new(finding, title, leaf.Node.Clauses.Count > 0 ? leaf.Node.Clauses : ClausesOf(leaf, book));
    }

    private static string? TitleOf(Judgement leaf, RuleBook book) => SetOf(leaf, book)?.Title;

    // A line of a rule without a clause of its own stands under the clause of the rule.
    private static IReadOnlyList<string> ClausesOf(Judgement leaf, RuleBook book) => SetOf(leaf, book)?.Node.Clauses ?? [];

    private static RuleSet? SetOf(Judgement leaf, RuleBook book) =>
        book.Documents.SelectMany(d => d.Eligibility.Concat(d.Exclusions)).FirstOrDefault(set => Holds(set.Node, leaf.Node));

    private static bool Holds(RuleNode node, RuleNode leaf) =>
        ReferenceEquals(node, leaf) || node.Parts.Concat(node.Unless).Any(part => Holds(part, leaf));
}
