using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What one criterion gave a community (排序理由): points, a rank key, or a tier.</summary>
/// <param name="Points">Key of the criterion, the smaller the earlier; null where the fact is unknown, which stands
/// last.</param>
public sealed record PriorityReason(string Title, long? Points, Judgement? Judgement);

/// <summary>Place of a community in an order of priority (排序结果), from 1; equals share a place.</summary>
public sealed record Ranked<TFacts>(TFacts Facts, int Position, IReadOnlyList<PriorityReason> Reasons);

/// <summary>An order of priority bound to its values (适用优先次序).</summary>
public sealed class BoundPriority(PriorityOrder order, RuleBook book)
{
    private readonly BoundRule<CommunityFacts>?[] rules =
        [.. order.Criteria.Select(c => c.Node is null ? null : book.Bind<CommunityFacts>(c.Node))];

    private readonly long[] weights =
        [.. order.Criteria.Select(c => c.Weight is null ? 1 : book.Value<long>(c.Weight) ?? 0)];

    /// <summary>The order as the document has it (优先次序).</summary>
    public PriorityOrder Order { get; } = order;

    /// <summary>
    /// Puts communities in order (排序); those that cannot be told apart keep the order given and share a place.
    /// </summary>
    public IReadOnlyList<Ranked<CommunityFacts>> Rank(IEnumerable<CommunityFacts> communities)
    {
        var keyed = communities.Select(c => (Facts: c, Reasons: ReasonsOf(c)))
            .Select(c => (c.Facts, c.Reasons, Key: KeyOf(c.Reasons))).ToList();
        var sorted = keyed.OrderBy(k => k.Key, KeyOrder.Instance).ToList();
        var ranked = new List<Ranked<CommunityFacts>>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            var ties = i > 0 && KeyOrder.Instance.Compare(sorted[i - 1].Key, sorted[i].Key) == 0;
            ranked.Add(new(sorted[i].Facts, ties ? ranked[i - 1].Position : i + 1, sorted[i].Reasons));
        }

        return ranked;
    }

    private PriorityReason[] ReasonsOf(CommunityFacts facts)
    {
        var reasons = new PriorityReason[rules.Length];
        for (var i = 0; i < rules.Length; i++) reasons[i] = ReasonOf(facts, i);
        return reasons;
    }

    private PriorityReason ReasonOf(CommunityFacts facts, int index)
    {
        var criterion = Order.Criteria[index];
        if (rules[index] is { } rule)
        {
            var judged = rule.Judge(facts);
            long? points = judged.Answer switch
            {
                Answer.Yes or Answer.Conditional => weights[index],
                Answer.No => 0,
                Answer.Unknown => null,
            };
            return new(criterion.Title, points, judged);
        }

        var value = MeasureOf(facts, criterion.Measure!.Value);
        return new(criterion.Title, criterion.IsDescending ? -value : value, null);
    }

    // Weighted: more points first. Lexicographic: criterion after criterion. Tiered: the first tier that holds, then
    // the measures.
    private long[] KeyOf(PriorityReason[] reasons) => Order.Kind switch
    {
        PriorityKind.Weighted =>
            [-reasons.Where(r => r.Judgement is not null).Sum(r => r.Points ?? 0), .. Measures(reasons)],
        PriorityKind.Lexicographic => [.. reasons.Select(LexicalKey)],
        PriorityKind.Tiered => [Tier(reasons), .. Measures(reasons)],
    };

    private static long LexicalKey(PriorityReason reason) =>
        reason.Judgement is null ? reason.Points ?? long.MaxValue : reason.Points > 0 ? 0 : 1;

    private static long Tier(PriorityReason[] reasons)
    {
        var tier = 0;
        foreach (var reason in reasons.Where(r => r.Judgement is not null))
        {
            if (reason.Points > 0) return tier;
            tier++;
        }

        return tier;
    }

    private static IEnumerable<long> Measures(PriorityReason[] reasons) =>
        reasons.Where(r => r.Judgement is null).Select(r => r.Points ?? long.MaxValue);

    private static long? MeasureOf(CommunityFacts facts, PriorityMeasure measure) => measure switch
    {
        PriorityMeasure.BuildDate => facts.BuiltOn.IsKnown ? facts.BuiltOn.Value.Last.DayNumber : null,
        PriorityMeasure.Households => Known(facts.Households),
        PriorityMeasure.Buildings => Known(facts.Buildings),
        PriorityMeasure.Area => facts.Area.IsKnown ? facts.Area.Value.Value : null,
        PriorityMeasure.ConsentHouseholds => Share(facts.HouseholdsConsent),
        PriorityMeasure.ConsentOwners => Share(facts.OwnersConsent),
        PriorityMeasure.ConsentArea => Share(facts.AreaConsent),
    };

    private static long? Known(Fact<long> fact) => fact.IsKnown ? fact.Value : null;

    // Parts per thousand million: exact enough to order portions of any size here.
    private static long? Share(Fact<Portion> fact) =>
        fact is { IsKnown: true, Value.Whole: > 0 }
            ? (long)((Int128)fact.Value.Part * 1_000_000_000 / fact.Value.Whole)
            : null;

    private sealed class KeyOrder : IComparer<long[]>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare(long[]? left, long[]? right)
        {
            for (var i = 0; i < left!.Length; i++)
            {
                var order = left[i].CompareTo(right![i]);
                if (order != 0) return order;
            }

            return 0;
        }
    }
}
