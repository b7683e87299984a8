using System.Collections.Frozen;

namespace Huanxin.Core.People;

/// <summary>What each role may do (角色权限表): data in code, deny by default.</summary>
public static class RoleRights
{
    private static readonly Permission[] Everyone = [Permission.UseWorkspace, Permission.ViewPolicies];
    private static readonly Permission[] Reader = [Permission.ViewCommunities, Permission.ViewProgrammes];
    private static readonly Permission[] Official =
        [.. Everyone, Permission.ViewOrganisations, Permission.Delegate, Permission.ViewHistory, .. Reader];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, Permission[]>
    {
        [Role.CityOfficer] =
            [.. Official, Permission.ViewAccounts, Permission.ManagePolicies, Permission.ViewPersonalData,
            Permission.ManageCommunities, Permission.ManageProgrammes, Permission.ApproveProgrammes],
        [Role.DistrictOfficer] =
            [.. Official, Permission.ViewAccounts, Permission.ManagePolicies, Permission.ViewPersonalData,
            Permission.ManageCommunities, Permission.ManageProgrammes, Permission.ApproveProgrammes],
        [Role.StreetOfficer] =
            [.. Official, Permission.ViewPersonalData, Permission.ManageCommunities, Permission.ManageProgrammes],
        [Role.CommunityWorker] = [.. Official, Permission.ViewPersonalData, Permission.ManageCommunities],
        [Role.ImplementingUnit] = Official,
        [Role.Designer] = [.. Everyone, .. Reader],
        [Role.Contractor] = [.. Everyone, .. Reader],
        [Role.Supervisor] = [.. Everyone, .. Reader],
        [Role.Utility] = [.. Everyone, .. Reader],
        [Role.FinanceOfficer] = Official,
        [Role.JointReviewDepartment] = Official,
        [Role.PropertyCompany] = [.. Everyone, .. Reader],
        [Role.VolunteerSupervisor] = [.. Everyone, .. Reader],
        [Role.ThirdPartyEvaluator] = [.. Everyone, .. Reader],
        [Role.Expert] = [.. Everyone, .. Reader],
        [Role.Auditor] = [.. Everyone, .. Reader, Permission.ViewOrganisations, Permission.ViewAccounts,
            Permission.ViewHistory, Permission.ViewOperations],
        [Role.SystemAdministrator] = [.. Everyone, .. Reader, Permission.ViewOrganisations, Permission.ManageOrganisations,
            Permission.ViewAccounts, Permission.ManageAccounts, Permission.ViewHistory, Permission.ViewPersonalData,
            Permission.ViewOperations],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Rights of a role (角色的权限).</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    /// <summary>True for roles that never write (只读角色).</summary>
    public static bool IsReadOnly(Role role) => role == Role.Auditor;
}
