using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>
/// How a record of one kind is made of the columns it is read from: compiled once, as <see cref="RowShape"/> is for writing, with the same
/// converters that the mapper uses.
/// </summary>
internal sealed class ReadShape<T> where T : class
{
    private static readonly ConcurrentDictionary<(IEntityType, string), ReadShape<T>> Known = new();
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(IRowReader));
    private readonly Expression<Func<T, object?[]>> columns;

    private ReadShape(IReadOnlyList<IProperty> properties)
    {
        var record = Expression.Parameter(typeof(T));
        columns = Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(typeof(object), properties.Select(p => Expression.Convert(Expression.Property(record, p.PropertyInfo!), typeof(object)))), record);

        var made = Expression.Variable(typeof(T));
        var steps = properties.Select(property => Take(made, property)).Prepend(Expression.Assign(made, Expression.New(typeof(T)))).Append(made);
        Make = Expression.Lambda<Func<IRowReader, T>>(Expression.Block([made], steps), Row).Compile();
    }

    /// <summary>Makes a record of the row the reader stands on.</summary>
    public Func<IRowReader, T> Make { get; }

    public static ReadShape<T> Of(AppDb db, IReadOnlyCollection<string> unread) =>
        Known.GetOrAdd((db.Model.FindEntityType(typeof(T))!, string.Join(' ', unread)),
            one => new ReadShape<T>([.. RowShape.PropertiesOf(one.Item1).Where(property => !unread.Contains(property.Name))]));

    /// <summary>Asks for these columns alone.</summary>
    public IQueryable<object?[]> Select(IQueryable<T> rows) => rows.Select(columns);

    private static Expression Take(ParameterExpression record, IProperty property)
    {
        // Asked of the class that declares it: a derived one does not see the setter that is private there.
        var own = property.PropertyInfo!.DeclaringType!.GetProperty(property.Name)!;
        var set = Expression.Assign(Expression.Property(record, own), Expression.Convert(Value(property), property.ClrType));
        return property.IsNullable ? Expression.IfThen(Expression.Not(Expression.Call(Row, nameof(IRowReader.TakeNull), null)), set) : set;
    }

    private static Expression Value(IProperty property)
    {
        if (property.GetTypeMapping().Converter is not { } converter) return Take(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);
        if (converter.ProviderClrType != typeof(string)) return Expression.Invoke(converter.ConvertFromProviderExpression, Take(converter.ProviderClrType));

        var meanings = Activator.CreateInstance(typeof(Meanings<>).MakeGenericType(typeof(T), converter.ModelClrType), converter.ConvertFromProviderExpression);
        return Expression.Call(Expression.Constant(meanings), "Of", null, Expression.Call(Row, nameof(IRowReader.TakeText), null));
    }

    private static MethodCallExpression Take(Type type) => typeof(IRowReader).GetMethod($"Take{type.Name}") is { } take && take.ReturnType == type
        ? Expression.Call(Row, take)
        : throw new NotSupportedException($"A column of {type} has no form in a fast read yet.");

    /// <summary>
    /// What the texts of a column mean: few are said over and over, such as the word of a choice or the code of a place. Any thread may ask.
    /// </summary>
    private sealed class Meanings<TValue>(LambdaExpression read)
    {
        private const int Slots = 1024, Longest = 64;
        private readonly Func<string, TValue> read = ((Expression<Func<string, TValue>>)read).Compile();
        private readonly Meaning?[] known = new Meaning?[Slots];

        public TValue Of(ReadOnlySpan<byte> text)
        {
            if (text.Length > Longest) return read(Encoding.UTF8.GetString(text));

            ref var slot = ref known[TextMark.Of(text) % Slots];
            if (slot is { } lately && text.SequenceEqual(lately.Text)) return lately.Value;

            var value = read(Encoding.UTF8.GetString(text));
            slot = new Meaning(text.ToArray(), value);
            return value;
        }

        private sealed record Meaning(byte[] Text, TValue Value);
    }
}
