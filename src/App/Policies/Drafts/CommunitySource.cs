using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies.Drafts;

/// <summary>A registered community as the questions of policy see it.</summary>
public sealed record RegisteredCommunity(Guid Id, string Name, CommunityFacts Facts);

/// <summary>Where registered communities come from: the register, a later feature.</summary>
public interface ICommunitySource
{
    /// <summary>Communities inside a place, as known on a day.</summary>
    IAsyncEnumerable<RegisteredCommunity> InAsync(RegionCode place, DateOnly on, CancellationToken stop);
}

/// <summary>A registered community whose verdict a draft would change.</summary>
public sealed record ChangedCommunity(RegisteredCommunity Community, Verdict Before, Verdict After);

/// <summary>What a draft would change in the register on a day.</summary>
/// <param name="Changed">The first of them, at most <see cref="Most"/>.</param>
public sealed record RegisterWhatIf(DateOnly On, int Communities, IReadOnlyDictionary<Answer, int> Before,
    IReadOnlyDictionary<Answer, int> After, int ChangedCount, IReadOnlyList<ChangedCommunity> Changed)
{
    public const int Most = 200;

    /// <summary>Judges every community of the draft's place by the shelf in use and by the shelf with the draft.</summary>
    public static async Task<RegisterWhatIf> OfAsync(DraftReading draft, ICommunitySource register, DateOnly on, CancellationToken stop)
    {
        var (now, then) = (draft.Before.Shelf!, draft.After.Shelf!);
        var books = new Dictionary<RegionCode, (EligibilityBook Now, EligibilityBook Then)>();
        var (before, after) = (new Dictionary<Answer, int>(), new Dictionary<Answer, int>());
        var (all, changedCount, changed) = (0, 0, new List<ChangedCommunity>());
        await foreach (var community in register.InAsync(draft.Pack.Region!.Value, on, stop))
        {
            var place = community.Facts.Place;
            if (!books.TryGetValue(place, out var pair))
            {
                books[place] = pair = (new(now.For(place, on)), new(then.For(place, on)));
            }

            var one = WhatIf.Of(pair.Now, pair.Then, [community.Facts]);
            Add(before, one.Before);
            Add(after, one.After);
            all++;
            if (one.Changed is not [var change]) continue;
            changedCount++;
            if (changed.Count < Most) changed.Add(new(community, change.Before, change.After));
        }

        return new(on, all, before, after, changedCount, changed);
    }

    private static void Add(Dictionary<Answer, int> sum, IReadOnlyDictionary<Answer, int> more)
    {
        foreach (var (answer, count) in more) sum[answer] = sum.GetValueOrDefault(answer) + count;
    }
}
