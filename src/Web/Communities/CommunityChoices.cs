using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Communities;

/// <summary>What the selects of the register offer.</summary>
public static class CommunityChoices
{
    public static readonly IReadOnlyList<Option> YesNo = [new("true", "是"), new("false", "否")];
    public static readonly IReadOnlyList<Option> Kinds = Of<CommunityKind>(FactLabels.Label);
    public static readonly IReadOnlyList<Option> Lands = Of<LandKind>(FactLabels.Label);
    public static readonly IReadOnlyList<Option> Ownerships = Of<OwnershipKind>(CommunityLabels.Label);
    public static readonly IReadOnlyList<Option> Evidences = Of<BuildEvidence>(CommunityLabels.Label);
    public static readonly IReadOnlyList<Option> Structures = Of<StructureKind>(CommunityLabels.Label);
    public static readonly IReadOnlyList<Option> Managements = Of<ManagementMode>(CommunityLabels.Label);
    public static readonly IReadOnlyList<Option> UtilityStates = Of<UtilityState>(CommunityLabels.Label);
    public static readonly IReadOnlyList<Option> Qualities = Of<FactQuality>(PolicyLabels.Label);
    public static readonly IReadOnlyList<Option> AreaSources = Of<AreaSource>(CommunityLabels.Label);

    private static List<Option> Of<T>(Func<T, string> label) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Option(value.ToString(), label(value)))];
}
