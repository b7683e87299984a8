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
        app.MapPost(Links.PasskeyOptions, PasskeyOptionsAsync).WithMetadata(new SignedInAttribute());
        app.MapPost(Links.PasskeyAdd, AddPasskeyAsync).WithMetadata(new SignedInAttribute());
        app.MapPost(Links.PasskeyRequest, PasskeyRequestAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost(Links.PasskeySignIn, PasskeySignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
    }

    // The unread form value makes the framework check the form token.
    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext http, CurrentUser me, AppDb db, [FromForm(Name = "_")] string? _, CancellationToken stop)
    {
        await db.SaveAsync(me.Doing(PeopleVerbs.SignedOut), stop);
        await Session.CloseAsync(http);
        return TypedResults.Redirect(Links.SignIn);
    }

    private static async Task<ContentHttpResult> PasskeyOptionsAsync(
        SignInManager<Account> manager, CurrentUser me, [FromForm(Name = "_")] string? _)
    {
        var account = me.Account!;
        var options = await manager.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.SignInName, DisplayName = account.SignInName });
        return TypedResults.Content(options, "application/json");
    }

    private static async Task<RedirectHttpResult> AddPasskeyAsync(
        SignInManager<Account> manager, UserManager<Account> accounts, CurrentUser me, AppDb db,
        [FromForm] string credential, [FromForm] string? name, CancellationToken stop)
    {
        var attestation = await manager.PerformPasskeyAttestationAsync(credential);
        if (!attestation.Succeeded) return TypedResults.Redirect(Links.PasskeyNotAdded);

        attestation.Passkey.Name = string.IsNullOrWhiteSpace(name) ? "通行密钥" : name.Trim()[..Math.Min(name.Trim().Length, 40)];
        await accounts.AddOrUpdatePasskeyAsync(me.Account!, attestation.Passkey);
        await db.SaveAsync(me.Doing(PeopleVerbs.AddPasskey), stop);
        return TypedResults.Redirect(Links.MyPasskeys);
    }

    private static async Task<ContentHttpResult> PasskeyRequestAsync(
        SignInManager<Account> manager, [FromForm(Name = "_")] string? _) =>
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
