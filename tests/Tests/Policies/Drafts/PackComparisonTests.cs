using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Xunit;

namespace Huanxin.Tests.Policies.Drafts;

public sealed class PackComparisonTests
{
    private const string Before =
        """
        parameters:
          limit.count: { label: 数, type: count, value: 1, clause: T1-1 }
          limit.date: { label: 日, type: date, value: 2000-01-01, clause: T1-1 }
        eligibility:
          - { id: scope, title: 范围, clause: T1-1, rule: built-before, with: { limit: limit.date } }
        procedure:
          - id: p
            title: 程序
            steps:
              - { id: one, title: 一, owner: 甲, level: must, clause: T1-1 }
              - { id: two, title: 二, owner: 乙, level: must, clause: T1-1 }
        """;

    [Fact]
    public void The_same_pack_has_no_differences() => Assert.Empty(PackComparison.Between(Pack(Before), Pack(Before)));

    [Fact]
    public void Values_rules_steps_and_clauses_are_compared_by_their_ids_and_key_by_key()
    {
        var after = Pack(Before
            .Replace("value: 1,", "value: 未核实,", StringComparison.Ordinal)
            .Replace("rule: built-before", "rule: built-after", StringComparison.Ordinal)
            .Replace("{ id: two, title: 二, owner: 乙", "{ id: three, title: 三, owner: 乙", StringComparison.Ordinal), "新的条款。");

        var lines = PackComparison.Between(Pack(Before), after)
            .Select(d => $"{d.Kind} {d.Section} {d.Id}: {string.Join('，', d.Fields.Select(f => $"{f.Key} {f.Before}→{f.After}"))}");

        Assert.Equal(
        [
            "Changed clauses T1-1: text 测试条款。→新的条款。",
            "Changed parameters limit.count: value 1→未核实",
            "Changed eligibility scope: rule built-before→built-after",
            "Removed procedure.steps two: title 二→，owner 乙→，level must→，clause T1-1→",
            "Added procedure.steps three: title →三，owner →乙，level →must，clause →T1-1",
        ], lines);
    }

    [Fact]
    public void A_new_document_is_all_additions()
    {
        var differences = PackComparison.Between(null, Pack(Before));

        Assert.All(differences, d => Assert.Equal(DifferenceKind.Added, d.Kind));
        Assert.Equal(["document", "clauses", "parameters", "eligibility", "procedure", "procedure.steps"], differences.Select(d => d.Section).Distinct());
    }

    private static Pack Pack(string rest, string clause = "测试条款。") =>
        App.Policies.Pack.Read("371000-weihai/a", [("371000-weihai/a.yaml",
            Shelf.Document("T1", "371000", "2024-01-01", rest).Replace("测试条款。", clause, StringComparison.Ordinal))], null);
}
