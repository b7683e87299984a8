using Huanxin.App.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

public class PackFaultTests
{
    internal const string TenFaults =
        """
        document:
          id: T1
          title: 有错的文件
          number: 测〔2024〕1号
          number: 测〔2024〕2号
          issuer: 测试单位
          region: "371000"
          kind: notice
          issued: 2024-02-30
          effective: 2024-03-01
          status: in-force
          colour: red
        clauses:
          - { id: T1-1, heading: 一, text: 测试。 }
          - { id: X9-2, heading: 二, text: 测试。 }
        parameters:
          limit.date: { label: 上限, type: date, value: 二〇〇五年, clause: T1-1 }
          limit.share: { label: 比例, type: ratio, value: 2/3, clause: T1-9 }
        eligibility:
          - id: scope
            title: 范围
            clause: T1-1
            all:
              - { rule: built-sometime }
              - { rule: built-before, with: { limit: limit.none } }
              - { rule: not-renovated-within, with: { years: limit.share } }
              - { rule: sign-shown, with: { sign: ugly } }
              - { rule: wish-strong, level: perhaps }
              - { rule: on-state-land, any: [] }
        """;

    /// <summary>Line, column and reason of each.</summary>
    internal static readonly string[] TenFaultLines =
    [
        "2:3 缺少必填的键“expires”。",
        "5:3 键“number”重复。",
        "9:11 “2024-02-30”不是日期，应写作 2024-03-31。",
        "12:3 不认识的键“colour”，这里可用：id、title、number、issuer、region、kind、issued、effective、expires、status、years、subjects、replaces、based-on、source、notes。",
        "15:11 条款号“X9-2”应以“T1-”开头。",
        "17:47 “二〇〇五年”不能按“日期”（单位：无）读取。",
        "18:62 没有条款“T1-9”。",
        "24:17 规则库里没有“built-sometime”。",
        "25:46 本包和上级层里都没有数值“limit.none”。",
        "26:54 数值“limit.share”是比例，这里要数量。",
        "27:43 “ugly”不在可用的词里：neglect、poor-facilities、poor-services、low-standard、disrepair、missing-facilities、dirty、weak-management、daily-life-affected。",
        "28:37 “perhaps”不在可用的词里：must、should、advisable、may、if-possible。",
        "29:9 每条规则写且只写 rule、all、any 之一。",
    ];

    [Fact]
    public void Ten_kinds_of_fault_are_all_reported_with_their_places()
    {
        var report = PackCheck.Run(Shelf.FolderWith(("371000-weihai/2024-1-test.yaml", TenFaults)));

        var lines = report.Faults.Select(f => $"{f.Place.Line}:{f.Place.Column} {f.Reason}").ToList();
        Assert.Equal(TenFaultLines, lines);
        Assert.All(report.Faults, f => Assert.Equal("371000-weihai/2024-1-test.yaml", f.Place.File));
    }

    [Fact]
    public void A_broken_shelf_does_not_load()
    {
        var folder = Shelf.FolderWith(("371000-weihai/2024-1-test.yaml", TenFaults));

        var broken = Assert.Throws<BrokenShelfException>(() => PolicyShelf.Load(folder));

        Assert.Equal(13, broken.Faults.Count);
    }

