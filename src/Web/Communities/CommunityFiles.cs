using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>Communities carry photos and papers: who sees the community sees them, who manages it adds and withdraws them.</summary>
public static class CommunityFiles
{
    public static readonly FileHome Home = new(
        nameof(Community), Permission.ViewCommunities, Permission.ManageCommunities, async (db, where, key, stop) =>
            Guid.TryParse(key, out var id)
            && await db.Communities.AsNoTracking().Within(where).SingleOrDefaultAsync(c => c.Id == id, stop) is { } community
                ? new FileKeeper(new FileOwner(nameof(Community), id.ToString(), community.Place), community.Name, Links.Community(id))
                : null);
}
