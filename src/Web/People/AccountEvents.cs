using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Notes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>What happened to the safety of an account: sign-ins, failures, locks, passwords, posts.</summary>
public static class AccountEvents
{
    public const int Most = 20;

    private static readonly string[] Own =
    [
        PeopleVerbs.SignedIn.Code, PeopleVerbs.SignedOut.Code, PeopleVerbs.SignedOutEverywhere.Code, PeopleVerbs.ChangePassword.Code,
        PeopleVerbs.TurnTwoFactorOn.Code, PeopleVerbs.TurnTwoFactorOff.Code, PeopleVerbs.AddPasskey.Code, PeopleVerbs.RemovePasskey.Code,
        PeopleVerbs.GiveDelegation.Code, PeopleVerbs.RevokeDelegation.Code,
    ];

    public static async Task<IReadOnlyList<HistoryEntry>> OfAsync(AppDb db, Account account, CancellationToken stop)
    {
        var key = account.Id.ToString();
        var posts = await db.Postings.AsNoTracking().Where(p => p.AccountId == account.Id).Select(p => p.Id).ToListAsync(stop);
        var keys = posts.ConvertAll(id => id.ToString());
        var own = await db.Acts.AsNoTracking().Where(a => a.AccountId == account.Id && Own.Contains(a.Verb))
            .OrderByDescending(a => a.At).Take(Most).ToListAsync(stop);
        var touched = db.Changes
            .Where(c => (c.RecordType == nameof(Account) && c.RecordKey == key) || (c.RecordType == nameof(Posting) && keys.Contains(c.RecordKey)))
            .Select(c => c.ActId);
        var others = await db.Acts.AsNoTracking().Where(a => touched.Contains(a.Id))
            .OrderByDescending(a => a.At).Take(Most).ToListAsync(stop);
        return
        [
            .. own.Concat(others).DistinctBy(a => a.Id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Most)
                .Select(a => new HistoryEntry(a.At, db.Cipher.Open(a.ActorName), VerbCatalogue.LabelOf(a.Verb), a.Why)),
        ];
    }
}
