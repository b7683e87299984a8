using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Huanxin.Web.People;

/// <summary>What a try to sign in came to.</summary>
public enum SignInOutcome { Done, CodeNeeded, Wrong, Locked, Disabled }

/// <summary>Signing in step by step; every try is an act, whether it succeeds or not.</summary>
public sealed class SignIn(AppDb db, UserManager<Account> accounts, CurrentUser me, IPasswordHasher<Account> hasher)
{
    private static readonly Actor Door = Actor.Process("登录页");

    // Compared against when the name is unknown, so that the answer takes as long as for a known one.
    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<Account>().HashPassword(null!, "no such account"));

    /// <summary>First step: name and password.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(HttpContext http, string name, string password)
    {
        if (await accounts.FindByNameAsync(name) is not { } account)
        {
            hasher.VerifyHashedPassword(null!, Decoy.Value, password);
            await db.SaveAsync(me.Doing(PeopleVerbs.SignInFailed) with { By = Door }, http.RequestAborted);
            return SignInOutcome.Wrong;
        }

        if (account.IsLocked(me.Now)) return SignInOutcome.Locked;
        if (!await accounts.CheckPasswordAsync(account, password)) return await FailAsync(account, http);
        if (!account.IsEnabled) return SignInOutcome.Disabled;
        if (!account.TwoFactorEnabled) return await CompleteAsync(account, http);

        var halfway = new System.Security.Claims.ClaimsIdentity(
            [new(CurrentUser.AccountClaim, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new System.Security.Claims.ClaimsPrincipal(halfway));
        return SignInOutcome.CodeNeeded;
    }

    /// <summary>Who is halfway in: the password was right, the code is awaited.</summary>
    public async Task<Account?> HalfwayAsync(HttpContext http)
    {
        var halfway = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var id = halfway.Principal?.FindFirst(CurrentUser.AccountClaim)?.Value;
        return id is null ? null : await accounts.FindByIdAsync(id);
    }

    /// <summary>Second step: a code of the app, or one of the recovery codes.</summary>
    public async Task<SignInOutcome> WithCodeAsync(HttpContext http, Account account, string code)
    {
        if (account.IsLocked(me.Now)) return SignInOutcome.Locked;
        if (!account.IsEnabled) return SignInOutcome.Disabled;

        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        var provider = TokenOptions.DefaultAuthenticatorProvider;
        var isGood = await accounts.VerifyTwoFactorTokenAsync(account, provider, typed)
            || (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded;
        if (!isGood) return await FailAsync(account, http);

        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await CompleteAsync(account, http);
    }

    /// <summary>Opens the session and records it.</summary>
    public async Task<SignInOutcome> CompleteAsync(Account account, HttpContext http)
    {
        account.Unlock();
        await me.BecomeAsync(account, http.RequestAborted);
        await db.SaveAsync(me.Doing(PeopleVerbs.SignedIn), http.RequestAborted);
        await Session.OpenAsync(http, account);
        return SignInOutcome.Done;
    }

    private async Task<SignInOutcome> FailAsync(Account account, HttpContext http)
    {
        account.CountFailure(me.Now);
        var isLocked = account.IsLocked(me.Now);
        var verb = isLocked ? PeopleVerbs.SignInLocked : PeopleVerbs.SignInFailed;
        await db.SaveAsync(me.Doing(verb) with { By = Door }, http.RequestAborted);
        return isLocked ? SignInOutcome.Locked : SignInOutcome.Wrong;
    }
}
