using System.Runtime.CompilerServices;
using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>
/// Verdicts on the register by what is in force on a day, district by district. Those of a district are kept as long as the district, the
/// shelf and the day are the same.
/// </summary>
public sealed class RegisterVerdicts : IDisposable
{
    private readonly ConditionalWeakTable<RegisterPart, Judged> kept = [];
    private readonly SemaphoreSlim judging = new(1);

    /// <summary>A verdict for each community of a district, in the order of its ids; nothing for what is no longer in use.</summary>
    internal async Task<RegisterPart.FigureColumn> OfAsync(AppDb db, RegisterPart part, PolicyShelf shelf, DateOnly day, CancellationToken stop)
    {
        if (Kept(part, shelf, day) is { } known) return known;

        await judging.WaitAsync(stop);
        try
        {
            if (Kept(part, shelf, day) is { } meanwhile) return meanwhile;

            var answers = await JudgeAsync(db, part, shelf, day, stop);
            kept.AddOrUpdate(part, new Judged(shelf, day, answers));
            return answers;
        }
        finally
        {
            judging.Release();
        }
    }

    public void Dispose() => judging.Dispose();

    private RegisterPart.FigureColumn? Kept(RegisterPart part, PolicyShelf shelf, DateOnly day) =>
        kept.TryGetValue(part, out var judged) && judged.Shelf == shelf && judged.Day == day ? judged.Answers : null;

    private static async Task<RegisterPart.FigureColumn> JudgeAsync(AppDb db, RegisterPart part, PolicyShelf shelf, DateOnly day, CancellationToken stop)
    {
        var communities = await RegisterIndex.In(db.Communities.AsNoTracking(), part.District).Where(c => c.State == CommunityState.Active).ToListAsync(stop);
        var buildings = (await RegisterIndex.In(db.Buildings.AsNoTracking(), part.District).ToListAsync(stop)).ToLookup(b => b.CommunityId);
        var books = communities.Select(c => c.Place).Distinct().ToDictionary(place => place, place => new EligibilityBook(shelf.For(place, day)));
        var answers = communities.ToDictionary(c => c.Id, c => (object)CommunityJudgement.Of(books[c.Place], c, [.. buildings[c.Id]]).Listed);
        return new RegisterPart.FigureColumn([.. part.Ids.Select(id => RegisterPart.Figure(answers.GetValueOrDefault(id)))]);
    }

    private sealed record Judged(PolicyShelf Shelf, DateOnly Day, RegisterPart.FigureColumn Answers);
}

/// <summary>Which verdicts a list is narrowed to, by which shelf and on which day.</summary>
public sealed record WantedVerdicts(PolicyShelf Shelf, DateOnly Day, IReadOnlyCollection<ListedVerdict> Wanted);
