using Microsoft.OpenApi;

namespace Huanxin.Web.Api;

/// <summary>How the parts of the OpenAPI document are called on the page that shows it.</summary>
public static class ApiWords
{
    /// <summary>“文本”, “整数”, “单位的列表”.</summary>
    public static string TypeOf(IOpenApiSchema? schema) => schema switch
    {
        null => "",
        OpenApiSchemaReference reference => reference.Reference.Id ?? "",
        { OneOf: { Count: > 0 } parts } => string.Join(" 或 ", parts.Select(TypeOf).Where(type => type.Length > 0)),
        _ => Plain(schema),
    };

    private static string Plain(IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null, schema.Format) switch
    {
        (JsonSchemaType.Array, _) => $"{TypeOf(schema.Items)} 的列表",
        (JsonSchemaType.String, "date-time") => "时间（UTC）",
        (JsonSchemaType.String, "date") => "日期",
        (JsonSchemaType.String, "uuid") => "编号（UUID）",
        (JsonSchemaType.String, _) => "文本",
        (JsonSchemaType.Boolean, _) => "是否",
        (JsonSchemaType.Object, _) => "对象",
        (null or 0, _) => "",
        _ => "整数",
    };

    /// <summary>“必填”, “可为空” or nothing.</summary>
    public static string MayBeEmpty(IOpenApiSchema schema) => schema.Type is { } type && type.HasFlag(JsonSchemaType.Null) ? "可为空" : "";
}
