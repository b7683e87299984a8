using System.Reflection;
using System.Text;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Huanxin.Web.Problems;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace Huanxin.Tests.Api;

/// <summary>A route as docs/api.md lists it.</summary>
internal sealed record ListedRoute(string Methods, string Path, string Right, string? Summary);

/// <summary>Writes docs/api.md from what the product itself knows: its routes, their permissions, its problems and refusals.</summary>
internal static class ApiGuide
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503];

    private const string Head =
        """
        # 接口 API

        由测试 `ApiGuideTests` 从程序本身生成；与程序不符时测试不通过，并把新的内容写到 `artifacts/api.md`，核对后复制过来即可。
        逐项的参数和答复见系统里的“接口说明”（`/api-docs`）或 OpenAPI 文件（`/api/v1/openapi.json`）。

        - 登录：与页面共用会话 Cookie `huanxin`。权限和管辖范围与页面完全相同；管辖范围以外按不存在（404）答复。
        - 列表：`q` 搜索，`sort` 排序（前加 `-` 从大到小），`page` 页码，其余为筛选；名称和取值与页面地址相同，认不得的答 422。
        - 时间为 UTC（`2024-03-28T02:00:00Z`），日期为北京日期。没有办成时答复 `application/problem+json`（RFC 9457）：

        ```json
        { "type": "/problems/http.404", "title": "没有找到这个页面……", "status": 404, "code": "http.404", "clause": null, "trace": "5f2c…" }
        ```

        `title` 可以直接给用户看；程序按 `code` 判断，它不会改变；`clause` 是依据的条款；`trace` 报障时提供。422 另有 `errors`，逐项说明。
        """;

    public static string Write(TestApp app)
    {
        var text = new StringBuilder(Head);
        var routes = RoutesOf(app);
        text.Append("\n\n## 数据接口\n\n| 地址 | 权限 | 说明 |\n|---|---|---|\n");
        foreach (var route in routes.Where(r => r.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            text.Append($"| `{route.Methods} {route.Path}` | {route.Right} | {route.Summary ?? "OpenAPI 文件"} |\n");
        }

        text.Append("\n## 页面和下载\n\n| 地址 | 权限 |\n|---|---|\n");
        foreach (var route in routes.Where(r => !r.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            text.Append($"| `{route.Methods} {route.Path}` | {route.Right} |\n");
        }

        text.Append("\n## 状态\n\n| 代码 | 状态 | 说明 |\n|---|---|---|\n");
        foreach (var status in Statuses) text.Append($"| `http.{status}` | {status} | {StatusSentences.Of(status)} |\n");
        text.Append($"| `input.invalid` | 422 | {StatusSentences.Of(422)} |\n");
        text.Append("| `form.stale` | 400 | 页面已过期，刷新后重新提交。 |\n| `edit.conflict` | 409 | 他人已先保存，请核对后再保存。 |\n");
        text.Append("| `storage.trouble` | 503 | 数据库或附件目录有故障，没有保存；说明里写明原因。 |\n");
        text.Append("\n## 不予办理\n\n状态都是 409。“…”处是具体内容。\n\n| 代码 | 说明 | 依据 |\n|---|---|---|\n");
        foreach (var refusal in Refusals()) text.Append($"| `{refusal.Code}` | {refusal.Sentence.ReplaceLineEndings(" ")} | {refusal.Clause ?? "–"} |\n");
        return text.ToString();
    }

    /// <summary>Every route with its permission; libraries and the framework's own are left out.</summary>
    public static IReadOnlyList<ListedRoute> RoutesOf(TestApp app) =>
    [
        .. app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => RightOf(route) is not null && !IsLibrary(route))
            .Select(route => new ListedRoute(MethodsOf(route), "/" + route.RoutePattern.RawText!.TrimStart('/'), RightOf(route)!,
                route.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>()?.Summary))
            .DistinctBy(route => (route.Methods, route.Path))
            .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Methods, StringComparer.Ordinal),
    ];

    /// <summary>Every refusal of the product, called with sample words.</summary>
    public static IReadOnlyList<Refusal> Refusals() =>
    [
        .. new[] { typeof(Act).Assembly, typeof(App.Settings).Assembly, typeof(CurrentUser).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.ReturnType == typeof(Refusal))
            .Select(method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)
            .DistinctBy(refusal => (refusal.Code, refusal.Sentence))
            .OrderBy(refusal => refusal.Code, StringComparer.Ordinal).ThenBy(refusal => refusal.Sentence, StringComparer.Ordinal),
    ];

    private static object? Sample(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) ? "…"
            : type == typeof(DateOnly) ? new DateOnly(2024, 3, 28)
            : type == typeof(RegionCode) ? Given.District
            : type == typeof(Ratio) ? Ratio.Of(2, 3)
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : typeof(IEnumerable<string>).IsAssignableFrom(type) ? new[] { "…" }
            : type.IsPrimitive || type == typeof(decimal) ? Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture)
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }

    private static bool IsLibrary(RouteEndpoint route) =>
        route.RoutePattern.RawText!.StartsWith("{*", StringComparison.Ordinal) || route.RoutePattern.RawText.StartsWith("/{*", StringComparison.Ordinal)
        || (RightOf(route) == "公开" && route.RoutePattern.RawText.Contains('.', StringComparison.Ordinal));

    private static string MethodsOf(RouteEndpoint route) =>
        string.Join(", ", (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Order(StringComparer.Ordinal)) is { Length: > 0 } methods ? methods : "GET";

    private static string? RightOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<RequiresAttribute>() is { } requires ? PeopleLabels.Of(requires.Permission)
        : route.Metadata.GetMetadata<SignedInAttribute>() is not null ? "登录即可"
        : route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "公开"
        : null;
}