    [Theory]
    [InlineData("a: [1, 2", "YAML 写法有误")]
    [InlineData("a: &x 1\nb: *x", "YAML 写法有误")]
    [InlineData("- 1", "这里应当是“键: 值”的一组。")]
    [InlineData("", "没有主册")]
    [InlineData("document: 1", "这里应当是“键: 值”的一组。")]
    public void Malformed_text_is_a_fault_and_never_an_exception(string text, string reason)
    {
        var report = PackCheck.Run(Shelf.FolderWith(("371000-weihai/2024-1-test.yaml", text)));

        Assert.Contains(report.Faults, f => f.Reason.StartsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_documents_of_one_place_may_not_give_a_value_for_the_same_day_unless_one_rests_on_the_other()
    {
        const string value = "parameters:\n  limit.count: { label: 数, type: count, value: 1, clause: %-1 }";
        var one = Shelf.Document("T1", "371000", "2024-01-01", value.Replace("%", "T1", StringComparison.Ordinal));
        var other = Shelf.Document("T2", "371000", "2024-06-01", value.Replace("%", "T2", StringComparison.Ordinal));
        var refining = Shelf.Document("T2", "371000", "2024-06-01", value.Replace("%", "T2", StringComparison.Ordinal),
            "  based-on: [T1]");

        var clash = PackCheck.Run(Shelf.FolderWith(("371000-weihai/a.yaml", one), ("371000-weihai/b.yaml", other)));
        var sound = PackCheck.Run(Shelf.FolderWith(("371000-weihai/a.yaml", one), ("371000-weihai/b.yaml", refining)));

        Assert.StartsWith("“limit.count”与“T1”同地同期都有规定", Assert.Single(clash.Faults).Reason, StringComparison.Ordinal);
        Assert.True(sound.IsSound);
    }

    [Fact]
    public void Money_may_be_meant_only_for_works_that_exist_or_for_the_few_other_purposes()
    {
        const string funding =
            """
            funding:
              sources:
                - { id: a, title: 甲, kind: city, purposes: [property-subsidy, long-term-management], clause: T1-1 }
                - { id: b, title: 乙, kind: city, purposes: [basics], clause: T1-1 }
                - { id: c, title: 丙, kind: city, purposes: 未核实, consent: somebody, clause: T1-1 }
            """;

        var report = PackCheck.Run(Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000",
            "2024-01-01", funding))));

        Assert.Equal(
        [
            "“basics”不是资金用途：写改造类别、目录项或对照项的代码，或 private-parts、property-subsidy、long-term-management。",
            "没有表决事项“somebody”。",
        ], report.Faults.Select(f => f.Reason));
    }

    [Fact]
    public void Steps_that_wait_for_each_other_are_a_fault()
    {
        const string steps =
            """
            procedure:
              - id: p
                title: 程序
                steps:
                  - { id: one, title: 一, owner: 甲, after: [two], level: must, clause: T1-1 }
                  - { id: two, title: 二, owner: 甲, after: [one], level: must, clause: T1-1 }
            """;

        var report = PackCheck.Run(Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000",
            "2024-01-01", steps))));

        Assert.Equal(["步骤“one”的前置步骤绕回了自己。", "步骤“two”的前置步骤绕回了自己。"], report.Faults.Select(f => f.Reason));
    }

    [Fact]
    public void A_plan_row_with_too_few_values_is_a_fault()
    {
        const string plan =
            """
            plans:
              - id: T1-A
                title: 计划表
                place-title: 区市
                clause: T1-1
                columns: [ { title: 小区, key: communities }, { title: 户数, key: households } ]
                rows: [ { place: 环翠区, region: "371002", values: [1] } ]
            """;

        var report = PackCheck.Run(Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000",
            "2024-01-01", plan))));

        Assert.Equal("这一行有 1 个值，表头有 2 栏。", Assert.Single(report.Faults).Reason);
    }

    [Fact]
    public void A_case_that_comes_out_differently_is_reported_with_both_answers()
    {
        const string cases = "- { name: 错的算例, about: value, of: limit.count, expect: { value: 2 } }";
        const string value = "parameters:\n  limit.count: { label: 数, type: count, value: 1, clause: T1-1 }";

        var report = PackCheck.Run(Shelf.FolderWith(
            ("371000-weihai/a.yaml", Shelf.Document("T1", "371000", "2024-01-01", value)),
                ("371000-weihai/a.cases.yaml", cases)));

        Assert.Equal("算例“错的算例”应为“2”，实为“1”。", Assert.Single(report.All).Reason);
    }
}
