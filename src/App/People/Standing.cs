using Huanxin.App.Data;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>Who somebody is and what they may do on a day: account, name of the organisation, own posts and those lent to them.</summary>
public sealed record Standing(Account Account, string Organisation, Rights Rights);

/// <summary>
/// The question that every request asks: one round trip, translated once. Nothing of the answer is kept, so that a disabled account or an
/// ended post counts from the next request on.
/// </summary>
public static class StandingQuery
{
    // One line for each post, and one for an account that has none.
    private static readonly Translated<Func<AppDb, Guid, DateOnly, IAsyncEnumerable<Line>>> Lines = new(() => EF.CompileAsyncQuery((AppDb db, Guid id, DateOnly day) =>
        from account in db.Accounts.AsNoTracking()
        where account.Id == id
        join organisation in db.Organisations.AsNoTracking() on account.OrganisationId equals organisation.Id
        from posting in db.Postings.AsNoTracking().Where(p => p.AccountId == account.Id).DefaultIfEmpty()
        select new Line(account, organisation.Name, posting, db.Delegations.Any(d => d.ToAccount == id && d.Until >= day))));

    /// <summary>Null for an account that does not exist.</summary>
    public static async Task<Standing?> StandingOfAsync(this AppDb db, Guid account, DateOnly day, CancellationToken stop)
    {
        var lines = new List<Line>();
        await foreach (var line in Lines.For(db)(db, account, day).WithCancellation(stop)) lines.Add(line);
        if (lines is not [var first, ..]) return null;

        var received = first.HasReceived ? await ReceivedAsync(db, account, day, stop) : [];
        return new Standing(first.Account, first.Organisation, Rights.On(day, lines.Select(line => line.Posting).OfType<Posting>(), received));
    }

    private static async Task<IReadOnlyList<(Delegation, Posting)>> ReceivedAsync(AppDb db, Guid account, DateOnly day, CancellationToken stop)
    {
        var received = await (from delegation in db.Delegations.AsNoTracking()
                              join posting in db.Postings.AsNoTracking() on delegation.PostingId equals posting.Id
                              join giver in db.Accounts.AsNoTracking() on delegation.FromAccount equals giver.Id
                              where delegation.ToAccount == account && delegation.Until >= day && giver.DisabledAt == null
                              select new { delegation, posting }).ToListAsync(stop);
        return received.ConvertAll(pair => (pair.delegation, pair.posting));
    }

    private sealed record Line(Account Account, string Organisation, Posting? Posting, bool HasReceived);
}
