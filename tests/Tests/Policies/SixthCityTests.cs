using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>
/// A city that does not exist, with a cut-off, a quota and a consent of its own, written as data alone.
/// </summary>
public class SixthCityTests
{
    private const string Pack =
        """
        document:
          id: NC25
          title: 新城市2025年老旧小区改造实施方案
          number: 新政办〔2025〕1号
          issuer: 新城市人民政府办公室
          region: "220302"
          kind: plan
          issued: 2025-01-10
          effective: 2025-01-10
          expires:
          status: in-force
        clauses:
          - { id: NC25-1, heading: 一, text: 2002年6月30日前建成的小区纳入改造，须有三分之二以上业主同意。 }
          - { id: NC25-2, heading: 二, text: 此后建成、设施明显不足的，可在年度总户数的15%以内纳入。别墅、自建房不纳入。 }
          - { id: NC25-3, heading: 三, text: 建成早的、户数多的优先。 }
        parameters:
          eligibility.built-before: { label: 建成时间上限, type: date, value: 2002-06-30, clause: NC25-1 }
          eligibility.consent: { label: 业主同意比例, type: ratio, value: 2/3, clause: NC25-1 }
          eligibility.quota-share: { label: 按比例纳入, type: ratio, value: 15%, clause: NC25-2 }
          eligibility.excluded-kinds: { label: 不纳入的种类, type: list, value: [villa, self-built], clause: NC25-2 }
        eligibility:
          - id: scope
            title: 改造范围
            clause: NC25-1
            all:
              - { rule: built-before, with: { limit: eligibility.built-before } }
              - { rule: consent-reached, with: { share: eligibility.consent, of: owners } }
          - id: later
            title: 按比例纳入
            clause: NC25-2
            within-quota: later
            all:
              - { rule: built-after, with: { limit: eligibility.built-before } }
              - { rule: sign-shown, with: { sign: poor-facilities } }
              - { rule: consent-reached, with: { share: eligibility.consent, of: owners } }
        exclusions:
          - { id: kinds, title: 不纳入的种类, clause: NC25-2, rule: kind-is, with: { kinds: eligibility.excluded-kinds } }
        quotas:
          - { id: later, title: 按比例纳入, share: eligibility.quota-share, of: households, base: year-total, clause: NC25-2 }
        priority:
          - id: order
            title: 改造次序
            kind: lexicographic
            clause: NC25-3
            criteria:
              - { title: 建成早的优先, measure: build-date, order: ascending }
              - { title: 户数多的优先, measure: households, order: descending }
        """;

    private const string Cases =
        """
        - name: 上限日建成、正好三分之二
          about: eligibility
          clause: NC25-1
          given: { kind: ordinary, built-on: 2002-06-30, consent-owners: 200/300 }
          expect: { answer: "yes" }
        - name: 差一人不到三分之二
          about: eligibility
          clause: NC25-1
          given: { kind: ordinary, built-on: 2002-06-30, consent-owners: 199/300, signs: { poor-facilities: true } }
          expect: { answer: "no", because: [built-after, consent-reached] }
        - name: 晚一天建成，由名额决定
          about: eligibility
          clause: NC25-2
          given: { kind: ordinary, built-on: 2002-07-01, consent-owners: 200/300, signs: { poor-facilities: true } }
          expect: { answer: conditional, quota: later }
        - name: 别墅不纳入
          about: eligibility
          clause: NC25-2
          given: { kind: villa, built-on: 2002-06-30, consent-owners: 300/300 }
          expect: { answer: "no", because: [built-after, kind-is] }
        """;

    private static readonly EligibilityBook City = new(PolicyShelf
        .Load(Shelf.FolderWith(("220302-new/2025-1-plan.yaml", Pack)))
        .For(RegionCode.Of("220302001"), new DateOnly(2025, 6, 1)));

    private static readonly CommunityFacts Old = Community("2002-06-30", 200, 300);

    [Theory]
    [InlineData("2002-06-29", 200, Answer.Yes)]
    [InlineData("2002-06-30", 200, Answer.Yes)]
    [InlineData("2002-06-30", 201, Answer.Yes)]
    [InlineData("2002-07-01", 200, Answer.Conditional)]
    [InlineData("2002-07-01", 201, Answer.Conditional)]
    [InlineData("2002-06-30", 199, Answer.No)]
    [InlineData("2002-07-01", 199, Answer.No)]
    public void Its_own_cut_off_and_its_own_consent_decide(string built, long agreeing, Answer expected) =>
        Assert.Equal(expected, City.Judge(Community(built, agreeing, 300)).Answer);

