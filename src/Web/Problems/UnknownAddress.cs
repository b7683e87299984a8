using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Template;

namespace Huanxin.Web.Problems;

/// <summary>Addresses that nothing answers: 405 where another method is answered, 404 otherwise; for everybody, signed in or not.</summary>
public static class UnknownAddress
{
    private const string Anything = "{*path}";

    public static void MapUnknown(this WebApplication app) => app.MapFallback(Anything, Answer).AllowAnonymous();

    private static StatusCodeHttpResult Answer(HttpContext http, EndpointDataSource known)
    {
        var methods = known.Endpoints.OfType<RouteEndpoint>().Where(route => Matches(route, http.Request.Path))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (methods.Count == 0) return TypedResults.StatusCode(StatusCodes.Status404NotFound);

        http.Response.Headers.Allow = string.Join(", ", methods);
        return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static bool Matches(RouteEndpoint route, PathString path)
    {
        var text = route.RoutePattern.RawText;
        if (text is null || text.Contains("{*", StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal)) return false;

        return new TemplateMatcher(TemplateParser.Parse(text.TrimStart('/')), []).TryMatch(path, []);
    }
}
