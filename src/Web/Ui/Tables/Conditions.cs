using System.Linq.Expressions;
using System.Reflection;

namespace Huanxin.Web.Ui.Tables;

/// <summary>A value inside an expression, held so that the database receives it as a parameter.</summary>
public sealed record Bound<TValue>(TValue Value);

/// <summary>Conditions and orders over one value of a row, built so that the database can carry them out.</summary>
public static class Conditions
{
    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo Has = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    public static Expression<Func<T, bool>> IsFrom<T, TValue>(Expression<Func<T, TValue>> value, TValue from) =>
        On(value, Expression.GreaterThanOrEqual(value.Body, Held(from)));

    public static Expression<Func<T, bool>> IsTo<T, TValue>(Expression<Func<T, TValue>> value, TValue to) =>
        On(value, Expression.LessThanOrEqual(value.Body, Held(to)));

    public static Expression<Func<T, bool>> IsBefore<T, TValue>(Expression<Func<T, TValue>> value, TValue end) =>
        On(value, Expression.LessThan(value.Body, Held(end)));

    public static Expression<Func<T, bool>> IsOneOf<T, TValue>(
        Expression<Func<T, TValue>> value, IReadOnlyList<TValue> chosen) =>
        On(value, chosen.Select(c => (Expression)Expression.Equal(value.Body, Held(c))).Aggregate(Expression.OrElse));

    /// <summary>The same for many values: one parameter however many they are.</summary>
    public static Expression<Func<T, bool>> IsAmong<T, TValue>(Expression<Func<T, TValue>> value, TValue[] among) =>
        On(value, Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TValue)], Held<IEnumerable<TValue>>(among), value.Body));

    /// <summary>Blind to case on both databases.</summary>
    public static Expression<Func<T, bool>> Contains<T>(Expression<Func<T, string?>> value, string word)
    {
        var isThere = Expression.NotEqual(value.Body, Expression.Constant(null, typeof(string)));
        var contains = Expression.Call(Expression.Call(value.Body, Lower), Has, Held(word.ToLowerInvariant()));
        return On(value, Expression.AndAlso(isThere, contains));
    }

    /// <summary>Either of two conditions.</summary>
    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right)
    {
        var row = left.Parameters[0];
        var body = new Renamed(right.Parameters[0], row).Visit(right.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, body), row);
    }

    /// <summary>Ordered by a value, what has none last; the databases disagree about where that belongs.</summary>
    public static IOrderedQueryable<T> Ordered<T>(IQueryable<T> rows, LambdaExpression by, bool isDescending)
    {
        if (Nullable.GetUnderlyingType(by.ReturnType) is null)
        {
            return Call(rows, isDescending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy), by);
        }

        var isAbsent = Expression.Equal(by.Body, Expression.Constant(null, by.ReturnType));
        var absentLast = Call(rows, nameof(Queryable.OrderBy), Expression.Lambda(isAbsent, by.Parameters));
        return Call(absentLast, isDescending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy), by);
    }

    private static IOrderedQueryable<T> Call<T>(IQueryable<T> rows, string method, LambdaExpression by) =>
        (IOrderedQueryable<T>)rows.Provider.CreateQuery<T>(Expression.Call(
            typeof(Queryable), method, [typeof(T), by.ReturnType], rows.Expression, Expression.Quote(by)));

    private static Expression<Func<T, bool>> On<T, TValue>(Expression<Func<T, TValue>> value, Expression condition) =>
        Expression.Lambda<Func<T, bool>>(condition, value.Parameters);

    private static MemberExpression Held<TValue>(TValue value) =>
        Expression.Property(Expression.Constant(new Bound<TValue>(value)), nameof(Bound<TValue>.Value));

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
