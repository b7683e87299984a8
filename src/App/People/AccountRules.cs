using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Huanxin.App.Data;
using Huanxin.App.Security;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>What administering accounts has in common: sealing what is typed, first passwords, who may be touched.</summary>
public static partial class AccountRules
{
    // Without signs that are mistaken for one another when read out or copied from paper.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static readonly PasswordHasher<Account> Hasher = new();

    public static bool IsGoodPhone(string phone) => PhonePattern().IsMatch(phone.Trim());

    /// <summary>What an account is described by, sealed; what did not change keeps its seal, so that the trail tells no change.</summary>
    public static AccountFacts Describing(this Cipher cipher, Account? known, Organisation at, string name, string? phone)
    {
        var plainPhone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
        if (plainPhone is not null && !IsGoodPhone(plainPhone)) throw PeopleRefusals.BadPhone();

        var nameMark = cipher.Fingerprint(name);
        var phoneMark = plainPhone is null ? null : cipher.Fingerprint(plainPhone);
        return new AccountFacts(at.Id, at.Place,
            known?.NameFingerprint == nameMark ? known.Name : cipher.Seal(name.Trim()), nameMark,
            phoneMark is not null && known?.PhoneFingerprint == phoneMark ? known.Phone : cipher.SealOrNull(plainPhone), phoneMark);
    }

    /// <summary>Moves an account into another organisation only when nothing holds it in its own; raises <c>account.still-has-posts</c>.</summary>
    public static async Task DescribeAsync(
        this AppDb db, Account account, Organisation at, string name, string? phone, DateOnly today, CancellationToken stop)
    {
        if (at.Id != account.OrganisationId)
        {
            if (at.ClosedOn is not null) throw PeopleRefusals.OrganisationClosed(at.Name);
            var held = (await db.PostsOfAsync(account.Id, today, stop)).Count;
            if (held > 0) throw PeopleRefusals.StillHasPosts(held);
        }

        account.Describe(db.Cipher.Describing(account, at, name, phone));
    }

    /// <summary>Posts of an account that are in force, or will be.</summary>
    public static Task<List<Posting>> PostsOfAsync(this AppDb db, Guid account, DateOnly today, CancellationToken stop) =>
        db.Postings.Where(p => p.AccountId == account && (p.Until == null || p.Until >= today)).ToListAsync(stop);

    /// <summary>
    /// Who hands out a password or takes away a second factor could act as that person: only for others, and only where all their
    /// posts lie in one's own jurisdiction. Raises <c>account.own-reset</c> and <c>account.posts-elsewhere</c>.
    /// </summary>
    public static async Task RefuseTakingOverAsync(this AppDb db, Account account, Act act, Rights mine, CancellationToken stop)
    {
        if (act.By.Account == account.Id) throw PeopleRefusals.OwnReset();
        var posts = await db.PostsOfAsync(account.Id, act.Today, stop);
        if (posts.Exists(post => !mine.MayGive(post.Role, post.Place))) throw PeopleRefusals.PostsElsewhere();
    }

    /// <summary>Sets a password that its owner must change, and answers it: it is never kept in plain text.</summary>
    public static string SetFirstPassword(this Account account)
    {
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));
        account.SetPassword(Hasher.HashPassword(account, password), NewStamp(), givenByOther: true);
        return password;
    }

    /// <summary>A new security stamp: every session of the account ends.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);

    [GeneratedRegex(@"^\+?[0-9][0-9-]{6,19}$")]
    private static partial Regex PhonePattern();
}
