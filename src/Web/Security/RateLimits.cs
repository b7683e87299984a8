using System.Threading.RateLimiting;
using Huanxin.App;

namespace Huanxin.Web.Security;

/// <summary>How often one address may try to sign in or read the public pages, so that guessing and scraping are slow.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Public = "public";
    public const string Api = "api";

    // A program asks more often than a person, and a whole bureau may stand behind one address.
    private const int ApiFactor = 10;

    public static void AddRateLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };

        // Looking at the sign-in page is free; each try counts.
        options.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method)
            ? Window(http, SignIn, Math.Max(1, settings.RateLimit / 3))
            : RateLimitPartition.GetNoLimiter("sign-in page"));
        options.AddPolicy(Api, http => Window(http, Api, settings.RateLimit * ApiFactor));
        options.AddPolicy(Public, http => Window(http, Public, settings.RateLimit));
    });

    private static RateLimitPartition<string> Window(HttpContext http, string name, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter($"{name} {http.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
        });
}
