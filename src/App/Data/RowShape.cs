using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>
/// How records of one kind lie in their columns and in the trail: found out once and compiled, so that no field of a row is looked up, boxed or
/// converted through a delegate of its own.
/// </summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<IEntityType, RowShape> Known = new();
    private static readonly ParameterExpression Record = Expression.Parameter(typeof(object)), Writer = Expression.Parameter(typeof(IRowWriter));

    private RowShape(IEntityType type)
    {
        var mapping = type.GetTableMappings().Single();
        var properties = PropertiesOf(type).ToList();
        Name = type.ClrType.Name;
        Table = mapping.Table.Name;
        Columns = [.. mapping.ColumnMappings.Select(column => column.Column.Name)];
        PutColumns = Compile(type, properties);
        Told = [.. type.GetProperties().Where(ChangeTrail.IsTold).Select(
            property => (properties.IndexOf(property), JsonEncodedText.Encode(property.Name, FirstValues.Encoder)))];
        Key = type.FindPrimaryKey()!.Properties is [{ ClrType: var clr } id] && clr == typeof(Guid) ? properties.IndexOf(id) : -1;
        Place = properties.FindIndex(property => property.Name == nameof(Core.Kernel.IPlaced.Place));
    }

    public string Name { get; }

    public string Table { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Puts a new record as its columns hold it.</summary>
    public Action<object, IRowWriter> PutColumns { get; }

    /// <summary>What the trail tells of a record: which columns, under which names.</summary>
    public (int Column, JsonEncodedText Name)[] Told { get; }

    /// <summary>The column of the key, where a single identifier is the key; -1 elsewhere.</summary>
    public int Key { get; }

    /// <summary>The column of the place, or -1.</summary>
    public int Place { get; }

    public static RowShape Of(AppDb db, Type type) => Of(db.Model.FindEntityType(type)!);

    public static RowShape Of(IEntityType type) => Known.GetOrAdd(type, one => new RowShape(one));

    /// <summary>What a row of this kind holds, in the order of its columns.</summary>
    public static IEnumerable<IProperty> PropertiesOf(IEntityType type) =>
        type.GetTableMappings().Single().ColumnMappings.Select(column => column.Property);

    private static Action<object, IRowWriter> Compile(IEntityType type, IEnumerable<IProperty> properties)
    {
        var own = Expression.Variable(type.ClrType);
        var steps = properties.Select(property => Put(property, own)).Prepend(Expression.Assign(own, Expression.Convert(Record, type.ClrType)));
        return Expression.Lambda<Action<object, IRowWriter>>(Expression.Block([own], steps), Record, Writer).Compile();
    }

    private static Expression Put(IProperty property, Expression record)
    {
        // A record that is written this way is new: its version is 1, as SaveAsync would have made it.
        if (property.Name == nameof(Core.Kernel.Record.Version)) return Put(Expression.Constant(1));

        var value = Expression.Variable(property.ClrType);
        var isNullable = Nullable.GetUnderlyingType(property.ClrType) is not null;
        var converter = property.GetTypeMapping().Converter;
        Expression plain = isNullable ? Expression.Property(value, "Value") : value;
        if (converter is not null) plain = Expression.Invoke(converter.ConvertToProviderExpression, plain);
        Expression put = Put(plain);
        if (isNullable) put = Expression.IfThenElse(Expression.Property(value, "HasValue"), put, PutNull());
        else if (!property.ClrType.IsValueType) put = Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), PutNull(), put);
        return Expression.Block([value], Expression.Assign(value, Member(record, property)), put);
    }

    private static MemberExpression Member(Expression record, IProperty property) =>
        Expression.MakeMemberAccess(record, (MemberInfo?)property.PropertyInfo ?? property.FieldInfo!);

    private static MethodCallExpression Put(Expression value) => typeof(IRowWriter).GetMethod(nameof(IRowWriter.Put), [value.Type]) is { } put
        ? Expression.Call(Writer, put, value)
        : throw new NotSupportedException($"A column of {value.Type} has no form in a bulk write yet.");

    private static MethodCallExpression PutNull() => Expression.Call(Writer, nameof(IRowWriter.PutNull), null);
}
