using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Programmes;

/// <summary>Why a community stands where it stands: what keeps it out, what is missing, what puts it forward.</summary>
public static class SelectionReasons
{
    public static IEnumerable<string> Of(JudgedPart part)
    {
        if (part.Verdict.Answer == Answer.No && !part.IsPart && Against(part.Verdict).ToList() is { Count: > 0 } against)
        {
            yield return "不符合：" + string.Join('、', against);
        }

        if (part.Verdict.Answer == Answer.Unknown && !part.IsPart && part.Verdict.Missing().ToList() is { Count: > 0 } missing)
        {
            yield return "还缺：" + string.Join('、', missing.Select(FactLabels.NameOf));
        }

        if (part.Rank is not { } rank) yield break;

        var criteria = rank.Reasons.Where(reason => reason.Judgement is not null).ToList();
        if (criteria.Exists(reason => reason.Points > 0))
        {
            yield return "优先：" + string.Join('、', criteria.Where(reason => reason.Points > 0).Select(reason => reason.Title));
        }

        if (criteria.Exists(reason => reason.Points is null))
        {
            yield return "排序时不清楚：" + string.Join('、', criteria.Where(reason => reason.Points is null).Select(reason => reason.Title));
        }
    }

    // Checks of the best way that fail, and exclusions that hold, each with its clause.
    private static IEnumerable<string> Against(Verdict verdict)
    {
        var failing = verdict.Way?.Checks().Where(check => check.Answer == Answer.No) ?? [];
        var holding = verdict.Exclusions.Where(exclusion => exclusion.Answer == Answer.Yes).SelectMany(exclusion => exclusion.Checks())
            .Where(check => check.Answer == Answer.Yes);
        return failing.Concat(holding).Select(Told).Distinct();
    }

    private static string Told(Judgement check)
    {
        var title = check.Node.Title ?? (check.Node.Rule is { } rule ? RuleLabels.Of(RuleCatalogue.All[rule]) : "");
        return check.Node.Clauses is [var clause, ..] ? $"{title}（{clause}）" : title;
    }
}
