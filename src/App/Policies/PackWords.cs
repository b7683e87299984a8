namespace Huanxin.App.Policies;

/// <summary>The longer word lists of the pack format.</summary>
public static class PackWords
{
    /// <summary>Kinds of money (domain list of fund sources).</summary>
    public static readonly string[] FundKinds =
    [
        "central-subsidy", "central-investment", "provincial-subsidy", "city", "district", "street", "special-bond", "general-bond",
        "policy-loan", "treasury-bond", "land-income", "former-owner-unit", "utility", "residents", "maintenance-fund",
        "housing-fund", "public-income", "community-fund", "donation", "private-capital", "property-company",
        "implementing-unit", "department-fund", "fiscal-subsidy",
    ];

    /// <summary>Rungs and rounds of supervision.</summary>
    public static readonly string[] SupervisionKinds =
    [
        "inspection", "patrol", "verification", "assessment", "praise", "award", "criticism", "rectification", "interview",
        "accountability", "volunteer", "gate",
    ];
}
