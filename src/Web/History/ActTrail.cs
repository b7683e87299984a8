using System.Linq.Expressions;
using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Notes;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.History;

/// <summary>What part of the acts of a record is asked for: verb, first and last day in China.</summary>
public sealed record TrailFilter(string? Verb, DateOnly? From, DateOnly? To);

/// <summary>The acts a person may look into, and what each of them changed.</summary>
public sealed class ActTrail(AppDb db, CurrentUser me, FieldValues values)
{
    /// <summary>Acts on one page of a history.</summary>
    public const int PageSize = 30;

    private Jurisdiction Where => me.Over(Permission.ViewHistory);

    /// <summary>Changes to records of one's jurisdiction; those of records without a place are for who looks over the whole country.</summary>
    public IQueryable<ChangeRow> Changes()
    {
        var changes = db.Changes.AsNoTracking();
        if (Where.Places.Any(place => place == RegionCode.Nation)) return changes;

        var inside = Where.Places.Select(Inside).ToList();
        return inside.Count == 0 ? changes.Where(change => false) : changes.Where(inside.Aggregate(Conditions.Or));
    }

    /// <summary>Acts that changed something there, and events such as sign-ins of the people there.</summary>
    public IQueryable<ActRow> Acts()
    {
        var acts = db.Acts.AsNoTracking();
        if (Where.Places.Any(place => place == RegionCode.Nation)) return acts;

        var changes = Changes();
        var people = db.Accounts.Within(Where);
        return acts.Where(act => changes.Any(change => change.ActId == act.Id)
            || (people.Any(account => account.Id == act.AccountId) && !db.Changes.Any(change => change.ActId == act.Id)));
    }

    /// <summary>True when the history of a record holds anything this person may see.</summary>
    public Task<bool> HasAnyAsync(string type, string key, CancellationToken stop) =>
        Changes().AnyAsync(change => change.RecordType == type && change.RecordKey == key, stop);

    /// <summary>Verbs that occur in the history of a record.</summary>
    public Task<List<string>> VerbsOfAsync(string type, string key, CancellationToken stop) =>
        ActsOn(type, key).Select(act => act.Verb).Distinct().ToListAsync(stop);

    /// <summary>One page of the history of a record, newest first, and how many acts there are.</summary>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, int Total)> OfRecordAsync(
        string type, string key, TrailFilter filter, int page, CancellationToken stop)
    {
        var acts = Narrowed(ActsOn(type, key), filter);
        var total = await acts.CountAsync(stop);
        var shown = await acts.OrderByDescending(act => act.At).ThenByDescending(act => act.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var ids = shown.ConvertAll(act => act.Id);
        var changes = await Changes()
            .Where(change => ids.Contains(change.ActId) && change.RecordType == type && change.RecordKey == key)
            .OrderBy(change => change.Number).ToListAsync(stop);
        return (await EntriesAsync(shown, changes, stop), total);
    }

    /// <summary>Acts with their changes in words.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> EntriesAsync(
        IReadOnlyList<ActRow> acts, IReadOnlyList<ChangeRow> changes, CancellationToken stop)
    {
        await values.LearnNamesAsync(changes, stop);
        var givers = acts.Select(act => act.OnBehalfOf).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(account => givers.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, stop);
        var byAct = changes.ToLookup(change => change.ActId);
        return
        [
            .. acts.Select(act => new HistoryEntry(act.At, HistoryLabels.Who(db.Cipher.Open(act.ActorName), GiverOf(act)),
                VerbCatalogue.LabelOf(act.Verb), act.Why, [.. byAct[act.Id].SelectMany(values.Of)], HistoryLabels.Source(act.Source))),
        ];

        string? GiverOf(ActRow act) =>
            act.OnBehalfOf is { } id && names.TryGetValue(id, out var giver) ? db.Cipher.Open(giver.Name) : null;
    }

    // From the changes of the one record to its acts: asked the other way round, the database would look at every act there is.
    private IQueryable<ActRow> ActsOn(string type, string key)
    {
        var touched = Changes().Where(change => change.RecordType == type && change.RecordKey == key).Select(change => change.ActId);
        return db.Acts.AsNoTracking().Where(act => touched.Contains(act.Id));
    }

    private static IQueryable<ActRow> Narrowed(IQueryable<ActRow> acts, TrailFilter filter)
    {
        if (filter.Verb is { } verb) acts = acts.Where(act => act.Verb == verb);
        if (filter.From is { } first && ChinaTime.EndOf(first.AddDays(-1)) is var from) acts = acts.Where(act => act.At >= from);
        if (filter.To is { } last && ChinaTime.EndOf(last) is var end) acts = acts.Where(act => act.At < end);
        return acts;
    }

    private static Expression<Func<ChangeRow, bool>> Inside(RegionCode place)
    {
        RegionCode? from = place, beyond = place.Beyond;
        return change => change.Place >= from && change.Place < beyond;
    }
}
