using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;

namespace Huanxin.Web.Communities;

/// <summary>Communities carry photos and papers: who sees the community sees them, who manages it adds and withdraws them.</summary>
public static class CommunityFiles
{
    public static readonly FileHome Home =
        FileHome.Of<Community>(Permission.ViewCommunities, Permission.ManageCommunities, community => community.Name, Links.Community);
}
