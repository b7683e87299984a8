namespace Huanxin.Core.People;

/// <summary>What a person does in the renovation (岗位角色). Rights follow from it in <see cref="RoleRights"/>.</summary>
public enum Role
{
    CityOfficer,
    DistrictOfficer,
    StreetOfficer,
    CommunityWorker,
    ImplementingUnit,
    Designer,
    Contractor,
    Supervisor,
    Utility,
    FinanceOfficer,
    JointReviewDepartment,
    PropertyCompany,
    VolunteerSupervisor,
    ThirdPartyEvaluator,
    Expert,
    Auditor,
    SystemAdministrator,
}

/// <summary>One thing a person may do (权限). A route without one does not start (RouteTests).</summary>
public enum Permission
{
    /// <summary>See one's own work page and account.</summary>
    UseWorkspace,

    /// <summary>See organisations and who works there.</summary>
    ViewOrganisations,

    /// <summary>Create, change and close organisations.</summary>
    ManageOrganisations,

    /// <summary>See accounts, their postings and security events.</summary>
    ViewAccounts,

    /// <summary>Create, disable and reset accounts, give and end postings.</summary>
    ManageAccounts,

    /// <summary>Hand one's own postings to another person for a time.</summary>
    Delegate,

    /// <summary>See who changed a record, when and why.</summary>
    ViewHistory,

    /// <summary>Read the policy shelf.</summary>
    ViewPolicies,

    /// <summary>Upload and check draft packs and put them in force.</summary>
    ManagePolicies,

    /// <summary>See communities, buildings and dwellings.</summary>
    ViewCommunities,

    /// <summary>Register, change, import, merge and close communities.</summary>
    ManageCommunities,

    /// <summary>See programmes, annual plans and the project library.</summary>
    ViewProgrammes,

    /// <summary>Draft plans and projects, import plan tables.</summary>
    ManageProgrammes,

    /// <summary>Issue plans and agree to exceptions that another has drafted.</summary>
    ApproveProgrammes,

    /// <summary>See personal data in plain text where the page needs it.</summary>
    ViewPersonalData,

    /// <summary>See state of the installation: nodes, seals, metrics.</summary>
    ViewOperations,
}
