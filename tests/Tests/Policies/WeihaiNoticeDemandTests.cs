using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>What the notice of 2024 asks of a scheme in Huancui, and what it says where something is missing.</summary>
public sealed class WeihaiNoticeDemandTests
{
    private static readonly PolicyDocument Notice = ShippedShelf.Document("W24");
    private static readonly RuleBook Book = ShippedShelf.Book("371002001", new DateOnly(2024, 6, 1));

    [Fact, Clause("W24-2a")]
    public void No_scheme_without_a_checkup_and_no_finding_without_an_answer()
    {
        Assert.Equal((Answer.No, Level.Must), Ask("checkup-first", Project.Unknown.Says("checkup-done", false)));
        Assert.Equal((Answer.Yes, Level.Must), Ask("checkup-first", Project.Unknown.Says("checkup-done", true)));
        Assert.Equal((Answer.No, Level.Must),
            Ask("findings-answered", Project.Unknown.Says("findings-answered", false)));
        Assert.Equal((Answer.Unknown, Level.Must), Ask("findings-answered", Project.Unknown));
        Assert.Contains("checkup", Notice.Procedures.SelectMany(p => p.Steps).Single(s => s.Id == "design").After);
    }

    [Fact, Clause("W24-2b")]
    public void One_community_has_one_scheme_whose_items_serve_the_three_revolutions()
    {
        Assert.Equal((Answer.No, Level.Must),
            Ask("one-scheme", Project.Unknown.Says("one-scheme-per-community", false)));
        Assert.Equal(["楼道革命", "环境革命", "管理革命"], Notice.Items.SelectMany(i => i.Tags)
            .Where(t => t.EndsWith("革命", StringComparison.Ordinal)).Distinct());
        Assert.Contains("楼道革命", Tags("overhead-lines"));
        Assert.Contains("环境革命", Tags("garbage-room"));
        Assert.Contains("管理革命", Tags("smart-platform"));
    }

    [Theory, Clause("W24-2.2")]
    [InlineData(2, Answer.No)]
    [InlineData(3, Answer.Yes)]
    [InlineData(4, Answer.Yes)]
    public void Three_stars_bind_every_community_from_the_day_of_the_notice(int stars, Answer expected)
    {
        var judged = Shelf.Demand(Book, "smart-stars", Project.Unknown.Measures("smart-stars", stars));

        Assert.Equal(expected, judged.Answer);
        Assert.Equal((Level.Must, "W24-2.2"), (judged.Node.Level, judged.Node.Clauses.Single()));
    }

    [Fact, Clause("W24-2.2")]
    public void Smart_works_are_in_every_scheme_and_linked_to_the_platform_before_acceptance()
    {
        Assert.Equal((Answer.No, Level.Must),
            Ask("smart-included", Project.Scheme(Notice, "ebike-shed", "ebike-charging")));
        Assert.Equal((Answer.Yes, Level.Must), Ask("smart-included", Project.Scheme(Notice, "smart-community")));
        Assert.Equal((Answer.No, Level.Must), Ask("smart-platform", Project.Scheme(Notice, "ebike-shed")));
        Assert.Equal("acceptance", Notice.Requirements.Single(r => r.Id == "smart-platform").Subject);
    }

    [Fact, Clause("W24-2.3")]
    public void Works_for_the_old_and_the_young_are_encouraged_and_marked_and_shared_by_the_block()
    {
        var works = Notice.Items.Where(i => i.Tags.Contains("一老一小")).ToList();

        Assert.Equal(["养老服务设施", "托育服务设施", "助餐服务设施", "公共空间和配套设施适老化改造", "公共空间和配套设施适儿化改造"],
            works.Select(i => i.Title));
        Assert.All(works, i => Assert.Equal(Obligation.Encouraged, i.Obligation));
        Assert.All(works.Take(3), i => Assert.StartsWith("连街成片、资源共享、功能完善", i.Standard, StringComparison.Ordinal));
    }

    [Fact, Clause("W24-2.4")]
    public void Of_a_garbage_room_the_size_and_functions_remind_and_the_way_of_collecting_binds()
    {
        var scheme = Project.Scheme(Notice, "garbage-room").Measures("garbage-room-area", 9.99m)
            .Lists("garbage-room-functions", "除臭", "消毒").Lists("garbage-room-operation", "分类化", "容器化", "机械化");

        Assert.Equal((Answer.No, Level.Advisable), Ask("garbage-room-area", scheme));
        Assert.Equal((Answer.Yes, Level.Advisable),
            Ask("garbage-room-area", scheme.Measures("garbage-room-area", 10m)));
        Assert.Equal((Answer.No, Level.Advisable), Ask("garbage-room-functions", scheme));
        Assert.Equal((Answer.No, Level.Should), Ask("garbage-room-operation", scheme));
        Assert.Equal((Answer.Yes, Level.Should), Ask("garbage-room-operation",
            scheme.Lists("garbage-room-operation", "分类化", "容器化", "密闭化", "机械化")));
        Assert.Equal((Answer.Yes, Level.Should), Ask("garbage-room-operation", Project.Scheme(Notice, "ebike-shed")));
    }

