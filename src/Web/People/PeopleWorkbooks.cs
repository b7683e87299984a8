using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.People;

/// <summary>The lists of this feature as workbooks.</summary>
public static class PeopleWorkbooks
{
    public static void MapPeopleWorkbooks(this WebApplication app)
    {
        app.MapGet(Links.Organisations + ".xlsx", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names) =>
        {
            var where = me.Over(Permission.ViewOrganisations);
            return OrganisationTable.Of(names, where)
                .Answer(OrganisationTable.Rows(db, where), TableState.Of(http.Request.Query), "单位");
        }).WithMetadata(new RequiresAttribute(Permission.ViewOrganisations));
        app.MapGet(Links.Accounts + ".xlsx", (HttpContext http, AccountTable accounts) => accounts.Columns()
            .Answer(accounts.Rows(), TableState.Of(http.Request.Query), "账户", accounts.CompleteAsync))
            .WithMetadata(new RequiresAttribute(Permission.ViewAccounts));
    }
}
