using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>
/// Judges what came in in the background of a request: a short import is told at once, a long one when it is done, and is kept until somebody
/// writes to the register, another shelf is in force or the day ends.
/// </summary>
public sealed class ImportJudging(IServiceScopeFactory scopes)
{
    private const int MostKept = 16;
    private readonly Memo<Question, Lazy<Task<ImportAnswer>>> answers = new(MostKept);

    /// <summary>So long a page waits.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Null while it is not done.</summary>
    public async Task<ImportAnswer?> AskAsync(AppDb db, ImportRun run, PolicyShelf shelf, DateOnly day, CancellationToken stop)
    {
        var (from, beyond) = (RegisterMark.DistrictOf(run.Place), RegisterMark.DistrictOf(run.Place).Beyond);
        var check = await db.RegisterMarks.Where(m => m.Place >= from && m.Place < beyond).SumAsync(m => m.Check, stop);
        var question = new Question(run.Id, check, shelf, day);
        var answer = answers.GetOrAdd(question, () => new Lazy<Task<ImportAnswer>>(() => Task.Run(() => JudgeAsync(run, day), CancellationToken.None))).Value;
        if (await Task.WhenAny(answer, Task.Delay(Patience, stop)) != answer) return null;

        // What failed once is tried again by whoever asks next.
        if (!answer.IsCompletedSuccessfully) answers.Remove(question);
        return await answer;
    }

    private async Task<ImportAnswer> JudgeAsync(ImportRun run, DateOnly day)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportVerdicts>().OfAsync(run, day, CancellationToken.None);
    }

    private sealed record Question(Guid Import, long Register, PolicyShelf Shelf, DateOnly Day);
}
