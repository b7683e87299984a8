using System.ComponentModel;
using System.Globalization;
using Huanxin.App.Operations;
using Huanxin.Core.People;
using Huanxin.Web.Problems;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Huanxin.Web.Api;

/// <summary>The OpenAPI document in Chinese: what is said of a route or field is its <see cref="DescriptionAttribute"/>, never a code comment.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Session = "session";

    private const string About =
        "焕新的数据接口。权限和管辖范围与页面完全相同：没有权限答 403，管辖范围以外按不存在答 404。" +
        "时间为 UTC，日期为北京日期；没有办成时答复为 RFC 9457 格式，程序请按其中的 code 判断。";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(Introduce(document)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(Explain(operation, context)));
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(schema.Description = DescriptionOf(context)));
    }

    /// <summary>Who may use a route, in words.</summary>
    public static string RightOf(IEnumerable<object> metadata) => metadata.OfType<RequiresAttribute>().FirstOrDefault() is { } requires
        ? PeopleLabels.Of(requires.Permission)
        : metadata.OfType<SignedInAttribute>().Any() ? "登录即可" : "公开";

    private static OpenApiDocument Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "焕新接口", Version = InstallationState.Program, Description = About };
        document.Servers = [];
        document.AddComponent(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "huanxin", Description = "登录页发出的会话 Cookie。",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] }];
        return document;
    }

    private static OpenApiOperation Explain(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Description = $"{operation.Description}权限：{RightOf(context.Description.ActionDescriptor.EndpointMetadata)}。";
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status.StartsWith('2') ? "成功。" : StatusSentences.TitleOf(int.Parse(status, CultureInfo.InvariantCulture)) + "。";
        }

        return operation;
    }

    private static string? DescriptionOf(OpenApiSchemaTransformerContext context)
    {
        var own = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false)
            ?? context.JsonTypeInfo.Type.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false);
        return own.OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
    }
}
