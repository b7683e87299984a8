using System.Text;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>The list of drafts as a workbook, and the files of a pack as they go into the folder of packs.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        app.MapGet(Links.PolicyDrafts + ".xlsx", (HttpContext http, AppDb db, CurrentUser me, PlaceNames names) =>
        {
            var where = me.Over(Permission.ManagePolicies);
            return DraftTable.Of(names, where).Answer(DraftTable.Rows(db, where), TableState.Of(http.Request.Query), "政策草案");
        }).WithMetadata(new RequiresAttribute(Permission.ManagePolicies));
        app.MapGet(Links.PolicyDrafts + "/{id:guid}/files/{name}", DownloadAsync).WithMetadata(new RequiresAttribute(Permission.ViewPolicies));
    }

    // What is in force is there for everybody to read; before that, for those who handle it.
    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id, string name, AppDb db, CurrentUser me, CancellationToken stop)
    {
        var draft = await db.DraftPacks.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop);
        if (draft is null) return TypedResults.NotFound();
        if (draft.State != DraftState.InForce && !me.Over(Permission.ManagePolicies).Covers(draft.Place)) return TypedResults.NotFound();

        var file = await db.DraftFiles.AsNoTracking().SingleOrDefaultAsync(f => f.DraftId == id && f.Name == name, stop);
        if (file is null) return TypedResults.NotFound();
        return TypedResults.File(Encoding.UTF8.GetBytes(file.Text), "application/yaml; charset=utf-8", file.Name);
    }
}
