using Huanxin.Core.Communities;

namespace Huanxin.Web.Communities;

/// <summary>Which field of the form fills in a fact that a policy asks for.</summary>
public static class CommunityFactField
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        [nameof(CommunityFacts.Kind)] = nameof(CommunityForm.Kind),
        [nameof(CommunityFacts.BuiltOn)] = nameof(CommunityForm.Built),
        [nameof(CommunityFacts.Land)] = nameof(CommunityForm.Land),
        [nameof(CommunityFacts.IsInTown)] = nameof(CommunityForm.IsInTown),
        [nameof(CommunityFacts.WishIsStrong)] = nameof(CommunityForm.IsWishStrong),
        [nameof(CommunityFacts.RenovatedOn)] = nameof(CommunityForm.WasRenovated),
        [nameof(CommunityFacts.ClearanceOn)] = nameof(CommunityForm.IsClearancePlanned),
        [nameof(CommunityFacts.IsToBeRebuilt)] = nameof(CommunityForm.IsToBeRebuilt),
        [nameof(CommunityFacts.WasFunded)] = nameof(CommunityForm.WasFunded),
        [nameof(CommunityFacts.WasPlanned)] = nameof(CommunityForm.WasPlanned),
        [nameof(CommunityFacts.Area)] = nameof(CommunityForm.Area),
        [nameof(CommunityFacts.Buildings)] = nameof(CommunityForm.Buildings),
        [nameof(CommunityFacts.Households)] = nameof(CommunityForm.Households),
        [nameof(CommunityFacts.HouseholdsConsent)] = nameof(CommunityForm.HouseholdsAgreed),
        [nameof(CommunityFacts.WishesCollected)] = nameof(CommunityForm.HouseholdsAsked),
        [nameof(CommunityFacts.IsManagementAgreed)] = nameof(CommunityForm.IsManagementAgreed),
        [nameof(CommunityFacts.IsInLibrary)] = nameof(CommunityForm.IsInLibrary),
    };

    /// <summary>What the fact is called; a date that was said, but on both sides of the limit, is told as it was said.</summary>
    public static string NameOf(string fact, Community community) => FactLabels.NameOf(fact)
        + (fact == nameof(CommunityFacts.BuiltOn) && community.Built is { } built ? $"（{built}，跨过界限）" : "");

    /// <summary>Id of the field; null where the form does not ask for it.</summary>
    public static string? Of(string fact) =>
        Fields.TryGetValue(fact, out var field) ? $"Form-{field}"
        : Enum.TryParse<Sign>(fact, out var sign) ? $"Form-Signs-{(int)sign}"
        : null;
}
