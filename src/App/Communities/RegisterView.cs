using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>
/// The register of some places as it stood at one moment: its districts in the order of their codes. It never changes, so that an answer once
/// found serves every further page of the same list, and a row once read is good for every list that shows it.
/// </summary>
public sealed class RegisterView(IReadOnlyList<RegisterPart> parts)
{
    private const int MostAnswers = 64, FewestIds = 1_000, MostIds = 10_000, MostRows = 2_000;

    private readonly Memo<RegisterQuestion, RegisterAnswer> answers = new(MostAnswers);
    private readonly Memo<Guid, Community> rows = new(MostRows);
    private readonly long[] ends = [.. parts.Select(part => part.LastPlace)];

    public IReadOnlyList<RegisterPart> Parts => parts;

    /// <summary>The first so many of a list.</summary>
    internal RegisterAnswer Find(RegisterQuestion question, int count)
    {
        if (answers.TryGetValue(question, out var known) && (known.Ids.Count >= count || known.Ids.Count == known.Total)) return known;

        var answer = question.Find(Between(question.Test.Places), Math.Max(count, FewestIds));
        if (answer.Ids.Count <= MostIds) answers[question] = answer;
        return answer;
    }

    /// <summary>Districts that lie between two places, which stand side by side.</summary>
    internal IEnumerable<RegisterPart> Between((long From, long To) places)
    {
        var first = Array.BinarySearch(ends, places.From);
        for (var i = first < 0 ? ~first : first; i < ends.Length && RegisterPart.Figure(parts[i].District) <= places.To; i++) yield return parts[i];
    }

    /// <summary>Communities by their ids, in that order.</summary>
    internal async Task<IReadOnlyList<Community>> RowsAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        Dictionary<Guid, Community> shown = new(ids.Count);
        foreach (var id in ids)
        {
            if (rows.TryGetValue(id, out var row)) shown[id] = row;
        }

        if (shown.Count < ids.Count)
        {
            Guid[] missing = [.. ids.Where(id => !shown.ContainsKey(id))];
            var asked = db.Communities.Where(c => missing.Contains(c.Id));
            await foreach (var row in db.ReadAsync(asked, [], stop)) shown[row.Id] = rows[row.Id] = row;
        }

        return [.. ids.Where(shown.ContainsKey).Select(id => shown[id])];
    }
}
