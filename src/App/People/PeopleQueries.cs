using System.Linq.Expressions;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>Questions about places and persons that more than one page asks.</summary>
public static class PeopleQueries
{
    private const int CityLength = 4;

    /// <summary>Only rows whose place lies in the jurisdiction: the subtree below each of its places, nothing beside.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Jurisdiction where) where T : class, IPlaced
    {
        if (where.Places.Any(place => place == RegionCode.Nation)) return rows;
        if (where.Places.Count == 0) return rows.Where(row => false);

        var row = Expression.Parameter(typeof(T), "row");
        var place = Expression.Property(row, nameof(IPlaced.Place));
        var inside = where.Places
            .Select(own => (Expression)Expression.AndAlso(
                Hinted(own, Expression.GreaterThanOrEqual(place, Parameter(own))),
                Hinted(own, Expression.LessThan(place, Parameter(own.Beyond)))))
            .Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(inside, row));
    }

    // A city or more is most of its database: the list's own order is then the quicker way in than the index of places.
    private static Expression Hinted(RegionCode own, BinaryExpression condition) => own.Prefix.Length > CityLength
        ? condition
        : Expression.Call(typeof(AppDb), nameof(AppDb.Likely), [], condition);

    /// <summary>“371002-zj 环翠区住建局”, as organisations are suggested and typed.</summary>
    public static string Typed(this Organisation organisation) => $"{organisation.Code} {organisation.Name}";

    /// <summary>
    /// The organisation that was typed as code, as name, or as both; raises <c>organisation.unknown</c>.
    /// One that is already set may lie outside the jurisdiction.
    /// </summary>
    public static async Task<Organisation> FindOrganisationAsync(
        this AppDb db, string typed, Jurisdiction where, Guid? already, CancellationToken stop)
    {
        var text = typed.Trim();
        var code = text.Split(' ', 2)[0];
        var found = await db.Organisations.AsNoTracking().Where(o => o.Code == code || o.Name == text).Take(20).ToListAsync(stop);
        var open = found.Where(o => o.Id == already || where.Covers(o.Place)).ToList();
        return open.Find(o => o.Code == code) ?? (open is [var only] ? only : throw PeopleRefusals.OrganisationUnknown(text));
    }

    /// <summary>Organisations offered while one is typed.</summary>
    public static async Task<IReadOnlyList<string>> SuggestOrganisationsAsync(
        this AppDb db, Jurisdiction where, CancellationToken stop)
    {
        const int most = 300;
        var open = await db.Organisations.AsNoTracking().Within(where).Where(o => o.ClosedOn == null)
            .OrderBy(o => o.Code).Take(most).ToListAsync(stop);
        return open.ConvertAll(Typed);
    }

    // A captured variable becomes a parameter of the SQL; a constant would give every place its own query plan.
    private static MemberExpression Parameter(RegionCode place) =>
        Expression.Property(Expression.Constant(new Captured(place)), nameof(Captured.Place));

    private sealed record Captured(RegionCode Place);
}
