using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huanxin.App.Policies;

/// <summary>The JSON Schema of pack files, written from the shapes the strict reader uses.</summary>
public static class PackSchema
{
    private static readonly JsonSerializerOptions Printing =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of policies/schema.json.</summary>
    public static string Text()
    {
        var named = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var schema = Of(PackShapes.File, named);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["title"] = "Huanxin policy pack";
        schema["$defs"] = new JsonObject(named.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
        return schema.ToJsonString(Printing) + "\n";
    }

    private static JsonObject Of(Shape shape, IDictionary<string, JsonNode> named) => shape switch
    {
        Shape.Scalar scalar => OfScalar(scalar),
        Shape.WordOf word => new() { ["enum"] = new JsonArray([.. word.Words.Select(w => JsonValue.Create(w))]) },
        Shape.List list => new() { ["type"] = "array", ["items"] = Of(list.Item, named) },
        Shape.Many many => Either(Of(many.Item, named), new() { ["type"] = "array", ["items"] = Of(many.Item, named) }),
        Shape.Open open => Either(new() { ["const"] = Shape.Unverified }, Of(open.Item, named)),
        Shape.Map map => new() { ["type"] = "object", ["additionalProperties"] = Of(map.Value, named) },
        Shape.Fields fields => OfFields(fields, named),
        Shape.Defined or Shape.Referred => new() { ["type"] = "string" },
        Shape.Named later => Reference(later, named),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static JsonObject OfScalar(Shape.Scalar scalar)
    {
        JsonObject schema = scalar.Kind switch
        {
            ScalarKind.Date => new() { ["type"] = "string", ["format"] = "date" },
            ScalarKind.Whole => new() { ["type"] = "integer" },
            ScalarKind.Number => new() { ["type"] = "number" },
            ScalarKind.Flag => new() { ["type"] = "boolean" },
            ScalarKind.Region => new() { ["type"] = "string", ["pattern"] = "^[0-9A-Z]{2,12}$" },
            _ => new() { ["type"] = new JsonArray("string", "number", "boolean") },
        };
        return scalar.MayBeEmpty ? Either(schema, new() { ["type"] = "null" }) : schema;
    }

    private static JsonObject OfFields(Shape.Fields fields, IDictionary<string, JsonNode> named)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(fields.Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Of(k.Shape, named)))),
        };
        var required = fields.Keys.Where(k => k.IsRequired).Select(k => (JsonNode?)JsonValue.Create(k.Name)).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return schema;
    }

    private static JsonObject Reference(Shape.Named later, IDictionary<string, JsonNode> named)
    {
        if (named.TryAdd(later.Name, new JsonObject())) named[later.Name] = Of(later.Shape(), named);
        return new() { ["$ref"] = $"#/$defs/{later.Name}" };
    }

    private static JsonObject Either(JsonObject one, JsonObject other) =>
        new() { ["anyOf"] = new JsonArray(one, other) };
}
