using System.Buffers.Text;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>
/// Lets ASP.NET Core Identity work on our accounts. It changes records and never saves:
/// whoever asked ends with <see cref="AppDb.SaveAsync"/>, so that every security event is an act.
/// </summary>
public sealed class AccountStore(AppDb db, TimeProvider clock) :
    IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>, IUserPasskeyStore<Account>
{
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken stop)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken stop) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken stop) =>
        throw new NotSupportedException("accounts are disabled, never deleted");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken stop) =>
        Guid.TryParse(userId, out var id) ? db.Accounts.SingleOrDefaultAsync(a => a.Id == id, stop) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken stop) =>
        db.Accounts.SingleOrDefaultAsync(a => a.SignInName == normalizedUserName, stop);

    public Task<string> GetUserIdAsync(Account user, CancellationToken stop) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken stop) =>
        Task.FromResult<string?>(user.SignInName);

    // A sign-in name is given once and kept in its normal form.
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken stop) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken stop) => Task.CompletedTask;

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken stop)
    {
        user.SetPassword(passwordHash, user.SecurityStamp, givenByOther: false);
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken stop)
    {
        user.EndSessions(stamp);
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken stop) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken stop)
    {
        user.SetTwoFactor(enabled);
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken stop) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken stop)
    {
        user.SetAuthenticatorKey(db.Cipher.Seal(key));
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken stop) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? db.Cipher.Open(key) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken stop)
    {
        user.SetRecoveryCodes(recoveryCodes.Select(db.Cipher.Fingerprint));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken stop)
    {
        var left = Codes(user);
        var isGood = left.Remove(db.Cipher.Fingerprint(code));
        if (isGood) user.SetRecoveryCodes(left);
        return Task.FromResult(isGood);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken stop) => Task.FromResult(Codes(user).Count);

    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken stop)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        var kept = await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == id && p.AccountId == user.Id, stop);
        if (kept is null)
        {
            var at = clock.GetUtcNow();
            kept = new Passkey
            {
                Id = Guid.CreateVersion7(at), AccountId = user.Id, Place = user.Place, CredentialId = id, CreatedAt = at.UtcDateTime,
            };
            db.Add(kept);
        }

        kept.Keep(passkey.Name ?? kept.Name, JsonSerializer.Serialize(Credential.Of(passkey)));
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken stop) =>
        (await db.Passkeys.Where(p => p.AccountId == user.Id).OrderBy(p => p.CreatedAt).ToListAsync(stop)).ConvertAll(Info);

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await (from passkey in db.Passkeys
                      join account in db.Accounts on passkey.AccountId equals account.Id
                      where passkey.CredentialId == id
                      select account).SingleOrDefaultAsync(stop);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken stop)
    {
        var id = Base64Url.EncodeToString(credentialId);
        var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == id && p.AccountId == user.Id, stop);
        return passkey is null ? null : Info(passkey);
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken stop)
    {
        var id = Base64Url.EncodeToString(credentialId);
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == id && p.AccountId == user.Id, stop) is { } passkey)
        {
            db.Remove(passkey);
        }
    }

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static List<string> Codes(Account user) => [.. user.RecoveryCodes.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static UserPasskeyInfo Info(Passkey passkey)
    {
        var kept = JsonSerializer.Deserialize<Credential>(passkey.Credential)!;
        return new UserPasskeyInfo(
            Base64Url.DecodeFromChars(passkey.CredentialId), kept.PublicKey, new DateTimeOffset(passkey.CreatedAt), kept.SignCount,
            kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp, kept.Attestation, kept.ClientData)
        {
            Name = passkey.Name,
        };
    }

    private sealed record Credential(
        byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp,
        byte[] Attestation, byte[] ClientData)
    {
        public static Credential Of(UserPasskeyInfo info) => new(
            info.PublicKey, info.SignCount, info.Transports, info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp,
            info.AttestationObject, info.ClientDataJson);
    }
}
