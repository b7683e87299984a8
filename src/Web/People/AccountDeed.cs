using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Web.People;

/// <summary>What an administrator may do to an account beside changing its facts; the name in the address is the key.</summary>
public enum AccountDeedKind { Disabling, Enabling, Unlocking, PasswordReset, SecondFactorReset }

/// <summary>One such deed: its act, when it is offered, and what it does.</summary>
public sealed record AccountDeed(AccountDeedKind Kind, string Address, Verb Verb)
{
    private static readonly AccountDeed[] All =
    [
        new(AccountDeedKind.Unlocking, "unlocking", PeopleVerbs.UnlockAccount),
        new(AccountDeedKind.Enabling, "enabling", PeopleVerbs.EnableAccount),
        new(AccountDeedKind.PasswordReset, "password-reset", PeopleVerbs.ResetPassword),
        new(AccountDeedKind.SecondFactorReset, "second-factor-reset", PeopleVerbs.ResetTwoFactor),
        new(AccountDeedKind.Disabling, "disabling", PeopleVerbs.DisableAccount),
    ];

    public static AccountDeed? Find(string address) => All.FirstOrDefault(deed => deed.Address == address);

    /// <summary>Deeds that fit the state of an account.</summary>
    public static IEnumerable<AccountDeed> For(Account account, DateTime now) => All.Where(deed => deed.Kind switch
    {
        AccountDeedKind.Unlocking => account.IsLocked(now),
        AccountDeedKind.Enabling => !account.IsEnabled,
        AccountDeedKind.PasswordReset => account.IsEnabled,
        AccountDeedKind.SecondFactorReset => account.TwoFactorEnabled,
        AccountDeedKind.Disabling => account.IsEnabled,
    });

    /// <summary>Does it and saves; answers the new password where there is one.</summary>
    public async Task<string?> CarryOutAsync(AppDb db, Account account, Act act, Rights mine, CancellationToken stop)
    {
        if (Kind is AccountDeedKind.PasswordReset or AccountDeedKind.SecondFactorReset)
        {
            await db.RefuseTakingOverAsync(account, act, mine, stop);
        }

        var password = Change(account, act);
        await db.SaveAsync(act, stop);
        return password;
    }

    private string? Change(Account account, Act act)
    {
        switch (Kind)
        {
            case AccountDeedKind.Unlocking:
                account.Unlock();
                return null;
            case AccountDeedKind.Enabling:
                account.Enable();
                return null;
            case AccountDeedKind.SecondFactorReset:
                account.ResetTwoFactor(AccountRules.NewStamp());
                return null;
            case AccountDeedKind.Disabling:
                account.Disable(act, AccountRules.NewStamp());
                return null;
            case AccountDeedKind.PasswordReset:
            default:
                return account.SetFirstPassword();
        }
    }
}
