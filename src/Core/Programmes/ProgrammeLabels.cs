using Huanxin.Core.Policies;

namespace Huanxin.Core.Programmes;

/// <summary>Chinese labels of plans and projects (计划与项目库：名称).</summary>
public static class ProgrammeLabels
{
    public static string Label(this PlanKind kind) => kind switch
    {
        PlanKind.Programme => "总体计划",
        PlanKind.Annual => "年度计划",
        PlanKind.Library => "项目库",
    };

    public static string Label(this PlanState state) => state switch
    {
        PlanState.Draft => "草稿",
        PlanState.Submitted => "待审定",
        PlanState.Issued => "已发布",
        PlanState.Superseded => "已被替代",
        PlanState.Returned => "已退回",
    };

    public static string Label(this CellChange change) => change switch
    {
        CellChange.Added => "新增",
        CellChange.Changed => "改动",
        CellChange.Removed => "删去",
    };

    public static string Label(this MilestoneVerdict verdict) => verdict switch
    {
        MilestoneVerdict.Below => "低于要求",
        MilestoneVerdict.At => "恰好达到",
        MilestoneVerdict.Above => "高于要求",
        MilestoneVerdict.Unknown => "无法核对",
    };

    public static string Label(this ProjectKind kind) => kind switch
    {
        ProjectKind.Community => "单小区",
        ProjectKind.Cluster => "片区",
        ProjectKind.Building => "单栋楼",
    };

    public static string Label(this ProjectBatch batch) => batch switch
    {
        ProjectBatch.Carry => "实施一批",
        ProjectBatch.Prepare => "谋划一批",
        ProjectBatch.Reserve => "储备一批",
    };

    public static string Label(this ProjectState state) => state switch
    {
        ProjectState.Reserve => "储备",
        ProjectState.Planned => "列入计划",
        ProjectState.Suspended => "已暂停",
        ProjectState.Cancelled => "已取消",
    };

    public static string Label(this SelectionState state) => state switch
    {
        SelectionState.Proposed => "待审定",
        SelectionState.Agreed => "已审定",
        SelectionState.Returned => "已退回",
    };

    public static string Label(this QuotaOutcome outcome) => outcome switch
    {
        QuotaOutcome.Fits => "名额之内",
        QuotaOutcome.Waits => "名额已满，等候",
        QuotaOutcome.SizeUnknown => "规模不明",
        QuotaOutcome.ShareUnknown => "文件没有给出比例",
        QuotaOutcome.TotalUnknown => "年度总量不明",
    };

    /// <summary>Name of a kind of record of this feature (记录类别名称); null for others.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(PlanSet) => "计划",
        nameof(PlanVersion) => "计划版本",
        nameof(PlanRow) => "计划行",
        nameof(PlanProject) => "计划行所含项目",
        nameof(Project) => "项目",
        nameof(ProjectCommunity) => "项目小区",
        nameof(Selection) => "计划遴选",
        nameof(SelectionLine) => "遴选明细",
        _ => null,
    };
}
