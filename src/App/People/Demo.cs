using System.Security.Cryptography;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>What loading the demo added.</summary>
public sealed record DemoResult(int Organisations, int Accounts);

/// <summary>Loads the demo: adds what is missing, changes nothing that is there, and stays out of a database in earnest use.</summary>
public sealed class Demo(AppDb db, DemoFiles files, Func<Verb, Act> doing)
{
    /// <summary>Accounts that do not belong to the demo: where there is one, the demo keeps out.</summary>
    public Task<int> CountOthersAsync(CancellationToken stop)
    {
        var ours = files.Accounts.Select(account => account.SignIn).ToList();
        return db.Accounts.CountAsync(account => !ours.Contains(account.SignInName), stop);
    }

    public async Task<DemoResult> LoadAsync(CancellationToken stop)
    {
        if (await CountOthersAsync(stop) is > 0 and var others) throw DemoRefusals.AmongOthers(others);

        var organisations = await LoadOrganisationsAsync(stop);
        return new DemoResult(organisations, await LoadAccountsAsync(stop));
    }

    private async Task<int> LoadOrganisationsAsync(CancellationToken stop)
    {
        var act = doing(PeopleVerbs.ImportOrganisations);
        var known = await db.Organisations.ToDictionaryAsync(organisation => organisation.Code, stop);
        var missing = files.Organisations.Where(row => !known.ContainsKey(row.Code)).ToList();
        foreach (var row in missing)
        {
            var organisation = new Organisation { Id = NewId(act), Code = row.Code };
            organisation.Describe(new OrganisationFacts(
                row.Name, row.Kind, RegionCode.Of(row.Place), row.Parent is null ? null : known[row.Parent].Id));
            known.Add(row.Code, organisation);
            db.Add(organisation);
        }

        await db.SaveAsync(act, stop);
        return missing.Count;
    }

    private async Task<int> LoadAccountsAsync(CancellationToken stop)
    {
        var act = doing(PeopleVerbs.ImportAccounts);
        var organisations = await db.Organisations.ToDictionaryAsync(organisation => organisation.Code, stop);
        var known = await db.Accounts.Select(account => account.SignInName).ToHashSetAsync(stop);
        var missing = files.Accounts.Where(row => !known.Contains(row.SignIn)).ToList();
        var hash = missing.Count > 0 ? new PasswordHasher<Account>().HashPassword(null!, files.Password) : "";
        foreach (var row in missing)
        {
            var organisation = organisations[row.Organisation];
            var account = AccountOf(row, organisation, hash, act);
            db.Add(account);
            db.Add(Posting.Give(act, NewId(act), account, organisation, row.Role, RegionCode.Of(row.Place)));
        }

        await db.SaveAsync(act, stop);
        return missing.Count;
    }

    private Account AccountOf(DemoAccount row, Organisation organisation, string hash, Act act)
    {
        var account = new Account { Id = NewId(act), SignInName = row.SignIn };
        account.Describe(new AccountFacts(organisation.Id, organisation.Place,
            db.Cipher.Seal(row.Name), db.Cipher.Fingerprint(row.Name), null, null));
        account.SetPassword(hash, RandomNumberGenerator.GetHexString(32), givenByOther: false);
        return account;
    }

    private static Guid NewId(Act act) => Guid.CreateVersion7(act.At);
}
