using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>Writes the first values of records of one kind; what can be known of the kind beforehand is found out once.</summary>
internal sealed class FirstValues
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly (JsonEncodedText Name, Func<object, object?> Read)[] fields;

    private FirstValues((JsonEncodedText, Func<object, object?>)[] fields) => this.fields = fields;

    public static FirstValues Of(IEntityType type) => new([.. type.GetProperties().Where(ChangeTrail.IsTold)
        .Select(property => (JsonEncodedText.Encode(property.Name, Json.Encoder), ReaderOf(property)))]);

    /// <summary>Reads a property of a record as its column holds it.</summary>
    public static Func<object, object?> ReaderOf(IProperty property)
    {
        var (getter, converter) = (property.GetGetter(), property.GetTypeMapping().Converter);
        if (converter is null) return getter.GetClrValue;

        var convert = converter.ConvertToProvider;
        return record => getter.GetClrValue(record) is { } value ? convert(value) : null;
    }

    public string Write(object record)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            foreach (var (name, read) in fields)
            {
                json.WritePropertyName(name);
                Write(json, read(record));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case Guid id: json.WriteStringValue(id); break;
            default: JsonSerializer.Serialize(json, value, value.GetType()); break;
        }
    }
}
