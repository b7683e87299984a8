using System.Numerics;
using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>
/// Communities of a place counted (小区汇总): each sum beside the number of communities that say it, so that what is unknown is told apart from
/// zero.
/// </summary>
public readonly record struct CommunityTally(
    int Communities, int HouseholdsSaid, long Households, int BuildingsSaid, long Buildings, int AreaSaid, Area Area, int BuiltSaid, int Located)
    : IAdditionOperators<CommunityTally, CommunityTally, CommunityTally>
{
    /// <summary>None (空).</summary>
    public static readonly CommunityTally None;

    /// <summary>One community (一个小区).</summary>
    public static CommunityTally Of(int? households, int? buildings, Area? area, bool isBuiltSaid, bool isLocated) => new(
        1, households is null ? 0 : 1, households ?? 0, buildings is null ? 0 : 1, buildings ?? 0, area is null ? 0 : 1, area ?? Area.Zero,
        isBuiltSaid ? 1 : 0, isLocated ? 1 : 0);

    public static CommunityTally operator +(CommunityTally left, CommunityTally right) => new(
        left.Communities + right.Communities, left.HouseholdsSaid + right.HouseholdsSaid, checked(left.Households + right.Households),
        left.BuildingsSaid + right.BuildingsSaid, checked(left.Buildings + right.Buildings), left.AreaSaid + right.AreaSaid,
        left.Area + right.Area, left.BuiltSaid + right.BuiltSaid, left.Located + right.Located);
}
