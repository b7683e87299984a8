using FsCheck;
using FsCheck.Fluent;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class QuotaTests
{
    private static Quota Quota(QuotaBase quotaBase = QuotaBase.YearTotal, bool skips = false) =>
        new("later", "后建成的", "quota.share", Measure.Households, quotaBase, skips, ["X-1"], null);

    private static QuotaOutcome[] Solve(Quota quota, Ratio? share, Fact<long> total, params long?[] sizes) =>
        [.. QuotaAllocation.Solve(quota, share, total,
            sizes.Select((s, i) => new QuotaRequest<int>(i, s is { } size ? Fact<long>.Of(size) : default)))
            .Select(p => p.Outcome)];

    [Theory]
    [InlineData(149, QuotaOutcome.Fits)]
    [InlineData(150, QuotaOutcome.Fits)]
    [InlineData(151, QuotaOutcome.Waits)]
    public void Fifteen_per_cent_of_a_thousand_households_is_150(long size, QuotaOutcome expected) =>
        Assert.Equal([expected], Solve(Quota(), Ratio.Percent(15), Fact<long>.Of(1000), size));

    [Fact]
    public void Who_stands_after_the_first_that_does_not_fit_waits_unless_the_document_lets_them_pass()
    {
        Assert.Equal([QuotaOutcome.Fits, QuotaOutcome.Waits, QuotaOutcome.Waits],
            Solve(Quota(), Ratio.Percent(15), Fact<long>.Of(1000), 100, 60, 50));
        Assert.Equal([QuotaOutcome.Fits, QuotaOutcome.Waits, QuotaOutcome.Fits],
            Solve(Quota(skips: true), Ratio.Percent(15), Fact<long>.Of(1000), 100, 60, 50));
    }

    [Theory]
    [InlineData(150, QuotaOutcome.Fits)]
    [InlineData(151, QuotaOutcome.Waits)]
    public void A_share_of_all_admitted_counts_those_within_the_quota_too(long size, QuotaOutcome expected) =>
        Assert.Equal([expected], Solve(Quota(QuotaBase.Admitted), Ratio.Percent(15), Fact<long>.Of(850), size));

    [Fact]
    [Clause("TX21-4.1")]
    public void A_share_the_document_does_not_give_confirms_nobody() =>
        Assert.Equal([QuotaOutcome.ShareUnknown], Solve(Quota(), null, Fact<long>.Of(1000), 10));

    [Fact]
    public void An_unknown_size_or_total_is_said_and_does_not_block_the_next()
    {
        Assert.Equal([QuotaOutcome.SizeUnknown, QuotaOutcome.Fits],
            Solve(Quota(), Ratio.Percent(15), Fact<long>.Of(1000), null, 150));
        Assert.Equal([QuotaOutcome.TotalUnknown], Solve(Quota(), Ratio.Percent(15), default, 10));
    }

    [Fact]
    public void Never_more_is_admitted_than_the_share_allows() =>
        Prop.ForAll<PositiveInt[], PositiveInt, bool>((sizes, total, skips) =>
        {
            var share = Ratio.Percent(15);
            var quota = Quota(QuotaBase.Admitted, skips);
            var requests = sizes.Select((s, i) => new QuotaRequest<int>(i, Fact<long>.Of(s.Get)));

            var places = QuotaAllocation.Solve(quota, share, Fact<long>.Of(total.Get), requests);

            var admitted = places.Where(p => p.Outcome == QuotaOutcome.Fits).Sum(p => p.Size);
            return !share.IsExceededBy(admitted, total.Get + admitted);
        }).QuickCheckThrowOnFailure();
}
