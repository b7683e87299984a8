namespace Huanxin.Core.Programmes;

/// <summary>Chinese names of the fields of plans and projects (计划与项目库：字段名称).</summary>
public static class ProgrammeFields
{
    private static readonly Dictionary<string, string> Common = new()
    {
        ["Id"] = "编号", ["Place"] = "属地", ["Note"] = "备注", ["State"] = "状态", ["Year"] = "年度", ["Reason"] = "原因", ["Kind"] = "种类",
        ["PlanSetId"] = "所属计划", ["VersionId"] = "所属版本", ["ProjectId"] = "项目", ["CommunityId"] = "小区", ["SelectionId"] = "所属遴选",
        ["Projects"] = "项目数", ["Communities"] = "小区个数", ["Buildings"] = "楼栋数", ["Households"] = "户数", ["Area"] = "建筑面积",
        ["Investment"] = "计划投资", ["ReturnReason"] = "退回原因",
    };

    private static readonly Dictionary<string, string> OfPlanSet = new()
    {
        [nameof(PlanSet.Title)] = "计划名称", [nameof(PlanSet.FromYear)] = "起始年度", [nameof(PlanSet.ToYear)] = "终止年度",
        [nameof(PlanSet.Document)] = "依据文件", [nameof(PlanSet.Clause)] = "依据条款", [nameof(PlanSet.PlaceTitle)] = "地区栏名",
    };

    private static readonly Dictionary<string, string> OfVersion = new()
    {
        [nameof(PlanVersion.Number)] = "版本号", [nameof(PlanVersion.Reason)] = "编制原因", [nameof(PlanVersion.MeasureList)] = "指标",
        [nameof(PlanVersion.SourceFile)] = "来源文件", [nameof(PlanVersion.SourceHash)] = "来源文件指纹",
        [nameof(PlanVersion.Accepted)] = "确认的存疑", [nameof(PlanVersion.SubmittedBy)] = "提交人",
        [nameof(PlanVersion.SubmittedOn)] = "提交日期", [nameof(PlanVersion.ApprovedBy)] = "审定人", [nameof(PlanVersion.IssuedOn)] = "发布日期",
    };

    private static readonly Dictionary<string, string> OfRow = new()
    {
        [nameof(PlanRow.PlaceText)] = "表中地名", [nameof(PlanRow.Position)] = "行次",
    };

    private static readonly Dictionary<string, string> OfProject = new()
    {
        [nameof(Project.Code)] = "项目代码", [nameof(Project.Name)] = "项目名称", [nameof(Project.Kind)] = "项目类型",
        [nameof(Project.Batch)] = "批次", [nameof(Project.Year)] = "计划年度", [nameof(Project.IsOutOfPlan)] = "计划外",
        [nameof(Project.OutOfPlanReason)] = "计划外原因", [nameof(Project.Flags)] = "试点、示范标记",
        [nameof(Project.OrganisationId)] = "实施主体", [nameof(Project.Responsible)] = "责任人", [nameof(Project.StartOn)] = "计划开工",
        [nameof(Project.FinishOn)] = "计划完工", [nameof(Project.FinancingMode)] = "资金平衡模式", [nameof(Project.StateReason)] = "暂停或取消原因",
        [nameof(Project.StateBefore)] = "原状态",
    };

    private static readonly Dictionary<string, string> OfProjectCommunity = new()
    {
        [nameof(ProjectCommunity.BuildingsTaken)] = "改造楼栋",
    };

    private static readonly Dictionary<string, string> OfSelection = new()
    {
        [nameof(Selection.IsOutOfPlan)] = "计划外",
        [nameof(Selection.On)] = "适用日期", [nameof(Selection.Fingerprint)] = "适用文件指纹", [nameof(Selection.Priority)] = "优先次序", [nameof(Selection.Grounds)] = "依据的规定和取值",
        [nameof(Selection.ProposedBy)] = "提出人", [nameof(Selection.ProposedOn)] = "提出日期", [nameof(Selection.DecidedBy)] = "审定人",
        [nameof(Selection.DecidedOn)] = "审定日期",
    };

    private static readonly Dictionary<string, string> OfLine = new()
    {
        [nameof(SelectionLine.Answer)] = "纳入结论", [nameof(SelectionLine.Position)] = "优先位次", [nameof(SelectionLine.Quota)] = "名额",
        [nameof(SelectionLine.Outcome)] = "名额结果", [nameof(SelectionLine.Size)] = "规模", [nameof(SelectionLine.TakenBefore)] = "此前已占名额",
        [nameof(SelectionLine.QuotaLimit)] = "名额上限", [nameof(SelectionLine.Missing)] = "缺项", [nameof(SelectionLine.Facts)] = "当时事实",
        [nameof(SelectionLine.IsChosen)] = "选入", [nameof(SelectionLine.IsOverride)] = "例外",
    };

    /// <summary>Name of a field (字段名称); null when it is not one of ours.</summary>
    public static string? Field(string type, string property) => type switch
    {
        nameof(PlanSet) => In(OfPlanSet, property),
        nameof(PlanVersion) => In(OfVersion, property),
        nameof(PlanRow) => In(OfRow, property),
        nameof(PlanProject) => In([], property),
        nameof(Project) => In(OfProject, property),
        nameof(ProjectCommunity) => In(OfProjectCommunity, property),
        nameof(Selection) => In(OfSelection, property),
        nameof(SelectionLine) => In(OfLine, property),
        _ => null,
    };

    private static string? In(Dictionary<string, string> own, string property) =>
        own.GetValueOrDefault(property) ?? Common.GetValueOrDefault(property);
}
