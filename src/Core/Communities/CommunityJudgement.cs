using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What the policy says of one building (楼栋结论).</summary>
public sealed record BuildingJudgement(Building Building, Verdict Verdict);

/// <summary>
/// Whether a community is in (纳入结论), and building by building where its buildings lie on both sides of a limit
/// (跨界小区按楼判断).
/// </summary>
/// <param name="Whole">Verdict on the community as one.</param>
/// <param name="Buildings">Verdicts building by building; empty unless they differ.</param>
public sealed record CommunityJudgement(Verdict Whole, IReadOnlyList<BuildingJudgement> Buildings)
{
    /// <summary>True when some of its buildings are in and others are not (部分纳入).</summary>
    public bool IsSplit => Buildings.Count > 0;

    /// <summary>Answer for lists and counts (结论): conditional where only some of the buildings are in.</summary>
    public Answer Answer => IsSplit ? Answer.Conditional : Whole.Answer;

    /// <summary>The judgement in one word (名单结论).</summary>
    public ListedVerdict Listed => IsSplit ? ListedVerdict.Split : Answer switch
    {
        Answer.Yes => ListedVerdict.Yes,
        Answer.No => ListedVerdict.No,
        Answer.Unknown => ListedVerdict.Unknown,
        Answer.Conditional => ListedVerdict.Conditional,
    };

    /// <summary>Judges a community with its buildings (判断).</summary>
    public static CommunityJudgement Of(EligibilityBook book, Community community, IReadOnlyList<Building> buildings) =>
        Of(book, RegisterFacts.Of(community, buildings), buildings);

    /// <summary>The same where the facts are already at hand (按事实判断).</summary>
    public static CommunityJudgement Of(EligibilityBook book, CommunityFacts facts, IReadOnlyList<Building> buildings)
    {
        var whole = book.Judge(facts);
        if (!MayDiffer(facts)) return new(whole, []);

        var each = buildings.Where(b => b.ClosedOn is null)
            .Select(b => new BuildingJudgement(b, book.Judge(Alone(facts, b.Built!.Value, new FactSource(b.Source ?? b.Number, b.Quality))))).ToList();
        return each.DistinctBy(b => b.Verdict.Answer).Count() == 1 ? new(each[0].Verdict, []) : new(whole, each);
    }

    /// <summary>The verdict on the community as one from facts that were kept (按留存事实判断), when its buildings are no longer at hand.</summary>
    public static Verdict WholeOf(EligibilityBook book, CommunityFacts facts)
    {
        var whole = book.Judge(facts);
        if (!MayDiffer(facts)) return whole;

        var each = facts.BuildingsBuiltOn.Value.Select(span => book.Judge(Alone(facts, span, facts.BuildingsBuiltOn.Source))).ToList();
        return each.DistinctBy(verdict => verdict.Answer).Count() == 1 ? each[0] : whole;
    }

    private static bool MayDiffer(CommunityFacts facts) =>
        facts.BuildingsBuiltOn.IsKnown && facts.BuildingsBuiltOn.Value.Distinct().Count() > 1;

    private static CommunityFacts Alone(CommunityFacts facts, DateSpan built, FactSource? source) => facts with
    {
        BuiltOn = Fact<DateSpan>.Of(built, source), BuildingsBuiltOn = Fact<IReadOnlyList<DateSpan>>.Of([built], source),
    };
}
