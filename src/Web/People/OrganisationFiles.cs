using Huanxin.App.Files;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Web.Files;
using Huanxin.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>Organisations carry files: who sees the organisation sees them, who administers it adds and withdraws them.</summary>
public static class OrganisationFiles
{
    public static readonly FileHome Home = new(
        nameof(Organisation), Permission.ViewOrganisations, Permission.ManageOrganisations, async (db, where, key, stop) =>
            Guid.TryParse(key, out var id)
            && await db.Organisations.AsNoTracking().Within(where).SingleOrDefaultAsync(o => o.Id == id, stop) is { } organisation
                ? new FileKeeper(new FileOwner(nameof(Organisation), id.ToString(), organisation.Place), organisation.Name, Links.Organisation(id))
                : null);
}
