using System.Collections.Concurrent;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>One page of a list, how many communities the whole list holds, and which page it turned out to be.</summary>
public sealed record FoundCommunities(IReadOnlyList<Community> Rows, int Total, int Page);

/// <summary>
/// What lists and sums ask of the register, kept in the memory of a node and never behind what is committed: each act on a community leaves a
/// mark on its district in its own transaction, and a district whose mark is not the one that was read is read anew
/// (docs/decisions/0012).
/// </summary>
public sealed class RegisterIndex(RegisterVerdicts verdicts) : IDisposable
{
    private const int FewDistricts = 20;

    private static readonly Translated<Func<AppDb, RegionCode, RegionCode, CancellationToken, Task<long>>> Check = new(() => EF.CompileAsyncQuery(
        (AppDb db, RegionCode from, RegionCode beyond, CancellationToken stop) =>
            db.RegisterMarks.Where(m => m.Place >= from && m.Place < beyond).Sum(m => m.Check)));

    private readonly ConcurrentDictionary<RegionCode, RegisterPart> known = new();
    private readonly ConcurrentDictionary<string, Seen> seen = new();
    private readonly SemaphoreSlim reading = new(1);

    /// <summary>A list is narrowed by verdicts over so many at once: a large province, judged within a second or two when first asked for.</summary>
    public int MostJudged { get; init; } = 30_000;

