using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Figures;

namespace Huanxin.Web.People;

/// <summary>Words for states of accounts and organisations.</summary>
public static class PeopleSentences
{
    public static string StateOf(DateTime? disabledAt, DateTime? lockedUntil, DateTime now) =>
        disabledAt is not null ? "已停用" : lockedUntil > now ? "锁定" : "启用";

    public static Tone ToneOf(string state) => state switch
    {
        "已停用" or "已撤销" or "已解除" => Tone.Paused,
        "锁定" => Tone.Late,
        "未到任" => Tone.Waiting,
        _ => Tone.Done,
    };

    public static string StateOf(Posting post, DateOnly today) =>
        post.IsInForce(today) ? "在任" : post.From > today ? "未到任" : "已解除";

    /// <summary>A part of a day of two, in words: “2024-03-28 起” or “2024-03-28 至 2024-06-30”.</summary>
    public static string Term(DateOnly from, DateOnly? until) =>
        until is { } last ? $"{Figure.Date(from)} 至 {Figure.Date(last)}" : $"{Figure.Date(from)} 起";

    public static string LockedUntil(DateTime until) => $"因连续输错密码，锁定至 {ChinaTime.Local(until):HH:mm}。";
}
