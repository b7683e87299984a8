using System.Runtime.CompilerServices;
using Huanxin.App.Data;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Ui.Tables;

/// <summary>Remembering and forgetting views of lists; each person has their own.</summary>
public static class SavedViewEndpoints
{
    private const int NameLength = 40;
    private const int PageLength = 100;
    private const int QueryLength = 2000;
    private const int MostKept = 1000;

    private static readonly Translated<Func<AppDb, Guid, string, IAsyncEnumerable<SavedViewLink>>> Views = new(() => EF.CompileAsyncQuery(
        (AppDb db, Guid account, string page) =>
            from view in db.SavedViews.AsNoTracking()
            where view.AccountId == account && view.Page == page
            orderby view.Id
            select new SavedViewLink(view.Name, view.Query, Links.ForgetView(view.Id))));

    // A list asks for them each time it is shown; while nobody has committed anything they are those of last time.
    private static readonly ConditionalWeakTable<Dialect, Memo<(Guid Account, string Page), Seen>> Kept = [];

    public static void MapSavedViews(this WebApplication app)
    {
        app.MapPost(Links.SavedViews, RememberAsync).WithMetadata(new SignedInAttribute());
        app.MapPost(Links.SavedViewRemoval, ForgetAsync).WithMetadata(new SignedInAttribute());
    }

    /// <summary>The person's views of a list, in the order in which they were made.</summary>
    public static async Task<IReadOnlyList<SavedViewLink>> ViewsOfAsync<T>(
        this AppDb db, CurrentUser me, Table<T> table, CancellationToken stop = default)
    {
        var (kept, asked, moment) = (Kept.GetValue(db.Dialect, _ => new(MostKept)), (me.Account!.Id, table.Key), db.Dialect.MomentAtHand(db));
        if (moment is not null && kept.TryGetValue(asked, out var seen) && seen.Moment == moment) return seen.Views;

        var views = new List<SavedViewLink>();
        await foreach (var view in Views.For(db)(db, asked.Id, asked.Key).WithCancellation(stop)) views.Add(view);
        if (moment is not null) kept[asked] = new Seen(moment, views);
        return views;
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> RememberAsync(
        [FromForm] RememberedView asked, CurrentUser me, AppDb db, CancellationToken stop)
    {
        var name = asked.Name?.Trim() ?? "";
        var query = asked.Query ?? "";
        if (name.Length is 0 or > NameLength || asked.Page is null or { Length: 0 or > PageLength } || query.Length > QueryLength)
        {
            return TypedResults.BadRequest();
        }

        var act = me.Doing(PeopleVerbs.SaveView);
        db.Add(new SavedView { Id = act.Id, AccountId = me.Account!.Id, Page = asked.Page, Name = name, Query = query });
        await db.SaveAsync(act, stop);
        return TypedResults.Redirect(Links.With(Links.Local(asked.Path), query));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ForgetAsync(
        Guid id, [FromForm] string? path, CurrentUser me, AppDb db, CancellationToken stop)
    {
        if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id && v.AccountId == me.Account!.Id, stop) is not { } view)
        {
            return TypedResults.NotFound();
        }

        db.Remove(view);
        await db.SaveAsync(me.Doing(PeopleVerbs.RemoveView), stop);
        return TypedResults.Redirect(Links.Local(path));
    }

    // Views, and the moment of the database at which they were read.
    private sealed record Seen(string Moment, IReadOnlyList<SavedViewLink> Views);

    /// <summary>What the form of a list posts.</summary>
    internal sealed record RememberedView(string? Name, string? Page, string? Path, string? Query);
}
