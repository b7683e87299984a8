using Huanxin.App.Data;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>A post with who holds it and where.</summary>
public sealed record PostRow(Posting Post, Account Account, string Organisation)
{
    /// <summary>Posts of the query, those in force first, then by role.</summary>
    public static async Task<IReadOnlyList<PostRow>> OfAsync(AppDb db, IQueryable<Posting> posts, DateOnly today, CancellationToken stop)
    {
        var rows = await (from post in posts
                          join account in db.Accounts.AsNoTracking() on post.AccountId equals account.Id
                          join organisation in db.Organisations.AsNoTracking() on post.OrganisationId equals organisation.Id
                          select new { post, account, organisation.Name }).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new PostRow(row.post, row.account, row.Name)).OrderByDescending(row => row.Post.IsInForce(today))
                .ThenBy(row => row.Post.Role).ThenBy(row => row.Account.SignInName, StringComparer.Ordinal).ThenBy(row => row.Post.From),
        ];
    }
}
