using Huanxin.Core.People;

namespace Huanxin.Web.Ui;

/// <summary>One entry of the side navigation; without a permission every signed-in person sees it.</summary>
public sealed record NavigationEntry(string Label, string Href, string Icon, Permission? Permission = null)
{
    /// <summary>True on the entry's own page and on every page below it.</summary>
    public bool IsCurrent(string path) =>
        Href == Links.Home
            ? path == Links.Home
            : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}

/// <summary>
/// The side navigation, by hand. An entry is added with its page, in this order:
/// 我的工作, 小区, 项目, 改造内容, 参与, 审批, 实施, 资金, 督导, 调度, 政策, 统计, 公示, 管理.
/// </summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new("我的工作", Links.Home, "home"),
        new("小区", Links.Communities, "building", Permission.ViewCommunities),
        new("计划", Links.Programmes, "calendar-stats", Permission.ViewProgrammes),
        new("项目", Links.Projects, "crane", Permission.ViewProgrammes),
        new("政策", Links.Policies, "book-2", Permission.ViewPolicies),
        new("单位", Links.Organisations, "building-community", Permission.ViewOrganisations),
        new("账户", Links.Accounts, "users-group", Permission.ViewAccounts),
        new("办理记录", Links.Acts, "history", Permission.ViewHistory),
        new("运行状况", Links.Operations, "chart-bar", Permission.ViewOperations),
    ];
}
