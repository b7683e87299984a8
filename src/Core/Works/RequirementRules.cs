using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Works;

/// <summary>The library of rules on projects (项目规则库): schemes, starts, schedules, payments, acceptance.</summary>
public static class RequirementRules
{
    /// <summary>A plain statement of the project's file (项目档案是否载明), asked by the rule's own name.</summary>
    public static Func<ProjectFacts, Arguments, Check> Stated(string rule) =>
        (facts, _) => Check.That(facts.Flags.GetValueOrDefault(rule), rule);

    /// <summary>The scheme contains an item (方案含有某项).</summary>
    // W24 二（一）（二）.
    public static Check ItemPresent(ProjectFacts facts, Arguments with)
    {
        if (!facts.Items.IsKnown) return Check.Lacking(nameof(facts.Items));

        // Several items of a catalogue may count as the same kind of work.
        var isThere = facts.Items.Value.Any(i => i.IsIncluded && i.Codes.Contains(with.Word("item")));
        return new(Answers.Of(isThere), isThere, with.Word("item"), facts.Items.Source, null);
    }

    /// <summary>Every 必改 item is in, or left out for an approved reason (必改内容齐全).</summary>
    // W24 二（五）.
    public static Check MandatoryItemsPresent(ProjectFacts facts, Arguments with) =>
        NoneLeftOut(facts, static i => i.Obligation == Obligation.Mandatory);

    /// <summary>Every item of a class is in, or left out for an approved reason (某类应改尽改).</summary>
    // AQ24 二1 “基础类应改尽改”.
    public static Check ClassItemsPresent(ProjectFacts facts, Arguments with) =>
        NoneLeftOut(facts, i => i.Class == with.Word("class"));

    /// <summary>A class takes more than half of the cost (以某类为主).</summary>
    // AQ24 二1 “原则上以基础类改造为主”.
    public static Check ClassPrevails(ProjectFacts facts, Arguments with)
    {
        if (!facts.Items.IsKnown) return Check.Lacking(nameof(facts.Items));

        var included = facts.Items.Value.Where(i => i.IsIncluded).ToList();
        if (included.Any(i => !i.Cost.IsKnown)) return Check.Lacking(nameof(ItemFacts.Cost));

        var part = included.Where(i => i.Class == with.Word("class")).Sum(i => i.Cost.Value.Value);
        var found = new Portion(part, included.Sum(i => i.Cost.Value.Value));
        return new(Answers.Of(Ratio.Of(1, 2).IsExceededBy(found.Part, found.Whole)), found, Ratio.Of(1, 2),
            facts.Items.Source, null);
    }

    /// <summary>A measured value is at least so much (量值不小于).</summary>
    // W24 二（二）三星级, 二（四）“不宜小于10平方米”.
    public static Check MeasureAtLeast(ProjectFacts facts, Arguments with) =>
        CompareMeasure(facts, with, "minimum", static (found, least) => found >= least);

    /// <summary>A measured value is at most so much (量值不大于).</summary>
    public static Check MeasureAtMost(ProjectFacts facts, Arguments with) =>
        CompareMeasure(facts, with, "maximum", static (found, most) => found <= most);

    /// <summary>All required features are there (功能齐全).</summary>
    // W24 二（四）“除臭、消毒、洗桶……等功能”.
    public static Check FeaturesPresent(ProjectFacts facts, Arguments with) =>
        ListComplete(facts, with.Word("feature"), with, "required");

    /// <summary>Owners' representatives took part at all stages (业主代表全程参与).</summary>
    // W20 五（二）, W24 四（二）: five stages.
    public static Check RepresentedAt(ProjectFacts facts, Arguments with) =>
        ListComplete(facts, "represented-at", with, "stages");

    /// <summary>All quality gates have evidence (关口有凭证).</summary>
    // AQ24 三（三）: four gates.
    public static Check EvidencePresent(ProjectFacts facts, Arguments with) =>
        ListComplete(facts, "evidence-present", with, "gates");

    /// <summary>Money of a kind is among the sources (用到某类资金).</summary>
    // W20 三（二）: only works on special bonds need a balance plan. NY22 三（三）: only public income needs the consent.
    public static Check FinancedBy(ProjectFacts facts, Arguments with)
    {
        var kinds = facts.Lists.GetValueOrDefault("financed-by");
        if (!kinds.IsKnown) return Check.Lacking("financed-by");

        var kind = with.Word("kind");
        return new(Answers.Of(kinds.Value.Contains(kind)), kinds.Value, kind, kinds.Source, null);
    }

