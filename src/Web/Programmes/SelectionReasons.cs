using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Programmes;

/// <summary>Why a community stands where it stands: what is missing, what puts it forward.</summary>
public static class SelectionReasons
{
    public static IEnumerable<string> Of(JudgedPart part)
    {
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
}
