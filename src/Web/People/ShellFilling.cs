using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;

namespace Huanxin.Web.People;

/// <summary>Tells the shell who is signed in, once a page is about to be drawn.</summary>
public static class ShellFilling
{
    /// <summary>“环翠区住建局 · 区市主管”, for a person with several posts the first and how many more.</summary>
    public static ShellUser? Of(CurrentUser me)
    {
        if (!me.IsSignedIn) return null;

        var roles = me.Rights.Roles;
        var post = roles.Count == 0 ? "暂无岗位" : PeopleLabels.Of(roles[0]) + (roles.Count > 1 ? $" 等 {roles.Count} 个岗位" : "");
        return new ShellUser(me.Name, $"{me.Organisation} · {post}", me.May);
    }
}
