using Huanxin.Core.People;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;

namespace Huanxin.Web.People;

/// <summary>Organisations carry files: who sees the organisation sees them, who administers it adds and withdraws them.</summary>
public static class OrganisationFiles
{
    public static readonly FileHome Home =
        FileHome.Of<Organisation>(Permission.ViewOrganisations, Permission.ManageOrganisations, organisation => organisation.Name, Links.Organisation);
}
