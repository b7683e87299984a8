using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Works;

/// <summary>
/// Item of a scheme as the checks see it (方案内容): which kinds it counts as, its class, and a reason where it is left
/// out.
/// </summary>
/// <param name="Codes">Its catalogue id and its codes of the common list.</param>
/// <param name="IsIncluded">False where it is left out.</param>
/// <param name="ReasonApproved">Left out for a reason that was approved.</param>
public sealed record ItemFacts(IReadOnlyList<string> Codes, string Class, Obligation Obligation, bool IsIncluded,
    bool ReasonApproved, Fact<Fen> Cost);

/// <summary>
/// What is known of a project for the requirements of documents (项目事实), at whatever step they are asked.
/// </summary>
public sealed record ProjectFacts
{
    private static readonly IReadOnlyDictionary<string, Fact<bool>> NoFlags = new Dictionary<string, Fact<bool>>();
    private static readonly IReadOnlyDictionary<string, Fact<decimal>> NoMeasures =
        new Dictionary<string, Fact<decimal>>();
    private static readonly IReadOnlyDictionary<string, Fact<IReadOnlyList<string>>> NoLists =
        new Dictionary<string, Fact<IReadOnlyList<string>>>();
    private static readonly IReadOnlyDictionary<string, Fact<Portion>> NoPortions =
        new Dictionary<string, Fact<Portion>>();

    /// <summary>Items of the catalogue with what became of them (目录各项).</summary>
    public Fact<IReadOnlyList<ItemFacts>> Items { get; init; }

    /// <summary>Statements, by the name of the rule that asks (是否事实).</summary>
    public IReadOnlyDictionary<string, Fact<bool>> Flags { get; init; } = NoFlags;

    /// <summary>Measured values by name, in the unit of the document (量值): area in ㎡, stars, days.</summary>
    public IReadOnlyDictionary<string, Fact<decimal>> Measures { get; init; } = NoMeasures;

    /// <summary>Lists by name (清单): functions present, stages attended, parties present, gates proven.</summary>
    public IReadOnlyDictionary<string, Fact<IReadOnlyList<string>>> Lists { get; init; } = NoLists;

    /// <summary>Portions by name (部分与总数): contributions, satisfied residents, communities done.</summary>
    public IReadOnlyDictionary<string, Fact<Portion>> Portions { get; init; } = NoPortions;

    /// <summary>Steps done (已办步骤).</summary>
    public Fact<IReadOnlySet<string>> StepsDone { get; init; }

    /// <summary>Matters that owners have agreed to (已表决通过事项).</summary>
    public Fact<IReadOnlySet<string>> MattersAgreed { get; init; }

    /// <summary>Green area before and after, of the site area, in 0.01 ㎡ (改造前后绿地面积).</summary>
    public Fact<(Portion Before, Portion After)> Green { get; init; }
}
