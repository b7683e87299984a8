using System.Linq.Expressions;
using System.Reflection;
using Huanxin.App.Data;
using Huanxin.Core.Communities;

namespace Huanxin.App.Communities;

/// <summary>
/// A condition on communities carried out on the index: the very expression that a database would be asked, so that both answer alike.
/// Every comparison of a figure is a range, tried on a whole district at once.
/// </summary>
internal abstract record RegisterTest
{
    private static readonly int PlaceColumn = RegisterPart.FigureOf(nameof(Community.Place));

    /// <summary>Every community meets it.</summary>
    public static readonly RegisterTest Always = new Within(PlaceColumn, RegisterPart.Absent, long.MaxValue);

    /// <summary>First and last place that may meet it.</summary>
    public virtual (long From, long To) Places => (RegisterPart.Absent, long.MaxValue);

    /// <summary>Strikes out the rows of a district that do not meet it.</summary>
    public abstract void Strike(RegisterPart part, Span<bool> rows);

    public static RegisterTest operator &(RegisterTest left, RegisterTest right) => new Both(left, right);

    /// <summary>Throws NotSupportedException for a property the index does not hold: a mistake of ours that a test of the list finds.</summary>
    public static RegisterTest Of(Expression condition) => condition switch
    {
        LambdaExpression lambda => Of(lambda.Body),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Of(both.Left) & Of(both.Right),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => new Either(Of(either.Left), Of(either.Right)),
        BinaryExpression comparison => Compared(comparison),
        MethodCallExpression { Method.Name: nameof(AppDb.Likely), Arguments: [var inner] } => Of(inner),
        MethodCallExpression { Method.Name: nameof(string.Contains), Object: { } text, Arguments: [var word] } =>
            new Holds(RegisterPart.TextOf(PropertyOf(text)), (string)ValueOf(word)!),
        ConstantExpression { Value: bool always } => always ? Always : new Within(PlaceColumn, 1, 0),
        _ => throw NotHeld(condition),
    };

    /// <summary>That a verdict is one of those wanted.</summary>
    public static RegisterTest Judged(IReadOnlyDictionary<RegisterPart, RegisterPart.FigureColumn> verdicts, IEnumerable<ListedVerdict> wanted) =>
        new HasVerdict(verdicts, [.. wanted.Select(verdict => (long)verdict)]);

    /// <summary>Property of a community that an expression reads.</summary>
    public static string PropertyOf(Expression expression) => expression switch
    {
        MemberExpression { Expression: ParameterExpression or UnaryExpression { Operand: ParameterExpression } } member => member.Member.Name,
        MemberExpression { Expression: { } inner } => PropertyOf(inner),
        UnaryExpression converted => PropertyOf(converted.Operand),
        MethodCallExpression { Object: { } inner } => PropertyOf(inner),
        _ => throw NotHeld(expression),
    };

    private static RegisterTest Compared(BinaryExpression comparison)
    {
        var property = PropertyOf(comparison.Left);
        var value = ValueOf(comparison.Right);
        if (RegisterPart.TextOf(property) is >= 0 and var text && value is null) return new IsSaid(text, comparison.NodeType == ExpressionType.NotEqual);

        var (column, figure, said) = (RegisterPart.FigureOf(property), RegisterPart.Figure(value), RegisterPart.Absent + 1);
        if (column < 0) throw NotHeld(comparison);

        return comparison.NodeType switch
        {
            ExpressionType.Equal => new Within(column, figure, figure),
            ExpressionType.NotEqual when value is null => new Within(column, said, long.MaxValue),
            ExpressionType.GreaterThanOrEqual => new Within(column, figure, long.MaxValue),
            ExpressionType.GreaterThan => new Within(column, figure + 1, long.MaxValue),
            ExpressionType.LessThanOrEqual => new Within(column, said, figure),
            ExpressionType.LessThan => new Within(column, said, figure - 1),
            _ => throw NotHeld(comparison),
        };
    }

    // What a query was given: a constant, or a value held by one.
    private static object? ValueOf(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is { } of ? ValueOf(of) : null),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is { } of ? ValueOf(of) : null),
        UnaryExpression { NodeType: ExpressionType.Convert } converted => ValueOf(converted.Operand),
        _ => throw NotHeld(expression),
    };

    private static NotSupportedException NotHeld(Expression expression) => new($"the index of the register does not hold {expression}");

    private sealed record Both(RegisterTest Left, RegisterTest Right) : RegisterTest
    {
        public override (long From, long To) Places => (Math.Max(Left.Places.From, Right.Places.From), Math.Min(Left.Places.To, Right.Places.To));

        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            Left.Strike(part, rows);
            if (rows.Contains(true)) Right.Strike(part, rows);
        }
    }

    private sealed record Either(RegisterTest Left, RegisterTest Right) : RegisterTest
    {
        public override (long From, long To) Places => (Math.Min(Left.Places.From, Right.Places.From), Math.Max(Left.Places.To, Right.Places.To));

        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            var other = rows.ToArray();
            Left.Strike(part, rows);
            Right.Strike(part, other);
            for (var i = 0; i < rows.Length; i++) rows[i] |= other[i];
        }
    }

    private sealed record Within(int Column, long From, long To) : RegisterTest
    {
        public override (long From, long To) Places => Column == PlaceColumn ? (From, To) : base.Places;

        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            var column = part.Figures(Column);
            if (column.Least >= From && column.Most <= To) return;

            if (column.Most < From || column.Least > To)
            {
                rows.Clear();
                return;
            }

            var values = column.Values;
            for (var i = 0; i < rows.Length; i++) rows[i] &= values[i] >= From && values[i] <= To;
        }
    }

    private sealed record Holds(int Column, string Word) : RegisterTest
    {
        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            var texts = part.Texts(Column);
            for (var i = 0; i < rows.Length; i++) rows[i] = rows[i] && texts[i]?.Contains(Word, StringComparison.OrdinalIgnoreCase) == true;
        }
    }

    private sealed record IsSaid(int Column, bool Wanted) : RegisterTest
    {
        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            var texts = part.Texts(Column);
            for (var i = 0; i < rows.Length; i++) rows[i] &= texts[i] is not null == Wanted;
        }
    }

    private sealed record HasVerdict(IReadOnlyDictionary<RegisterPart, RegisterPart.FigureColumn> Verdicts, HashSet<long> Wanted) : RegisterTest
    {
        public override void Strike(RegisterPart part, Span<bool> rows)
        {
            var answers = Verdicts[part].Values;
            for (var i = 0; i < rows.Length; i++) rows[i] = rows[i] && Wanted.Contains(answers[i]);
        }
    }
}
