using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>The longer word lists and the names of the pack format.</summary>
public static class PackWords
{
    /// <summary>Kinds of money (domain list of fund sources).</summary>
    public static readonly string[] FundKinds =
    [
        "central-subsidy", "central-investment", "provincial-subsidy", "city", "district", "street", "special-bond",
            "general-bond",
        "policy-loan", "treasury-bond", "land-income", "former-owner-unit", "utility", "residents", "maintenance-fund",
        "housing-fund", "public-income", "community-fund", "donation", "private-capital", "property-company",
        "implementing-unit", "department-fund", "fiscal-subsidy",
    ];

    /// <summary>What money may be used for besides classes and items of works, each with its words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Purposes = new Dictionary<string, string>
    {
        ["private-parts"] = "住宅自有部分",
        ["property-subsidy"] = "物业服务补贴、奖补",
        ["long-term-management"] = "改造后的长效管理",
    };

    /// <summary>Rungs and rounds of supervision.</summary>
    public static readonly string[] SupervisionKinds =
    [
        "inspection", "patrol", "verification", "assessment", "praise", "award", "criticism", "rectification",
            "interview",
        "accountability", "volunteer", "gate",
    ];

    private static readonly Dictionary<string, Obligation> Obligations =
        Enum.GetValues<Obligation>().ToDictionary(o => o.Label(), o => o);

    /// <summary>Obligations in the documents' own words.</summary>
    public static string[] ObligationWords => [.. Obligations.Keys];

    /// <summary>The obligation a word means.</summary>
    public static Obligation ObligationOf(string word) => Obligations[word];

    /// <summary>What a kind of name is called in faults.</summary>
    public static string NameOf(NameKind kind) => kind switch
    {
        NameKind.Document => "文件",
        NameKind.Clause => "条款",
        NameKind.Parameter => "数值",
        NameKind.Target => "任务目标",
        NameKind.Plan => "计划表",
        NameKind.RuleSet => "规则",
        NameKind.Quota => "名额",
        NameKind.Priority => "优先次序",
        NameKind.Class => "改造类别",
        NameKind.Item => "目录项",
        NameKind.CommonItem => "对照项",
        NameKind.Procedure => "程序",
        NameKind.Step => "步骤",
        NameKind.JointReview => "联合审查",
        NameKind.Matter => "表决事项",
        NameKind.Warranty => "保修种类",
        NameKind.Tender => "招标限额",
        NameKind.Clock => "时限",
        NameKind.Source => "资金来源",
        NameKind.Share => "费用分担",
        NameKind.Subsidy => "补贴",
        NameKind.Mode => "平衡模式",
        NameKind.Return => "报表",
        NameKind.Rung => "督导台阶",
        NameKind.Acceptance => "验收要求",
        NameKind.Stewardship => "长效管理事项",
        NameKind.Evaluation => "绩效评价",
        NameKind.Form => "附件表样",
        NameKind.Duty => "工作要求",
        NameKind.Organisation => "职责单位",
        NameKind.Region => "区划",
        NameKind.Purpose => "资金用途",
    };
}
