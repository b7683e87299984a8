using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Huanxin.Web.Ui.Tables;

/// <summary>Reads a value of a row. A list is declared anew for each request; what reads a member of its rows is compiled once.</summary>
public static class Reader<T, TValue>
{
    private static readonly ConcurrentDictionary<MemberInfo, Func<T, TValue>> Members = new();

    public static Func<T, TValue> Of(Expression<Func<T, TValue>> value) => value.Body is MemberExpression { Expression: ParameterExpression } member
        ? Members.GetOrAdd(member.Member, _ => value.Compile())
        : value.Compile(preferInterpretation: true);
}
