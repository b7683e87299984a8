using Huanxin.App.Policies;
using Huanxin.Core.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>What a source does not give is counted wherever it stands, and never passes for an answer.</summary>
public sealed class GapTests
{
    private const string Rest =
        """
        parameters:
          review.days: { label: 审查时限, type: days, value: 未核实, unit: 日, clause: T1-1 }
        procedure:
          - id: p
            title: 程序
            steps:
              - { id: one, title: 审查, owner: 未核实, documents: 未核实, days: review.days, level: must, clause: T1-1 }
              - { id: two, title: 实施, owner: 街道, documents: [记录], after: [one], level: must, clause: T1-1 }
        funding:
          sources:
            - { id: money, title: 某项资金, kind: city, purposes: 未核实, clause: T1-1 }
        stewardship:
          - { id: keep, title: 维护, kind: step, who: 未核实, clause: T1-1 }
        duties:
          - { id: tell, title: 宣传, owner: 未核实, level: must, evidence: 记录, clause: T1-1 }
        """;

    [Fact]
    public void Values_owners_papers_and_purposes_that_are_not_given_are_all_counted()
    {
        var folder = Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000", "2024-01-01", Rest)));

        var gaps = Gaps.Of(PolicyShelf.Load(folder).Find("T1")!);

        Assert.Equal(
        [
            (GapKind.Value, "review.days"), (GapKind.Who, "one"), (GapKind.Who, "tell"), (GapKind.Who, "keep"),
            (GapKind.Purposes, "money"), (GapKind.Papers, "one"),
        ], gaps.Select(g => (g.Kind, g.Id)));
        Assert.Equal(6, PackCheck.Run(folder).Gaps);
        Assert.True(PackCheck.Run(folder).IsSound);
    }

    [Theory]
    [InlineData("TX21", GapKind.Who, "publicity")]
    [InlineData("TX21", GapKind.IssueDate, "TX21")]
    [InlineData("TX21", GapKind.Purposes, "residents")]
    [InlineData("W20", GapKind.Standard, "road")]
    [InlineData("W24", GapKind.FormColumns, "monthly-dispatch")]
    [InlineData("AQ24", GapKind.Value, "catalogue.basic-names")]
    [InlineData("NY22", GapKind.Value, "reporting.due-day")]
    public void The_shipped_documents_admit_what_they_do_not_say(string document, GapKind kind, string id) =>
        Assert.Contains(Gaps.Of(ShippedShelf.Document(document)), g => g.Kind == kind && g.Id == id);
}
