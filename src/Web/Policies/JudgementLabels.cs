using Huanxin.App.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>What a check lacks, in words.</summary>
public static class JudgementLabels
{
    /// <summary>A missing fact by its name, or a value the document does not give; null when nothing is missing.</summary>
    public static string? Missing(Judgement judged, RuleBook book) => VerdictReasons.Missing(judged, book);
}
