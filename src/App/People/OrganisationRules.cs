using System.Text.RegularExpressions;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>What has to be asked of the database before an organisation may change.</summary>
public static partial class OrganisationRules
{
    /// <summary>Letters, digits and dashes; 2 to 40.</summary>
    public static bool IsGoodCode(string code) => CodePattern().IsMatch(code);

    /// <summary>
    /// Sets what is known of an organisation; raises <c>organisation.own-parent</c> at any depth and <c>organisation.posts-outside</c>.
    /// Its accounts go with it.
    /// </summary>
    public static async Task DescribeAsync(
        this AppDb db, Organisation organisation, OrganisationFacts facts, DateOnly today, CancellationToken stop)
    {
        await RefuseLoopAsync(db, organisation.Id, facts.ParentId, stop);
        await db.RedescribeAsync(organisation, facts, today, stop);
    }

    /// <summary>The same for an import, which has looked for loops among its own rows.</summary>
    internal static async Task RedescribeAsync(
        this AppDb db, Organisation organisation, OrganisationFacts facts, DateOnly today, CancellationToken stop)
    {
        await RefusePostsOutsideAsync(db, organisation.Id, [facts.Place, .. facts.OtherPlaces], today, stop);
        var before = organisation.Place;
        organisation.Describe(facts);
        if (before == organisation.Place) return;

        foreach (var account in await db.Accounts.Where(a => a.OrganisationId == organisation.Id).ToListAsync(stop))
        {
            account.Follow(organisation);
        }
    }

    /// <summary>Closes an organisation; raises <c>organisation.in-use</c> while people or organisations still hang on it.</summary>
    public static async Task CloseAsync(this AppDb db, Organisation organisation, Act act, CancellationToken stop)
    {
        var accounts = await db.Accounts.CountAsync(a => a.OrganisationId == organisation.Id && a.DisabledAt == null, stop);
        var below = await db.Organisations.CountAsync(o => o.ParentId == organisation.Id && o.ClosedOn == null, stop);
        if (accounts + below > 0) throw PeopleRefusals.OrganisationInUse(accounts, below);

        organisation.Close(act);
    }

    /// <summary>The organisations above one, nearest first.</summary>
    public static async Task<IReadOnlyList<Organisation>> AboveAsync(this AppDb db, Guid? parent, CancellationToken stop)
    {
        var above = new List<Organisation>();
        while (parent is { } id && above.TrueForAll(known => known.Id != id)
            && await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is { } next)
        {
            above.Add(next);
            parent = next.ParentId;
        }

        return above;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();

    private static async Task RefuseLoopAsync(AppDb db, Guid own, Guid? parent, CancellationToken stop)
    {
        if (parent == own || (await db.AboveAsync(parent, stop)).Any(o => o.Id == own)) throw PeopleRefusals.OwnParent();
    }

    private static async Task RefusePostsOutsideAsync(
        AppDb db, Guid own, IReadOnlyList<RegionCode> places, DateOnly today, CancellationToken stop)
    {
        var posts = await db.Postings.AsNoTracking()
            .Where(p => p.OrganisationId == own && (p.Until == null || p.Until >= today)).Select(p => p.Place).ToListAsync(stop);
        var outside = posts.Count(post => !places.Any(place => place.Contains(post)));
        if (outside > 0) throw PeopleRefusals.PostsOutside(outside);
    }
}
