using Microsoft.Net.Http.Headers;

namespace Huanxin.Web.Security;

/// <summary>Headers that every answer carries: no foreign or inline script, no framing, no sniffing.</summary>
public static class SecurityHeaders
{
    // The one style element Turbo adds for its progress bar, named by its content (8.0.23); nothing else may be inline.
    private const string TurboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

    private const string Policy =
        $"default-src 'self'; script-src 'self'; style-src 'self' {TurboStyle}; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Set when the answer starts: an exception clears whatever was set before it.
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy);    // a download has a stricter one
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
