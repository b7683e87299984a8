using Huanxin.App.Communities;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;

namespace Huanxin.App.Programmes;

/// <summary>A community of which only some buildings may come in, in words: how many, which, and what to do next.</summary>
public static class SplitSentences
{
    private const int Most = 12;

    /// <summary>True where the community as one is not in, but some of its buildings are: a project has to say which it takes.</summary>
    public static bool IsPart(Verdict whole, IReadOnlyList<BuildingJudgement> buildings) =>
        whole.Answer is Answer.Unknown or Answer.No && buildings.Any(b => b.Verdict.Answer is Answer.Yes or Answer.Conditional);

    /// <summary>“共 3 栋：2 栋可以纳入（1号楼、2号楼），1 栋不能纳入（3号楼）”.</summary>
    public static string Of(IReadOnlyList<BuildingJudgement> buildings) =>
        $"共 {buildings.Count} 栋：{string.Join('，', ByAnswer(buildings).Select(g => $"{Count(g)}（{Numbers(g)}）"))}";

    /// <summary>“改造楼栋（3 栋中 2 栋可以纳入，1 栋不能纳入）”, as what is missing to judge.</summary>
    public static string Missing(IReadOnlyList<BuildingJudgement> buildings) =>
        $"改造楼栋（{buildings.Count} 栋中 {string.Join('，', ByAnswer(buildings).Select(Count))}）";

    private static IEnumerable<IGrouping<Answer, BuildingJudgement>> ByAnswer(IReadOnlyList<BuildingJudgement> buildings) =>
        buildings.GroupBy(b => b.Verdict.Answer).OrderByDescending(g => g.Key);

    private static string Count(IGrouping<Answer, BuildingJudgement> group) => $"{group.Count()} 栋{group.Key.Verdict()}";

    private static string Numbers(IEnumerable<BuildingJudgement> group)
    {
        var numbers = group.Select(b => b.Building).InOrder().Select(b => b.Number).ToList();
        return string.Join('、', numbers.Take(Most)) + (numbers.Count > Most ? " 等" : "");
    }
}
