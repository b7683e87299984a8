using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>
/// A dwelling (住宅、专有部分): its room and its exclusive area with the source of that area, as votes are counted by it.
/// </summary>
public sealed class Dwelling : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid BuildingId { get; init; }
    public Guid CommunityId { get; private set; }
    public RegionCode Place { get; private set; }

    /// <summary>Stairwell (单元); empty where the building has one only.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Room (房号), unique in the stairwell.</summary>
    public string Room { get; private set; } = "";

    /// <summary>Stairwell and room as they are compared (户比对键), “1-301”; unique in the building.</summary>
    [Derived]
    public string RoomKey { get; private set; } = "";

    /// <summary>Floor (楼层).</summary>
    public int? Floor { get; private set; }

    /// <summary>Exclusive area (专有部分面积，㎡).</summary>
    public Area? Area { get; private set; }

    /// <summary>Where the area comes from (面积来源).</summary>
    public AreaSource? AreaSource { get; private set; }

    public string? Source { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Sets what is known of it (登记住宅); raises <c>dwelling.no-room</c> and <c>community.negative</c>.</summary>
    public void Describe(DwellingProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Room)) throw CommunityRefusals.NoRoom();
        if (profile.Area?.Value < 0) throw CommunityRefusals.Negative();

        (Unit, Room, Floor) = (profile.Unit.Trim(), profile.Room.Trim(), profile.Floor);
        RoomKey = KeyOf(Unit, Room);
        (Area, AreaSource, Source) = (profile.Area, profile.AreaSource, profile.Source);
    }

    /// <summary>Follows its building (随楼栋归属).</summary>
    public void BelongTo(Building building) => (CommunityId, Place) = (building.CommunityId, building.Place);

    /// <summary>Takes it out of the register (注销住宅); asks for a reason.</summary>
    public void Close(Act act)
    {
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        ClosedOn = act.Today;
    }

    /// <summary>Stairwell and room as they are compared (户比对键).</summary>
    public static string KeyOf(string unit, string room) =>
        $"{(unit.Length == 0 ? "" : BuildingNumbers.Key(unit))}-{BuildingNumbers.Key(room)}";
}

/// <summary>What a dwelling is described by (住宅登记内容).</summary>
public sealed record DwellingProfile(string Unit, string Room, int? Floor = null, Area? Area = null, AreaSource? AreaSource = null)
{
    public string? Source { get; init; }

    /// <summary>What a dwelling says of itself now (现有登记内容).</summary>
    public static DwellingProfile Of(Dwelling dwelling) =>
        new(dwelling.Unit, dwelling.Room, dwelling.Floor, dwelling.Area, dwelling.AreaSource) { Source = dwelling.Source };
}

/// <summary>
/// An owner of a dwelling (业主). Name, number and telephone are sealed; the fingerprint finds the same person with
/// several dwellings, who counts once (2020 interpretation, article 9).
/// </summary>
public sealed class Owner : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid DwellingId { get; init; }
    public Guid CommunityId { get; private set; }
    public RegionCode Place { get; private set; }
    public required Personal Name { get; init; }

    /// <summary>Fingerprint of the name and, where known, the identity number (身份指纹).</summary>
    [Derived]
    public required string Fingerprint { get; init; }

    /// <summary>Identity number or credit code (证件号码), sealed.</summary>
    public Personal? IdentityNumber { get; private set; }

    /// <summary>Telephone (联系电话), sealed.</summary>
    public Personal? Phone { get; private set; }

    /// <summary>Last day of ownership (产权截止日); null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Keeps how to reach the owner (登记联系方式).</summary>
    public void Reach(Personal? identityNumber, Personal? phone) => (IdentityNumber, Phone) = (identityNumber, phone);

    /// <summary>Follows the dwelling (随住宅归属).</summary>
    public void BelongTo(Dwelling dwelling) => (CommunityId, Place) = (dwelling.CommunityId, dwelling.Place);

    /// <summary>Ends ownership as of a day (产权转出); asks for a reason.</summary>
    public void End(DateOnly on, Act act)
    {
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        Until = on;
    }
}
