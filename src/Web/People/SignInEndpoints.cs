using Huanxin.App.Data;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Work;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.People;

/// <summary>Signing out, and signing in with a passkey (WebAuthn).</summary>
public static class SignInEndpoints
{
    public static void AddSignIn(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.AddScoped<SignIn>();
        services.AddScoped<IWorkSource, PeopleTasks>();
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(Links.SignOut, SignOutAsync).WithMetadata(new SignedInAttribute());
        app.MapPost(Links.PasskeyRequest, PasskeyRequestAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost(Links.PasskeySignIn, PasskeySignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext http, CurrentUser me, AppDb db, [FromForm] string? everywhere, CancellationToken stop)
    {
        await db.SaveAsync(me.Doing(PeopleVerbs.SignedOut), stop);
        await Session.CloseAsync(http);
        return TypedResults.Redirect(Links.SignIn);
    }

    private static async Task<ContentHttpResult> PasskeyRequestAsync(SignInManager<Account> manager, [FromForm] string? none) =>
        TypedResults.Content(await manager.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    private static async Task<RedirectHttpResult> PasskeySignInAsync(
        HttpContext http, SignInManager<Account> manager, SignIn signIn, UserManager<Account> accounts,
        [FromForm] string credential, [FromForm] string? next)
    {
        var assertion = await manager.PerformPasskeyAssertionAsync(credential);
        if (!assertion.Succeeded || !assertion.User.IsEnabled) return TypedResults.Redirect(Links.PasskeyFailed);

        // The counter of the key goes up with each use; a copy of the key would show by a counter that stands still.
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.CompleteAsync(assertion.User, http);
        return TypedResults.Redirect(Links.Local(next));
    }
}
