using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>One permission over one place (授权), from a posting of one's own or one that was delegated.</summary>
public sealed record Grant(Permission Permission, RegionCode Place, Guid? OnBehalfOf);

/// <summary>Places a person may look into with one permission (管辖范围): each with all that lies below, nothing beside.</summary>
public sealed class Jurisdiction(IEnumerable<RegionCode> places)
{
    /// <summary>No place at all (无管辖).</summary>
    public static readonly Jurisdiction Nowhere = new([]);

    /// <summary>The outermost places (最外层区划), none inside another.</summary>
    public IReadOnlyList<RegionCode> Places { get; } = Outermost(places);

    /// <summary>True when the place lies inside (是否在管辖范围内).</summary>
    public bool Covers(RegionCode place) => Places.Any(own => own.Contains(place));

    private static List<RegionCode> Outermost(IEnumerable<RegionCode> places)
    {
        var kept = new List<RegionCode>();
        foreach (var place in places.Distinct().OrderBy(p => p.Prefix, StringComparer.Ordinal))
        {
            if (!kept.Any(outer => outer.Contains(place))) kept.Add(place);
        }

        return kept;
    }
}

/// <summary>Everything a person may do on a day (有效权限): own postings and delegations in force.</summary>
public sealed class Rights(IReadOnlyList<Grant> grants, IReadOnlyList<Role> roles)
{
    /// <summary>Nothing (无权限).</summary>
    public static readonly Rights None = new([], []);

    /// <summary>Roles held today (现任角色), one's own first.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Rights from the postings in force on a day (按岗位计算权限), and from those received by delegation.</summary>
    public static Rights On(DateOnly day, IEnumerable<Posting> own, IEnumerable<(Delegation Delegation, Posting Posting)> received)
    {
        var mine = own.Where(posting => posting.IsInForce(day)).ToList();
        var lent = received.Where(pair => pair.Delegation.IsInForce(day) && pair.Posting.IsInForce(day)).ToList();
        var grants = mine.SelectMany(posting => GrantsOf(posting, null))
            .Concat(lent.SelectMany(pair => GrantsOf(pair.Posting, pair.Delegation.FromAccount)));
        var roles = mine.Concat(lent.Select(pair => pair.Posting)).Select(posting => posting.Role);
        return new Rights(grants.Distinct().ToList(), roles.Distinct().ToList());
    }

    /// <summary>May do it somewhere (是否有此权限).</summary>
    public bool May(Permission permission) => grants.Any(grant => grant.Permission == permission);

    /// <summary>May do it at this place (在某地是否有此权限).</summary>
    public bool May(Permission permission, RegionCode place) =>
        grants.Any(grant => grant.Permission == permission && grant.Place.Contains(place));

    /// <summary>Where it may be done (此权限的管辖范围).</summary>
    public Jurisdiction Over(Permission permission) =>
        new(grants.Where(grant => grant.Permission == permission).Select(grant => grant.Place));

    /// <summary>Whose right is used at this place (使用谁的权限): null for one's own, which goes before a delegated one.</summary>
    public Guid? OnBehalfOf(Permission permission, RegionCode place)
    {
        var fitting = grants.Where(grant => grant.Permission == permission && grant.Place.Contains(place)).ToList();
        return fitting.Exists(grant => grant.OnBehalfOf is null) ? null : fitting.FirstOrDefault()?.OnBehalfOf;
    }

    /// <summary>May give and end posts of a role at a place (可否授予岗位): who administers accounts there, and only like gives like.</summary>
    public bool MayGive(Role role, RegionCode place) =>
        May(Permission.ManageAccounts, place) && (role != Role.SystemAdministrator || Roles.Contains(role));

    // Who received a posting by delegation may use it, not hand it on.
    private static IEnumerable<Grant> GrantsOf(Posting posting, Guid? onBehalfOf) => RoleRights.Of(posting.Role)
        .Where(permission => onBehalfOf is null || permission != Permission.Delegate)
        .Select(permission => new Grant(permission, posting.Place, onBehalfOf));
}
