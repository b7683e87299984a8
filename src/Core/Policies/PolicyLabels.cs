namespace Huanxin.Core.Policies;

/// <summary>Words of the documents that the rules themselves must know (政策用词).</summary>
public static class PolicyWords
{
    /// <summary>The unit that makes a period count working days.</summary>
    public const string WorkingDay = "工作日";

    /// <summary>Marks what the sources do not give.</summary>
    public const string Unverified = "未核实";
}

/// <summary>Chinese labels of the policy types (政策用语).</summary>
public static class PolicyLabels
{
    public static string Label(this Level level) => level switch
    {
        Level.Must => "必须",
        Level.Should => "应",
        Level.Advisable => "宜",
        Level.May => "可（鼓励）",
        Level.IfPossible => "有条件的",
    };

    public static string Label(this Answer answer) => answer switch
    {
        Answer.Yes => "是",
        Answer.No => "否",
        Answer.Unknown => "未知",
        Answer.Conditional => "有条件",
    };

    public static string Label(this Obligation obligation) => obligation switch
    {
        Obligation.Mandatory => "必改",
        Obligation.All => "应改尽改",
        Obligation.WhereFit => "宜改则改",
        Obligation.WherePossible => "能改则改",
        Obligation.BestEffort => "尽量改造",
        Obligation.Encouraged => "鼓励",
        Obligation.IfConditions => "有条件",
        Obligation.Optional => "可选",
        Obligation.Unstated => "未写明",
    };

    public static string Label(this NoteKind kind) => kind switch
    {
        NoteKind.Contradiction => "矛盾",
        NoteKind.Gap => "未写明",
        NoteKind.Reading => "理解",
        NoteKind.Correction => "更正",
    };

    public static string Label(this GapKind kind) => kind switch
    {
        GapKind.Number => "文号",
        GapKind.IssueDate => "印发日期",
        GapKind.Value => "数值",
        GapKind.ReturnColumns => "报表栏目",
        GapKind.FormColumns => "附件表样栏目",
        GapKind.Departments => "联审部门名单",
        GapKind.Indicators => "评价指标",
        GapKind.Standard => "改造标准",
        GapKind.Who => "由谁办理、报给谁",
        GapKind.Papers => "办理材料",
        GapKind.Purposes => "资金用途",
    };

    public static string Label(this DocumentKind kind) => kind switch
    {
        DocumentKind.Law => "法律",
        DocumentKind.Interpretation => "司法解释",
        DocumentKind.Regulation => "法规规章",
        DocumentKind.Plan => "方案",
        DocumentKind.Notice => "通知",
        DocumentKind.Explanation => "解读",
        DocumentKind.Standard => "标准",
        DocumentKind.Reference => "自编对照",
    };

    public static string Label(this FactQuality quality) => quality switch
    {
        FactQuality.Reported => "填报",
        FactQuality.Measured => "实测",
        FactQuality.Estimated => "估算",
    };

    public static string Label(this ParameterType type) => type switch
    {
        ParameterType.Date => "日期",
        ParameterType.Ratio => "比例",
        ParameterType.Fen => "金额",
        ParameterType.Area => "面积",
        ParameterType.Count => "数量",
        ParameterType.Days => "天数",
        ParameterType.Text => "文字",
        ParameterType.List => "清单",
    };

    public static string Label(this CitationKind kind) => kind switch
    {
        CitationKind.Value => "数值",
        CitationKind.Target => "任务目标",
        CitationKind.Plan => "计划表",
        CitationKind.Listed => "点名小区",
        CitationKind.Eligibility => "纳入规则",
        CitationKind.Exclusion => "不纳入规则",
        CitationKind.Quota => "名额",
        CitationKind.Priority => "优先次序",
        CitationKind.Requirement => "要求",
        CitationKind.ItemClass => "改造类别",
        CitationKind.Item => "改造目录项",
        CitationKind.Step => "程序步骤",
        CitationKind.JointReview => "联合审查",
        CitationKind.Voting => "表决事项",
        CitationKind.Warranty => "保修期",
        CitationKind.Tender => "招标限额",
        CitationKind.Clock => "时限",
        CitationKind.Funding => "资金来源",
        CitationKind.CostShare => "费用分担",
        CitationKind.Subsidy => "补贴",
        CitationKind.FinancingMode => "平衡模式",
        CitationKind.Return => "报表",
        CitationKind.Supervision => "督导",
        CitationKind.Acceptance => "验收",
        CitationKind.Stewardship => "长效管理",
        CitationKind.Evaluation => "绩效评价",
        CitationKind.Form => "附件表样",
        CitationKind.Duty => "工作要求",
        CitationKind.Responsibility => "责任分工",
        CitationKind.Organisation => "职责单位",
        CitationKind.Calendar => "放假安排",
        CitationKind.Case => "算例",
        CitationKind.Test => "测试",
    };
}