    [Fact, Clause("W24-2.5")]
    public void Sheds_and_charging_are_in_every_scheme_unless_the_reason_was_approved()
    {
        Assert.Equal((Answer.Yes, Level.Must),
            Ask("ebike-mandatory", Project.Scheme(Notice, "ebike-shed", "ebike-charging")));
        Assert.Equal((Answer.Yes, Level.Must),
            Ask("ebike-mandatory", Project.Scheme(Notice, "ebike-shed").Excused("ebike-charging")));

        var judged = Shelf.Demand(Book, "ebike-mandatory", Project.Scheme(Notice, "ebike-shed"));
        Assert.Equal(Answer.No, judged.Answer);
        Assert.Equal(["ebike-charging"], (IEnumerable<string>)judged.Check!.Found!);
    }

    [Fact, Clause("W24-2.6a")]
    public void Green_becomes_parking_only_after_the_owners_agreed_and_the_authority_approved()
    {
        var scheme = Project.Scheme(Notice, "green-to-parking", "replanting");

        Assert.Equal((Answer.No, Level.Must), Ask("green-to-parking-consent", scheme.Agreed()));
        Assert.Equal((Answer.Yes, Level.Must), Ask("green-to-parking-consent", scheme.Agreed("green-to-parking")));
        Assert.Equal((Answer.No, Level.Must), Ask("green-to-parking-approval", scheme.Done("green-consent")));
        Assert.Equal((Answer.Yes, Level.Must),
            Ask("green-to-parking-approval", scheme.Done("green-consent", "green-approval")));
        Assert.Equal((Answer.Yes, Level.Must),
            Ask("green-to-parking-consent", Project.Scheme(Notice, "parking-spaces").Agreed()));
    }

    [Theory, Clause("W24-2.6b")]
    [InlineData(3_500_001, Answer.Yes)]
    [InlineData(3_500_000, Answer.Yes)]
    [InlineData(3_499_999, Answer.Unknown)]
    public void Green_no_less_than_before_passes_and_how_much_less_would_still_do_nobody_has_said(long after,
        Answer expected) =>
        Assert.Equal((expected, Level.Must), Ask("green-balance", Project.Unknown.Green(3_500_000, after, 10_000_000)));

    [Fact, Clause("W24-2.6b")]
    public void Green_taken_for_parking_is_planted_again_elsewhere_and_never_taken_without_approval()
    {
        Assert.Equal((Answer.No, Level.Must), Ask("replanting", Project.Scheme(Notice, "green-to-parking")));
        Assert.Equal((Answer.Yes, Level.Must),
            Ask("replanting", Project.Scheme(Notice, "green-to-parking", "replanting")));
        Assert.Equal((Answer.Yes, Level.Must), Ask("replanting", Project.Scheme(Notice, "parking-spaces")));
        Assert.Equal((Answer.No, Level.Must),
            Ask("no-illegal-green", Project.Scheme(Notice, "green-to-parking").Done()));
    }

    [Fact, Clause("W24-4.1")]
    public void Money_is_paid_out_as_the_works_go_on_by_a_spending_plan_with_targets_that_are_evaluated()
    {
        Assert.Equal((Answer.No, Level.Must), Ask("paid-by-progress", Project.Unknown.Says("within-progress", false)));
        Assert.Equal((Answer.Yes, Level.Must), Ask("paid-by-progress", Project.Unknown.Says("within-progress", true)));
        Assert.Equal(["资金使用计划", "绩效目标和评价报告"],
            Notice.Duties.Where(d => d.Clauses.Contains("W24-4.1")).Select(d => d.Evidence));
        Assert.Null(Notice.Evaluation.Single(e => e.Clauses.Contains("W24-4.1")).Indicators);
    }

    [Fact, Clause("W24-4.2")]
    public void A_stage_without_an_owners_representative_stops_the_acceptance() =>
        Assert.Equal((Answer.No, Level.Must),
            Ask("represented", Project.Unknown.Lists("represented-at", "项目选定", "方案编制", "工程实施", "竣工验收")));

    private static (Answer Answer, Level Level) Ask(string requirement, Core.Works.ProjectFacts facts)
    {
        var judged = Shelf.Demand(Book, requirement, facts);
        return (judged.Answer, judged.Node.Level);
    }

    private static IReadOnlyList<string> Tags(string item) => Notice.Items.Single(i => i.Id == item).Tags;
}
