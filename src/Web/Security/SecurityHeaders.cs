using Microsoft.Net.Http.Headers;

namespace Huanxin.Web.Security;

/// <summary>Headers that every answer carries: no foreign or inline script, no framing, no sniffing.</summary>
public static class SecurityHeaders
{
    // The one style element Turbo adds for its progress bar, named by its content (8.0.23); nothing else may be inline.
    private const string TurboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

    // Pictures come from ourselves, and from the tile server where the operator has named one.
    private static string PolicyWith(string? mapTiles)
    {
        var tiles = mapTiles is null ? "" : " " + new Uri(mapTiles).GetLeftPart(UriPartial.Authority);
        return $"default-src 'self'; script-src 'self'; style-src 'self' {TurboStyle}; img-src 'self' data:{tiles}; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    // Set when the answer starts: an exception clears whatever was set before it.
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, Huanxin.App.Settings settings)
    {
        var policy = PolicyWith(settings.MapTiles);
        return app.Use((http, next) => Answer(http, next, policy));
    }

    private static Task Answer(HttpContext http, RequestDelegate next, string policy)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, policy);    // a download has a stricter one
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
