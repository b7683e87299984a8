using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>What a project takes of a community (项目小区): all of it, or some buildings with their households and area.</summary>
public sealed class ProjectCommunity : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public required Guid CommunityId { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>Which buildings (改造楼栋), e.g. “1、3号楼”; null for all.</summary>
    public string? BuildingsTaken { get; private set; }

    /// <summary>How many buildings, households and how much area are taken (纳入规模); null for all that the register says.</summary>
    public int? Buildings { get; private set; }
    public int? Households { get; private set; }
    public Area? Area { get; private set; }

    /// <summary>Says what is taken (填写); raises <c>plan.negative</c>.</summary>
    public void Take(string? buildingsTaken, int? buildings, int? households, Area? area)
    {
        if (buildings < 0 || households < 0 || area?.Value < 0) throw ProgrammeRefusals.Negative();

        BuildingsTaken = string.IsNullOrWhiteSpace(buildingsTaken) ? null : buildingsTaken.Trim();
        (Buildings, Households, Area) = (buildings, households, area);
    }

    /// <summary>Takes these of its buildings (选定楼栋); a figure that one of them does not say is not said for all.</summary>
    public void Take(IReadOnlyCollection<Building> chosen, bool isAll)
    {
        if (isAll)
        {
            Take(null, null, null, null);
            return;
        }

        Area? area = chosen.All(b => b.Area is not null) ? new Area(chosen.Sum(b => b.Area!.Value.Value)) : null;
        int? households = chosen.All(b => b.Households is not null) ? chosen.Sum(b => b.Households) : null;
        Take(string.Join('、', chosen.Select(b => b.Number)), chosen.Count, households, area);
    }
}
