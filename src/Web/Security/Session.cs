using System.Security.Claims;
using Huanxin.App;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;

namespace Huanxin.Web.Security;

/// <summary>Sessions: one cookie that every node can read, checked against the database on every request.</summary>
public static class Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static IServiceCollection AddSession(this IServiceCollection services, Settings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddScoped<IAuthorizationHandler, SignedInHandler>();
        services.AddNodeKeys();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Configure(options, "huanxin", Lifetime))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Configure(options, "huanxin-second", TimeSpan.FromMinutes(5)));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = context => Redirect(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Redirect(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie = new CookieBuilder { Name = "huanxin-form", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = Policy };
            options.HeaderName = "X-Form-Token";
        });
        services.AddRateLimits(settings);
        return services;
    }

    /// <summary>Every form carries a token of ours; one without it is answered before anything is read from it.</summary>
    public static void UseFormTokens(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (!FormLimits.IsTooLarge(http)) return next(http);

            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        });
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } form) return next(http);

            http.Response.StatusCode = FormLimits.StatusOf(form);
            return Task.CompletedTask;
        });
    }

    /// <summary>Opens the session of a person who has proven who they are.</summary>
    public static Task OpenAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity(
            [new Claim(CurrentUser.AccountClaim, account.Id.ToString()), new Claim(CurrentUser.StampClaim, account.SecurityStamp)],
            IdentityConstants.ApplicationScheme);
        return http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
    }

    /// <summary>Closes the session on this device.</summary>
    public static Task CloseAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    // Behind TLS the cookies are for TLS only; http://localhost stays possible for a newcomer.
    private const CookieSecurePolicy Policy = CookieSecurePolicy.SameAsRequest;

    private static void Configure(CookieAuthenticationOptions options, string name, TimeSpan lifetime)
    {
        options.Cookie = new CookieBuilder { Name = name, HttpOnly = true, SameSite = SameSiteMode.Lax, SecurePolicy = Policy, IsEssential = true };
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = Ui.Links.SignIn;
        options.ReturnUrlParameter = "next";
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var me = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
        if (context.Principal is { } principal && await me.LoadAsync(principal, context.HttpContext.RequestAborted)) return;

        context.RejectPrincipal();
        await CloseAsync(context.HttpContext);
    }

    // A program gets the bare status, a person the sign-in page.
    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api") || status == StatusCodes.Status403Forbidden) context.Response.StatusCode = status;
        else context.Response.Redirect(HttpMethods.IsPost(context.Request.Method) ? AfterLoss(context.HttpContext) : context.RedirectUri);
        return Task.CompletedTask;
    }

    // What was pressed is not done after signing in; the person comes back to the page on which it was pressed, never to an address for posts.
    private static string AfterLoss(HttpContext http)
    {
        var request = http.Request;
        if (request.Path == Ui.Links.SignOut) return Ui.Links.SignIn;
        if (Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value) return Ui.Links.SignInAgain(from.PathAndQuery);

        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        return Ui.Links.SignInAgain(isPage ? request.Path + request.QueryString : Ui.Links.Home);
    }
}
