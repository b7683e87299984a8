using Huanxin.App.Data;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>Tells the shell who is signed in, once a page is about to be drawn.</summary>
public static class ShellFilling
{
    /// <summary>“环翠区住建局 · 区市主管”, for a person with several posts the first and how many more.</summary>
    public static async Task<ShellUser?> OfAsync(CurrentUser me, AppDb db, CancellationToken stop)
    {
        if (me.Account is not { } account) return null;

        var organisation = await db.Organisations.AsNoTracking()
            .Where(o => o.Id == account.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var roles = me.Rights.Roles;
        var post = roles.Count == 0 ? "暂无岗位" : PeopleLabels.Of(roles[0]) + (roles.Count > 1 ? $" 等 {roles.Count} 个岗位" : "");
        return new ShellUser(me.Name, $"{organisation} · {post}", me.May);
    }
}
