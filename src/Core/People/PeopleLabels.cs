namespace Huanxin.Core.People;

/// <summary>Chinese labels of the enums of this feature (单位与人员：名称).</summary>
public static class PeopleLabels
{
    /// <summary>Name of a role (角色名称).</summary>
    public static string Of(Role role) => role switch
    {
        Role.CityOfficer => "市级主管",
        Role.DistrictOfficer => "区市主管",
        Role.StreetOfficer => "街道办事处",
        Role.CommunityWorker => "社区工作者",
        Role.ImplementingUnit => "实施单位",
        Role.Designer => "设计单位",
        Role.Contractor => "施工单位",
        Role.Supervisor => "监理单位",
        Role.Utility => "专营单位",
        Role.FinanceOfficer => "财政部门",
        Role.JointReviewDepartment => "联合审查部门",
        Role.PropertyCompany => "物业企业",
        Role.VolunteerSupervisor => "义务监督员",
        Role.ThirdPartyEvaluator => "第三方评价机构",
        Role.Expert => "评审专家",
        Role.Auditor => "审计（只读）",
        Role.SystemAdministrator => "系统管理员",
    };

    /// <summary>Name of a permission (权限名称).</summary>
    public static string Of(Permission permission) => permission switch
    {
        Permission.UseWorkspace => "使用工作台",
        Permission.ViewOrganisations => "查看单位",
        Permission.ManageOrganisations => "管理单位",
        Permission.ViewAccounts => "查看账户",
        Permission.ManageAccounts => "管理账户",
        Permission.Delegate => "委托岗位",
        Permission.ViewHistory => "查看历史",
        Permission.ViewPolicies => "查看政策",
        Permission.ManagePolicies => "管理政策",
        Permission.ViewPersonalData => "查看个人信息",
        Permission.ViewOperations => "查看运行状况",
    };

    /// <summary>Name of a kind of organisation (单位类别名称).</summary>
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Government => "人民政府",
        OrganisationKind.HousingBureau => "住建部门",
        OrganisationKind.Department => "其他部门",
        OrganisationKind.FinanceBureau => "财政部门",
        OrganisationKind.DevelopmentZone => "开发区",
        OrganisationKind.Street => "街道（镇）",
        OrganisationKind.NeighbourhoodCommittee => "社区居委会",
        OrganisationKind.ImplementingCompany => "实施单位",
        OrganisationKind.DesignCompany => "设计单位",
        OrganisationKind.ConstructionCompany => "施工单位",
        OrganisationKind.SupervisionCompany => "监理单位",
        OrganisationKind.UtilityCompany => "专营单位",
        OrganisationKind.PropertyCompany => "物业企业",
        OrganisationKind.Evaluator => "评价机构",
        OrganisationKind.AuditBureau => "审计机关",
        OrganisationKind.Other => "其他",
    };
}
