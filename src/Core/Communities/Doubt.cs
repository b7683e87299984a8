using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>Why figures are doubted (存疑种类).</summary>
public enum DoubtKind
{
    /// <summary>Outside what is plausible (超出合理范围).</summary>
    OutsideBand,

    /// <summary>Plausible, but unlike its peers (与同类相差悬殊).</summary>
    Outlier,

    /// <summary>Not plausible, and plausible with its decimal point moved (疑似错位).</summary>
    DigitShift,

    /// <summary>One average spread over several cells (平均摊派).</summary>
    SpreadAverage,

    /// <summary>Zero of one beside some of the other (零与非零并存).</summary>
    ZeroBesideSome,
}

/// <summary>
/// What a doubted figure may have been meant to be (疑似原值), and what that would do to the total. Never applied by itself.
/// </summary>
public sealed record Suggestion(Measure Measure, long Found, long Value, long TotalNow)
{
    /// <summary>The total with the suggested value (改后总计).</summary>
    public long TotalThen => TotalNow - Found + Value;
}

/// <summary>Figures that are hard to believe (存疑), and why; a question, not a fault.</summary>
/// <param name="Cells">The figures in question; several for an average spread over them.</param>
/// <param name="Found">The figure by another, least and most of the cells.</param>
public sealed record Doubt(DoubtKind Kind, PerUnit Unit, IReadOnlyList<Figures> Cells, decimal Found, decimal FoundMost)
{
    public Band? Band { get; init; }
    public Peers? Peers { get; init; }
    public Suggestion? Suggested { get; init; }

    /// <summary>The one of the two figures that the others of its row speak against (更可能有误的数); null where either may be wrong.</summary>
    public Measure? Suspect { get; init; }

    /// <summary>The figure that is most likely wrong, or the first of two that may be (存疑数值).</summary>
    public Measure Measure => Suggested?.Measure ?? Suspect
        ?? (Kind == DoubtKind.ZeroBesideSome && Cells[0].Of(Unit.Base()) == 0 ? Unit.Base() : Unit.Part());

    /// <summary>The other of the two figures (另一个数); null where nobody wrote it, or where only the first is asked about.</summary>
    public Measure? Other => (Unit.Part() == Measure ? Unit.Base() : Unit.Part()) is var other
        && Kind is DoubtKind.OutsideBand or DoubtKind.Outlier && Cells[0].IsOne != other ? other : null;

    /// <summary>Stable code (代码), e.g. “plausibility.digit-shift”.</summary>
    public string Code => "plausibility." + Words<DoubtKind>.Of(Kind);

    /// <summary>What is doubted and why, for a person (理由).</summary>
    public string Sentence => DoubtSentences.Of(this, _ => null);

    /// <summary>The same, naming the cells in which the figures of the row stand (注明单元格).</summary>
    public string SentenceAt(Func<Measure, string?> cell) => DoubtSentences.Of(this, cell);
}
