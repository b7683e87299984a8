namespace Huanxin.Web.Ui;

/// <summary>Addresses of the register.</summary>
public static partial class Links
{
    public const string Communities = "/communities";
    public const string CommunityNew = "/communities/new";
    public const string CommunityLedger = "/communities/ledger.xlsx";
    public const string CommunityMap = "/communities/map";
    public const string CommunitySummary = "/communities/summary";
    public const string CommunityDuplicates = "/communities/duplicates";
    public const string CommunityDistinct = "/communities/duplicates/distinct";

    /// <summary>Those of a place, or those of them that report a figure.</summary>
    public static string CommunitiesSaying(Core.Kernel.RegionCode place, string? figure) =>
        $"{Communities}?place={place}" + (figure is null ? "" : $"&{figure}.from=0");

    public static string Community(Guid id) => $"/communities/{id}";

    /// <summary>Why it is in or not, with the clauses.</summary>
    public static string CommunityVerdict(Guid id) => $"/communities/{id}#eligibility";

    /// <summary>Counts of a place by its parts.</summary>
    public static string CommunitySummaryOf(Core.Kernel.RegionCode place) => $"{CommunitySummary}?place={place}";

    /// <summary>What may be registered twice in a district.</summary>
    public static string CommunityDuplicatesOf(Core.Kernel.RegionCode district) => $"{CommunityDuplicates}?place={district}";

    /// <summary>The map with one community marked.</summary>
    public static string CommunityMapOf(Guid id) => $"{CommunityMap}?mark={id}";

    /// <summary>Dwellings of a whole community.</summary>
    public static string CommunityDwellings(Guid id) => $"/communities/{id}/dwellings";

    /// <summary>What a community reports beside what its buildings add up to.</summary>
    public static string CommunityFigures(Guid id) => $"/communities/{id}#figures";

    /// <summary>The form at one of its fields.</summary>
    public static string CommunityField(Guid id, string field) => $"/communities/{id}/edit#{field}";

    public static string CommunityEdit(Guid id) => $"/communities/{id}/edit";

    public static string CommunityConfirming(Guid id) => $"/communities/{id}/confirming";

    public static string CommunityClosing(Guid id) => $"/communities/{id}/closing";

    public static string CommunityReopening(Guid id) => $"/communities/{id}/reopening";

    public static string CommunityMerging(Guid id) => $"/communities/{id}/merging";

    public static string CommunityUnmerging(Guid id) => $"/communities/{id}/unmerging";

    public static string CommunitySplitting(Guid id) => $"/communities/{id}/splitting";

    public static string BuildingNew(Guid community) => $"/communities/{community}/buildings/new";

    public static string Building(Guid id) => $"/communities/buildings/{id}";

    public static string BuildingEdit(Guid id) => $"/communities/buildings/{id}/edit";

    public static string BuildingClosing(Guid id) => $"/communities/buildings/{id}/closing";

    public static string BuildingReopening(Guid id) => $"/communities/buildings/{id}/reopening";

    public static string DwellingNew(Guid building) => $"/communities/buildings/{building}/dwellings/new";

    public static string Dwelling(Guid id) => $"/communities/dwellings/{id}";

    public static string DwellingEdit(Guid id) => $"/communities/dwellings/{id}/edit";

    public static string DwellingClosing(Guid id) => $"/communities/dwellings/{id}/closing";

    public static string OwnerNew(Guid dwelling) => $"/communities/dwellings/{dwelling}/owners/new";

    public static string OwnerEnding(Guid id) => $"/communities/owners/{id}/ending";
}
