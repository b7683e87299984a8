using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Communities;

/// <summary>The library of rules on communities (小区规则库). Packs name them and give them values.</summary>
public static class EligibilityRules
{
    /// <summary>Built by a date (某日前建成), “以前（含）” unless said otherwise.</summary>
    // W20 一（三）“2005年12月31日前”, TX21 四（一）“2000年（含）以前”.
    public static Check BuiltBefore(CommunityFacts facts, Arguments with) =>
        CompareBuilding(facts, with, with.Word("bound") == "inclusive"
            ? static (built, limit) => Sides(built.Last <= limit, built.First > limit)
            : static (built, limit) => Sides(built.Last < limit, built.First >= limit));

    /// <summary>Built after a date (某日后建成), “（不含）” unless said otherwise.</summary>
    // TX21 四（一）“2000年（不含）以后建成”.
    public static Check BuiltAfter(CommunityFacts facts, Arguments with) =>
        CompareBuilding(facts, with, with.Word("bound") == "inclusive"
            ? static (built, limit) => Sides(built.First >= limit, built.Last < limit)
            : static (built, limit) => Sides(built.First > limit, built.Last <= limit));

    /// <summary>On state-owned land (国有土地上).</summary>
    // W20 一（三）“在城市或县城国有土地上建成”.
    public static Check OnStateLand(CommunityFacts facts, Arguments with) =>
        Check.That(Map(facts.Land, land => land == LandKind.StateOwned), nameof(facts.Land));

    /// <summary>On land of one of the kinds listed (土地性质属于).</summary>
    public static Check LandKindIs(CommunityFacts facts, Arguments with) =>
        OneOf(facts.Land, nameof(facts.Land), with, "kinds", wanted: true);

    /// <summary>In a city or a county town (城市或县城).</summary>
    // W20 一（三）.
    public static Check InTown(CommunityFacts facts, Arguments with) =>
        Check.That(facts.IsInTown, nameof(facts.IsInTown));

    /// <summary>Inside one of the places listed (在指定区域内).</summary>
    public static Check InsidePlaces(CommunityFacts facts, Arguments with)
    {
        if (with.List("places") is not { } places) return Check.Lacking("places");

        var inside = places.Any(p => RegionCode.TryParse(p, out var region) && region.Contains(facts.Place));
        return new(Answers.Of(inside), facts.Place, places, null, null);
    }

    /// <summary>Shows one of the defects that documents name (现状问题).</summary>
    // W20 一（三）、二（一）; TX21 四（一）.
    public static Check SignShown(CommunityFacts facts, Arguments with)
    {
        var sign = Words<Sign>.Parse(with.Word("sign"))!.Value;
        return Check.That(facts.Signs.GetValueOrDefault(sign), sign.ToString());
    }

    /// <summary>The residents want it strongly (改造意愿强烈).</summary>
    // W20 一（三）, TX21 四（一）, NY22 三（一）.
    public static Check WishStrong(CommunityFacts facts, Arguments with) =>
        Check.That(facts.WishIsStrong, nameof(facts.WishIsStrong));

    /// <summary>No comprehensive renovation within so many years (近若干年未实施综合改造).</summary>
    // TX21 四（一）“近5年未实施综合改造”. On the very anniversary the years are over.
    public static Check NotRenovatedWithin(CommunityFacts facts, Arguments with) =>
        Check.Weigh(facts.RenovatedOn, nameof(facts.RenovatedOn), with.Value<long>("years"), "years", (done, years) =>
        {
            var since = with.On.AddYears(-(int)years);
            return done is not { } on ? Answer.Yes : Sides(on.Last <= since, on.First > since);
        });

    /// <summary>Not planned for clearance within so many years (今后若干年内未规划征迁).</summary>
    // TX21 四（一）“未纳入今后5年规划征迁改造范围”.
    public static Check NotClearedWithin(CommunityFacts facts, Arguments with) =>
        Check.Weigh(facts.ClearanceOn, nameof(facts.ClearanceOn), with.Value<long>("years"), "years", (planned, years) =>
        {
            var until = with.On.AddYears((int)years);
            return planned is not { } on ? Answer.Yes : Sides(on.First > until, on.Last <= until);
        });

    /// <summary>To be expropriated and compensated (拟征收补偿安置).</summary>
    // W20 一（三）.
    public static Check ClearancePlanned(CommunityFacts facts, Arguments with) =>
        Check.That(Map(facts.ClearanceOn, planned => planned is not null), nameof(facts.ClearanceOn));

    /// <summary>To be demolished and rebuilt (拟拆除新建).</summary>
    // W20 一（三）“拆除新建（含改建、扩建、翻建）”.
    public static Check RebuildPlanned(CommunityFacts facts, Arguments with) =>
        Check.That(facts.IsToBeRebuilt, nameof(facts.IsToBeRebuilt));

    /// <summary>No public money before (未曾获得资金支持).</summary>
    public static Check NotFundedBefore(CommunityFacts facts, Arguments with) =>
        Check.ThatNot(facts.WasFunded, nameof(facts.WasFunded));

    /// <summary>In no earlier annual plan (未曾列入年度计划).</summary>
    public static Check NeverPlannedBefore(CommunityFacts facts, Arguments with) =>
        Check.ThatNot(facts.WasPlanned, nameof(facts.WasPlanned));

