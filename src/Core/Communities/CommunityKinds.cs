using System.Collections.Frozen;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>How the dwellings are owned (产权性质).</summary>
public enum OwnershipKind
{
    Commodity, PublicHousing, ReformedHousing, Affordable, LimitedPrice, PolicyRental, SharedOwnership, Resettlement,
    SingleResidence, Mixed, Other,
}

/// <summary>What proves the date of completion (建成时间依据).</summary>
public enum BuildEvidence { CompletionAcceptance, PropertyCertificate, Archive, Statement }

/// <summary>How buildings are built (结构形式).</summary>
public enum StructureKind { BrickConcrete, BrickWood, ConcreteFrame, ShearWall, Steel, Mixed, Other }

/// <summary>Who looks after the community (物业管理方式).</summary>
public enum ManagementMode { PropertyCompany, SelfManaged, FormerUnit, Fallback, Nobody }

/// <summary>A network that serves the community (管线设施).</summary>
public enum Utility { Water, Drainage, Power, Gas, Heating, Telecom, FireSafety, Security }

/// <summary>State of a network (设施状况).</summary>
public enum UtilityState { Sound, Aged, Missing }

/// <summary>Where the area of a dwelling comes from (面积来源), in the order of the 2020 interpretation, article 8.</summary>
public enum AreaSource { Register, Survey, Contract, Reported }

/// <summary>What is wrong with a community as one column (现状问题栏): “neglect=yes,dirty=no”.</summary>
public static class SignList
{
    /// <summary>Nothing said (未填).</summary>
    public static readonly IReadOnlyDictionary<Sign, bool> None = FrozenDictionary<Sign, bool>.Empty;

    public static string Write(IReadOnlyDictionary<Sign, bool> signs) => signs.Count == 0
        ? ""
        : string.Join(',', signs.OrderBy(s => s.Key).Select(s => $"{Words<Sign>.Of(s.Key)}={(s.Value ? "yes" : "no")}"));

    public static IReadOnlyDictionary<Sign, bool> Read(string column) => column.Length == 0
        ? None
        : column.Split(',').Select(part => part.Split('=')).ToDictionary(p => Words<Sign>.Parse(p[0])!.Value, p => p[1] == "yes");
}

/// <summary>State of the networks as one column (设施状况栏): “water=aged,gas=missing”.</summary>
public static class UtilityList
{
    /// <summary>Nothing said (未填).</summary>
    public static readonly IReadOnlyDictionary<Utility, UtilityState> None = FrozenDictionary<Utility, UtilityState>.Empty;

    public static string Write(IReadOnlyDictionary<Utility, UtilityState> states) => states.Count == 0 ? "" : string.Join(',',
        states.OrderBy(s => s.Key).Select(s => $"{Words<Utility>.Of(s.Key)}={Words<UtilityState>.Of(s.Value)}"));

    public static IReadOnlyDictionary<Utility, UtilityState> Read(string column) => column.Length == 0
        ? None
        : column.Split(',').Select(part => part.Split('='))
            .ToDictionary(p => Words<Utility>.Parse(p[0])!.Value, p => Words<UtilityState>.Parse(p[1])!.Value);
}
