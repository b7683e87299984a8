using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Total of which a quota is a share (名额基数).</summary>
public enum QuotaBase { YearTotal, Admitted }

/// <summary>A quota for those who are in only within a share (按比例纳入).</summary>
/// <param name="Share">Parameter of the share.</param>
/// <param name="Skips">Passes over one that does not fit and tries the next (跳过) instead of stopping there.</param>
public sealed record Quota(string Id, string Title, string Share, Measure Of, QuotaBase Base, bool Skips,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>A case that asks for room in a quota (名额申请), in its order of priority.</summary>
public sealed record QuotaRequest<TKey>(TKey Key, Fact<long> Size);

/// <summary>Why a request was or was not met (名额结果).</summary>
public enum QuotaOutcome { Fits, Waits, SizeUnknown, ShareUnknown, TotalUnknown }

/// <summary>Answer to one request (名额答复), with what was taken when it was decided and what the limit was.</summary>
public sealed record QuotaPlace<TKey>(TKey Key, QuotaOutcome Outcome, long Size, long TakenBefore, long Limit);

/// <summary>Solves a quota for a whole set (名额分配): who fits, who waits, and why.</summary>
public static class QuotaAllocation
{
    /// <summary>
    /// Goes through the requests in the order given (按序分配). Size and total are in the quota's own measure.
    /// </summary>
    /// <param name="share">Null where the document does not give it: then nobody can be confirmed.</param>
    /// <param name="total">The year's total, or what is already admitted without a quota.</param>
    public static IReadOnlyList<QuotaPlace<TKey>> Solve<TKey>(Quota quota, Ratio? share, Fact<long> total,
        IEnumerable<QuotaRequest<TKey>> requests)
    {
        var places = new List<QuotaPlace<TKey>>();
        var (taken, isFull) = (0L, false);
        foreach (var request in requests)
        {
            var size = request.Size.Value;
            var outcome = Outcome(quota, share, total, request, taken, isFull);
            places.Add(new(request.Key, outcome, size, taken, share is { } s && total.IsKnown
                ? Limit(quota, s, total.Value)
                : 0));
            if (outcome == QuotaOutcome.Fits) taken = checked(taken + size);
            isFull |= outcome == QuotaOutcome.Waits && !quota.Skips;
        }

        return places;
    }

    /// <summary>The most that a quota admits (名额上限).</summary>
    // Of the admitted: q ≤ s·(u + q) is the same as q ≤ s·u / (1 − s), in whole numbers rounded down.
    public static long Limit(Quota quota, Ratio share, long total)
    {
        var (part, whole) = (share.Numerator, share.Denominator);
        if (quota.Base == QuotaBase.Admitted) whole -= part;
        return whole <= 0 ? long.MaxValue : checked((long)((Int128)total * part / whole));
    }

    private static QuotaOutcome Outcome<TKey>(Quota quota, Ratio? share, Fact<long> total, QuotaRequest<TKey> request,
        long taken, bool isFull)
    {
        if (share is not { } limit) return QuotaOutcome.ShareUnknown;
        if (!total.IsKnown) return QuotaOutcome.TotalUnknown;
        if (!request.Size.IsKnown) return QuotaOutcome.SizeUnknown;

        return !isFull && (Int128)taken + request.Size.Value <= Limit(quota, limit, total.Value)
            ? QuotaOutcome.Fits
            : QuotaOutcome.Waits;
    }
}
