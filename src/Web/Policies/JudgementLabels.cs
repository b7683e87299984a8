using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>What a check lacks, in words.</summary>
public static class JudgementLabels
{
    /// <summary>A missing fact by its name, or a value the document does not give; null when nothing is missing.</summary>
    public static string? Missing(Judgement judged, RuleBook book)
    {
        if (judged.Check?.Missing is not { } missing) return null;
        if (!judged.Node.With.TryGetValue(missing, out var parameter)) return FactLabels.NameOf(missing);

        var label = book.Value(parameter) is { } given ? given.Parameter.Label : parameter;
        return $"文件没有给出“{label}”（{PolicyWords.Unverified}）";
    }
}
