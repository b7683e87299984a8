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
        Permission.ViewCommunities => "查看小区",
        Permission.ManageCommunities => "管理小区",
        Permission.ViewProgrammes => "查看计划与项目",
        Permission.ManageProgrammes => "编制计划与项目",
        Permission.ApproveProgrammes => "审定计划与项目",
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

    /// <summary>Name of a kind of record of this feature (记录类别名称); null for others.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(Organisation) => "单位",
        nameof(Account) => "账户",
        nameof(Posting) => "岗位",
        nameof(Delegation) => "委托",
        nameof(Passkey) => "通行密钥",
        nameof(SavedView) => "列表视图",
        _ => null,
    };

    /// <summary>Name of a field of a record of this feature (字段名称); null when it is not one of ours.</summary>
    public static string? Field(string type, string property) => type switch
    {
        nameof(Organisation) => OfOrganisation(property),
        nameof(Account) => OfAccount(property),
        nameof(Posting) => OfPosting(property),
        nameof(Delegation) => OfDelegation(property),
        nameof(Passkey) => OfPasskey(property),
        nameof(SavedView) => OfSavedView(property),
        _ => null,
    };

    private static string? OfOrganisation(string property) => property switch
    {
        nameof(Organisation.Id) => "编号",
        nameof(Organisation.Code) => "单位编码",
        nameof(Organisation.Name) => "单位名称",
        nameof(Organisation.Kind) => "单位类别",
        nameof(Organisation.ParentId) => "上级单位",
        nameof(Organisation.Place) => "属地",
        nameof(Organisation.OtherPlaces) => "代管区划",
        nameof(Organisation.CreditCode) => "统一社会信用代码",
        nameof(Organisation.ClosedOn) => "撤销日期",
        _ => null,
    };

    private static string? OfAccount(string property) => property switch
    {
        nameof(Account.Id) => "编号",
        nameof(Account.SignInName) => "登录名",
        nameof(Account.OrganisationId) => "所属单位",
        nameof(Account.Place) => "属地",
        nameof(Account.Name) => "姓名",
        nameof(Account.NameFingerprint) => "姓名指纹",
        nameof(Account.Phone) => "电话",
        nameof(Account.PhoneFingerprint) => "电话指纹",
        nameof(Account.PasswordHash) => "密码",
        nameof(Account.MustChangePassword) => "须修改密码",
        nameof(Account.SecurityStamp) => "登录会话",
        nameof(Account.FailedSignIns) => "连续登录失败次数",
        nameof(Account.LockedUntil) => "锁定至",
        nameof(Account.TwoFactorEnabled) => "动态口令",
        nameof(Account.AuthenticatorKey) => "动态口令密钥",
        nameof(Account.RecoveryCodes) => "恢复码",
        nameof(Account.DisabledAt) => "停用时间",
        _ => null,
    };

    private static string? OfPosting(string property) => property switch
    {
        nameof(Posting.Id) => "编号",
        nameof(Posting.AccountId) => "账户",
        nameof(Posting.OrganisationId) => "任职单位",
        nameof(Posting.Role) => "岗位角色",
        nameof(Posting.Place) => "管辖地",
        nameof(Posting.From) => "任职开始日",
        nameof(Posting.Until) => "任职截止日",
        _ => null,
    };

    private static string? OfDelegation(string property) => property switch
    {
        nameof(Delegation.Id) => "编号",
        nameof(Delegation.PostingId) => "委托的岗位",
        nameof(Delegation.FromAccount) => "委托人",
        nameof(Delegation.ToAccount) => "受托人",
        nameof(Delegation.Place) => "管辖地",
        nameof(Delegation.From) => "委托开始日",
        nameof(Delegation.Until) => "委托截止日",
        _ => null,
    };

    private static string? OfPasskey(string property) => property switch
    {
        nameof(Passkey.Id) => "编号",
        nameof(Passkey.AccountId) => "账户",
        nameof(Passkey.Place) => "属地",
        nameof(Passkey.CredentialId) => "凭据标识",
        nameof(Passkey.CreatedAt) => "添加时间",
        nameof(Passkey.Name) => "名称",
        nameof(Passkey.Credential) => "公钥数据",
        _ => null,
    };

    private static string? OfSavedView(string property) => property switch
    {
        nameof(SavedView.Id) => "编号",
        nameof(SavedView.AccountId) => "账户",
        nameof(SavedView.Page) => "列表",
        nameof(SavedView.Name) => "视图名称",
        nameof(SavedView.Query) => "条件",
        _ => null,
    };
}
