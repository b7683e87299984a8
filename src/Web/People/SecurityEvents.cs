using Huanxin.App.Data;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>Acts that concern one account: what its person did about signing in, and what was done to it.</summary>
public static class SecurityEvents
{
    private static readonly string[] OwnVerbs =
        [PeopleVerbs.SignedIn.Code, PeopleVerbs.SignedOut.Code, PeopleVerbs.SignedOutEverywhere.Code];

    public static Task<List<ActRow>> OfAsync(AppDb db, Guid account, int most, CancellationToken stop = default)
    {
        var key = account.ToString();
        return db.Acts.AsNoTracking()
            .Where(act => (act.AccountId == account && OwnVerbs.Contains(act.Verb))
                || db.Changes.Any(c => c.ActId == act.Id && c.RecordType == nameof(Account) && c.RecordKey == key))
            .OrderByDescending(act => act.At).ThenByDescending(act => act.Id).Take(most).ToListAsync(stop);
    }

    public static string LabelOf(string verb) => PeopleVerbs.All.FirstOrDefault(v => v.Code == verb)?.Label ?? verb;
}
