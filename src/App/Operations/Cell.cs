using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Operations;

/// <summary>
/// One column on its way out of a database and into another: a value that both understand, and its one spelling in JSON.
/// Times are whole microseconds, which is what both databases keep and what the chain of acts is computed over.
/// </summary>
internal sealed class Cell
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private readonly Kind kind;
    private readonly int? longest;

    private Cell(IColumn column, Kind kind, int? longest) => (Column, this.kind, this.longest) = (column, kind, longest);

    private delegate object Reading(DbDataReader row, int i);

    /// <summary>How a kind of value is read from a row, written as JSON and read back.</summary>
    private sealed record Kind(string Name, Reading Read, Action<Utf8JsonWriter, object> Write, Func<JsonElement, object> Parse);

    public IColumn Column { get; }

    /// <summary>Name of the kind, as the manifest has it.</summary>
    public string KindName => kind.Name;

    public static Cell[] Of(ITable table) => [.. table.Columns.Select(Of)];

    public object? Read(DbDataReader row, int i) => row.IsDBNull(i) ? null : kind.Read(row, i);

    public void Write(Utf8JsonWriter json, object? value)
    {
        if (value is null) json.WriteNullValue();
        else kind.Write(json, value);
    }

    public object? Parse(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : kind.Parse(json);

    /// <summary>True for a text that SQLite keeps but PostgreSQL would not take.</summary>
    public bool IsTooMuch(object? value) => value is string text
        && (text.Contains('\0') || (longest is { } most && text.Length > most && text.EnumerateRunes().Count() > most));

    private static Cell Of(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        var converter = property.GetTypeMapping().Converter;
        var type = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? property.ClrType) ?? converter?.ProviderClrType ?? property.ClrType;
        return Kinds.TryGetValue(type, out var kind)
            ? new Cell(column, kind, property.GetMaxLength() is > 0 and var most ? most : null)
            : throw new NotSupportedException($"{column.Table.Name}.{column.Name}: add {type.Name} to {nameof(Cell)}");
    }

    private static readonly Dictionary<Type, Kind> Kinds = new()
    {
        [typeof(string)] = new("text", (row, i) => row.GetString(i), (json, v) => json.WriteStringValue((string)v), json => json.GetString()!),
        [typeof(Guid)] = new("id", (row, i) => row.GetGuid(i), (json, v) => json.WriteStringValue((Guid)v), json => json.GetGuid()),
        [typeof(int)] = new("int", (row, i) => row.GetInt32(i), (json, v) => json.WriteNumberValue((int)v), json => json.GetInt32()),
        [typeof(long)] = new("long", (row, i) => row.GetInt64(i), (json, v) => json.WriteNumberValue((long)v), json => json.GetInt64()),
        [typeof(bool)] = new("flag", (row, i) => row.GetBoolean(i), (json, v) => json.WriteBooleanValue((bool)v), json => json.GetBoolean()),
        [typeof(double)] = new("real", (row, i) => row.GetDouble(i), (json, v) => json.WriteNumberValue((double)v), json => json.GetDouble()),
        [typeof(byte[])] = new("bytes", (row, i) => row.GetFieldValue<byte[]>(i),
            (json, v) => json.WriteBase64StringValue((byte[])v), json => json.GetBytesFromBase64()),
        [typeof(DateOnly)] = new("date", (row, i) => row.GetFieldValue<DateOnly>(i),
            (json, v) => json.WriteStringValue(((DateOnly)v).ToString("O", CultureInfo.InvariantCulture)),
            json => DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture)),
        [typeof(DateTime)] = new("time", (row, i) => Microseconds(row.GetDateTime(i)),
            (json, v) => json.WriteStringValue(((DateTime)v).ToString(TimeFormat, CultureInfo.InvariantCulture)),
            json => DateTime.SpecifyKind(
                DateTime.ParseExact(json.GetString()!, TimeFormat, CultureInfo.InvariantCulture), DateTimeKind.Utc)),
    };

    private static DateTime Microseconds(DateTime time) => new(time.Ticks - time.Ticks % 10, DateTimeKind.Utc);
}
