using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>
/// A person's account (账户). Name and phone are personal data and kept sealed; what they are searched by are fingerprints.
/// </summary>
public sealed class Account : Record, IPlaced
{
    /// <summary>Wrong passwords in a row before the account is shut (允许输错次数).</summary>
    public const int AllowedFailures = 5;

    /// <summary>How long it stays shut (锁定时长).</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }

    /// <summary>Name to sign in with (登录名): lower case, unique.</summary>
    public required string SignInName { get; init; }

    /// <summary>Organisation the person belongs to (所属单位).</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Place of the organisation (属地), by which accounts are administered.</summary>
    public RegionCode Place { get; private set; }

    public Personal Name { get; private set; } = new("");

    [Derived]
    public string NameFingerprint { get; private set; } = "";

    public Personal? Phone { get; private set; }

    [Derived]
    public string? PhoneFingerprint { get; private set; }

    /// <summary>Hash of the password (密码散列); null while none is set.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>True when the password was given by someone else (须修改密码).</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Changes whenever every session must end (安全戳).</summary>
    public string SecurityStamp { get; private set; } = "";

    public int FailedSignIns { get; private set; }

    public DateTime? LockedUntil { get; private set; }

    public bool TwoFactorEnabled { get; private set; }

    /// <summary>Secret of the one-time code app (动态口令密钥).</summary>
    public Personal? AuthenticatorKey { get; private set; }

    /// <summary>Hashes of the recovery codes left (恢复码散列), comma-separated.</summary>
    public string RecoveryCodes { get; private set; } = "";

    public DateTime? DisabledAt { get; private set; }

    /// <summary>True while the person may sign in (启用).</summary>
    public bool IsEnabled => DisabledAt is null;

    /// <summary>Sets who the person is and where they belong (登记).</summary>
    public void Describe(AccountFacts facts)
    {
        OrganisationId = facts.OrganisationId;
        Place = facts.Place;
        (Name, NameFingerprint) = (facts.Name, facts.NameFingerprint);
        (Phone, PhoneFingerprint) = (facts.Phone, facts.PhoneFingerprint);
    }

    /// <summary>Goes where its organisation goes (随单位迁移).</summary>
    public void Follow(Organisation organisation) => Place = organisation.Place;

    /// <summary>Sets a password hash (设置密码); every session ends and a lock is lifted.</summary>
    public void SetPassword(string? hash, string stamp, bool givenByOther)
    {
        PasswordHash = hash;
        MustChangePassword = givenByOther;
        SecurityStamp = stamp;
        (FailedSignIns, LockedUntil) = (0, null);
    }

    /// <summary>Ends every session (全部退出).</summary>
    public void EndSessions(string stamp) => SecurityStamp = stamp;

    /// <summary>Stops the account (停用) and ends its sessions; raises <c>account.own-disable</c>, <c>account.disabled</c>.</summary>
    public void Disable(Act act, string stamp)
    {
        if (act.By.Account == Id) throw PeopleRefusals.OwnDisable();
        if (!IsEnabled) throw PeopleRefusals.AccountDisabled(SignInName);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        DisabledAt = act.At;
        SecurityStamp = stamp;
    }

    /// <summary>Lets the person sign in again (启用).</summary>
    public void Enable()
    {
        DisabledAt = null;
        (FailedSignIns, LockedUntil) = (0, null);
    }

    /// <summary>True while too many wrong passwords keep the account shut (锁定).</summary>
    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <summary>Counts a wrong password or code (登录失败) and locks for a time after the allowed number.</summary>
    public void CountFailure(DateTime now)
    {
        FailedSignIns++;
        if (FailedSignIns < AllowedFailures) return;

        (FailedSignIns, LockedUntil) = (0, now + LockTime);
    }

    /// <summary>Forgets wrong passwords (清除失败次数) after a good sign-in, or when an administrator lifts the lock.</summary>
    public void Unlock() => (FailedSignIns, LockedUntil) = (0, null);

    /// <summary>Turns the one-time code on or off (动态口令).</summary>
    public void SetTwoFactor(bool enabled) => TwoFactorEnabled = enabled;

    /// <summary>Keeps the secret of the code app (动态口令密钥).</summary>
    public void SetAuthenticatorKey(Personal? key) => AuthenticatorKey = key;

    /// <summary>Keeps the recovery codes that are left (恢复码).</summary>
    public void SetRecoveryCodes(IEnumerable<string> hashes) => RecoveryCodes = string.Join(',', hashes);

    /// <summary>Takes away the second factor when the device is lost (重置二次验证); every session ends.</summary>
    public void ResetTwoFactor(string stamp)
    {
        TwoFactorEnabled = false;
        AuthenticatorKey = null;
        RecoveryCodes = "";
        SecurityStamp = stamp;
    }
}

/// <summary>What an account is described by (账户登记内容): sealed texts and their fingerprints.</summary>
public sealed record AccountFacts(
    Guid OrganisationId, RegionCode Place, Personal Name, string NameFingerprint, Personal? Phone, string? PhoneFingerprint);
