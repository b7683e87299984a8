using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>What is known of a community in words (事实说明), each source once behind what it says.</summary>
public static class FactSentences
{
    /// <summary>All that is known, in the order of the register (已知事实).</summary>
    public static string Of(CommunityFacts facts) => string.Join('；', Known(facts).GroupBy(one => one.Source)
        .Select(of => string.Join('，', of.Select(one => $"{FactLabels.NameOf(one.Fact)}：{one.Words}")) + (of.Key is { } source ? $"（{source.Name}，{source.Quality.Label()}）" : "")));

    private static IEnumerable<(string Fact, string Words, FactSource? Source)> Known(CommunityFacts facts) =>
        new (string Fact, string Words, FactSource? Source)?[]
        {
            One(nameof(facts.Kind), facts.Kind), One(nameof(facts.BuiltOn), facts.BuiltOn), One(nameof(facts.BuildingsBuiltOn), facts.BuildingsBuiltOn),
            One(nameof(facts.Land), facts.Land), One(nameof(facts.IsInTown), facts.IsInTown), One(nameof(facts.WishIsStrong), facts.WishIsStrong),
            One(nameof(facts.RenovatedOn), facts.RenovatedOn, on => on is null ? "没有改造过" : FactLabels.Show(on)),
            One(nameof(facts.ClearanceOn), facts.ClearanceOn, on => on is null ? "没有规划" : FactLabels.Show(on)),
            One(nameof(facts.IsToBeRebuilt), facts.IsToBeRebuilt), One(nameof(facts.WasFunded), facts.WasFunded), One(nameof(facts.WasPlanned), facts.WasPlanned),
            One(nameof(facts.Area), facts.Area), One(nameof(facts.Buildings), facts.Buildings), One(nameof(facts.Households), facts.Households),
            One(nameof(facts.HouseholdsConsent), facts.HouseholdsConsent), One(nameof(facts.OwnersConsent), facts.OwnersConsent),
            One(nameof(facts.AreaConsent), facts.AreaConsent, of => $"{new Area(of.Part)}/{new Area(of.Whole)} ㎡"),
            One(nameof(facts.WishesCollected), facts.WishesCollected),
            One(nameof(facts.Contribution), facts.Contribution, of => $"{new Fen(of.Part)}/{new Fen(of.Whole)} 元"),
            One(nameof(facts.IsManagementAgreed), facts.IsManagementAgreed), One(nameof(facts.IsInLibrary), facts.IsInLibrary),
        }.Concat(facts.Signs.OrderBy(sign => sign.Key).Select(sign => One(sign.Key.ToString(), sign.Value))).OfType<(string, string, FactSource?)>();

    private static (string, string, FactSource?)? One<T>(string name, Fact<T> fact, Func<T, string>? words = null) =>
        fact.IsKnown ? (name, words is null ? FactLabels.Show(fact.Value) : words(fact.Value), fact.Source) : null;
}