    /// <summary>The register of some places as it stands now; of a place smaller than a district, its district.</summary>
    public async Task<RegisterView> ViewAsync(AppDb db, IReadOnlyList<RegionCode> places, CancellationToken stop)
    {
        RegionCode[] districts = [.. places.Select(RegisterMark.DistrictOf).Distinct()];
        var key = string.Join(' ', districts);

        // The moment first, then the checks, the marks, and the rows last: what is committed in between shows as another check next time.
        var moment = await db.Dialect.MomentAsync(db, stop);
        if (seen.TryGetValue(key, out var before) && before.Moment == moment) return before.View;

        var check = 0L;
        foreach (var place in districts) check += await Check.For(db)(db, place, place.Beyond, stop);
        if (before?.Check == check)
        {
            seen[key] = before with { Moment = moment };
            return before.View;
        }

        await reading.WaitAsync(stop);
        try
        {
            var parts = new List<RegisterPart>();
            // Who asked may have gone; the others who wait would only begin anew.
            foreach (var place in districts) parts.AddRange(await ReadAsync(db, place, CancellationToken.None));
            var view = new RegisterView(parts);
            seen[key] = new Seen(moment, check, view);
            return view;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>A page of a list.</summary>
    /// <param name="asked">The list as a database would be asked for it.</param>
    /// <param name="wanted">Verdicts it is narrowed to; null where all will do.</param>
    public async Task<FoundCommunities> FindAsync(
        AppDb db, Jurisdiction mine, IQueryable<Community> asked, WantedVerdicts? wanted, (int Page, int Size) at, CancellationToken stop)
    {
        var (page, size) = at;
        var view = await ViewAsync(db, mine.Places, stop);
        var answer = await AnswerAsync(db, view, asked, wanted, page * size, stop);
        page = Math.Clamp((answer.Total + size - 1) / size, 1, page);
        var rows = await view.RowsAsync(db, [.. answer.Ids.Skip((page - 1) * size).Take(size)], stop);
        return new FoundCommunities(rows, answer.Total, page);
    }

    /// <summary>Every community of a list that has one of the verdicts wanted.</summary>
    public async Task<IReadOnlyList<Guid>> JudgedAsync(
        AppDb db, Jurisdiction mine, IQueryable<Community> asked, WantedVerdicts wanted, CancellationToken stop) =>
        (await AnswerAsync(db, await ViewAsync(db, mine.Places, stop), asked, wanted, MostJudged, stop)).Ids;

    /// <summary>Whether a list is short enough to be judged at once, before it is narrowed by verdicts or leaves with them.</summary>
    public async Task<bool> MayJudgeAsync(AppDb db, Jurisdiction mine, IQueryable<Community> asked, CancellationToken stop) =>
        MayJudge((await ViewAsync(db, mine.Places, stop)).Between(RegisterQuestion.Of(asked).Test.Places));

    /// <summary>Verdicts on communities by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, ListedVerdict>> VerdictsAsync(
        AppDb db, IReadOnlyList<Community> rows, PolicyShelf shelf, DateOnly day, CancellationToken stop)
    {
        var told = new Dictionary<Guid, ListedVerdict>(rows.Count);
        foreach (var district in rows.GroupBy(row => RegisterMark.DistrictOf(row.Place)))
        {
            if (!known.TryGetValue(district.Key, out var part)) continue;

            var answers = (await verdicts.OfAsync(db, part, shelf, day, stop)).Values;
            foreach (var row in district)
            {
                if (Array.IndexOf(part.Ids, row.Id) is >= 0 and var at && answers[at] != RegisterPart.Absent) told[row.Id] = (ListedVerdict)answers[at];
            }
        }

        return told;
    }

    public void Dispose() => reading.Dispose();

    private async Task<RegisterAnswer> AnswerAsync(
        AppDb db, RegisterView view, IQueryable<Community> asked, WantedVerdicts? wanted, int count, CancellationToken stop)
    {
        var question = RegisterQuestion.Of(asked);
        if (wanted is null) return view.Find(question, count);

        var parts = view.Between(question.Test.Places).ToList();
        if (!MayJudge(parts)) throw CommunityRefusals.TooManyToJudge(MostJudged);

        var answers = new Dictionary<RegisterPart, RegisterPart.FigureColumn>();
        foreach (var part in parts) answers[part] = await verdicts.OfAsync(db, part, wanted.Shelf, wanted.Day, stop);
        return (question with { Test = question.Test & RegisterTest.Judged(answers, wanted.Wanted) }).Find(parts, count);
    }

    private bool MayJudge(IEnumerable<RegisterPart> parts) => parts.Sum(part => part.Total.Communities) <= MostJudged;

    private async Task<IEnumerable<RegisterPart>> ReadAsync(AppDb db, RegionCode from, CancellationToken stop)
    {
        var beyond = from.Beyond;
        var marks = await db.RegisterMarks.AsNoTracking().Where(m => m.Place >= from && m.Place < beyond).ToListAsync(stop);
        var stale = marks.Where(m => !known.TryGetValue(m.Place, out var part) || part.Mark != m.ActId).ToDictionary(m => m.Place, m => m.ActId);
        var rows = db.Communities.AsNoTracking();
        if (stale.Count > FewDistricts)
        {
            await KeepAsync(from == RegionCode.Nation ? rows : rows.Where(c => c.Place >= from && c.Place < beyond), stale, stop);
        }
        else
        {
            foreach (var (district, mark) in stale) await KeepAsync(In(rows, district), new Dictionary<RegionCode, Guid> { [district] = mark }, stop);
        }

        return marks.OrderBy(m => m.Place.Prefix, StringComparer.Ordinal).Select(m => known[m.Place]);
    }

    private async Task KeepAsync(IQueryable<Community> rows, Dictionary<RegionCode, Guid> marks, CancellationToken stop)
    {
        foreach (var part in await RegisterPart.ReadAsync(rows, marks, stop)) known[part.District] = part;
    }

    /// <summary>Rows of a district; a place above the districts has a mark of its own for what lies there and nowhere below.</summary>
    internal static IQueryable<T> In<T>(IQueryable<T> rows, RegionCode district) where T : class, IPlaced =>
        district.Prefix.Length < RegisterMark.Digits ? rows.Where(row => row.Place == district) : rows.Within(new Jurisdiction([district]));

    // A register as it was read, and the moment of the database up to which it is known to be true.
    private sealed record Seen(string Moment, long Check, RegisterView View);
}