    [Fact]
    public void An_excluded_kind_is_out_whatever_else_holds()
    {
        var villa = Old with { Kind = Fact<CommunityKind>.Of(CommunityKind.Villa) };

        Assert.Equal(Answer.No, City.Judge(villa).Answer);
    }

    [Fact]
    public void A_fact_nobody_has_said_makes_the_verdict_unknown_and_is_named()
    {
        var verdict = City.Judge(Old with { OwnersConsent = default });

        Assert.Equal(Answer.Unknown, verdict.Answer);
        Assert.Equal(["OwnersConsent"], verdict.Ways[0].Missing());
    }

    [Fact]
    public void Of_a_thousand_households_in_the_year_150_may_come_by_the_quota()
    {
        CommunityFacts[] later =
            [Community("2003-01-01", 200, 300, 90), Community("2004-01-01", 200, 300, 60),
            Community("2005-01-01", 200, 300, 1)];

        var places = City.Solve(City.Quotas.Single(), [Old, .. later], Fact<long>.Of(1000));

        Assert.Equal([QuotaOutcome.Fits, QuotaOutcome.Fits, QuotaOutcome.Waits], places.Select(p => p.Outcome));
        Assert.Equal(150, places[2].Limit);
        Assert.Equal(150, places[2].TakenBefore);
    }

    [Theory]
    [InlineData(149, QuotaOutcome.Fits)]
    [InlineData(150, QuotaOutcome.Fits)]
    [InlineData(151, QuotaOutcome.Waits)]
    public void Fifteen_per_cent_of_the_years_households_and_not_one_more(long households, QuotaOutcome expected) =>
        Assert.Equal(expected, City.Solve(City.Quotas.Single(), [Community("2003-01-01", 200, 300, households)],
            Fact<long>.Of(1000)).Single().Outcome);

    [Fact]
    public void The_city_is_checked_and_proven_by_its_own_files_without_a_line_of_code()
    {
        var report = PackCheck.Run(Shelf.FolderWith(
            ("220302-new/2025-1-plan.yaml", Pack), ("220302-new/2025-1-plan.cases.yaml", Cases)));

        Assert.Empty(report.All.Select(f => f.ToString()));
        Assert.Equal(4, report.Cases.Count);
    }

    [Fact]
    public void The_older_comes_first_then_the_larger_and_an_unknown_age_last()
    {
        var unknown = Old with { BuiltOn = default };
        CommunityFacts[] given =
            [unknown, Community("1999-01-01", 1, 1, 50), Community("1999-01-01", 1, 1, 80),
            Community("1990-01-01", 1, 1, 10)];

        var ranked = City.Priorities.Single().Rank(given);

        Assert.Equal([given[3], given[2], given[1], unknown], ranked.Select(r => r.Facts));
        Assert.Equal([1, 2, 3, 4], ranked.Select(r => r.Position));
        Assert.Equal("建成早的优先", ranked[0].Reasons[0].Title);
    }

    [Fact]
    public void Every_check_of_the_verdict_names_its_clause()
    {
        var verdict = City.Judge(Old);

        Assert.All(verdict.Ways.SelectMany(w => w.Checks()), c =>
            Assert.StartsWith("NC25-", c.Node.Clauses.Single(), StringComparison.Ordinal));
        Assert.Equal("改造范围", City.Book.Documents.Single().Eligibility[0].Title);
    }

    private static CommunityFacts Community(string built, long agreeing, long owners, long households = 100) => new()
    {
        Kind = Fact<CommunityKind>.Of(CommunityKind.Ordinary),
        BuiltOn = Fact<DateSpan>.Of(DateOnly.ParseExact(built, "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture)),
        Signs = new Dictionary<Sign, Fact<bool>> { [Sign.PoorFacilities] = Fact<bool>.Of(true) },
        OwnersConsent = Fact<Portion>.Of(new(agreeing, owners)),
        Households = Fact<long>.Of(households),
    };
}
