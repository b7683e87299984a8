using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Figures;

namespace Huanxin.Web.Policies;

/// <summary>A verdict in words.</summary>
public static class JudgementLabels
{
    /// <summary>The verdict on a community; where its buildings differ, that.</summary>
    public static string Verdict(Answer answer, bool isSplit = false) => isSplit ? "各楼结论不同" : answer switch
    {
        Answer.Yes => "可以纳入",
        Answer.No => "不能纳入",
        Answer.Unknown => "还不能确定",
        Answer.Conditional => "有名额时可以纳入",
    };

    public static Tone ToneOf(Answer answer) => answer switch
    {
        Answer.Yes => Tone.Done,
        Answer.No => Tone.Refused,
        Answer.Unknown or Answer.Conditional => Tone.Waiting,
    };
}
