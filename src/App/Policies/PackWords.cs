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
        NameKind.Class => "改造类别",
        NameKind.Item => "目录项",
        NameKind.CommonItem => "对照项",
        NameKind.Step => "步骤",
        NameKind.Matter => "表决事项",
        NameKind.Warranty => "保修种类",
        NameKind.Quota => "名额",
        NameKind.Rung => "督导台阶",
        NameKind.Stewardship => "长效管理事项",
        _ => kind.ToString(),
    };
}
