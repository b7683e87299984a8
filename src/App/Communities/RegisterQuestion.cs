using System.Linq.Expressions;
using Huanxin.Core.Communities;

namespace Huanxin.App.Communities;

/// <summary>The first communities of a list, and how many the whole list holds.</summary>
internal sealed record RegisterAnswer(IReadOnlyList<Guid> Ids, int Total);

/// <summary>
/// A narrowed and ordered list of communities, read off the query that a database would carry out, and carried out on the index: one pass
/// over a few columns, whatever the order.
/// </summary>
internal sealed record RegisterQuestion(RegisterTest Test, int? Column, bool IsDescending)
{
    private const int Few = 1024;

    /// <summary>A query made of Where, OrderBy and ThenBy.</summary>
    public static RegisterQuestion Of(IQueryable<Community> query) => Of(query.Expression);

    /// <summary>The first so many of the list; parts stand in the order of their places.</summary>
    public RegisterAnswer Find(IEnumerable<RegisterPart> parts, int count)
    {
        var (best, total) = (new Best(count), 0);
        Span<bool> few = stackalloc bool[Few];
        foreach (var part in parts)
        {
            var rows = part.Ids.Length <= Few ? few[..part.Ids.Length] : new bool[part.Ids.Length];
            rows.Fill(true);
            Test.Strike(part, rows);
            var values = Column is { } column ? part.Figures(column).Values : null;
            for (var i = rows.IndexOf(true); i >= 0 && i < rows.Length; i++)
            {
                if (rows[i]) best.Add(values is null ? total : Rank(values[i]), part.Ids, i);
                if (rows[i]) total++;
            }
        }

        return new RegisterAnswer(best.Sorted(), total);
    }

    private static RegisterQuestion Of(Expression expression)
    {
        if (expression is not MethodCallExpression { Arguments: [var source, UnaryExpression { Operand: LambdaExpression lambda }] } call)
        {
            return new RegisterQuestion(RegisterTest.Always, null, false);
        }

        var before = Of(source);
        return call.Method.Name == nameof(Queryable.Where)
            ? before with { Test = before.Test & RegisterTest.Of(lambda) }
            : before.OrderedBy(lambda, call.Method.Name.EndsWith("Descending", StringComparison.Ordinal));
    }

    // That the unsaid comes last and ids decide between equals goes without saying here; by place the index is ordered itself.
    private RegisterQuestion OrderedBy(LambdaExpression by, bool isDescending) =>
        Column is null && by.ReturnType != typeof(bool) && RegisterTest.PropertyOf(by.Body) is var property and not (nameof(Community.Place) or nameof(Community.Id))
            ? this with { Column = RegisterPart.FigureOf(property), IsDescending = isDescending }
            : this;

    private long Rank(long value) => value == RegisterPart.Absent ? long.MaxValue : IsDescending ? -value : value;

    /// <summary>The first so many of very many, without sorting what comes later anyway.</summary>
    private sealed class Best(int count)
    {
        private readonly List<(long Rank, Guid Id)> kept = [];
        private (long Rank, Guid Id) last = (long.MaxValue, Guid.AllBitsSet);

        public void Add(long rank, Guid[] ids, int row)
        {
            if (rank > last.Rank || (rank == last.Rank && ids[row].CompareTo(last.Id) > 0)) return;

            kept.Add((rank, ids[row]));
            if (kept.Count >= 2 * count) Cut();
        }

        public List<Guid> Sorted()
        {
            Cut();
            return kept.ConvertAll(one => one.Id);
        }

        private void Cut()
        {
            kept.Sort();
            if (kept.Count < count) return;

            kept.RemoveRange(count, kept.Count - count);
            last = kept[^1];
        }
    }
}
