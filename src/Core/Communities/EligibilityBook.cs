using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>The eligibility part of a rule book (纳入规则), bound once and asked of many communities.</summary>
public sealed class EligibilityBook(RuleBook book)
{
    private readonly IReadOnlyList<BoundRule<CommunityFacts>> ways =
        book.Bind<CommunityFacts>(book.Nearest(d => d.Eligibility, s => s.Id));

    private readonly IReadOnlyList<BoundRule<CommunityFacts>> exclusions =
        book.Bind<CommunityFacts>(book.Nearest(d => d.Exclusions, s => s.Id));

    /// <summary>The rule book it belongs to (适用政策).</summary>
    public RuleBook Book { get; } = book;

    /// <summary>Quotas in force (名额).</summary>
    public IReadOnlyList<Quota> Quotas { get; } = book.Nearest(d => d.Quotas, q => q.Id);

    /// <summary>Orders of priority in force (优先次序).</summary>
    public IReadOnlyList<BoundPriority> Priorities { get; } =
        [.. book.Nearest(d => d.Priority, p => p.Id).Select(p => new BoundPriority(p, book))];

    /// <summary>Is this community in (是否纳入)? Unknown where no document in force says who is.</summary>
    public Verdict Judge(CommunityFacts facts)
    {
        if (ways.Count == 0) return new Verdict(Answer.Unknown, [], JudgeAll(exclusions, facts));

        return Verdict.Of(JudgeAll(ways, facts), JudgeAll(exclusions, facts));
    }

    /// <summary>Solves a quota for a set (名额分配) whose conditional members stand in order of priority.</summary>
    /// <param name="yearTotal">The year's total in the quota's measure; needed for a quota of the year's total.</param>
    public IReadOnlyList<QuotaPlace<CommunityFacts>> Solve(Quota quota, IEnumerable<CommunityFacts> communities,
        Fact<long> yearTotal)
    {
        var judged = communities.Select(c => (Facts: c, Verdict: Judge(c))).ToList();
        var total = quota.Base == QuotaBase.YearTotal
            ? yearTotal
            : Admitted(quota.Of, judged.Where(j => j.Verdict.Answer == Answer.Yes));
        var requests = judged.Where(j => j.Verdict.Quota == quota.Id)
            .Select(j => new QuotaRequest<CommunityFacts>(j.Facts, SizeOf(j.Facts, quota.Of)));
        return QuotaAllocation.Solve(quota, Book.Value<Ratio>(quota.Share), total, requests);
    }

    /// <summary>Size of a community in a measure (计量).</summary>
    public static Fact<long> SizeOf(CommunityFacts facts, Measure measure) => measure switch
    {
        Measure.Communities => Fact<long>.Of(1),
        Measure.Households => facts.Households,
        Measure.Buildings => facts.Buildings,
        Measure.Area => facts.Area.IsKnown ? Fact<long>.Of(facts.Area.Value.Value, facts.Area.Source) : default,
        Measure.Projects or Measure.Investment =>
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "not a size of a community"),
    };

    private static Fact<long> Admitted(Measure measure, IEnumerable<(CommunityFacts Facts, Verdict Verdict)> admitted)
    {
        var sum = 0L;
        foreach (var (facts, _) in admitted)
        {
            var size = SizeOf(facts, measure);
            if (!size.IsKnown) return default;
            sum = checked(sum + size.Value);
        }

        return Fact<long>.Of(sum);
    }

    private static Judgement[] JudgeAll(IReadOnlyList<BoundRule<CommunityFacts>> rules, CommunityFacts facts)
    {
        if (rules.Count == 0) return [];

        var judged = new Judgement[rules.Count];
        for (var i = 0; i < rules.Count; i++) judged[i] = rules[i].Judge(facts);
        return judged;
    }
}
