using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>A residential building (楼栋). A community that straddles a cut-off date is judged building by building.</summary>
public sealed class Building : Record, IPlaced
{
    public required Guid Id { get; init; }
    public Guid CommunityId { get; private set; }
    public RegionCode Place { get; private set; }

    /// <summary>Number or name (楼号), e.g. “3号楼”; unique in the community.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number as it is compared (楼号比对键): “3号楼”, “3栋” and “3#” are the same.</summary>
    [Derived]
    public string NumberKey { get; private set; } = "";

    public DateOnly? BuiltFrom { get; private set; }
    public DateOnly? BuiltTo { get; private set; }
    public BuildEvidence? Evidence { get; private set; }
    public OwnershipKind? Ownership { get; private set; }
    public StructureKind? Structure { get; private set; }

    /// <summary>Stairwells (单元数，个).</summary>
    public int? Units { get; private set; }

    /// <summary>Floors (层数，层).</summary>
    public int? Floors { get; private set; }

    /// <summary>Households (户数，户).</summary>
    public int? Households { get; private set; }

    /// <summary>Floor area (建筑面积，㎡).</summary>
    public Area? Area { get; private set; }

    /// <summary>Lifts (电梯，部).</summary>
    public int? Lifts { get; private set; }

    public FactQuality Quality { get; private set; }
    public string? Source { get; private set; }

    /// <summary>Day it was taken out, e.g. demolished (注销日期).</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When it was completed (建成时间); null where nobody has said.</summary>
    public DateSpan? Built => BuiltFrom is { } first && BuiltTo is { } last ? new(first, last) : null;

    /// <summary>Sets what is known of it (登记楼栋); raises <c>building.no-number</c> and <c>community.negative</c>.</summary>
    public void Describe(BuildingProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Number)) throw CommunityRefusals.NoBuildingNumber();

        int?[] counts = [profile.Units, profile.Floors, profile.Households, profile.Lifts];
        if (counts.Any(count => count < 0) || profile.Area?.Value < 0) throw CommunityRefusals.Negative();

        Number = profile.Number.Trim();
        NumberKey = BuildingNumbers.Key(Number);
        (BuiltFrom, BuiltTo, Evidence) = (profile.Built?.First, profile.Built?.Last, profile.Evidence);
        (Ownership, Structure, Units, Floors) = (profile.Ownership, profile.Structure, profile.Units, profile.Floors);
        (Households, Area, Lifts) = (profile.Households, profile.Area, profile.Lifts);
        (Quality, Source) = (profile.Quality, profile.Source);
    }

    /// <summary>Puts it into a community (归属小区), at first and when communities are merged or split.</summary>
    public void BelongTo(Community community) => (CommunityId, Place) = (community.Id, community.Place);

    /// <summary>Takes it out of the register, e.g. demolished (注销楼栋); asks for a reason.</summary>
    public void Close(Act act)
    {
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        ClosedOn = act.Today;
    }

    /// <summary>Puts it back (恢复楼栋).</summary>
    public void Reopen() => ClosedOn = null;
}

/// <summary>What a building is described by (楼栋登记内容); null is “not said”.</summary>
public sealed record BuildingProfile(string Number)
{
    public DateSpan? Built { get; init; }
    public BuildEvidence? Evidence { get; init; }
    public OwnershipKind? Ownership { get; init; }
    public StructureKind? Structure { get; init; }
    public int? Units { get; init; }
    public int? Floors { get; init; }
    public int? Households { get; init; }
    public Area? Area { get; init; }
    public int? Lifts { get; init; }
    public FactQuality Quality { get; init; }
    public string? Source { get; init; }

    /// <summary>What a building says of itself now (现有登记内容).</summary>
    public static BuildingProfile Of(Building building) => new(building.Number)
    {
        Built = building.Built, Evidence = building.Evidence, Ownership = building.Ownership, Structure = building.Structure,
        Units = building.Units, Floors = building.Floors, Households = building.Households, Area = building.Area,
        Lifts = building.Lifts, Quality = building.Quality, Source = building.Source,
    };
}