    /// <summary>Owners agreed on a matter (业主表决通过).</summary>
    // W24 二（六）“征得相关业主同意”.
    public static Check OwnersConsented(ProjectFacts facts, Arguments with) =>
        Contains(facts.MattersAgreed, nameof(facts.MattersAgreed), with.Word("matter"));

    /// <summary>A step is done (步骤已办).</summary>
    public static Check StepDone(ProjectFacts facts, Arguments with) =>
        Contains(facts.StepsDone, nameof(facts.StepsDone), with.Word("step"));

    /// <summary>The green rate does not fall by more than the tolerance (绿化率基本保持不变).</summary>
    // W24 二（六）. A rate that does not fall at all passes whatever “基本” may mean.
    public static Check GreenRateKept(ProjectFacts facts, Arguments with)
    {
        if (!facts.Green.IsKnown) return Check.Lacking(nameof(facts.Green));

        var (before, after) = facts.Green.Value;
        var fall = Ratio.Of(before.Part, before.Whole);
        if (fall.IsReachedBy(after.Part, after.Whole)) return new(Answer.Yes, after, before, facts.Green.Source, null);
        if (with.Value<Ratio>("tolerance") is not { } tolerance)
        {
            return new(Answer.Unknown, after, before, facts.Green.Source, "tolerance");
        }

        var least = (Int128)before.Part * tolerance.Denominator - (Int128)tolerance.Numerator * before.Whole;
        var keeps = (Int128)after.Part * before.Whole * tolerance.Denominator >= least * after.Whole;
        return new(Answers.Of(keeps), after, before, facts.Green.Source, null);
    }

    /// <summary>A contribution is complete (出资到位).</summary>
    // AQ24 二4 “居民自筹资金齐全”.
    public static Check ContributionComplete(ProjectFacts facts, Arguments with) =>
        PortionReached(facts, "contribution-complete", with);

    /// <summary>Enough residents are satisfied (满意度达到).</summary>
    public static Check SatisfactionReached(ProjectFacts facts, Arguments with) =>
        PortionReached(facts, "satisfaction-reached", with);

    /// <summary>Enough of the programme is done, by the measure named (完成比例达到).</summary>
    // W20 一（五）“累计完成不少于总改造项目的60%”.
    public static Check ShareReached(ProjectFacts facts, Arguments with) =>
        PortionReached(facts, with.Word("of"), with);

    private static Check NoneLeftOut(ProjectFacts facts, Func<ItemFacts, bool> concerned)
    {
        if (!facts.Items.IsKnown) return Check.Lacking(nameof(facts.Items));

        string[] missing = [.. facts.Items.Value.Where(i => concerned(i) && !i.IsIncluded && !i.ReasonApproved)
            .Select(i => i.Codes[0])];
        return new(Answers.Of(missing.Length == 0), missing, null, facts.Items.Source, null);
    }

    private static Check CompareMeasure(ProjectFacts facts, Arguments with, string limit, Func<decimal, decimal,
        bool> holds)
    {
        decimal? required = with.Values[limit] switch
        {
            long count => count,
            Area area => area.SquareMetres,
            _ => null,
        };
        var name = with.Word("measure");
        return Check.Compare(facts.Measures.GetValueOrDefault(name), name, required, limit, holds);
    }

    private static Check ListComplete(ProjectFacts facts, string name, Arguments with, string list)
    {
        if (with.List(list) is not { } required) return Check.Lacking(list);

        var fact = facts.Lists.GetValueOrDefault(name);
        if (!fact.IsKnown) return new(Answer.Unknown, null, required, null, name);

        return new(Answers.Of(required.All(fact.Value.Contains)), fact.Value, required, fact.Source, null);
    }

    private static Check Contains(Fact<IReadOnlySet<string>> fact, string name, string wanted) =>
        fact.IsKnown ? new(Answers.Of(fact.Value.Contains(wanted)), fact.Value.Contains(wanted), wanted, fact.Source,
            null) : Check.Lacking(name);

    private static Check PortionReached(ProjectFacts facts, string name, Arguments with) =>
        Check.Compare(facts.Portions.GetValueOrDefault(name), name, with.Value<Ratio>("share"), "share",
            static (portion, share) => portion.Whole > 0 && share.IsReachedBy(portion.Part, portion.Whole));
}
