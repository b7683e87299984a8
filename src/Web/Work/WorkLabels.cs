using Huanxin.Web.Ui.Figures;

namespace Huanxin.Web.Work;

/// <summary>How a task's state is called on the work page.</summary>
public static class WorkLabels
{
    public static string Of(Tone tone) => tone switch
    {
        Tone.Late => "已逾期",
        Tone.Waiting => "待办理",
        Tone.Neutral or Tone.Draft => "提醒",
        Tone.Going => "进行中",
        Tone.Done => "已办结",
        Tone.Refused => "已退回",
        Tone.Paused => "已暂停",
    };
}
