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

    /// <summary>Judges a community with its buildings (判断).</summary>
    public static CommunityJudgement Of(EligibilityBook book, Community community, IReadOnlyList<Building> buildings)
    {
        var facts = RegisterFacts.Of(community, buildings);
        var whole = book.Judge(facts);
        if (!facts.BuildingsBuiltOn.IsKnown || facts.BuildingsBuiltOn.Value.Distinct().Count() == 1) return new(whole, []);

        var each = buildings.Where(b => b.ClosedOn is null).Select(b => new BuildingJudgement(b, book.Judge(Alone(facts, b)))).ToList();
        return each.DistinctBy(b => b.Verdict.Answer).Count() == 1 ? new(each[0].Verdict, []) : new(whole, each);
    }

    private static CommunityFacts Alone(CommunityFacts facts, Building building)
    {
        var source = new FactSource(building.Source ?? building.Number, building.Quality);
        return facts with
        {
            BuiltOn = Fact<Kernel.DateSpan>.Of(building.Built!.Value, source),
            BuildingsBuiltOn = Fact<IReadOnlyList<Kernel.DateSpan>>.Of([building.Built!.Value], source),
        };
    }
}
