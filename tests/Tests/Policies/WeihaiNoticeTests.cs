using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>威住建通字〔2024〕12号 as it stands on the shelf.</summary>
public class WeihaiNoticeTests
{
    private static readonly PolicyDocument Notice = Shelf.Sound.Find("W24")!;

    [Fact]
    [Clause("W24-0")]
    public void The_library_of_2024_has_82_communities_33202_households_and_3_01_million_square_metres()
    {
        var target = Notice.Targets.Single();

        Assert.Equal(TargetData.Library, target.Data);
        Assert.Equal(82L, ValueOf(target, Measure.Communities));
        Assert.Equal(33_202L, ValueOf(target, Measure.Households));
        Assert.Equal(Area.FromSquareMetres(3_013_600), ValueOf(target, Measure.Area));
        Assert.Equal(Fen.FromYuan(863_000_000), ValueOf(target, Measure.Investment));
    }

    [Fact]
    [Clause("W24-2.5")]
    public void Sheds_and_charging_for_electric_bicycles_are_the_mandatory_items() =>
        Assert.Equal(["电动车停车棚", "电动自行车充电设施"], Notice.Items.Where(i => i.Class == "mandatory").Select(i => i.Title));

    [Fact]
    [Clause("W24-2.1")]
    public void Lines_go_underground_only_where_conditions_allow()
    {
        var item = Notice.Items.Single(i => i.Id == "lines-underground");

        Assert.Equal(Obligation.IfConditions, item.Obligation);
        Assert.Equal(ItemPayer.Utility, item.Payer);
    }

    [Fact]
    [Clause("W24-2.4")]
    public void The_garbage_room_reminds_and_the_shed_binds()
    {
        Assert.Equal(Level.Advisable, LevelOf("garbage-room-area"));
        Assert.False(LevelOf("garbage-room-area").Blocks());
        Assert.True(LevelOf("ebike-mandatory").Blocks());
    }

    [Fact]
    [Clause("W24-3.1")]
    public void A_scheme_goes_from_expert_review_through_public_notice_and_joint_review_to_the_city_by_31_March()
    {
        var steps = Notice.Procedures.Single(p => p.Id == "scheme-approval").Steps;

        Assert.Equal(["expert-review", "public-notice", "joint-review", "city-approval"], steps.Select(s => s.Id)
            .TakeLast(4));
        Assert.All(steps.TakeLast(3).Zip(steps.SkipLast(1).TakeLast(3)), pair =>
            Assert.Equal(pair.Second.Id, pair.First.After[0]));
        Assert.Equal(new DateOnly(2024, 3, 31), Notice.Parameters[steps[^1].Deadline!].Value);
    }

    [Fact]
    [Clause("W24-3.2a")]
    [Clause("W24-A2")]
    public void The_monthly_table_is_due_on_the_28th_and_its_columns_were_not_seen()
    {
        var form = Notice.Returns.Single(r => r.Id == "monthly-dispatch");

        Assert.Equal(28L, Notice.Parameters[form.DueDay!].Value);
        Assert.Null(form.Columns);
        Assert.Contains(Notice.Clauses.Single(c => c.Id == "W24-3.2a").Notes, n => n.Kind == NoteKind.Contradiction);
    }

    [Fact]
    [Clause("W24-A1")]
    public void The_ledger_is_attachment_1_with_columns_not_seen() =>
        Assert.Null(Notice.Forms.Single(f => f.Place == "附件1").Columns);

    [Fact]
    [Clause("W24-3.2b")]
    public void Four_causes_lead_to_a_criticism() =>
        Assert.Equal(["责任不落实", "措施不到位", "实施进度滞后", "任务未完成"],
            Notice.Supervision.Single(s => s.Kind == SupervisionKind.Criticism).Causes);

    [Fact]
    [Clause("W24-3.3a")]
    public void The_property_company_is_invited_and_the_others_are_required()
    {
        var parties = Notice.Acceptance.Single(a => a.IsLegal).Parties;

        Assert.Equal(["物业服务企业"], parties.Where(p => !p.IsRequired).Select(p => p.Party));
        Assert.Equal(["设计单位", "施工单位", "监理单位", "业主代表"], parties.Where(p => p.IsRequired).Select(p => p.Party));
    }

    [Fact]
    [Clause("W24-3.3b")]
    public void Every_community_is_verified_on_site_before_the_year_ends()
    {
        var verification = Notice.Acceptance.Single(a => !a.IsLegal);

        Assert.Equal(new DateOnly(2024, 12, 31), Notice.Parameters[verification.Deadline!].Value);
        Assert.Equal(Ratio.Of(1, 1), Notice.Parameters["verification.share"].Value);
    }

    [Fact]
    [Clause("W24-4.2")]
    public void Residents_are_asked_before_during_and_after() =>
        Assert.Equal(["改造前问需于民", "改造中问计于民", "改造后问效于民"], Notice.Procedures.Single(p => p.Id == "questionnaires")
            .Steps.Select(s => s.Title));

    [Fact]
    public void The_whole_text_of_the_notice_is_there() =>
        Assert.Equal(2823, Notice.Clauses.SelectMany(c => c.Text).Count(c => !char.IsWhiteSpace(c)));

    private static object? ValueOf(PlanTarget target, Measure measure) =>
        Notice.Parameters[target.Figures[measure]].Value;

    private static Level LevelOf(string requirement) => Notice.Requirements.Single(r => r.Id == requirement).Node.Level;
}