    /// <summary>At least so large (建筑面积不少于).</summary>
    public static Check MinimumArea(CommunityFacts facts, Arguments with) =>
        Check.Compare(facts.Area, nameof(facts.Area), with.Value<Area>("minimum"), "minimum", static (area, least) =>
            area >= least);

    /// <summary>At least so many buildings (楼栋数不少于).</summary>
    public static Check MinimumBuildings(CommunityFacts facts, Arguments with) =>
        Check.Compare(facts.Buildings, nameof(facts.Buildings), with.Value<long>("minimum"), "minimum",
            static (n, least) => n >= least);

    /// <summary>At least so many households (户数不少于).</summary>
    public static Check MinimumHouseholds(CommunityFacts facts, Arguments with) =>
        Check.Compare(facts.Households, nameof(facts.Households), with.Value<long>("minimum"), "minimum",
            static (n, least) => n >= least);

    /// <summary>Consent of at least a share (同意比例达到), “以上” unless said “超过”.</summary>
    public static Check ConsentReached(CommunityFacts facts, Arguments with) => with.Word("of") switch
    {
        "owners" => Reached(facts.OwnersConsent, nameof(facts.OwnersConsent), with),
        "area" => Reached(facts.AreaConsent, nameof(facts.AreaConsent), with),
        _ => Reached(facts.HouseholdsConsent, nameof(facts.HouseholdsConsent), with),
    };

    /// <summary>At least a share of households was asked (征询覆盖率达到).</summary>
    public static Check WishesCollected(CommunityFacts facts, Arguments with) =>
        Reached(facts.WishesCollected, nameof(facts.WishesCollected), with);

    /// <summary>At least a share of the residents' money is paid in (居民出资到位率达到).</summary>
    // AQ24 二4 “居民自筹资金齐全的前提下”.
    public static Check ContributionCollected(CommunityFacts facts, Arguments with) =>
        Reached(facts.Contribution, nameof(facts.Contribution), with);

    /// <summary>Is of one of the kinds listed (小区种类属于).</summary>
    public static Check KindIs(CommunityFacts facts, Arguments with) =>
        OneOf(facts.Kind, nameof(facts.Kind), with, "kinds", wanted: true);

    /// <summary>Is of none of the kinds listed (小区种类不属于).</summary>
    public static Check KindIsNot(CommunityFacts facts, Arguments with) =>
        OneOf(facts.Kind, nameof(facts.Kind), with, "kinds", wanted: false);

    /// <summary>Long-term management is agreed (长效管理已商定).</summary>
    public static Check ManagementAgreed(CommunityFacts facts, Arguments with) =>
        Check.That(facts.IsManagementAgreed, nameof(facts.IsManagementAgreed));

    /// <summary>In the provincial project library (已列入省级项目库).</summary>
    // W24 首段.
    public static Check ListedInLibrary(CommunityFacts facts, Arguments with) =>
        Check.That(facts.IsInLibrary, nameof(facts.IsInLibrary));

    private static Check CompareBuilding(CommunityFacts facts, Arguments with, Func<DateSpan, DateOnly, Answer> weigh)
    {
        var limit = with.Value<DateOnly>("limit");
        return with.Word("by") switch
        {
            "every-building" => Check.Weigh(facts.BuildingsBuiltOn, nameof(facts.BuildingsBuiltOn), limit, "limit",
                (spans, on) => spans.Aggregate(Answer.Yes, (all, span) => all.And(weigh(span, on)))),
            "any-building" => Check.Weigh(facts.BuildingsBuiltOn, nameof(facts.BuildingsBuiltOn), limit, "limit",
                (spans, on) => spans.Aggregate(Answer.No, (any, span) => any.Or(weigh(span, on)))),
            _ => Check.Weigh(facts.BuiltOn, nameof(facts.BuiltOn), limit, "limit", weigh),
        };
    }

    // A span on one side of a limit is judged, one across it is not.
    private static Answer Sides(bool holds, bool fails) => holds ? Answer.Yes : fails ? Answer.No : Answer.Unknown;

    private static Check Reached(Fact<Portion> fact, string name, Arguments with)
    {
        var strict = with.Word("bound") == "exclusive";
        return Check.Compare(fact, name, with.Value<Ratio>("share"), "share", (portion, share) => portion.Whole > 0
            && (strict ? share.IsExceededBy(portion.Part, portion.Whole) : share.IsReachedBy(portion.Part,
                portion.Whole)));
    }

    private static Check OneOf<T>(Fact<T> fact, string name, Arguments with, string list, bool wanted) where T : struct,
        Enum
    {
        if (with.List(list) is not { } kinds) return Check.Lacking(list);
        if (!fact.IsKnown) return new(Answer.Unknown, null, kinds, null, name);

        return new(Answers.Of(kinds.Contains(Words<T>.Of(fact.Value)) == wanted), fact.Value, kinds, fact.Source, null);
    }

    private static Fact<bool> Map<T>(Fact<T> fact, Func<T, bool> holds) =>
        fact.IsKnown ? Fact<bool>.Of(holds(fact.Value), fact.Source) : default;
}
